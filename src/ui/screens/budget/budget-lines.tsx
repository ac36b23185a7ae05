/** Budget lines as an RKA wants them: fund, account, programme, persons, months, amount. */
import { Anchor, EmptyState, Table, Text } from '@mantine/core';
import { IconReportMoney } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BudgetLine, BudgetView } from '../../../contract/budget-routes.ts';
import { fundKindOf } from '../../../domain/segments.ts';
import { places } from '../../app/places.ts';
import { Card } from '../../parts/card.tsx';
import { Tag } from '../../parts/tag.tsx';
import { formatCount, formatRupiah } from '../../words/format.ts';
import { fundSourceLabel, programmeLabels, rosterLabels } from '../../words/labels.ts';
import { LineDetail } from './line-detail.tsx';

interface BudgetLinesProps {
  readonly view: BudgetView;
}

/** One table, one total; persons are not summed, because one person stands on several lines. */
export function BudgetLines({ view }: BudgetLinesProps) {
  const { lines, total } = view;
  const [asked, setAsked] = useState<BudgetLine | null>(null);
  const byUnit = lines.some((line) => line.unitId !== null);
  // Private money has no account; public money without one is still to be booked.
  const unbooked = lines.filter(
    ({ accountCode, fundSource }) =>
      accountCode === '' && !['csr', 'mandiri'].includes(fundKindOf(fundSource)),
  );
  if (lines.length === 0) return <NothingToPrice />;
  return (
    <Card title="Rincian">
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Daftar</Table.Th>
            {byUnit ? <Table.Th>OPD</Table.Th> : null}
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
              key={`${line.unitId} ${line.roster} ${line.fundSource} ${line.accountCode} ${line.programme} ${line.payer}`}
              line={line}
              byUnit={byUnit}
              onAsk={() => setAsked(line)}
            />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={byUnit ? 7 : 6}>Jumlah</Table.Th>
            <Table.Th ta="right">{formatRupiah(total)}</Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      {asked === null ? null : (
        <LineDetail line={asked} view={view} onClose={() => setAsked(null)} />
      )}
      {unbooked.length === 0 ? null : (
        <Text size="sm" mt="xs">
          {formatRupiah(unbooked.reduce((sum, { amount }) => sum + amount, 0))} pada{' '}
          {formatCount(unbooked.length)} baris belum punya kode rekening. Isi di{' '}
          <Link href={places.tariff}>Tarif, Kode rekening</Link>.
        </Text>
      )}
      {lines.every((line) => line.verified) ? null : (
        <Text size="sm" c="dimmed" mt="xs">
          Belum diverifikasi: kode rekening atau tarif ini belum dicocokkan dengan naskah resminya.
          Periksa sebelum dipakai dalam RKA.
        </Text>
      )}
    </Card>
  );
}

interface LineProps {
  readonly line: BudgetLine;
  readonly byUnit: boolean;
  readonly onAsk: () => void;
}

function Line({ line, byUnit, onAsk }: LineProps) {
  return (
    <Table.Tr>
      <Table.Td>{rosterLabels[line.roster]}</Table.Td>
      {byUnit ? <Table.Td>{line.unitName ?? '–'}</Table.Td> : null}
      <Table.Td>{fundSourceLabel(line.fundSource)}</Table.Td>
      <Table.Td>
        <Text span size="sm">
          {line.accountCode}
        </Text>{' '}
        {line.verified ? null : <Tag tone="notice">Belum diverifikasi</Tag>}
        <Text size="sm" c="dimmed" lineClamp={1}>
          {line.accountName}
        </Text>
      </Table.Td>
      <Table.Td>
        {programmeLabels[line.programme]}
        {line.payer === 'worker' && fundKindOf(line.fundSource) !== 'mandiri'
          ? ', bagian pekerja'
          : ''}
      </Table.Td>
      <Table.Td ta="right">{formatCount(line.persons)}</Table.Td>
      <Table.Td ta="right">{formatCount(line.personMonths)}</Table.Td>
      <Table.Td ta="right">
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={onAsk}
          title="Lihat cara menghitung"
        >
          {formatRupiah(line.amount)}
        </Anchor>
      </Table.Td>
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
