import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeTestEngine, testPassphrase } from '../harness.ts';

it('closing the store ends its jobs as cancelled, not as an unknown error', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  const running = test.engine.context.jobs.running;
  const ended = test.codeOf('store.verify', {});
  await expect.poll(() => running().length).toBe(1);
  await test.call('store.close', {});
  expect(running()).toEqual([]);
  expect(await ended).toBe('job.cancelled');
});

it('opening another store ends the jobs of the one before; a failed opening does not', async () => {
  await using test = makeTestEngine();
  await test.newStore('dua.padan');
  await test.newStore('satu.padan');
  const { jobs } = test.engine.context;
  const stopped: string[] = [];
  const job = jobs.run('long', 'import.commit', async ({ signal }) => {
    const { promise, reject } = Promise.withResolvers<never>();
    signal.addEventListener('abort', () => {
      stopped.push('long');
      reject(new Error('stopped'));
    });
    return promise;
  });
  const settled = job.catch((error: { code?: string }) => error.code);
  const file = test.grant(join(test.dir, 'dua.padan'));
  expect(await test.codeOf('store.open', { file, passphrase: 'bukan sandinya' })).toBe(
    'store.wrong-passphrase',
  );
  expect(stopped).toEqual([]);
  await test.call('store.open', { file, passphrase: testPassphrase });
  expect(stopped).toEqual(['long']);
  expect(await settled).toBe('job.cancelled');
});
