/** What an officer decides, takes back or sets while a run is on its way is not overwritten by that run. */
import { expect, it } from 'vitest';
import { reconcileTask } from '../../src/engine/reconcile/reconcile-task.ts';
import { thresholdTask } from '../../src/engine/review/thresholds.ts';
import type { TaskContext } from '../../src/engine/worker/task.ts';
import { makeTestEngine, type TestEngine } from '../engine/harness.ts';
import {
  asOf,
  decide,
  enrolmentOf,
  makeQueue,
  need,
  pageOf,
} from '../engine/review/review-fixture.ts';

function taskOf(test: TestEngine, progress: TaskContext['progress']): TaskContext {
  const { session, resourcesDir, now } = test.engine.context;
  const { signal } = new AbortController();
  return { access: session.access(), resourcesDir, now, signal, progress };
}

/** Runs the matcher, with `work` done once its rows are read and before its links are stored. */
async function runAround(test: TestEngine, work: () => Promise<unknown>): Promise<string> {
  const done: Promise<unknown>[] = [];
  const task = taskOf(test, (stage) => {
    if (stage === 'save' && done.length === 0) done.push(work());
  });
  const code = await reconcileTask({ asOf }, task).then(
    () => 'stored',
    (error: { readonly code?: string }) => error.code ?? 'another error',
  );
  expect(done).toHaveLength(1);
  await Promise.all(done);
  return code;
}

const wahyudi = async (test: TestEngine, state: 'open' | 'decided') =>
  (await pageOf(test, { state })).pairs.find(({ left }) => left.name === 'Wahyudi');
const standing = (test: TestEngine) => enrolmentOf(test, 'Wahyudi');

it('a decision made, and one taken back, stand as the officer left them', async () => {
  await using test = makeTestEngine();
  await makeQueue(test);
  const pair = need(await wahyudi(test, 'open'));
  expect(await runAround(test, () => decide(test, pair, 'same'))).toBe('reconcile.data-changed');
  expect(await standing(test)).toEqual(['Dinas Pendidikan: aktif']);
  await test.call('reconcile.run', { asOf });
  expect(await standing(test)).toEqual(['Dinas Pendidikan: aktif']);

  const decided = need(await wahyudi(test, 'decided'));
  expect(await runAround(test, () => decide(test, decided, 'open'))).toBe('reconcile.data-changed');
  expect(await wahyudi(test, 'decided')).toBeUndefined();
  await test.call('reconcile.run', { asOf });
  expect(await standing(test)).toEqual(['Dinas Pendidikan: perlu-periksa']);
});

it('thresholds set meanwhile rule the queue that stands', async () => {
  await using test = makeTestEngine();
  await makeQueue(test);
  const { open } = await pageOf(test);
  const set = () =>
    thresholdTask(
      { accept: 0.7, review: 0.6 },
      taskOf(test, () => {}),
    );
  expect(await runAround(test, set)).toBe('reconcile.data-changed');
  const kept = await pageOf(test);
  expect(kept.open).toBeLessThan(open);
  await test.call('reconcile.run', { asOf });
  expect((await pageOf(test)).open).toBe(kept.open);
});
