/** Reads one `match` file in a thread of its own; its columns come back in shared memory. */
import { sealLexicon } from '../../linkage/normalise/sealed-lexicon.ts';
import type { Side } from '../../linkage/side.ts';
import type { Task } from '../worker/task.ts';
import { type People, readPeople } from './read-people.ts';
import { openTextPool, type PoolBytes } from './text-pool.ts';

export interface ReadInput {
  readonly path: string;
}

export interface ReadOutput {
  readonly side: Side;
  readonly ids: PoolBytes;
}

export const readTask: Task<ReadInput, ReadOutput> = async ({ path }, task) => {
  const { side, ids } = await readPeople(path, {
    signal: task.signal,
    onProgress: (done) => task.progress('read-right', done, 1),
  });
  const lexicon = sealLexicon(side.lexicon);
  const places = sealLexicon(side.places);
  return { side: { ...side, lexicon, places }, ids: ids.bytes() };
};

/** What the task gave, as people. */
export function peopleOf(output: unknown): People {
  // The task that was named is the one above.
  const { side, ids } = output as ReadOutput;
  return { side, ids: openTextPool(ids) };
}
