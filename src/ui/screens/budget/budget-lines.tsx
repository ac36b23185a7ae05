/** Budget lines as an RKA wants them: fund, account, programme, persons, months, amount. */
import { EmptyState, Table, Text } from '@mantine/core';
import { IconReportMoney } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { BudgetLine } from '../../../contract/budget-routes.ts';
import { places } from '../../app/places.ts';
import { Card } from '../../parts/card.tsx';
import { Tag } from '../../parts/tag.tsx';
import { formatCount, formatRupiah } from '../../words/format.ts';
import { fundSourceLabels, programmeLabels, rosterLabels } from '../../words/labels.ts';

interface BudgetLinesProps {
  readonly lines: readonly BudgetLine[];
  readonly total: number;
}

/** One table, one total; persons are not summed, because one person stands on several lines. */
export function BudgetLines({ lines, total }: BudgetLinesProps) {
  if (lines.length === 0) return <NothingToPrice />;
  return (
    <Card title="Rincian">
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Daftar</Table.Th>
            <Table.Th>Sumber dana</Table.Th>
            <Table.Th>Rekening</Table.Th>
            <Table.Th>Program</Table.Th>
            <Table.Th ta="right">Orang</Table.Th>
            <Table.Th ta="right">Orang-bulan</Table.Th>
            <Table.Th ta="right">Jumlah</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Line
              key={`${line.roster} ${line.fundSource} ${line.accountCode} ${line.programme}`}
              line={line}
            />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={6}>Jumlah</Table.Th>
            <Table.Th ta="right">{formatRupiah(total)}</Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      {lines.every((line) => line.verified) ? null : (
        <Text size="sm" c="dimmed" mt="xs">
          Belum diverifikasi: kode rekening atau tarif ini belum dicocokkan dengan naskah resminya.
          Periksa sebelum dipakai dalam RKA.
        </Text>
      )}
    </Card>
  );
}

function Line({ line }: { readonly line: BudgetLine }) {
  return (
    <Table.Tr>
      <Table.Td>{rosterLabels[line.roster]}</Table.Td>
      <Table.Td>{fundSourceLabels[line.fundSource]}</Table.Td>
      <Table.Td>
        <Text span size="sm">
          {line.accountCode}
        </Text>{' '}
        {line.verified ? null : <Tag tone="notice">Belum diverifikasi</Tag>}
        <Text size="sm" c="dimmed" lineClamp={1}>
          {line.accountName}
        </Text>
      </Table.Td>
      <Table.Td>{programmeLabels[line.programme]}</Table.Td>
      <Table.Td ta="right">{formatCount(line.persons)}</Table.Td>
      <Table.Td ta="right">{formatCount(line.personMonths)}</Table.Td>
      <Table.Td ta="right">{formatRupiah(line.amount)}</Table.Td>
    </Table.Tr>
  );
}

function NothingToPrice() {
  return (
    <Card>
      <EmptyState
        size="sm"
        icon={<IconReportMoney stroke={1.4} />}
        title="Tidak ada iuran yang perlu dihitung"
        description={
          <>
            Impor daftar dan jalankan <Link href={places.matching}>pemadanan</Link> untuk melihat
            kebutuhan.
          </>
        }
      />
    </Card>
  );
}
