/** Editing and adding by hand: checks, journal, search and order in step, nothing overwritten unseen. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryFields } from '../../../src/contract/roster-edit-routes.ts';
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
    { name: 'Siti Aminah', roster: 'desa', position: 'Ketua RT 02', unit: 'Bentar' },
    { name: 'Karto', roster: 'rentan', jobKind: 'Petani' },
  ]);
});
afterEach(async () => {
  expect(problemsOf(test)).toEqual([]);
  await test[Symbol.asyncDispose]();
});

const entry = (entryId: number) => test.call('roster.entry', { entryId });
const update = (entryId: number, version: number, changes: Partial<EntryFields>) =>
  test.call('roster.update', { entryId, version, changes });
const found = async (search: string, roster: 'non-asn' | 'desa' | 'rentan' = 'non-asn') => {
  const page = await test.call('roster.page', { filter: { roster, search }, offset: 0, limit: 10 });
  return page.rows.map(({ id }) => id);
};
const counted = (table: string) =>
  test.engine.context.session.store().sql.pluck<number>(`SELECT count(*) FROM ${table}`)[0];

const nobody: EntryFields = {
  name: 'Wati',
  nik: null,
  kpj: null,
  birthDate: null,
  sex: null,
  marital: null,
  unitId: null,
  position: null,
  jobKind: null,
  nip: null,
  decree: null,
  startDate: null,
  wage: null,
  fundSource: null,
  desil: null,
  dtsenId: null,
  phone: null,
  note: null,
};
const add = (
  over: Partial<EntryFields>,
  rest: { sameAs?: number; seen?: number[]; roster?: 'non-asn' | 'desa' | 'rentan' } = {},
) => ({
  roster: rest.roster ?? ('non-asn' as const),
  fields: { ...nobody, ...over },
  sameAs: rest.sameAs ?? null,
  seen: rest.seen ?? [],
});

describe('roster.update', () => {
  it('changes what was asked, with search, order and history', async () => {
    const { version, journalId } = await update(1, 1, {
      name: 'Zaenal Abidin',
      nik: '3329 0101 0590 9002',
      wage: 2_500_000,
      phone: '0812',
      marital: 'cerai',
    });
    expect(version).toBe(2);
    expect(await entry(1)).toMatchObject({
      name: 'Zaenal Abidin',
      nikMasked: '3329••••••••9002',
      wage: 2_500_000,
      phone: '0812',
      marital: 'cerai',
      position: 'Sopir',
    });
    expect(await found('zaenal')).toEqual([1]);
    expect(await found('budi')).toEqual([]);
    expect(await found('3329010105909002')).toEqual([1]);
    const { history } = await entry(1);
    expect(history[0]).toMatchObject({
      id: journalId,
      action: 'roster.update',
      undoable: true,
      params: { fields: 'name,nik,marital,wage,phone' },
    });
  });

  it('writes nothing when nothing is different', async () => {
    expect(await update(1, 1, { name: 'Budi Santoso', wage: 2_000_000 })).toEqual({
      version: 1,
      journalId: null,
    });
    expect((await entry(1)).history).toEqual([]);
  });

  it('refuses to write over what was changed meanwhile', async () => {
    await update(1, 1, { note: 'pertama' });
    const late = { entryId: 1, version: 1, changes: { note: 'kedua' } };
    expect(await test.codeOf('roster.update', late)).toBe('roster.changed-meanwhile');
    expect((await entry(1)).note).toBe('pertama');
  });

  it('refuses what an import would refuse, and leaves the entry alone', async () => {
    const bad: Partial<EntryFields>[] = [
      { nik: '123' },
      { nik: '3329013113809001' },
      { kpj: '123' },
      { name: '' },
      { birthDate: '1990-02-31' },
      { birthDate: '2030-01-01' },
      { unitId: 999_999 },
      { unitId: 1 },
    ];
    for (const changes of bad) {
      const asked = { entryId: 1, version: 1, changes };
      expect([changes, await test.codeOf('roster.update', asked)]).toEqual([
        changes,
        'input.invalid',
      ]);
    }
    for (const changes of [{ gaji: 1 }, { marital: 'K' }]) {
      const unknown = { entryId: 1, version: 1, changes };
      expect(await test.codeOf('roster.update', unknown as never)).toBe('bridge.bad-request');
    }
    expect(await test.codeOf('roster.update', { entryId: 99, version: 1, changes: {} })).toBe(
      'not-found',
    );
    expect((await entry(1)).version).toBe(1);
  });

  it('keeps group and column of the work in step with the roster', async () => {
    await update(2, 1, { position: 'Kepala Desa' });
    expect(await entry(2)).toMatchObject({ position: 'Kepala Desa', segment: 'pu' });
    await update(3, 1, { position: 'Nelayan' });
    expect(await entry(3)).toMatchObject({ jobKind: 'Nelayan', position: 'Nelayan' });
  });
});

describe('roster.undoEdit', () => {
  it('puts everything back, later edits first', async () => {
    const before = await entry(1);
    const first = await update(1, 1, {
      name: 'Zaenal',
      birthDate: '1991-05-01',
      kpj: '01234567890',
    });
    const second = await update(1, first.version, { wage: 1 });
    expect(await test.codeOf('roster.undoEdit', { journalId: first.journalId ?? 0 })).toBe(
      'roster.changed-meanwhile',
    );
    await test.call('roster.undoEdit', { journalId: second.journalId ?? 0 });
    await test.call('roster.undoEdit', { journalId: first.journalId ?? 0 });
    const after = await entry(1);
    expect({ ...after, history: [], version: 0 }).toEqual({ ...before, history: [], version: 0 });
    expect(after.version).toBeGreaterThan(second.version);
    expect(await found('budi')).toEqual([1]);
    expect(after.history.map(({ undoable }) => undoable)).toEqual([false, false, false, false]);
    expect(await test.codeOf('roster.undoEdit', { journalId: second.journalId ?? 0 })).toBe(
      'roster.changed-meanwhile',
    );
  });

  it('refuses deeds that are no edits', async () => {
    expect(await test.codeOf('roster.undoEdit', { journalId: 1 })).toBe('not-found');
    expect(await test.codeOf('roster.undoEdit', { journalId: 999 })).toBe('not-found');
  });
});

describe('roster.add', () => {
  it('adds a person who is found, sorted and can be taken back', async () => {
    const people = counted('person');
    const made = await test.call(
      'roster.add',
      add({ name: 'Wati', nik: '3329014105909003', birthDate: '1990-05-01' }),
    );
    expect(await entry(made.entryId)).toMatchObject({
      name: 'Wati',
      sex: 'P',
      status: 'terverifikasi',
      fundSource: 'apbd-pad',
      source: null,
      version: 1,
    });
    expect(await found('wati')).toEqual([made.entryId]);
    await test.call('roster.undoEdit', { journalId: made.journalId });
    expect(await test.codeOf('roster.entry', { entryId: made.entryId })).toBe('not-found');
    expect(counted('person')).toBe(people);
    expect(await found('wati')).toEqual([]);
    const again = await test.call('roster.add', add({}));
    expect(again.entryId).toBe(made.entryId + 1);
  });

  it('shows who has the NIK already and joins nobody unasked', async () => {
    const nik = '3329010105909001';
    const { sameNik } = await test.call('roster.check', {
      roster: 'rentan',
      entryId: null,
      fields: { name: 'Budi S', nik },
    });
    expect(sameNik).toMatchObject([
      { entryId: 1, personId: 1, name: 'Budi Santoso', roster: 'non-asn' },
    ]);
    expect(await test.codeOf('roster.add', add({ nik }, { roster: 'rentan' }))).toBe(
      'input.invalid',
    );
    expect(
      await test.codeOf('roster.add', add({ nik }, { roster: 'rentan', sameAs: 2, seen: [1] })),
    ).toBe('input.invalid');
    expect(await test.codeOf('roster.add', add({ nik }, { sameAs: 1, seen: [1] }))).toBe(
      'input.invalid',
    );

    const same = await test.call(
      'roster.add',
      add({ nik }, { roster: 'rentan', sameAs: 1, seen: [1] }),
    );
    expect(await entry(same.entryId)).toMatchObject({ personId: 1, name: 'Budi Santoso' });
    expect((await entry(1)).otherRosters).toMatchObject([{ roster: 'rentan' }]);
    const other = await test.call('roster.add', add({ nik }, { seen: [1, same.entryId] }));
    expect((await entry(other.entryId)).personId).not.toBe(1);

    await update(1, (await entry(1)).version, { name: 'Budi Baru' });
    expect(await found('budi baru', 'rentan')).toEqual([same.entryId]);
    expect((await entry(same.entryId)).version).toBe(2);
  });

  it('checks like an import', async () => {
    expect(await test.codeOf('roster.add', add({ name: ' ' }))).toBe('input.invalid');
    expect(await test.codeOf('roster.add', add({ nik: '3.32901E+15' }))).toBe('input.invalid');
    expect(await test.codeOf('roster.add', add({ wage: -1 }))).toBe('bridge.bad-request');
    const { findings } = await test.call('roster.check', {
      roster: 'non-asn',
      entryId: 1,
      fields: { birthDate: '1990-05-02' },
    });
    expect(findings.map(({ code }) => code)).toEqual(['nik.birth-date-differs']);
    const doubted = await test.call('roster.add', add({ nik: '3329014105909003', sex: 'L' }));
    expect((await entry(doubted.entryId)).status).toBe('diusulkan');
  });
});

describe('roster.setStatus', () => {
  const set = (
    entryIds: number[],
    status: 'terverifikasi' | 'keluar' | 'aktif',
    reason: 'meninggal' | 'pindah' | null = null,
  ) => test.call('roster.setStatus', { entryIds, status, reason });

  it('changes those that may and lists the others', async () => {
    await set([1], 'terverifikasi');
    const answer = await set([1, 2, 3], 'aktif');
    expect(answer).toMatchObject({ changed: 1, refused: [{ entryId: 2 }, { entryId: 3 }] });
    expect((await entry(1)).status).toBe('aktif');
    expect(await set([2], 'aktif')).toMatchObject({ changed: 0, journalId: null });
  });

  it('needs a reason for leaving, and knows what death means', async () => {
    const unsaid = { entryIds: [1], status: 'keluar' as const, reason: null };
    expect(await test.codeOf('roster.setStatus', unsaid)).toBe('input.invalid');
    expect(
      await test.codeOf('roster.setStatus', { ...unsaid, status: 'aktif', reason: 'pindah' }),
    ).toBe('input.invalid');
    const { journalId } = await set([1, 2], 'keluar', 'meninggal');
    expect(await entry(1)).toMatchObject({
      status: 'keluar',
      statusReason: 'meninggal',
      deceased: true,
      nextStatuses: [],
    });
    expect((await entry(2)).history[0]).toMatchObject({
      action: 'roster.setStatus',
      undoable: true,
    });
    await test.call('roster.undoEdit', { journalId: journalId ?? 0 });
    expect(await entry(1)).toMatchObject({
      status: 'diusulkan',
      statusReason: null,
      deceased: false,
    });
    expect(await entry(2)).toMatchObject({ status: 'diusulkan', deceased: false });
  });

  it('refuses people it does not know', async () => {
    expect(
      await test.codeOf('roster.setStatus', {
        entryIds: [1, 77],
        status: 'terverifikasi',
        reason: null,
      }),
    ).toBe('not-found');
    expect(
      await test.codeOf('roster.setStatus', { entryIds: [], status: 'aktif', reason: null }),
    ).toBe('bridge.bad-request');
    expect((await entry(1)).status).toBe('diusulkan');
  });
});
