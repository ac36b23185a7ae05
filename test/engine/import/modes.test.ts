import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StageInput } from '../../../src/engine/import/stage-task.ts';
import { openStoreInWorker } from '../../../src/store/open-store.ts';
import { verifyStore } from '../../../src/store/verify.ts';
import { type ImportFixture, importFixture } from './import-fixture.ts';

let fixture: ImportFixture;
beforeEach(async () => {
  fixture = await importFixture();
});
afterEach(() => {
  expect(fixture.read((store) => verifyStore(store, () => undefined)).problems).toEqual([]);
  fixture[Symbol.dispose]();
});

let files = 0;
const head = 'Nama;NIK;Tgl Lahir;Desa;Kecamatan;Jabatan';
const csv = (...lines: string[]): string => {
  files += 1;
  const path = join(fixture.dir, `mode-${files}.csv`);
  writeFileSync(path, `${[head, ...lines].join('\n')}\n`);
  return path;
};
const budi = 'Budi Santoso;3329010101809001;01-01-1980;Salem;Salem;Kepala Desa';
const siti = 'Siti Aminah;3329015505829002;15-05-1982;Salem;Salem;Staf';
const karto = 'Karto;3329012304809003;23-04-1980;Bentar;Salem;Staf';
const stage = (path: string, options: Partial<StageInput> = {}) =>
  fixture.stage({ path, kind: 'desa', ...options });
const imported = async (path: string) => fixture.commit(await stage(path));
const replace = (path: string, leaveScope?: 'units' | 'roster') =>
  stage(path, { mode: 'replace', leaveScope });
const standing = () =>
  fixture.read((store) =>
    store.sql
      .all<Record<string, string | null>>(
        `SELECT p.name, e.position, e.status, e.status_reason AS reason
         FROM roster_entry e JOIN person p ON p.id = e.person_id ORDER BY e.id`,
      )
      .map(({ name, position, status, reason }) => [name, position, status, reason]),
  );
const actions = (batchId: number) =>
  fixture.rows(batchId).map(({ action, values }) => [action, values['name']]);

describe('mode add', () => {
  it('adds whom it does not know and changes nobody', async () => {
    await imported(csv(budi));
    const batchId = await stage(csv(budi.replace('Kepala Desa', 'Bendahara'), siti), {
      mode: 'add',
    });
    expect(fixture.rows(batchId)[0]?.codes).toContain('update.left-out');
    expect(fixture.batch(batchId).counts).toMatchObject({ add: 1, update: 0, same: 1, leave: 0 });
    await fixture.commit(batchId);
    expect(standing()).toEqual([
      ['Budi Santoso', 'Kepala Desa', 'terverifikasi', null],
      ['Siti Aminah', 'Staf', 'terverifikasi', null],
    ]);
  });

  it('still changes nobody when the rosters moved on between plan and commit', async () => {
    const path = csv(budi.replace('Kepala Desa', 'Bendahara'), siti);
    await imported(csv(budi));
    const batchId = await stage(path, { mode: 'add' });
    await imported(csv(karto));
    await fixture.commit(batchId);
    expect(standing()[0]).toEqual(['Budi Santoso', 'Kepala Desa', 'terverifikasi', null]);
  });
});

