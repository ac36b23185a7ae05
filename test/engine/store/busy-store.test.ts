import { expect, it } from 'vitest';
import { openStoreInWorker } from '../../../src/store/open-store.ts';
import { makeTestEngine } from '../harness.ts';

it('a command while a job saves is store.busy, not a store that another window holds', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  const profile = await test.call('profile.get', {});
  using worker = openStoreInWorker(test.engine.context.session.access());
  let code: Promise<string> | undefined;
  worker.transact([], (sql) => {
    sql.run(`INSERT INTO meta (key, value) VALUES ('held', 'x')`);
    code = test.codeOf('profile.save', { ...profile, phone: '1' });
  });
  expect(await code).toBe('store.busy');
  expect(await test.codeOf('profile.save', { ...profile, phone: '2' })).toBe('ok');
  expect((await test.call('profile.get', {})).phone).toBe('2');
});
