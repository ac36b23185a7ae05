/** BPU members whose paid time ends soon, by the dates of the BPJS export. */
import { EmptyState, Group, SegmentedControl, Table } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunningOut } from '../../../contract/spending-routes.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Tag } from '../../parts/tag.tsx';
import { formatCount, formatDate } from '../../words/format.ts';
import { rosterLabels } from '../../words/labels.ts';

const pageSize = 50;
const spans = [
  { value: '30', label: '30 hari' },
  { value: '60', label: '60 hari' },
  { value: '90', label: '90 hari' },
];

export function RunningOutTab() {
  const [days, setDays] = useState(30);
  const [page, setPage] = useState(0);
  const query = useRoute(
    'spending.runningOut',
    { days, offset: page * pageSize, limit: pageSize },
    { keep: true },
  );
  return (
    <Card
      title="Masa aktif BPU"
      remark={
        query.data === undefined
          ? undefined
          : `${formatCount(query.data.total)} peserta, ${formatCount(query.data.inGrace)} di antaranya dalam masa tenggang (${formatDate(query.data.asOf)})`
      }
      actions={
        <SegmentedControl
          aria-label="Berakhir dalam"
          value={String(days)}
          onChange={(value) => {
            setDays(Number(value));
            setPage(0);
          }}
          data={spans}
        />
      }
    >
      <Answer query={query} skeletonRows={8}>
        {(data) =>
          data.total === 0 ? (
            <EmptyState
              size="sm"
              icon={<IconCalendarCheck stroke={1.4} />}
              title={`Tidak ada masa aktif yang berakhir dalam ${days} hari`}
              description="Tanggal berakhir dibaca dari daftar peserta BPU yang terakhir dipadankan."
            />
          ) : (
            <>
              <RunningOutTable rows={data.rows} asOf={data.asOf} />
              <Group justify="flex-end" mt="xs">
                <Pager
                  page={page}
                  pageSize={pageSize}
                  shown={data.rows.length}
                  total={data.total}
                  onPrevious={() => setPage(page - 1)}
                  onNext={() => setPage(page + 1)}
                />
              </Group>
            </>
          )
        }
      </Answer>
    </Card>
  );
}

function RunningOutTable({
  rows,
  asOf,
}: {
  readonly rows: readonly RunningOut[];
  readonly asOf: string;
}) {
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Nama</Table.Th>
          <Table.Th>Daftar</Table.Th>
          <Table.Th>Unit</Table.Th>
          <Table.Th>KPJ</Table.Th>
          <Table.Th>Berakhir</Table.Th>
          <Table.Th>Tenggang sampai</Table.Th>
          <Table.Th>Keadaan</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.entryId}>
            <Table.Td>{row.name}</Table.Td>
            <Table.Td>{rosterLabels[row.roster]}</Table.Td>
            <Table.Td>
              {[row.unitName, row.parentName].filter((part) => part !== null).join(', ') || '–'}
            </Table.Td>
            <Table.Td>{row.kpj ?? '–'}</Table.Td>
            <Table.Td>{formatDate(row.endedOn)}</Table.Td>
            <Table.Td>{formatDate(row.graceUntil)}</Table.Td>
            <Table.Td>
              {row.endedOn < asOf ? (
                <Tag tone="bad">Masa tenggang</Tag>
              ) : (
                <Tag tone="notice">Segera berakhir</Tag>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
