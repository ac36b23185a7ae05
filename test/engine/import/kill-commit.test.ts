/** A commit whose process is killed leaves the store as it was, wherever in the work the kill falls. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { verifyStore } from '../../../src/store/verify.ts';
import { type ImportFixture, importFixture } from './import-fixture.ts';

const counts = { known: 9_000, changed: 4_000, missing: 3_000, rows: 20_000 };
let fixture: ImportFixture;
let batchId: number;
let before: string;

const two = (value: number) => String(value).padStart(2, '0');
/** A person of the list, each with a NIK of their own. */
function line(index: number, position: string): string {
  const [day, month, year] = [
    1 + (index % 28),
    1 + (index % 12),
    60 + (Math.floor(index / 336) % 40),
  ];
  const sequence = 9000 + Math.floor(index / 28);
  const nik = `332901${two(day)}${two(month)}${two(year)}${sequence}`;
  return `Orang ${index};${nik};${two(day)}-${two(month)}-19${two(year)};Salem;Salem;${position}`;
}
function csv(name: string, lines: readonly string[]): string {
  const path = join(fixture.dir, name);
  writeFileSync(path, `Nama;NIK;Tgl Lahir;Desa;Kecamatan;Jabatan\n${lines.join('\n')}\n`);
  return path;
}
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index);
const digest = () => createHash('sha256').update(fixture.dump()).digest('hex');

const state = () =>
  fixture.read(
    (store) => store.sql.pluck<string>('SELECT state FROM import_batch WHERE id = ?', batchId)[0],
  );
const walBytes = () => statSync(`${fixture.access.path}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** Starts the commit in a process of its own; it stands still at the nth word of its progress, never at 0. */
const startCommit = (nth: number) =>
  spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'commit-child.ts'),
      fixture.access.path,
      String(batchId),
      String(nth),
    ],
    { env: { ...process.env, PADAN_PASSPHRASE: fixture.access.passphrase } },
  );

/** Starts the commit, kills it where it stands still, gives what it said last. */
async function killAt(nth: number): Promise<string> {
  const child = startCommit(nth);
  const ended = once(child, 'exit');
  const [said] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer | number];
  child.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return String(said).trim();
}

beforeAll(async () => {
  fixture = await importFixture();
  const known = csv(
    'dulu.csv',
    numbers(0, counts.known).map((index) => line(index, 'Staf')),
  );
  await fixture.commit(await fixture.stage({ path: known, kind: 'desa' }));
  const { missing, changed, rows } = counts;
  const next = numbers(missing, missing + rows).map((index) =>
    line(index, index < missing + changed ? 'Kaur' : 'Staf'),
  );
  batchId = await fixture.stage({ path: csv('kini.csv', next), kind: 'desa', mode: 'replace' });
  before = digest();
}, 120_000);
afterAll(() => fixture[Symbol.dispose]());

describe('a commit of 20,000 rows whose process is killed', () => {
  it('has much to do', () => {
    expect(fixture.batch(batchId).counts).toMatchObject({
      read: counts.rows,
      add: counts.rows - (counts.known - counts.missing),
      update: counts.changed,
      leave: counts.missing,
    });
  });

  // Words 1 to 4 come while people are added, 5 to 8 while they change, 9 to 12 while they leave.
  it.each([
    [2, '10000/23000'],
    [7, '20000/23000'],
    [12, '23000/23000'],
  ])('at its word %i of progress leaves the store as it was', async (nth, said) => {
    expect(await killAt(nth)).toBe(said);
    // Opened as the app opens it after a crash, with the lock the dead process may have left.
    {
      using store = openStore(fixture.access);
      expect(verifyStore(store, () => undefined).problems).toEqual([]);
    }
    expect(state()).toBe('staged');
    expect(digest()).toBe(before);
  });

  it('while its pages are being written leaves all of it or nothing', async () => {
    const child = startCommit(0);
    const ended = once(child, 'exit');
    let over = false;
    child.once('exit', () => {
      over = true;
    });
    // The pages go into the write-ahead log when the transaction ends; the first of them calls for the kill.
    while (!over && walBytes() === 0) await new Promise((next) => setImmediate(next));
    child.kill('SIGKILL');
    await ended;
    {
      using store = openStore(fixture.access);
      expect(verifyStore(store, () => undefined).problems).toEqual([]);
    }
    if (state() === 'staged') expect(digest()).toBe(before);
    else expect(fixture.batch(batchId).counts.read).toBe(counts.rows);
  });

  it('can be committed afterwards, and undone', async () => {
    if (state() === 'staged') await fixture.commit(batchId, true);
    const states = fixture.read((store) =>
      store.sql.all<{ status: string; people: number }>(
        'SELECT status, count(*) AS people FROM roster_entry GROUP BY status ORDER BY status',
      ),
    );
    expect(states).toEqual([
      { status: 'keluar', people: counts.missing },
      { status: 'terverifikasi', people: counts.rows },
    ]);
    expect(await fixture.undo(batchId)).toEqual([]);
    expect(fixture.read((store) => verifyStore(store, () => undefined)).problems).toEqual([]);
  });
});
