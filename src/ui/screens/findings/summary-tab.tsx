/** One line a code: how many, what is at stake, what to do, how much of it is settled. */
import { Group, Progress, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { FindingSummary, FindingSummaryRow } from '../../../contract/finding-routes.ts';
import { findingWords } from '../../../contract/words/finding-words.ts';
import { shareInBasisPoints } from '../../../domain/coverage.ts';
import { findingCodes } from '../../../domain/findings.ts';
import { places } from '../../app/places.ts';
import { formatCount, formatMonth, formatPercent, formatRupiah } from '../../words/format.ts';

/** Codes without a finding stay in the table: nothing found is an answer too. */
export function SummaryTab({ summary }: { readonly summary: FindingSummary }) {
  const byCode = new Map(summary.rows.map((row) => [row.code, row]));
  const total = (read: (row: FindingSummaryRow) => number) =>
    summary.rows.reduce((sum, row) => sum + read(row), 0);
  return (
    <>
      <Table highlightOnHover verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={52}>Kode</Table.Th>
            <Table.Th>Temuan</Table.Th>
            <Table.Th>Tindak lanjut</Table.Th>
            <Table.Th ta="right">Orang</Table.Th>
            <Table.Th ta="right">Terbuka</Table.Th>
            <Table.Th ta="right">Baru</Table.Th>
            <Table.Th ta="right">Lewat tenggat</Table.Th>
            <Table.Th ta="right">Iuran per bulan</Table.Th>
            <Table.Th w={150}>Selesai</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {findingCodes.map((code) => (
            <Table.Tr key={code}>
              <Table.Td>{code}</Table.Td>
              <Table.Td>
                <Link href={places.findings('daftar', code)}>{findingWords[code].label}</Link>
              </Table.Td>
              <Table.Td>
                <Text span size="sm" c="dimmed">
                  {findingWords[code].action}
                </Text>
              </Table.Td>
              <Figures row={byCode.get(code)} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={3}>Jumlah</Table.Th>
            <Table.Th ta="right">{formatCount(total((row) => row.present))}</Table.Th>
            <Table.Th ta="right">{formatCount(total((row) => row.open))}</Table.Th>
            <Table.Th ta="right">{formatCount(total((row) => row.fresh))}</Table.Th>
            <Table.Th ta="right">{formatCount(total((row) => row.overdue))}</Table.Th>
            <Table.Th />
            <Table.Th>
              {formatPercent(
                shareInBasisPoints(
                  total((row) => row.solved),
                  total((row) => row.ever),
                ),
              )}
            </Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      <Text size="sm" c="dimmed" mt="xs">
        {formatCount(summary.people)} orang berbeda; satu orang dapat berada di beberapa temuan.
        Iuran per bulan menurut tarif bulan posisi, dari temuan yang masih terbuka; tidak
        dijumlahkan karena satu orang dapat terhitung di beberapa kode. Selesai = temuan yang
        diselesaikan atau tidak ditemukan lagi ÷ semua yang pernah ditemukan. Kembali = pernah
        selesai, lalu ditemukan lagi.
      </Text>
      <Text size="sm" c="dimmed">
        Sumber:{' '}
        {summary.sources
          .map(({ name, period }) =>
            period === null ? name : `${name} (periode ${formatMonth(period)})`,
          )
          .join('; ')}
        .
      </Text>
    </>
  );
}

function Figures({ row }: { readonly row: FindingSummaryRow | undefined }) {
  if (row === undefined) {
    return (
      <>
        <Table.Td ta="right">0</Table.Td>
        <Table.Td ta="right">0</Table.Td>
        <Table.Td ta="right">0</Table.Td>
        <Table.Td ta="right">0</Table.Td>
        <Table.Td ta="right">–</Table.Td>
        <Table.Td>–</Table.Td>
      </>
    );
  }
  const solved = shareInBasisPoints(row.solved, row.ever);
  return (
    <>
      <Table.Td ta="right">{formatCount(row.present)}</Table.Td>
      <Table.Td ta="right">{formatCount(row.open)}</Table.Td>
      <Table.Td ta="right">
        {formatCount(row.fresh)}
        {row.returned === 0 ? null : (
          <Text size="xs" c="dimmed">
            {formatCount(row.returned)} kembali
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{formatCount(row.overdue)}</Table.Td>
      <Table.Td ta="right">
        {formatRupiah(row.premium)}
        {row.unpriced === 0 ? null : (
          <Text size="xs" c="dimmed">
            tanpa {formatCount(row.unpriced)} orang tak berupah
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Progress value={(solved ?? 0) / 100} w={60} size="sm" aria-label="Bagian yang selesai" />
          <Text span size="sm">
            {formatPercent(solved)}
          </Text>
        </Group>
      </Table.Td>
    </>
  );
}
