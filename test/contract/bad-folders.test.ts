/** A place that cannot be written is the user's to change, not an error of Padan's. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { callRoute } from '../../src/engine/router.ts';
import { makeTestEngine, testPassphrase } from '../engine/harness.ts';

const dir = mkdtempSync(join(tmpdir(), 'padan-folders-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it('demo into a file, and a new store in no folder, are file.unwritable', () => {
  const file = join(dir, 'berkas.csv');
  writeFileSync(file, 'isi');
  const padan = (...args: string[]) =>
    spawnSync(process.execPath, ['src/cli/main.ts', ...args, '--json'], {
      encoding: 'utf8',
      env: { ...process.env, PADAN_PASSPHRASE: testPassphrase },
    });
  const demo = padan('demo', '--out', file, '--workers', '50');
  expect([demo.status, JSON.parse(demo.stdout).error.code]).toEqual([3, 'file.unwritable']);
  const made = padan(
    'new',
    join(dir, 'tidak-ada', 'x.padan'),
    '--regency',
    '33.29',
    '--year',
    '2027',
  );
  expect([made.status, JSON.parse(made.stdout).error.code]).toEqual([3, 'file.unwritable']);
});

it('the page hears the name of a file that failed, never its folder', async () => {
  await using test = makeTestEngine();
  const file = test.grant(join(test.dir, 'SITI AMINAH', 'brebes.padan'));
  const answer = await callRoute(
    test.engine,
    'store.open',
    { file, passphrase: testPassphrase },
    { id: 'open' },
  );
  expect(answer).toEqual({
    ok: false,
    error: { code: 'store.missing', at: { file: 'brebes.padan' }, params: {} },
  });
});
