import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { Card } from '../../parts/card.tsx';

/** Version, and whom the data inside is owed to. */
export function AboutCard() {
  const { shell } = useBridge();
  const info = useQuery({ queryKey: ['app.info'], queryFn: () => shell.info() });
  return (
    <Card title="Tentang Padan">
      <Text size="sm">
        {info.data === undefined
          ? 'Padan'
          : `Padan ${info.data.version} (Electron ${info.data.electron})`}
        . Lisensi MIT. Bekerja tanpa internet; data hanya ada di berkas yang Anda buat.
      </Text>
      <Text size="sm" c="dimmed" mt={6}>
        Nama dan kode wilayah: idn-area-data (Open Database License, ODbL 1.0), bersumber dari
        Kementerian Dalam Negeri. Huruf Inter (SIL Open Font License 1.1).
      </Text>
    </Card>
  );
}
