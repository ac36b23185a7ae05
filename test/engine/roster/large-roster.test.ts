/** A roster longer than one step reads: totals told in parts, lists made between calls, search by any of its ways. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RosterFilter, RosterSort } from '../../../src/contract/roster-routes.ts';
import { rosterWindow, usualSort } from '../../../src/engine/roster/roster-window.ts';
import { suspendIndexes } from '../../../src/store/import/bulk-indexes.ts';
import { listEntryIds, rosterList } from '../../../src/store/roster-list.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';

const size = 60_000;
const givenNames = ['SITI', 'BUDI', 'AMINAH', 'SLAMET', 'NURHAYATI'];
const nameOf = (id: number) =>
  `${givenNames[id % 5]} ${id % 3_000 === 0 ? 'LANGKA' : 'UMUM'} ${String.fromCharCode(65 + (id % 23))}`;
const nikOf = (id: number) => `3329${String(id).padStart(12, '0')}`;
const hasNik = (id: number) => id % 4_001 !== 0;
const wageOf = (id: number) => (id % 7 === 0 ? null : (id % 11) * 100);
const statusOf = (id: number) =>
  id % 5_000 === 1 ? 'keluar' : id % 2 === 0 ? 'aktif' : 'diusulkan';
const fundOf = (id: number) => (id % 3_000 === 5 ? 'csr' : id % 9 === 0 ? 'dbhcht' : 'add');
const positionOf = (id: number) => (id % 2_999 === 0 ? 'Juru Kunci' : `Buruh ${id % 13}`);
const ids = Array.from({ length: size }, (_, index) => index + 1);
/** The ids whose names pass, in the list's order. */
const expected = (passes: (name: string, id: number) => boolean) =>
  ids
    .filter((id) => passes(nameOf(id), id))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : a - b));

