/** What the engine says of the rows that wait to be saved, asked once typing has paused. */
import { useDebouncedValue } from '@mantine/hooks';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { EntryFields } from '../../../../contract/roster-edit-routes.ts';
import { mostCheckedRows, type StagedRowIn } from '../../../../contract/roster-grid-routes.ts';
import type { RouteOut } from '../../../../contract/routes.ts';
import type { AppError } from '../../../../domain/app-error.ts';
import type { Roster } from '../../../../domain/segments.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import type { Stage } from './stage.ts';

export type Verdict = RouteOut<'roster.checkCells'>[number];
export type Verdicts = ReadonlyMap<number, Verdict>;

/** The rows of a stage as they are sent. */
export function stagedRows({ rows }: Stage): StagedRowIn[] {
  return [...rows.values()].map(({ entryId, version, cells }) => ({
    entryId,
    version,
    // The table of columns pairs each field with an editor that gives values of its type.
    changes: Object.fromEntries(cells) as Partial<EntryFields>,
  }));
}

/** Verdicts by entry; those of rows still being checked are missing or a moment old. */
export function useStageChecks(roster: Roster, stage: Stage): Verdicts {
  const { engine } = useBridge();
  const [settled] = useDebouncedValue(stage, 200);
  const rows = stagedRows(settled);
  const chunks: StagedRowIn[][] = [];
  for (let from = 0; from < rows.length; from += mostCheckedRows) {
    chunks.push(rows.slice(from, from + mostCheckedRows));
  }
  const combine = useCallback(
    (results: UseQueryResult<RouteOut<'roster.checkCells'>, AppError>[]) =>
      new Map(results.flatMap(({ data }) => data ?? []).map((one) => [one.entryId, one] as const)),
    [],
  );
  return useQueries({
    queries: chunks.map((chunk) => ({
      queryKey: ['roster.checkCells', { roster, rows: chunk }],
      queryFn: () => engine.call('roster.checkCells', { roster, rows: chunk }),
      placeholderData: (before: RouteOut<'roster.checkCells'> | undefined) => before,
    })),
    combine,
  });
}
