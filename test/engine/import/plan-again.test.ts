/** A waiting plan outlives Padan: read anew from the same file after a restart, leavers told to stay, sources forgotten. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestEngine, type TestEngine, testPassphrase } from '../harness.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
});
afterEach(() => test[Symbol.asyncDispose]());

const head = 'Nama;Nomor A;NIK lama;Tgl Lahir;Desa;Kecamatan;Jabatan';
const people = (...lines: readonly string[]) => [head, ...lines];
const budi = 'Budi;3329010101809001;;01-01-1980;Salem;Salem;Kepala Desa';
const siti = 'Siti;3329015505829002;;15-05-1982;Salem;Salem;Staf';
const karto = 'Karto;3329012004809004;;20-04-1980;Salem;Salem;Staf';
function given(name: string, lines: readonly string[]): string {
  const path = join(test.dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return test.grant(path);
}
async function restarted(): Promise<void> {
  await test.call('store.close', {});
  const file = test.grant(join(test.dir, 'uji.padan'));
  await test.call('store.open', { file, passphrase: testPassphrase });
}
const stage = (file: string, more: object = {}) =>
  test.call('import.stage', { file, kind: 'desa', ...more });

describe('a plan after a restart', () => {
  it('is read anew from the same file, known by its content under any name', async () => {
    const first = await stage(given('daftar.csv', people(budi, siti)));
    await restarted();
    const same = given('salinan dari flashdisk.csv', people(budi, siti));
    expect(await test.call('import.inspect', { file: same, planOf: first.id })).toMatchObject({
      importedAs: null,
    });
    const mapping = { 'Nomor A': 'nik' };
    const next = await stage(same, { insteadOf: first.id, mapping });
    expect(next.sheets[0]?.columns[1]).toMatchObject({ field: 'nik', by: 'user' });
    expect(next.id).not.toBe(first.id);
  });

  it('takes no other file for it', async () => {
    const first = await stage(given('daftar.csv', people(budi, siti)));
    await restarted();
    const other = given('daftar lain.csv', people(budi, karto));
    const refusal = { code: 'import.other-file', params: { expected: 'daftar.csv' } };
    await expect(
      test.call('import.inspect', { file: other, planOf: first.id }),
    ).rejects.toMatchObject(refusal);
    await expect(stage(other, { insteadOf: first.id })).rejects.toMatchObject(refusal);
    expect((await test.call('import.list', {})).map(({ id }) => id)).toEqual([first.id]);
  });

  it('is no longer to be read anew once it is saved, dropped or unknown', async () => {
    const file = given('daftar.csv', people(budi));
    const first = await stage(file);
    await test.call('import.discard', { batchId: first.id });
    const code = (insteadOf: number) =>
      test.codeOf('import.stage', { file, kind: 'desa', insteadOf });
    expect(await code(first.id)).toBe('import.batch-not-staged');
    expect(await code(99)).toBe('not-found');
    expect(await code(-1)).toBe('bridge.bad-request');
    expect(await test.codeOf('import.inspect', { file, planOf: 99 })).toBe('not-found');
  });

  it('keeps what was put right in it', async () => {
    const batch = await stage(given('daftar.csv', people(budi, siti)));
    await test.call('import.fix', { batchId: batch.id, seq: 1, field: 'position', value: 'Kasi' });
    await restarted();
    const { rows } = await test.call('import.rows', { batchId: batch.id, limit: 5 });
    expect(rows[0]).toMatchObject({
      values: { position: 'Kasi' },
      original: { position: 'Kepala Desa' },
    });
  });
});

describe('a plan read anew', () => {
  it('keeps what was put right, left out and decided, row by row of the file', async () => {
    const lines = people(
      budi.replace('3329010101809001', '33290101018090'),
      siti,
      siti.replace('Staf', 'Kaur'),
      karto,
    );
    const file = given('daftar.csv', lines);
    const mapping = { 'Nomor A': 'nik' };
    const first = await stage(file, { mapping });
    const at = { batchId: first.id };
    await test.call('import.fix', { ...at, seq: 1, field: 'nik', value: '3329010101809001' });
    await test.call('import.decide', { ...at, seq: 3, decision: 'same' });
    await test.call('import.exclude', { ...at, seq: 4, excluded: true });
    const before = await test.call('import.rows', { ...at, limit: 9 });
    const next = await stage(file, {
      mapping: { ...mapping, Jabatan: null },
      insteadOf: first.id,
      again: true,
    });
    const { rows } = await test.call('import.rows', { batchId: next.id, limit: 9 });
    expect(rows.map(({ action }) => action)).toEqual(['add', 'add', 'same', 'reject']);
    expect(rows.map(({ action }) => action)).toEqual(before.rows.map(({ action }) => action));
    expect(rows[0]).toMatchObject({
      values: { nik: '3329010101809001' },
      original: { nik: '33290101018090' },
    });
    expect(rows[0]?.values['position']).toBeUndefined();
    expect(next.counts).toMatchObject({ add: 2, same: 1, reject: 1, conflict: 0 });
    // What a person did is told once.
    const deeds = (await test.call('journal.page', { limit: 20 })).map(({ action }) => action);
    expect(deeds.filter((action) => action === 'import.fix')).toHaveLength(1);
  });
});

describe('whom a full list does not name', () => {
  const planned = async () => {
    const mapping = { 'Nomor A': 'nik' };
    const first = await stage(given('lengkap.csv', people(budi, siti, karto)), { mapping });
    await test.call('import.commit', { batchId: first.id });
    return stage(given('pengganti.csv', people(budi)), { mapping, mode: 'replace' });
  };
  const actions = async (batchId: number) => {
    const { rows } = await test.call('import.rows', { batchId, limit: 20 });
    return rows.map(({ action, values }) => [values['name'], action]);
  };
  const standing = () =>
    test.engine.context.session
      .store()
      .sql.all<{ name: string; status: string }>(
        'SELECT p.name, e.status FROM roster_entry e JOIN person p ON p.id = e.person_id ORDER BY e.id',
      )
      .map(({ name, status }) => [name, status]);

  it('can be told to stay one by one, and to leave after all', async () => {
    const { id: batchId, counts } = await planned();
    expect(counts).toMatchObject({ same: 1, leave: 2 });
    expect(await test.call('import.exclude', { batchId, seq: 2, excluded: true })).toEqual({
      rows: 1,
      others: 0,
    });
    expect(await actions(batchId)).toEqual([
      ['Budi', 'same'],
      ['Siti', 'same'],
      ['Karto', 'leave'],
    ]);
    expect((await test.call('import.batch', { batchId })).counts).toMatchObject({
      same: 2,
      leave: 1,
    });
    const { units } = await test.call('import.leaving', { batchId });
    expect(units).toMatchObject([{ present: 3, leave: 1 }]);
    await test.call('import.exclude', { batchId, seq: 2, excluded: false });
    expect((await test.call('import.batch', { batchId })).counts).toMatchObject({
      same: 1,
      leave: 2,
    });
    await test.call('import.exclude', { batchId, seq: 3, excluded: true });
    await test.call('import.commit', { batchId, confirmLeave: true });
    expect(standing()).toEqual([
      ['Budi', 'terverifikasi'],
      ['Siti', 'keluar'],
      ['Karto', 'terverifikasi'],
    ]);
  });

  it('stay told when the plan is made again against a changed roster', async () => {
    const { id: batchId } = await planned();
    await test.call('import.exclude', { batchId, seq: 3, excluded: true });
    const anew = await stage(given('pengganti.csv', people(budi)), {
      mapping: { 'Nomor A': 'nik' },
      mode: 'replace',
      insteadOf: batchId,
    });
    expect(await actions(anew.id)).toEqual(await actions(batchId));
    const more = await stage(
      given('tambahan.csv', people('Rini;3329014505859005;;05-05-1985;Salem;Salem;Staf')),
      { mapping: { 'Nomor A': 'nik' } },
    );
    await test.call('import.commit', { batchId: more.id });
    expect(await test.codeOf('import.commit', { batchId, confirmLeave: true })).toBe(
      'import.plan-changed',
    );
    await test.call('import.commit', { batchId, confirmLeave: true });
    expect(standing()).toEqual([
      ['Budi', 'terverifikasi'],
      ['Siti', 'keluar'],
      ['Karto', 'terverifikasi'],
      ['Rini', 'keluar'],
    ]);
  });

  it('have no cells to put right and nobody to be mistaken for', async () => {
    const { id: batchId } = await planned();
    expect(await test.codeOf('import.fix', { batchId, seq: 2, field: 'name', value: 'X' })).toBe(
      'input.invalid',
    );
    expect(await test.codeOf('import.decide', { batchId, seq: 2, decision: 'same' })).toBe(
      'input.invalid',
    );
    // A value they share with the file is theirs, not the file's.
    expect(
      await test.call('import.sameValues', { batchId, field: 'position', value: 'Staf' }),
    ).toEqual({ rows: 0 });
  });
});

describe('a remembered source that is forgotten', () => {
  it('leaves a line in the history', async () => {
    const batch = await stage(given('ingat.csv', people(budi)), { mapping: { 'Nomor A': 'nik' } });
    await test.call('import.commit', { batchId: batch.id });
    const [profile] = await test.call('import.profiles', {});
    await test.call('import.forgetProfile', { profileId: profile?.id ?? 0 });
    expect(await test.call('import.profiles', {})).toEqual([]);
    const [entry] = await test.call('journal.page', { limit: 1 });
    expect(entry).toMatchObject({
      action: 'import.forget',
      params: { file: 'ingat.csv', kind: 'desa' },
    });
    expect(await test.codeOf('import.forgetProfile', { profileId: profile?.id ?? 0 })).toBe(
      'not-found',
    );
  });
});

describe('a saved batch after a restart', () => {
  it('is undone as a whole; who was changed since stays and is named, and the deed can be seen', async () => {
    const batch = await stage(given('daftar.csv', people(budi, siti, karto)));
    await test.call('import.commit', { batchId: batch.id });
    const all = { filter: { roster: 'desa' as const }, offset: 0, limit: 10 };
    const { rows } = await test.call('roster.page', all);
    const changed = rows.find(({ name }) => name === 'Siti');
    await test.call('roster.update', {
      entryId: changed?.id ?? 0,
      version: changed?.version ?? 0,
      changes: { note: 'pindah dusun' },
    });
    await restarted();
    const { conflicts } = await test.call('import.undo', { batchId: batch.id });
    expect(conflicts).toEqual([{ name: 'Siti', reason: 'edited-later' }]);
    await restarted();
    const left = await test.call('roster.page', all);
    expect(left.rows.map(({ name, note }) => [name, note])).toEqual([['Siti', 'pindah dusun']]);
    const history = await test.call('journal.page', { limit: 5 });
    expect(history[0]).toMatchObject({ action: 'import.undo', batchId: batch.id });
    expect(await test.codeOf('import.undo', { batchId: batch.id })).toBe(
      'import.batch-not-committed',
    );
  });
});
