/** Who is behind, by unit: months unpaid, and the day on which protection ends. */
import { EmptyState, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { IconCalendarDue } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteOut } from '../../../contract/routes.ts';
import { type Roster, rosters } from '../../../domain/segments.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { Tag } from '../../parts/tag.tsx';
import { formatCount, formatDate, formatMonth } from '../../words/format.ts';
import { fundSourceLabel, rosterLabels, segmentLabels } from '../../words/labels.ts';
import { monthsInShort, standingWords } from '../../words/spending-words.ts';

type Arrears = RouteOut<'spending.arrears'>;
/** A regency has some 300 villages; beyond that the rest is counted. */
const shownRows = 500;

export function ArrearsTab({ year }: { readonly year: number }) {
  const [roster, setRoster] = useState<Roster>('desa');
  const arrears = useRoute('spending.arrears', { year, roster }, { keep: true });
  return (
    <Card
      title="Tunggakan"
      remark={
        arrears.data === undefined
          ? undefined
          : `Posisi ${formatDate(arrears.data.asOf)}: ${formatCount(arrears.data.behind)} dari ${formatCount(arrears.data.persons)} peserta terdaftar menunggak`
      }
      actions={
        <SegmentedControl
          aria-label="Daftar"
          value={roster}
          onChange={(value) => setRoster(rosters.find((one) => one === value) ?? 'desa')}
          data={rosters.map((value) => ({ value, label: rosterLabels[value] }))}
        />
      }
    >
      <Answer query={arrears} skeletonRows={8}>
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyState
              size="sm"
              icon={<IconCalendarDue stroke={1.4} />}
              title="Belum ada peserta terdaftar di daftar ini"
              description="Tunggakan dihitung untuk yang sudah terdaftar menurut pemadanan atau statusnya."
            />
          ) : (
            <ArrearsTable data={data} />
          )
        }
      </Answer>
    </Card>
  );
}

function ArrearsTable({ data }: { readonly data: Arrears }) {
  return (
    <Stack gap="xs">
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Unit</Table.Th>
            <Table.Th>Segmen</Table.Th>
            <Table.Th>Sumber dana</Table.Th>
            <Table.Th ta="right">Orang</Table.Th>
            <Table.Th>Keadaan</Table.Th>
            <Table.Th ta="right">Bulan terbayar</Table.Th>
            <Table.Th>Belum dibayar</Table.Th>
            <Table.Th>Berakhir</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.rows.slice(0, shownRows).map((row) => (
            <Table.Tr key={`${row.unitId} ${row.segment} ${row.fundSource}`}>
              <Table.Td>
                {row.unitName ?? 'Tanpa unit'}
                {row.parentName === null ? null : (
                  <Text span size="sm" c="dimmed">
                    , {row.parentName}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{segmentLabels[row.segment]}</Table.Td>
              <Table.Td>
                {row.fundSource === null ? 'Belum diisi' : fundSourceLabel(row.fundSource)}
              </Table.Td>
              <Table.Td ta="right">{formatCount(row.persons)}</Table.Td>
              <Table.Td>
                <Tag tone={standingWords[row.standing].tone}>
                  {standingWords[row.standing].label}
                </Tag>
              </Table.Td>
              <Table.Td ta="right">
                {row.paid} dari {row.due}
              </Table.Td>
              <Table.Td>{monthsInShort(row.unpaid, formatMonth)}</Table.Td>
              <Table.Td>{row.lapsesOn === null ? '–' : formatDate(row.lapsesOn)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {data.rows.length <= shownRows ? null : (
        <Text size="sm" c="dimmed">
          {formatCount(data.rows.length - shownRows)} kelompok lain tidak ditampilkan; semuanya
          lebih lancar daripada yang terlihat.
        </Text>
      )}
      <Rules data={data} />
    </Stack>
  );
}

function Rules({ data }: { readonly data: Arrears }) {
  return (
    <Stack gap={2}>
      {data.rules.map(({ segment, source, verified }) => (
        <Group key={segment} gap="xs">
          <Text size="sm" c="dimmed">
            {source}
          </Text>
          {verified ? null : <Tag tone="notice">Belum diverifikasi</Tag>}
        </Group>
      ))}
    </Stack>
  );
}
