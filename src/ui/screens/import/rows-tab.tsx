/** The rows of a plan, by what will happen to them and by what was found in them. */
import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Batch } from '../../../contract/import-routes.ts';
import { rosters } from '../../../domain/segments.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { issueAdvice } from '../../words/issue-words.ts';
import { noFilter, type RowsFilter, RowsFilters } from './rows-filters.tsx';
import { SameValuesBar } from './same-values-bar.tsx';
import { StagedRows } from './staged-rows.tsx';
import type { Editing, FixedCell } from './value-cell.tsx';

const pageSize = 100;

/** Filters, one page of rows, and where in the whole it stands. */
export function RowsTab({ batch }: { readonly batch: Batch }) {
  const [filter, setFilter] = useState<RowsFilter>(noFilter);
  // The last row of each page before this one; the end of the list is this page's start.
  const [starts, setStarts] = useState<readonly number[]>([]);
  const after = starts.at(-1);
  const [offer, setOffer] = useState<FixedCell | null>(null);
  const { readOnly } = useOpenStore();
  const rows = useRoute(
    'import.rows',
    {
      batchId: batch.id,
      limit: pageSize,
      ...(filter.action === null ? {} : { action: filter.action }),
      ...(filter.code === null ? {} : { code: filter.code }),
      ...(filter.severity === null ? {} : { severity: filter.severity }),
      ...(after === undefined ? {} : { after }),
    },
    { keep: true },
  );

  const canEdit = batch.state === 'staged' && !readOnly;
  const editing: Editing | undefined = canEdit
    ? {
        batchId: batch.id,
        cells: rosters.some((roster) => roster === batch.kind),
        onFixed: setOffer,
      }
    : undefined;

  return (
    <>
      <Group mb="xs" justify="space-between" wrap="nowrap">
        <RowsFilters
          batch={batch}
          filter={filter}
          onChange={(next) => {
            setFilter(next);
            setStarts([]);
          }}
        />
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
      <Advice code={filter.code} />
      {offer === null || editing === undefined ? null : (
        <SameValuesBar
          key={`${offer.field} ${offer.from}`}
          batchId={batch.id}
          offer={offer}
          onDone={() => setOffer(null)}
        />
      )}
      <Answer query={rows} skeletonRows={12}>
        {(data) => (
          // Another page, or another filter, starts at its top.
          <ScrollRegion label="Baris berkas" key={JSON.stringify([filter, after])}>
            <StagedRows rows={data.rows} kind={batch.kind} editing={editing} />
          </ScrollRegion>
        )}
      </Answer>
    </>
  );
}

/** What can be done about the kind of finding that is shown. */
function Advice({ code }: { readonly code: string | null }) {
  const advice = code === null ? '' : issueAdvice(code);
  if (advice === '') return null;
  return (
    <Text size="sm" c="dimmed" mb="xs">
      {advice}
    </Text>
  );
}
