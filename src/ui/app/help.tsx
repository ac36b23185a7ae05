/** The short guide: the work in its order, and the keys. */
import { Kbd, List, Table, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';

const keys: readonly (readonly [string, string])[] = [
  ['Ctrl + F', 'Cari di daftar'],
  ['↑ ↓ Page Up/Down Home End', 'Bergerak di daftar'],
  ['Enter', 'Buka rincian orang'],
  ['Esc', 'Tutup rincian'],
  ['Y / N / S', 'Pemeriksaan: sama / berbeda / lewati'],
  ['U', 'Pemeriksaan: urungkan keputusan terakhir'],
];

/** Opens the guide over the screen at hand. */
export function openHelp(): void {
  modals.open({ title: 'Panduan singkat', size: 560, children: <HelpText /> });
}

function HelpText() {
  return (
    <>
      <List type="ordered" size="sm" spacing={4} mb="md">
        <List.Item>Impor daftar non-ASN, perangkat desa, dan pekerja rentan.</List.Item>
        <List.Item>Impor data BPJS: rincian iuran, peserta BPU, atau hasil cek NIK.</List.Item>
        <List.Item>Jalankan pemadanan, lalu putuskan pasangan yang meragukan.</List.Item>
        <List.Item>Lihat kebutuhan iuran di Anggaran.</List.Item>
        <List.Item>Lengkapi profil di Pengaturan, lalu cetak Paket Monev.</List.Item>
      </List>
      <Title order={2} mb={4}>
        Papan tik
      </Title>
      <Table>
        <Table.Tbody>
          {keys.map(([key, meaning]) => (
            <Table.Tr key={key}>
              <Table.Td w={230}>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="md">
        Semua perubahan tercatat di Riwayat, dan setiap impor dapat diurungkan.
      </Text>
    </>
  );
}
