/** Rows that are no people: titles, totals, signatures; each with its reason, none silently lost. */
import { EmptyState, Group, Table } from '@mantine/core';
import { useState } from 'react';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { formatCount } from '../../words/format.ts';
import { setAsideText } from '../../words/import-words.ts';
import classes from './batch-screen.module.css';

const pageSize = 200;

/** One page of them. */
export function SetAsideTab(props: { readonly batchId: number; readonly total: number }) {
  const { batchId, total } = props;
  const [starts, setStarts] = useState<readonly number[]>([]);
  const after = starts.at(-1);
  const rows = useRoute(
    'import.setAside',
    { batchId, limit: pageSize, ...(after === undefined ? {} : { after }) },
    { keep: true },
  );
  return (
    <Answer query={rows} skeletonRows={8}>
      {(data) =>
        data.length === 0 ? (
          <EmptyState size="sm" title="Tidak ada baris yang disisihkan" />
        ) : (
          <>
            <Group justify="flex-end" mb="xs">
              <Pager
                page={starts.length}
                pageSize={pageSize}
                shown={data.length}
                total={total}
                onPrevious={() => setStarts((before) => before.slice(0, -1))}
                onNext={() => {
                  const last = data.at(-1);
                  if (last !== undefined) setStarts((before) => [...before, last.seq]);
                }}
              />
            </Group>
            <ScrollRegion label="Baris yang disisihkan">
              <Table stickyHeader layout="fixed">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w={220}>Lembar</Table.Th>
                    <Table.Th w={80} ta="right">
                      Baris
                    </Table.Th>
                    <Table.Th w={260}>Alasan</Table.Th>
                    <Table.Th>Isi</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {data.map((row) => (
                    <Table.Tr key={row.seq}>
                      <Table.Td>{row.sheet}</Table.Td>
                      <Table.Td ta="right">{formatCount(row.row)}</Table.Td>
                      <Table.Td>{setAsideText(row.reason)}</Table.Td>
                      <Table.Td className={classes.value ?? ''}>{row.text}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollRegion>
          </>
        )
      }
    </Answer>
  );
}
