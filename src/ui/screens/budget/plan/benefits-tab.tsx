/** What protection is worth: benefits, and the people who do not have them. */
import { Stack, Table, Text } from '@mantine/core';
import { useRoute } from '../../../bridge/use-engine.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Card } from '../../../parts/card.tsx';
import { Tag } from '../../../parts/tag.tsx';
import { formatCount, formatLongDate } from '../../../words/format.ts';
import { programmeLabels, rosterLabels } from '../../../words/labels.ts';

export function BenefitsTab({ year }: { readonly year: number }) {
  const benefits = useRoute('plan.benefits', { year });
  return (
    <Answer query={benefits} skeletonRows={8} skeletonHeight={30}>
      {({ rows, uncovered, asOf }) => (
        <Stack gap="md">
          <Card
            title="Yang belum terlindungi"
            remark={
              asOf === null
                ? 'Daftar belum dipadankan'
                : `Posisi ${formatLongDate(asOf)}, menurut hasil pemadanan`
            }
          >
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Daftar</Table.Th>
                  <Table.Th ta="right">Pekerja</Table.Th>
                  <Table.Th ta="right">Belum aktif</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {uncovered.map((row) => (
                  <Table.Tr key={row.roster}>
                    <Table.Td>{rosterLabels[row.roster]}</Table.Td>
                    <Table.Td ta="right">{formatCount(row.workers)}</Table.Td>
                    <Table.Td ta="right">{formatCount(row.uncovered)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
              <Table.Tfoot>
                <Table.Tr>
                  <Table.Th>Jumlah</Table.Th>
                  <Table.Th ta="right">{sum(uncovered.map((row) => row.workers))}</Table.Th>
                  <Table.Th ta="right">{sum(uncovered.map((row) => row.uncovered))}</Table.Th>
                </Table.Tr>
              </Table.Tfoot>
            </Table>
            <Text size="sm" c="dimmed" mt={4}>
              Menurut baris daftar. Target cakupan menghitung tiap orang sekali, tanpa yang bertanda
              almarhum, sehingga angkanya sedikit lebih kecil.
            </Text>
          </Card>
          <Card title="Manfaat bagi setiap peserta" remark="Yang tidak diterima selama belum aktif">
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={80}>Program</Table.Th>
                  <Table.Th>Manfaat</Table.Th>
                  <Table.Th>Besarnya</Table.Th>
                  <Table.Th>Syarat</Table.Th>
                  <Table.Th w={170}>Sumber</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>{programmeLabels[row.programme]}</Table.Td>
                    <Table.Td>{row.title}</Table.Td>
                    <Table.Td>{row.amount}</Table.Td>
                    <Table.Td>{row.condition}</Table.Td>
                    <Table.Td>
                      <Text size="sm">{row.source}</Text>
                      {row.verified ? null : <Tag tone="notice">Belum diverifikasi</Tag>}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Card>
        </Stack>
      )}
    </Answer>
  );
}

function sum(values: readonly number[]): string {
  return formatCount(values.reduce((total, value) => total + value, 0));
}
