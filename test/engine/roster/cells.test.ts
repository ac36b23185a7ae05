/** Staged cells of the grid: checked without a trace, saved together or not at all, taken back as one deed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RouteIn } from '../../../src/contract/routes.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { addPeople, problemsOf } from './roster-fixture.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
  addPeople(test, [
    {
      name: 'Budi Santoso',
      nik: '3329010105909001',
      birth: '1990-05-01',
      sex: 'L',
      unit: 'Dinas Kesehatan',
      position: 'Sopir',
      wage: 2_000_000,
    },
    { name: 'Ani', position: 'Operator', jobKind: 'Operator' },
    { name: 'Citra', wage: 1_500_000 },
    { name: 'Karto', roster: 'rentan', jobKind: 'Petani' },
  ]);
});
afterEach(async () => {
  expect(problemsOf(test)).toEqual([]);
  await test[Symbol.asyncDispose]();
});

type Row = RouteIn<'roster.saveCells'>['rows'][number];
const row = (entryId: number, changes: Row['changes'], version = 1): Row => ({
  entryId,
  version,
  changes,
});
const check = (...rows: Row[]) => test.call('roster.checkCells', { roster: 'non-asn', rows });
const save = (...rows: Row[]) => test.call('roster.saveCells', { roster: 'non-asn', rows });
const entry = (entryId: number) => test.call('roster.entry', { entryId });
const undo = (journalId: number | null) =>
  test.call('roster.undoDeed', { journalId: journalId ?? 0 });
const counted = (table: string) =>
  test.engine.context.session.store().sql.pluck<number>(`SELECT count(*) FROM ${table}`)[0];

describe('roster.checkCells', () => {
  it('says what the form would say, with a way out where one is sure, and writes nothing', async () => {
    const before = counted('journal');
    const [budi, ani, citra] = await check(
      row(1, { birthDate: '1990-05-02', sex: 'P' }),
      row(2, { nik: '3329010105909001' }),
      row(3, { wage: 2_500, nik: '123', unitId: 1 }),
    );
    expect(budi?.findings).toEqual([
      {
        field: 'nik',
        code: 'nik.birth-date-differs',
        severity: 'warning',
        params: {},
        fix: { field: 'birthDate', value: '1990-05-01' },
      },
      {
        field: 'nik',
        code: 'nik.sex-differs',
        severity: 'warning',
        params: {},
        fix: { field: 'sex', value: 'L' },
      },
    ]);
    expect(ani?.findings.map(({ code }) => code)).toContain('nik.used');
    expect(citra?.findings.map(({ code, severity, fix }) => [code, severity, fix])).toEqual([
      ['nik.length', 'error', null],
      ['wage.implausible', 'warning', { field: 'wage', value: 2_500_000 }],
      ['unit.foreign', 'error', null],
    ]);
    expect(counted('journal')).toBe(before);
    expect((await entry(3)).wage).toBe(1_500_000);
  });

  it('sees rows that changed or went, and columns the roster has not', async () => {
    await test.call('roster.update', { entryId: 1, version: 1, changes: { note: 'baru' } });
    const rows = await check(row(1, { wage: 1 }), row(4, { wage: 1 }), row(2, { desil: 3 }));
    expect(rows.map(({ conflict }) => conflict)).toEqual(['changed-meanwhile', 'gone', null]);
    expect(rows[2]?.findings).toMatchObject([{ field: 'desil', code: 'field.unknown' }]);
  });

  it.each<[string, unknown]>([
    ['no rows', { roster: 'non-asn', rows: [] }],
    ['an unknown field', { roster: 'non-asn', rows: [row(1, { gaji: 1 } as never)] }],
    ['a row twice', { roster: 'non-asn', rows: [row(1, {}), row(1, {})] }],
    ['a wage below nothing', { roster: 'non-asn', rows: [row(1, { wage: -1 })] }],
    ['a date that is none', { roster: 'non-asn', rows: [row(1, { startDate: 'besok' })] }],
    ['a decile of no decile', { roster: 'rentan', rows: [row(4, { desil: 11 })] }],
    ['a roster that is none', { roster: 'asn', rows: [row(1, {})] }],
    [
      'more than is asked at once',
      { roster: 'non-asn', rows: Array.from({ length: 101 }, (_, index) => row(index + 1, {})) },
    ],
  ])('refuses %s', async (_what, input) => {
    expect(await test.codeOf('roster.checkCells', input as never)).toBe('bridge.bad-request');
    expect(
      await test.codeOf('roster.saveCells', { ...(input as object), rows: 'x' } as never),
    ).toBe('bridge.bad-request');
  });
});

describe('roster.saveCells', () => {
  it('writes all cells as one deed that is taken back as one', async () => {
    const made = await save(
      row(1, { wage: 2_500_000, nip: '19900501 202601 1 001', startDate: '2026-01-01' }),
      row(2, { jobKind: 'Tenaga administrasi', decree: '800/12/2026' }),
      row(3, { name: 'Citra Dewi', nik: '3329014105909003' }),
    );
    expect(made).toMatchObject({ saved: 3, conflicts: [], invalid: [] });
    expect(await entry(1)).toMatchObject({
      wage: 2_500_000,
      nip: '199005012026011001',
      startDate: '2026-01-01',
      version: 2,
    });
    expect(await entry(2)).toMatchObject({
      position: 'Operator',
      jobKind: 'Tenaga administrasi',
      decree: '800/12/2026',
    });
    const found = await test.call('roster.page', {
      filter: { roster: 'non-asn', search: 'citra dewi' },
      offset: 0,
      limit: 10,
    });
    expect(found.rows.map(({ id }) => id)).toEqual([3]);
    const [line] = await test.call('journal.page', { limit: 10 });
    expect(line).toMatchObject({
      id: made.journalId,
      action: 'roster.saveCells',
      undoable: true,
      params: { rows: 3, cells: 7, fields: 'nip,startDate,wage,jobKind,decree,name,nik' },
    });

    expect(await undo(made.journalId)).toEqual({ restored: 3, kept: 0, keptSome: [] });
    expect(await entry(1)).toMatchObject({ wage: 2_000_000, nip: null, startDate: null });
    expect(await entry(3)).toMatchObject({ name: 'Citra', nikMasked: null });
    const [undone, deed] = await test.call('journal.page', { limit: 2 });
    expect([undone?.action, undone?.undoable, deed?.undoable]).toEqual([
      'roster.undoEdit',
      false,
      false,
    ]);
    expect(await test.codeOf('roster.undoDeed', { journalId: made.journalId ?? 0 })).toBe(
      'not-found',
    );
  });

  it('saves nothing while one row is stale or cannot be kept, and lists each', async () => {
    await test.call('roster.update', { entryId: 1, version: 1, changes: { note: 'baru' } });
    const stale = await save(row(1, { wage: 1_000_000 }), row(2, { wage: 1_000_000 }));
    expect(stale).toEqual({
      saved: 0,
      conflicts: [{ entryId: 1, name: 'Budi Santoso', reason: 'changed-meanwhile', version: 2 }],
      invalid: [],
      journalId: null,
    });
    const bad = await save(row(2, { kpj: '1', wage: 1_000_000 }), row(99, { wage: 1 }));
    expect(bad.conflicts).toMatchObject([{ entryId: 99, reason: 'gone' }]);
    expect(bad.invalid).toEqual([{ entryId: 2, name: 'Ani', fields: ['kpj'] }]);
    expect((await entry(2)).wage).toBeNull();
    expect(await save(row(1, { wage: 1_000_000 }, 2), row(2, { wage: 1_000_000 }))).toMatchObject({
      saved: 2,
    });
  });

  it('writes nothing for values that are there already', async () => {
    expect(await save(row(1, { wage: 2_000_000 }))).toMatchObject({ saved: 0, journalId: null });
    expect((await entry(1)).version).toBe(1);
  });

  it('takes back what still stands and names who was changed since', async () => {
    const made = await save(row(1, { wage: 1_000_000 }), row(3, { wage: 1_000_000 }));
    await test.call('roster.update', { entryId: 3, version: 2, changes: { wage: 1_100_000 } });
    expect(await undo(made.journalId)).toEqual({ restored: 1, kept: 1, keptSome: ['Citra'] });
    expect((await entry(1)).wage).toBe(2_000_000);
    expect((await entry(3)).wage).toBe(1_100_000);
  });

  it('saves many rows in a thread of its own', async () => {
    addPeople(
      test,
      Array.from({ length: 120 }, (_, index) => ({ name: `Orang ${index}`, wage: 1_000_000 })),
    );
    const rows = Array.from({ length: 120 }, (_, index) => row(index + 5, { wage: 1_200_000 }));
    const made = await save(...rows);
    expect(made.saved).toBe(120);
    expect((await entry(100)).wage).toBe(1_200_000);
    expect(await undo(made.journalId)).toMatchObject({ restored: 120 });
    expect((await entry(100)).wage).toBe(1_000_000);
  });
});

describe('the person beside the grid', () => {
  it('shows what the checks say of the entry as it stands, and every deed', async () => {
    expect((await entry(1)).findings).toEqual([]);
    await save(row(2, { nik: '3329010105909001', wage: 100 }));
    const { findings, history } = await entry(2);
    expect(findings.map(({ code }) => code)).toEqual(['wage.implausible', 'nik.used']);
    expect(findings[1]?.params).toEqual({ name: 'Budi Santoso', rosters: 'non-asn' });
    expect(history.map(({ action }) => action)).toEqual(['roster.saveCells']);
  });
});

describe('roster.revealNik', () => {
  it('shows one person’s NIK and writes to the journal that it was shown, not the number', async () => {
    const { nikMasked } = await entry(1);
    expect(nikMasked).toMatch(/•{8}/);
    const { nik } = await test.call('roster.revealNik', { entryId: 1 });
    expect(nik).toMatch(/^\d{16}$/);
    const [newest] = await test.call('journal.page', { limit: 5 });
    expect(newest).toMatchObject({ action: 'roster.revealNik' });
    expect(JSON.stringify(newest)).not.toContain(nik);
    expect((await entry(1)).history.map(({ action }) => action)).toEqual(['roster.revealNik']);
    expect((await entry(2)).history).toEqual([]);
  });

  it('writes nothing for somebody who is not there', async () => {
    const before = await test.call('journal.page', { limit: 5 });
    expect(await test.codeOf('roster.revealNik', { entryId: 99 })).toBe('not-found');
    expect(await test.call('journal.page', { limit: 5 })).toEqual(before);
  });
});

describe('findings of a run', () => {
  it('stand in the panel while the newest run still finds them', async () => {
    test.engine.context.session.store().transact(['findings'], (sql) => {
      sql.run(`INSERT INTO reconcile_run (id, as_of, started_at, finished_at, engine_version, roster_version,
        bpjs_version, counts) VALUES (1, '2026-11-22', '', '', '1', 0, 0, '{}')`);
      sql.run(`INSERT INTO finding_run (id, run_id, as_of, made_at, roster_version, bpjs_version, links_version)
        VALUES (1, 1, '2026-11-22', '', 0, 0, 0)`);
      const add = (code: string, entryId: number, present: number) =>
        sql.run(
          `INSERT INTO finding (code, who, entry_id, name, reason, info, status, pic, deadline, present, first_run,
             turned_run, since, closed_on) VALUES (?, ?, ?, 'x', 'r', '{}', ?, 'p', '2026-12-01', ?, 1, 1, '2026-11-22', ?)`,
          code,
          entryId,
          entryId,
          present === 1 ? 'baru' : 'selesai',
          present,
          present === 1 ? null : '2026-11-22',
        );
      add('F07', 1, 1);
      add('F01', 1, 1);
      add('F10', 1, 0);
      add('F01', 2, 1);
    });
    const { runFindings } = await entry(1);
    expect(runFindings.map(({ code, status }) => [code, status])).toEqual([
      ['F01', 'baru'],
      ['F07', 'baru'],
    ]);
  });
});

describe('what is copied', () => {
  it('gives ids of a stretch of the list in its order', async () => {
    const { ids } = await test.call('roster.ids', {
      filter: { roster: 'non-asn' },
      sort: { by: 'name', descending: true },
      offset: 1,
      limit: 2,
    });
    expect(ids).toEqual([1, 2]);
    expect(
      await test.codeOf('roster.ids', {
        filter: { roster: 'non-asn' },
        sort: { by: 'name', descending: true },
        offset: 0,
        limit: 0,
      }),
    ).toBe('bridge.bad-request');
  });

  it('writes to the journal that full NIKs were taken', async () => {
    const { niks } = await test.call('roster.copyNik', { roster: 'non-asn', entryIds: [1, 2] });
    expect(niks).toEqual([
      { entryId: 1, nik: '3329010105909001' },
      { entryId: 2, nik: null },
    ]);
    const [line] = await test.call('journal.page', { limit: 1 });
    expect(line).toMatchObject({ action: 'roster.copyNik', params: { rows: 2 }, undoable: false });
    expect(await test.codeOf('roster.copyNik', { roster: 'non-asn', entryIds: [4] })).toBe(
      'not-found',
    );
    expect(await test.codeOf('roster.copyNik', { roster: 'non-asn', entryIds: [] })).toBe(
      'bridge.bad-request',
    );
  });
});
