/** What a person put right in a plan, done again in the plan that takes its place: the file is the same, row by row. */
import { carriedEdits } from '../../store/import/staged-edits.ts';
import type { WriteStore } from '../../store/store.ts';
import type { TaskContext } from '../worker/task.ts';
import { editBatch } from './edit-batch.ts';
import { editsOf, noEdits } from './row-edits.ts';

/** Carries fixes, left-out rows and decisions over; rows that the new plan does not have are passed over. */
export async function carryEdits(
  store: WriteStore,
  from: number,
  to: number,
  task: TaskContext,
): Promise<void> {
  const carried = new Map(
    carriedEdits(store.sql, from, to).map(({ seq, edits }) => [seq, editsOf(edits)]),
  );
  if (carried.size === 0) return;
  const request = {
    batchId: to,
    rows: () => [...carried.keys()],
    change: (_: unknown, seq: number) => carried.get(seq) ?? noEdits,
    units: true,
    journal: null,
  };
  await editBatch(store, task.now(), request, task);
}
