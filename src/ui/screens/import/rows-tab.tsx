/** The rows of a plan, by what will happen to them and by what was found in them. */
import { Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { type Batch, type RowAction, rowActions } from '../../../contract/import-routes.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { formatCount } from '../../words/format.ts';
import { fieldLabel } from '../../words/import-words.ts';
import { issueName } from '../../words/issue-words.ts';
import { rowActionLabels } from '../../words/labels.ts';
import { StagedRows } from './staged-rows.tsx';

const pageSize = 100;

/** Filters, one page of rows, and where in the whole it stands. */
export function RowsTab({ batch }: { readonly batch: Batch }) {
  const [action, setAction] = useState<RowAction | 'all'>('all');
  const [code, setCode] = useState('');
  // The last row of each page before this one; the end of the list is this page's start.
  const [starts, setStarts] = useState<readonly number[]>([]);
  const after = starts.at(-1);
  const rows = useRoute(
    'import.rows',
    {
      batchId: batch.id,
      limit: pageSize,
      ...(action === 'all' ? {} : { action }),
      ...(code === '' ? {} : { code }),
      ...(after === undefined ? {} : { after }),
    },
    { keep: true },
  );

  return (
    <>
      <Group mb="xs" justify="space-between" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <SegmentedControl
            aria-label="Tindakan"
            value={action}
            onChange={(value) => {
              setAction(rowActions.find((one) => one === value) ?? 'all');
              setStarts([]);
            }}
            data={[
              { value: 'all', label: 'Semua' },
              ...rowActions.map((one) => ({
                value: one,
                label: `${rowActionLabels[one]} ${formatCount(batch.counts[one])}`,
              })),
            ]}
          />
          <NativeSelect
            aria-label="Temuan"
            w={330}
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value);
              setStarts([]);
            }}
            data={[
              { value: '', label: `Semua temuan (${formatCount(batch.issueCounts.length)} macam)` },
              ...batch.issueCounts.map((issue) => ({
                value: issue.code,
                label: `${fieldLabel(issue.field)}: ${issueName(issue.code)} (${formatCount(issue.rows)})`,
              })),
            ]}
          />
        </Group>
        {rows.data === undefined ? null : (
          <Pager
            page={starts.length}
            pageSize={pageSize}
            shown={rows.data.rows.length}
            total={rows.data.total}
            onPrevious={() => setStarts((before) => before.slice(0, -1))}
            onNext={() => {
              const last = rows.data.rows.at(-1);
              if (last !== undefined) setStarts((before) => [...before, last.seq]);
            }}
          />
        )}
      </Group>
      <Answer query={rows} skeletonRows={12}>
        {(data) =>
          data.rows.length === 0 ? (
            <Text size="sm" c="dimmed" p="md">
              Tidak ada baris dengan saringan ini.
            </Text>
          ) : (
            // A new page starts at its top.
            <ScrollRegion label="Baris berkas" key={`${action} ${code} ${after ?? 0}`}>
              <StagedRows rows={data.rows} kind={batch.kind} />
            </ScrollRegion>
          )
        }
      </Answer>
    </>
  );
}
