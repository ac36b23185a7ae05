/** One field for many: counted first, one deed, undone as one, whatever the number of rows. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RouteIn } from '../../../src/contract/routes.ts';
import { editBulk } from '../../../src/engine/roster/bulk-task.ts';
import { undoByHand } from '../../../src/engine/roster/undo-deed.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { addPeople, problemsOf } from './roster-fixture.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
  addPeople(test, [
    { name: 'Budi', unit: 'Dinas Kesehatan', position: 'Sopir', wage: 2_000_000, status: 'aktif' },
    { name: 'Ani', unit: 'Dinas Kesehatan', position: 'Operator' },
    { name: 'Citra', unit: 'Badan Keuangan', status: 'terverifikasi', fund: 'dbhcht' },
    { name: 'Karto', roster: 'rentan', jobKind: 'Petani' },
    { name: 'Siti', roster: 'rentan', position: 'Nelayan', jobKind: 'Nelayan' },
    { name: 'Tono', roster: 'desa', position: 'Ketua RT 01' },
  ]);
});
afterEach(async () => {
  expect(problemsOf(test)).toEqual([]);
  await test[Symbol.asyncDispose]();
});

type Change = RouteIn<'roster.bulkEdit'>['change'];
type Target = RouteIn<'roster.bulkEdit'>['target'];
type Roster = RouteIn<'roster.bulkEdit'>['roster'];

const rows = (...entryIds: number[]): Target => ({ kind: 'rows', entryIds });
const everyone = (roster: Roster): Target => ({ kind: 'filter', filter: { roster } });
const preview = (target: Target, change: Change, roster: Roster = 'non-asn') =>
  test.call('roster.bulkPreview', { roster, target, change });
async function edit(target: Target, change: Change, roster: Roster = 'non-asn') {
  const { changed } = await preview(target, change, roster);
  return test.call('roster.bulkEdit', { roster, target, change, expected: changed });
}
const entry = (entryId: number) => test.call('roster.entry', { entryId });
const undo = (journalId: number | null) =>
  test.call('roster.undoDeed', { journalId: journalId ?? 0 });
const unitId = (name: string) =>
  test.engine.context.session
    .store()
    .sql.pluck<number>('SELECT id FROM unit WHERE name = ?', name)[0] ?? 0;

describe('a field for many', () => {
  it('counts first, then does just that, and goes back as one deed', async () => {
    const change = { field: 'unitId', value: unitId('Badan Keuangan') } as const;
    expect(await preview(everyone('non-asn'), change)).toEqual({
      changed: 2,
      same: 1,
      refused: 0,
      refusedSome: [],
    });
    expect((await entry(1)).unitName).toBe('Dinas Kesehatan');
    const { journalId, changed } = await edit(everyone('non-asn'), change);
    expect(changed).toBe(2);
    expect(await entry(2)).toMatchObject({ unitName: 'Badan Keuangan', version: 2 });
    expect((await entry(3)).version).toBe(1);
    const [line] = await test.call('journal.page', { limit: 1 });
    expect(line).toMatchObject({
      action: 'roster.bulkEdit',
      params: { rows: 2, fields: 'unitId', value: 'Badan Keuangan' },
      undoable: true,
    });
    expect(await undo(journalId)).toEqual({ restored: 2, kept: 0, keptSome: [] });
    expect(await entry(2)).toMatchObject({ unitName: 'Dinas Kesehatan', version: 3 });
  });

  it.each<[Change, Roster, number[], Record<string, unknown>]>([
    [{ field: 'wage', value: 2_100_000 }, 'non-asn', [1, 2], { wage: 2_100_000 }],
    [{ field: 'fundSource', value: 'apbd-dau' }, 'non-asn', [1, 3], { fundSource: 'apbd-dau' }],
    [{ field: 'startDate', value: '2026-01-02' }, 'non-asn', [2], { startDate: '2026-01-02' }],
    [{ field: 'decree', value: '800/1' }, 'non-asn', [1, 2, 3], { decree: '800/1' }],
    [{ field: 'position', value: 'Arsiparis' }, 'non-asn', [1, 2], { position: 'Arsiparis' }],
    [{ field: 'position', value: 'Ojek' }, 'rentan', [4, 5], { position: 'Ojek', jobKind: 'Ojek' }],
    [{ field: 'position', value: 'Kaur Keuangan' }, 'desa', [6], { segment: 'pu' }],
    [{ field: 'desil', value: 2 }, 'rentan', [4], { desil: 2 }],
    [{ field: 'note', value: null }, 'non-asn', [1], { note: null }],
  ])('sets %j in %s and takes it back', async (change, roster, ids, expected) => {
    const before = await Promise.all(ids.map(entry));
    const { journalId } = await edit(rows(...ids), change, roster);
    for (const id of ids) expect(await entry(id)).toMatchObject(expected);
    if (journalId === null) return;
    await undo(journalId);
    const after = await Promise.all(ids.map(entry));
    const bare = ({ history, version, ...rest }: (typeof after)[number]) => rest;
    expect(after.map(bare)).toEqual(before.map(bare));
  });

  it('keeps to the life of an entry and says who may not', async () => {
    const active = { field: 'status', value: 'aktif', reason: null } as const;
    expect(await preview(rows(1, 2, 3), active)).toEqual({
      changed: 1,
      same: 1,
      refused: 1,
      refusedSome: [{ entryId: 2, name: 'Ani', status: 'diusulkan' }],
    });
    const died = { field: 'status', value: 'keluar', reason: 'meninggal' } as const;
    const { journalId } = await edit(rows(1, 2), died);
    expect(await entry(1)).toMatchObject({
      status: 'keluar',
      statusReason: 'meninggal',
      deceased: true,
      nextStatuses: [],
    });
    const back = { field: 'status', value: 'diusulkan', reason: null } as const;
    expect(await preview(rows(1, 2), back)).toMatchObject({ changed: 0, refused: 2 });
    await undo(journalId);
    expect(await entry(1)).toMatchObject({ status: 'aktif', statusReason: null, deceased: false });
  });

  it('leaves alone whom somebody changed since, and names them', async () => {
    const { journalId } = await edit(rows(1, 2, 3), { field: 'wage', value: 1_000_000 });
    await test.call('roster.update', { entryId: 2, version: 2, changes: { note: 'lain' } });
    expect(await undo(journalId)).toEqual({ restored: 2, kept: 1, keptSome: ['Ani'] });
    expect(await entry(2)).toMatchObject({ wage: 1_000_000, note: 'lain' });
    expect((await entry(1)).wage).toBe(2_000_000);
  });

  it('does nothing when what was shown no longer holds', async () => {
    const change = { field: 'wage', value: 1_000_000 } as const;
    const asked = { roster: 'non-asn' as const, target: rows(1, 2), change };
    expect(await test.codeOf('roster.bulkEdit', { ...asked, expected: 1 })).toBe(
      'roster.changed-meanwhile',
    );
    expect((await entry(2)).wage).toBeNull();
    const again = await edit(rows(1, 2), change);
    expect(again.journalId).not.toBeNull();
    expect(await edit(rows(1, 2), change)).toMatchObject({ changed: 0, journalId: null });
  });

  it('works on more rows than one batch, indexes and all', async () => {
    addPeople(
      test,
      Array.from({ length: 25_000 }, (_, index) => ({ name: `Orang ${index}` })),
    );
    const change = { field: 'fundSource', value: 'csr' } as const;
    const { journalId, changed } = await edit(everyone('non-asn'), change);
    expect(changed).toBe(25_003);
    const page = await test.call('roster.page', {
      filter: { roster: 'non-asn', fundSource: 'csr' },
      offset: 25_000,
      limit: 10,
    });
    expect(page).toMatchObject({ total: 25_003 });
    const undone = await undo(journalId);
    expect(undone).toMatchObject({ restored: 25_003, kept: 0 });
    expect((await entry(3)).fundSource).toBe('dbhcht');
  });
});

describe('stopping a deed for many', () => {
  /** Everything a stopped deed could have left: rows, history, indexes, and that something changed. */
  const state = () => {
    const { sql } = test.engine.context.session.store();
    return [
      sql.all('SELECT fund_source, version, count(*) FROM roster_entry GROUP BY 1, 2'),
      sql.all('SELECT count(*) FROM journal'),
      sql.all('SELECT count(*) FROM journal_change'),
      sql.all("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name"),
      sql.all('SELECT * FROM area_version ORDER BY area'),
    ];
  };

  it('at any word of its progress leaves everything as it was; the undo of one likewise', async () => {
    addPeople(
      test,
      Array.from({ length: 60_000 }, (_, index) => ({ name: `Orang ${index}` })),
    );
    const store = test.engine.context.session.store();
    const change = { field: 'fundSource', value: 'csr' } as const;
    const { changed } = await preview(everyone('non-asn'), change);
    const input = {
      roster: 'non-asn' as const,
      target: everyone('non-asn'),
      change,
      expected: changed,
    };
    /** Stops at one word after the other until nobody is stopped any more; gives how many there were. */
    const stoppedAtEach = <Done>(run: (how: Parameters<typeof editBulk>[2]) => Done) => {
      const before = state();
      for (let word = 1; ; word += 1) {
        const abort = new AbortController();
        let told = 0;
        const progress = () => {
          told += 1;
          if (told === word) abort.abort();
        };
        try {
          const done = run({ now: test.engine.context.now, progress, signal: abort.signal });
          return { done, words: word };
        } catch (error) {
          expect(error).toMatchObject({ code: 'job.cancelled' });
          expect(state()).toEqual(before);
        }
      }
    };
    const made = stoppedAtEach((how) => editBulk(store, input, how));
    expect(made.words).toBeGreaterThan(5);
    expect(made.done).toMatchObject({ changed: 60_003 });
    const journalId = made.done.journalId ?? 0;
    const undone = stoppedAtEach((how) => undoByHand(store, { journalId }, how));
    expect(undone.words).toBeGreaterThan(2);
    expect(undone.done).toMatchObject({ restored: 60_003, kept: 0 });
  }, 120_000);
});

