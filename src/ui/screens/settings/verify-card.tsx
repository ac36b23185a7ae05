import { Button, Group, List, Text } from '@mantine/core';
import { useJob } from '../../bridge/use-engine.ts';
import { Card } from '../../parts/card.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { formatCount, formatMoment } from '../../words/format.ts';

/** A look at the whole file: is every part as it should be. */
export function VerifyCard() {
  const verify = useJob('store.verify');
  const { result } = verify;
  const rows =
    result === null ? 0 : Object.values(result.rows).reduce((sum, count) => sum + count, 0);
  return (
    <Card title="Keutuhan berkas">
      {verify.error === null ? null : <ErrorNote error={verify.error} />}
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" role="status">
          {result === null
            ? 'Memeriksa isi berkas, hubungan antardata, dan aturan Padan.'
            : result.ok
              ? `Utuh. ${formatCount(rows)} baris diperiksa ${formatMoment(result.checkedAt)}.`
              : `Ditemukan ${formatCount(result.problems.length)} masalah. Gunakan salinan cadangan terakhir.`}
        </Text>
        <Button variant="default" loading={verify.running} onClick={() => void verify.run({})}>
          Periksa berkas
        </Button>
      </Group>
      {result === null || result.ok ? null : (
        <List size="sm" mt="xs">
          {result.problems.slice(0, 10).map((problem) => (
            <List.Item key={problem}>{problem}</List.Item>
          ))}
        </List>
      )}
    </Card>
  );
}
