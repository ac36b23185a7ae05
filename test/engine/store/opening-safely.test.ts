import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAndOpen } from '../../../src/engine/store/open.ts';
import { openStoreInWorker } from '../../../src/store/open-store.ts';
import { makeTestEngine, testPassphrase } from '../harness.ts';

it('a wrong passphrase for the store that is open leaves it open', async () => {
  await using test = makeTestEngine();
  await test.newStore('satu.padan');
  const file = test.grant(join(test.dir, 'satu.padan'));
  expect(await test.codeOf('store.open', { file, passphrase: 'bukan sandinya' })).toBe(
    'store.wrong-passphrase',
  );
  expect(await test.call('store.status', {})).toMatchObject({ open: true });
  expect(await test.call('unit.list', { kind: 'kecamatan' })).toHaveLength(17);
  await test.call('store.open', { file, passphrase: testPassphrase });
  expect(await test.call('store.status', {})).toMatchObject({ open: true });
});

it('a store opens also where the list of recent stores cannot be kept', async () => {
  await using test = makeTestEngine();
  const data = join(test.dir, 'data');
  rmSync(data, { recursive: true });
  writeFileSync(data, 'a file where the folder was');
  await test.newStore('satu.padan');
  expect(await test.call('store.status', {})).toMatchObject({ open: true });
  expect(test.log.map(({ event }) => event)).toContain('store.not-remembered');
});

it('a store that could not be filled leaves no file and no lock', async () => {
  await using test = makeTestEngine();
  const path = join(test.dir, 'gagal.padan');
  const wanted = { path, passphrase: testPassphrase, regencyCode: '33.29', fiscalYear: 1 };
  await expect(createAndOpen(test.engine.context, wanted)).rejects.toThrow();
  expect(readdirSync(test.dir).filter((name) => name.startsWith('gagal'))).toEqual([]);
  await createAndOpen(test.engine.context, { ...wanted, fiscalYear: 2027 });
  expect(await test.call('store.status', {})).toMatchObject({ open: true });
});

it('closes at once and frees the lock while another connection writes', async () => {
  await using test = makeTestEngine();
  await test.newStore('satu.padan');
  const { session } = test.engine.context;
  // What makes the planner's statistics due: a table that has grown.
  session.store().transact([], (sql) => {
    const add = sql.prepare(`INSERT INTO meta (key, value) VALUES (?, 'x')`);
    for (let n = 0; n < 5_000; n += 1) add(`k${n}`);
  });
  using writer = openStoreInWorker(session.access());
  writer.transact([], (sql) => {
    sql.run(`INSERT INTO meta (key, value) VALUES ('held', 'x')`);
    session.close();
  });
  expect(session.opened()).toBeNull();
  expect(existsSync(join(test.dir, 'satu.padan-lock'))).toBe(false);
});