describe('what is refused', () => {
  const base = { roster: 'non-asn' as const, target: rows(1), expected: 1 };
  it.each<[string, Partial<RouteIn<'roster.bulkEdit'>> | Record<string, unknown>, string]>([
    ['a unit of another roster', { change: { field: 'unitId', value: 1 } }, 'input.invalid'],
    ['a column the roster has not', { change: { field: 'desil', value: 1 } }, 'input.invalid'],
    [
      'leaving without a reason',
      { change: { field: 'status', value: 'keluar', reason: null } },
      'input.invalid',
    ],
    [
      'a reason for staying',
      { change: { field: 'status', value: 'aktif', reason: 'pindah' } },
      'input.invalid',
    ],
    [
      'a day that is none',
      { change: { field: 'startDate', value: '2026-02-31' } },
      'input.invalid',
    ],
    [
      'people of another roster',
      { target: rows(1, 4), change: { field: 'wage', value: 1 } },
      'not-found',
    ],
    [
      'a filter of another roster',
      { target: everyone('desa'), change: { field: 'wage', value: 1 } },
      'input.invalid',
    ],
    ['the same name for all', { change: { field: 'name', value: 'X' } }, 'bridge.bad-request'],
    ['the same NIK for all', { change: { field: 'nik', value: null } }, 'bridge.bad-request'],
    ['nobody', { target: rows(), change: { field: 'wage', value: 1 } }, 'bridge.bad-request'],
    ['a wage below nothing', { change: { field: 'wage', value: -1 } }, 'bridge.bad-request'],
  ])('%s', async (_what, over, code) => {
    expect(await test.codeOf('roster.bulkEdit', { ...base, ...over } as never)).toBe(code);
    expect((await entry(1)).version).toBe(1);
  });

  it('taking back what is no deed by hand', async () => {
    expect(await test.codeOf('roster.undoDeed', { journalId: 1 })).toBe('not-found');
    expect(await test.codeOf('roster.undoDeed', { journalId: 0 })).toBe('bridge.bad-request');
  });
});