/** Ids in the order of names put into that of wages, the unknown last. */
const byWage = (list: readonly number[]) =>
  list
    .map((id, at) => ({ id, at, wage: wageOf(id) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.wage === b.wage ? a.at - b.at : a.wage - b.wage))
    .map(({ id }) => id);

let test: TestEngine;
beforeAll(async () => {
  test = makeTestEngine();
  await test.newStore();
  test.engine.context.session.store().transact(['roster'], (sql) => {
    const person = sql.prepare(
      "INSERT INTO person (id, nik, name, name_key, sex) VALUES (?, ?, ?, ?, 'L')",
    );
    const entry = sql.prepare(
      `INSERT INTO roster_entry (id, person_id, roster, segment, employer_group, status, sort_name, wage_sen, kpj,
         fund_source, sort_position) VALUES (?, ?, 'rentan', 'bpu', 'rentan', ?, ?, ?, ?, ?, ?)`,
    );
    const putUp = (['person', 'roster_entry'] as const).map((table) =>
      suspendIndexes(sql, table, size),
    );
    for (const id of ids) {
      person(id, hasNik(id) ? nikOf(id) : null, nameOf(id), nameOf(id));
      const kpj = id === 77 ? '21000000777' : null;
      entry(id, id, statusOf(id), nameOf(id), wageOf(id), kpj, fundOf(id), positionOf(id));
    }
    for (const restore of putUp) restore();
    sql.run('INSERT INTO entry_search (rowid, name) SELECT id, sort_name FROM roster_entry');
  });
}, 60_000);
afterAll(() => test[Symbol.asyncDispose]());

const rentan = { roster: 'rentan' } as const;
const found = async (filter: Partial<RosterFilter>) => {
  const ask = () =>
    test.call('roster.page', { filter: { ...rentan, ...filter }, offset: 0, limit: 50 });
  let page = await ask();
  while (page.counting === true) {
    await new Promise(setImmediate);
    page = await ask();
  }
  return { ids: page.rows.map(({ id }) => id), total: page.total };
};

describe('a large roster', () => {
  it('gives its first page with what was counted so far, and the exact total soon after', async () => {
    const store = test.engine.context.session.store();
    const source = { store, isOpen: () => true, patience: 0 };
    const ask = () => rosterWindow(source, rentan, usualSort, { offset: 0, limit: 50 });
    const first = await ask();
    expect(first).toMatchObject({ counting: true, ids: expected(() => true).slice(0, 50) });
    expect(first.total).toBeLessThan(size);
    let last = first;
    while (last.counting) {
      await new Promise(setImmediate);
      const next = await ask();
      expect(next.total).toBeGreaterThanOrEqual(last.total);
      last = next;
    }
    expect(last.total).toBe(size);
  });

  it('reaches the last row, and any in between', async () => {
    const all = expected(() => true);
    for (const offset of [size - 5, size / 2]) {
      const page = await test.call('roster.page', { filter: rentan, offset, limit: 5 });
      expect(page.rows.map(({ id }) => id)).toEqual(all.slice(offset, offset + 5));
      expect(page.total).toBe(size);
    }
  });

  it('keeps the order of a column with many alike across the steps it is read in', () => {
    const store = test.engine.context.session.store();
    const list = listEntryIds(store, rentan, { by: 'wage', descending: false });
    expect([...list]).toEqual(byWage(expected(() => true)));
  });

  type Passes = (id: number) => boolean;
  it.each<[string, Partial<RosterFilter>, Passes]>([
    ['a fund that nobody has', { fundSource: 'pades' }, () => false],
    ['a fund that few have', { fundSource: 'csr' }, (id) => fundOf(id) === 'csr'],
    ['a fund that many have', { fundSource: 'dbhcht' }, (id) => fundOf(id) === 'dbhcht'],
    ['no NIK', { hasNik: false }, (id) => !hasNik(id)],
    ['a NIK', { hasNik: true }, hasNik],
    ['a status that few have', { status: 'keluar' }, (id) => statusOf(id) === 'keluar'],
    ['a status that many have', { status: 'aktif' }, (id) => statusOf(id) === 'aktif'],
    ['a position that few have', { position: 'kunci' }, (id) => positionOf(id) === 'Juru Kunci'],
    ['positions that many have', { position: 'buruh 1' }, (id) => /Buruh 1/.test(positionOf(id))],
    ['a position that nobody has', { position: 'camat' }, () => false],
    [
      'many of each, some together',
      { status: 'aktif', fundSource: 'dbhcht', position: 'buruh', search: 'umum' },
      (id) =>
        statusOf(id) === 'aktif' &&
        fundOf(id) === 'dbhcht' &&
        /Buruh/.test(positionOf(id)) &&
        nameOf(id).includes('UMUM'),
    ],
    [
      'many of each, nobody together',
      { status: 'diusulkan', position: 'buruh', hasNik: false, fundSource: 'csr' },
      (id) => statusOf(id) === 'diusulkan' && !hasNik(id) && fundOf(id) === 'csr',
    ],
    [
      'digits that many have, and a fund',
      { search: '000001', fundSource: 'dbhcht' },
      (id) => hasNik(id) && nikOf(id).includes('000001') && fundOf(id) === 'dbhcht',
    ],
    ['not registered', { enrolment: 'belum' }, (id) => statusOf(id) !== 'keluar'],
    ['registered', { enrolment: 'aktif' }, () => false],
  ])('filters by %s, in each order, at its head and as a whole', async (_case, filter, passes) => {
    const store = test.engine.context.session.store();
    const names = expected((_name, id) => passes(id));
    const orders: [RosterSort, number[]][] = [
      [usualSort, names],
      [{ by: 'name', descending: true }, [...names].reverse()],
      [{ by: 'wage', descending: false }, byWage(names)],
    ];
    const asked = { ...rentan, ...filter };
    for (const [sort, list] of orders) {
      expect([...listEntryIds(store, asked, sort)]).toEqual(list);
      expect(rosterList(store, asked).first(sort, 50)).toEqual(list.slice(0, 50));
    }
    expect(await found(filter)).toEqual({ ids: names.slice(0, 50), total: names.length });
  });

  it.each([
    ['many have the word', 'siti', (name: string) => name.includes('SITI')],
    ['few have the word', 'langka', (name: string) => name.includes('LANGKA')],
    ['letters within a word', 'hayat', (name: string) => name.includes('HAYAT')],
    ['many and few', 'budi langka', (name: string) => /BUDI.*LANGKA/.test(name)],
    ['a short word begins one', 'slamet b', (name: string) => /SLAMET.* B/.test(name)],
    ['two words, both common', 'umum aminah', (name: string) => name.startsWith('AMINAH UMUM')],
    ['a short word alone begins the name', 'nu', (name: string) => name.startsWith('NU')],
    ['nobody', 'tiada', () => false],
    ['every NIK begins so', '3329', (_: string, id: number) => hasNik(id)],
    [
      'few NIK begin so',
      '33290000000500',
      (_: string, id: number) => hasNik(id) && nikOf(id).startsWith('33290000000500'),
    ],
    ['a KPJ', '2100000', (_: string, id: number) => id === 77],
    ['digits within a NIK', '0059999', (_: string, id: number) => nikOf(id).includes('0059999')],
    ['a NIK with spaces', '3329 0000 0000 0042', (_: string, id: number) => id === 42],
  ])('finds when %s', async (_case, search, passes) => {
    const all = expected(passes);
    expect(await found({ search })).toEqual({ ids: all.slice(0, 50), total: all.length });
  });

  it('a list asked for while the roster changes is the list after the change', async () => {
    const store = test.engine.context.session.store();
    const asked = test.call('roster.page', { filter: rentan, offset: size - 1, limit: 5 });
    store.transact(['roster'], (sql) =>
      sql.run("UPDATE roster_entry SET status = 'menunggak' WHERE id = 1"),
    );
    expect((await asked).rows.map(({ id }) => id)).toEqual(expected(() => true).slice(-1));
    expect(await found({ status: 'menunggak' })).toEqual({ ids: [1], total: 1 });
  });
});