describe('mode replace', () => {
  it('plans those missing in the units of the file, and only there', async () => {
    await imported(csv(budi, siti, karto));
    const batchId = await replace(csv(budi));
    expect(actions(batchId)).toEqual([
      ['same', 'Budi Santoso'],
      ['leave', 'Siti Aminah'],
    ]);
    expect(fixture.batch(batchId).counts).toMatchObject({ read: 1, same: 1, leave: 1 });
  });

  it('plans those missing in the whole roster when that is the scope, not those of other rosters', async () => {
    await imported(csv(budi, siti, karto));
    await fixture.commit(
      await stage(csv('Rini;3329014101809004;;Salem;Salem;Tani'), { kind: 'rentan' }),
    );
    const batchId = await replace(csv(budi), 'roster');
    expect(actions(batchId).slice(1)).toEqual([
      ['leave', 'Siti Aminah'],
      ['leave', 'Karto'],
    ]);
  });

  it('lets nobody leave before somebody says so', async () => {
    await imported(csv(budi, siti));
    const batchId = await replace(csv(budi));
    const before = fixture.dump();
    await expect(fixture.commit(batchId)).rejects.toMatchObject({
      code: 'import.leave-unconfirmed',
      params: { count: 1 },
    });
    await expect(fixture.commit(batchId, false)).rejects.toMatchObject({
      code: 'import.leave-unconfirmed',
    });
    expect(fixture.dump()).toBe(before);
    await fixture.commit(batchId, true);
    expect(standing()).toEqual([
      ['Budi Santoso', 'Kepala Desa', 'terverifikasi', null],
      ['Siti Aminah', 'Staf', 'keluar', 'tidak-ada-di-berkas'],
    ]);
  });

  it('keeps before and after in the journal, and undo puts them back', async () => {
    await imported(csv(budi, siti));
    const before = standing();
    const batchId = await replace(csv(budi));
    await fixture.commit(batchId, true);
    const change = fixture.read((store) =>
      store.sql.all<{ was: string; is: string; leave: number }>(
        `SELECT c.before ->> 'status' AS was, c.after ->> 'status' AS "is", j.params ->> 'leave' AS leave
         FROM journal_change c JOIN journal j ON j.id = c.journal_id WHERE j.batch_id = ?`,
        batchId,
      ),
    );
    expect(change).toEqual([{ was: 'terverifikasi', is: 'keluar', leave: 1 }]);
    expect(await fixture.undo(batchId)).toEqual([]);
    expect(standing()).toEqual(before);
  });

  it('lists on undo who was changed since', async () => {
    await imported(csv(budi, siti));
    const batchId = await replace(csv(budi));
    await fixture.commit(batchId, true);
    using store = openStoreInWorker(fixture.access);
    store.transact(['roster'], (sql) =>
      sql.run(
        `UPDATE roster_entry SET note = 'pensiun', version = version + 1 WHERE status = 'keluar'`,
      ),
    );
    expect(await fixture.undo(batchId)).toEqual([{ name: 'Siti Aminah', reason: 'edited-later' }]);
    expect(standing()[1]?.[2]).toBe('keluar');
  });

  it('brings back who left this way when a list names them again, and nobody who left otherwise', async () => {
    await imported(csv(budi, siti, karto));
    await fixture.commit(await replace(csv(budi)), true);
    using store = openStoreInWorker(fixture.access);
    store.transact(['roster'], (sql) =>
      sql.run(
        `UPDATE roster_entry SET status = 'keluar', status_reason = 'meninggal', version = version + 1
         WHERE sort_name = 'KARTO'`,
      ),
    );
    const again = await stage(csv(siti, karto));
    expect(fixture.rows(again).map(({ codes }) => codes.includes('leave.returned'))).toEqual([
      true,
      false,
    ]);
    await fixture.commit(again);
    expect(standing()).toEqual([
      ['Budi Santoso', 'Kepala Desa', 'terverifikasi', null],
      ['Siti Aminah', 'Staf', 'terverifikasi', null],
      ['Karto', 'Staf', 'keluar', 'meninggal'],
    ]);
  });

  it('does not call missing whose row waits for a decision, and warns of namesakes', async () => {
    await imported(csv(budi, siti));
    const batchId = await replace(
      csv(
        budi.replace('3329010101809001', '3329010101809011'),
        siti.replace('3329015505829002', '').replace('Salem;Salem', 'Bentar;Salem'),
        'Orang Lain;3329012304809005;23-04-1980;Salem;Salem;Staf',
      ),
    );
    const rows = fixture.rows(batchId);
    expect(rows.map(({ action }) => action)).toEqual(['conflict', 'add', 'add', 'leave']);
    expect(rows[3]).toMatchObject({ values: { name: 'Siti Aminah' }, codes: ['leave.namesake'] });
  });

  it('plans anew when others came to stand there, and asks for another look', async () => {
    await imported(csv(budi, siti));
    const batchId = await replace(csv(budi));
    await imported(csv(karto.replace('Bentar', 'Salem')));
    await expect(fixture.commit(batchId, true)).rejects.toMatchObject({
      code: 'import.plan-changed',
    });
    expect(fixture.batch(batchId).counts).toMatchObject({ leave: 2 });
    await fixture.commit(batchId, true);
    expect(standing().map((row) => row[2])).toEqual(['terverifikasi', 'keluar', 'keluar']);
  });

  it('sees that another person would leave though their number is the same', async () => {
    await imported(csv(budi, siti));
    const batchId = await replace(csv(budi));
    using store = openStoreInWorker(fixture.access);
    store.transact(['roster'], (sql) =>
      sql.run(`UPDATE roster_entry SET status = 'keluar' WHERE sort_name LIKE 'SITI%'`),
    );
    await imported(csv(karto.replace('Bentar', 'Salem')));
    await expect(fixture.commit(batchId, true)).rejects.toMatchObject({
      code: 'import.plan-changed',
    });
    expect(actions(batchId)[1]).toEqual(['leave', 'Karto']);
  });
});

describe('a mode that fits nothing', () => {
  it.each([
    [{ kind: 'bpjs-pu', mode: 'add' }, 'mode'],
    [{ kind: 'bpjs-nik', mode: 'replace' }, 'mode'],
    [{ kind: 'desa', leaveScope: 'roster' }, 'leaveScope'],
    [{ kind: 'desa', mode: 'add', leaveScope: 'units' }, 'leaveScope'],
  ] as const)('%j is refused at %s', async (options, field) => {
    const before = fixture.dump();
    await expect(stage(csv(budi), options)).rejects.toMatchObject({
      code: 'input.invalid',
      at: { field },
    });
    expect(fixture.dump()).toBe(before);
  });
});
