import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportKind } from '../../../src/domain/segments.ts';
import { openStoreInWorker } from '../../../src/store/open-store.ts';
import { verifyStore } from '../../../src/store/verify.ts';
import { writeXlsx } from '../../../src/tabular/write-xlsx.ts';
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
const csv = (...lines: string[]): string => {
  files += 1;
  const path = join(fixture.dir, `daftar-${files}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};
const head = 'No;Nama;NIK;Tgl Lahir;JK;Desa;Kecamatan;Jabatan;Penghasilan;Keterangan';
const stage = (path: string, kind: ImportKind = 'desa') => fixture.stage({ path, kind });
async function imported(path: string, kind: ImportKind = 'desa'): Promise<number> {
  const batchId = await stage(path, kind);
  await fixture.commit(batchId);
  return batchId;
}
const people = () =>
  fixture.read((store) =>
    store.sql.all<{
      name: string;
      nik: string | null;
      position: string | null;
      note: string | null;
    }>(
      `SELECT p.name, p.nik, e.position, e.note FROM roster_entry e JOIN person p ON p.id = e.person_id ORDER BY e.id`,
    ),
  );

const budi = '1;Budi Santoso;3329010101809001;01-01-1980;L;Salem;Salem;Kepala Desa;2.426.640;';
const siti = '2;Siti Aminah;3329015505829002;15-05-1982;P;Bentar;Salem;Ketua RT 02;300.000;';

describe('a roster', () => {
  it('is read, checked and committed as planned', async () => {
    const batchId = await imported(
      csv('PEMERINTAH KABUPATEN BREBES', head, budi, siti, ';JUMLAH;2 orang'),
    );
    expect(fixture.batch(batchId).counts).toMatchObject({
      read: 2,
      add: 2,
      setAside: 2,
      errors: 0,
    });
    const rows = fixture.read((store) =>
      store.sql.all<Record<string, unknown>>(
        `SELECT p.name, p.birth_date, p.sex, u.name AS unit, e.segment, e.employer_group, e.wage_sen, e.fund_source,
           e.status, e.source_row FROM roster_entry e JOIN person p ON p.id = e.person_id
         JOIN unit u ON u.id = e.unit_id ORDER BY e.id`,
      ),
    );
    expect(rows).toEqual([
      {
        name: 'Budi Santoso',
        birth_date: '1980-01-01',
        sex: 'L',
        unit: 'Salem',
        segment: 'pu',
        employer_group: 'perangkat-desa',
        wage_sen: 242_664_000,
        fund_source: 'add',
        status: 'terverifikasi',
        source_row: 3,
      },
      {
        name: 'Siti Aminah',
        birth_date: '1982-05-15',
        sex: 'P',
        unit: 'Bentar',
        segment: 'bpu',
        employer_group: 'rt-rw',
        wage_sen: 30_000_000,
        fund_source: 'add',
        status: 'terverifikasi',
        source_row: 4,
      },
    ]);
  });

  it('loses nobody whose NIK identifies nobody, nor the text that stood there', async () => {
    await imported(
      csv(
        head,
        '1;Ani;3.32901E+15;;P;Salem;Salem;Staf;;',
        '2;Bejo;33290101018090;;L;Salem;Salem;Staf;;',
        '3;Cici;3329013201809003;;P;Salem;Salem;Staf;;',
        '4;Dedi;0000000000000000;;L;Salem;Salem;Staf;;',
        "5;Endang;'3329015505829002;;P;Salem;Salem;Staf;;",
      ),
    );
    expect(people()).toEqual([
      { name: 'Ani', nik: null, position: 'Staf', note: 'NIK dalam berkas: 3.32901E+15' },
      { name: 'Bejo', nik: null, position: 'Staf', note: 'NIK dalam berkas: 33290101018090' },
      { name: 'Cici', nik: null, position: 'Staf', note: 'NIK dalam berkas: 3329013201809003' },
      { name: 'Dedi', nik: null, position: 'Staf', note: 'NIK dalam berkas: 0000000000000000' },
      { name: 'Endang', nik: '3329015505829002', position: 'Staf', note: null },
    ]);
  });

  it('reads numbers and serials of a workbook without losing a digit', async () => {
    const path = join(fixture.dir, 'angka.xlsx');
    const title = ['No', 'Nama', 'NIK', 'Tanggal Lahir', 'Desa', 'Kecamatan', 'Jabatan'];
    await writeXlsx(path, [
      {
        name: 'Data',
        rows: [
          title,
          [1, 'Ani', 3329015505829002, { v: 30_086, style: 'date' }, 'Salem', 'Salem', 'Staf'],
          [2, 'Bejo', '3329010101809001', '1 Januari 1980', 'Salem', 'Salem', 'Staf'],
          [3, 'Cici', 3329010202809000, null, 'Salem', 'Salem', 'Staf'],
        ],
      },
    ]);
    const batchId = await stage(path);
    const [ani, bejo, cici] = fixture.rows(batchId);
    expect(ani?.values).toMatchObject({ nik: '3329015505829002', birthDate: '1982-05-15' });
    expect(bejo?.values).toMatchObject({ nik: '3329010101809001', birthDate: '1980-01-01' });
    // Kept as it stands, and under doubt: a number that ends in 0 may have lost its last digit.
    expect(cici?.codes).toContain('nik.last-digit-suspect');
    expect(cici?.values).toMatchObject({ nik: '3329010202809000', status: 'diusulkan' });
  });

  it('takes the district from the sheet’s name and tells namesake villages apart', async () => {
    const path = join(fixture.dir, 'kecamatan.xlsx');
    const title = ['No', 'Desa', 'Nama', 'NIK', 'Jabatan'];
    const rows = (nik: string) => [
      title,
      [1, 'Limbangan', 'Budi', nik, 'Kaur'],
      ['', 'JUMLAH', '1'],
    ];
    const twice = fixture.read((store) =>
      store.sql.all<{ kecamatan: string; desa: string }>(
        `SELECT k.name AS kecamatan, v.name AS desa FROM unit v JOIN unit k ON k.id = v.parent_id
         WHERE v.name_key IN (SELECT name_key FROM unit WHERE kind = 'desa' GROUP BY name_key HAVING count(*) > 1)
         ORDER BY v.name_key LIMIT 2`,
      ),
    );
    const [one, two] = twice;
    if (one === undefined || two === undefined) throw new Error('no namesakes');
    const named = (nik: string) =>
      rows(nik).map((row) => row.map((cell) => (cell === 'Limbangan' ? one.desa : cell)));
    await writeXlsx(path, [
      { name: one.kecamatan, rows: named('3329010101809001') },
      { name: two.kecamatan, rows: named('3329010202809002') },
      { name: 'Rekap', rows: [['Catatan'], ['tidak ada']] },
    ]);
    const batchId = await stage(path);
    const units = fixture.rows(batchId).map(({ values }) => values['unitId']);
    expect(new Set(units).size).toBe(2);
    expect(fixture.batch(batchId).sheets.map(({ used }) => used)).toEqual([true, true, false]);
    await fixture.commit(batchId);

    const alone = await stage(csv(head, `1;Joko;3329010303809003;;L;${one.desa};;Kaur;;`));
    expect(fixture.rows(alone)[0]?.codes).toContain('village.ambiguous');
    expect(fixture.rows(alone)[0]?.action).toBe('add');
  });

  it('adds the offices a non-ASN list names and says so', async () => {
    const lines = ['No;Nama;NIK;OPD;Jabatan', '1;Budi;3329010101809001;Dinas Kesehatan;Satpam'];
    const batchId = await stage(csv(...lines), 'non-asn');
    expect(fixture.rows(batchId)[0]?.codes).toContain('unit.unknown');
    await fixture.commit(batchId);
    const offices = () =>
      fixture.read((store) => store.sql.pluck<string>(`SELECT name FROM unit WHERE kind = 'opd'`));
    expect(offices()).toEqual(['Dinas Kesehatan']);
    await fixture.undo(batchId);
    expect(offices()).toEqual([]);
  });
});

describe('people met before', () => {
  it('in the same file are shown, never merged', async () => {
    const batchId = await stage(
      csv(
        head,
        budi,
        budi,
        budi.replace('Kepala Desa', 'Ketua BPD'),
        '4;Slamet Riyadi;3329010101809001;07-07-1977;L;Salem;Salem;Staf;;',
        '5;Budi Santoso;;01-01-1980;L;Salem;Salem;Staf;;',
      ),
    );
    const rows = fixture.rows(batchId);
    expect(rows.map(({ action }) => action)).toEqual([
      'add',
      'same',
      'conflict',
      'conflict',
      'conflict',
    ]);
    expect(rows[2]?.issues.find(({ code }) => code === 'duplicate.in-file')?.params).toMatchObject({
      row: 2,
    });
    expect(rows[3]?.codes).toContain('nik.of-two-people');
    expect(rows[4]?.codes).toContain('duplicate.in-file');
  });

  it('in the same roster are updated, left alone or held back', async () => {
    await imported(csv(head, budi, siti));
    const batchId = await stage(
      csv(
        head,
        budi.replace('Kepala Desa', 'Sekretaris Desa'),
        siti.replace('Siti Aminah', 'SITI AMINAH, S.Pd.'),
        '4;Karto;3329010404809004;04-04-1980;L;Salem;Salem;Staf;;',
      ),
    );
    const rows = fixture.rows(batchId);
    expect(rows.map(({ action }) => action)).toEqual(['update', 'update', 'add']);
    expect(rows[0]?.values['changed']).toBe('position');
    const other = await stage(
      csv(head, '3;Slamet Riyadi;3329015505829002;07-07-1977;L;Salem;Salem;Staf;;'),
    );
    expect(fixture.rows(other)[0]).toMatchObject({ action: 'conflict', severity: 'error' });
    expect(fixture.rows(other)[0]?.codes).toContain('nik.other-person');
    await fixture.commit(batchId);
    expect(people().map(({ name, position }) => [name, position])).toEqual([
      ['Budi Santoso', 'Sekretaris Desa'],
      ['SITI AMINAH, S.Pd.', 'Ketua RT 02'],
      ['Karto', 'Staf'],
    ]);
  });

  it('in another roster get a second entry, not a second person', async () => {
    await imported(csv(head, siti));
    const lines = ['No;Nama;NIK;Tgl Lahir;Jenis Pekerjaan;Desa;Kecamatan;Sumber Dana'];
    const batchId = await stage(
      csv(...lines, '1;Siti Aminah;3329015505829002;15-05-1982;Petani;Bentar;Salem;DBHCHT'),
      'rentan',
    );
    expect(fixture.rows(batchId)[0]).toMatchObject({ action: 'add', severity: 'info' });
    expect(fixture.rows(batchId)[0]?.codes).toContain('duplicate.other-roster');
    await fixture.commit(batchId);
    const counts = fixture.read((store) =>
      store.sql.get<{ persons: number; entries: number }>(
        'SELECT (SELECT count(*) FROM person) AS persons, (SELECT count(*) FROM roster_entry) AS entries',
      ),
    );
    expect(counts).toEqual({ persons: 1, entries: 2 });
  });
});

describe('a plan', () => {
  it('is what is committed, row by row', async () => {
    const batchId = await imported(
      csv(head, budi, budi, siti, '9;;3329010909809009;;L;Salem;Salem;Staf;;'),
    );
    const { counts } = fixture.batch(batchId);
    expect(counts).toMatchObject({ read: 4, add: 2, same: 1, reject: 1 });
    expect(people()).toHaveLength(counts.add);
    expect(fixture.rows(batchId).filter(({ action }) => action === 'add')).toHaveLength(counts.add);
  });

  it('made stale by another commit is made again and waits for another look', async () => {
    const first = await stage(csv(head, budi, siti));
    const second = await stage(csv(head, budi.replace('Kepala Desa', 'Kaur Umum')));
    await fixture.commit(first);
    await expect(fixture.commit(second)).rejects.toMatchObject({ code: 'import.plan-changed' });
    expect(fixture.batch(second).counts).toMatchObject({ add: 0, update: 1 });
    await fixture.commit(second);
    expect(people().map(({ position }) => position)).toEqual(['Kaur Umum', 'Ketua RT 02']);
  });

  it('is committed once', async () => {
    const batchId = await imported(csv(head, budi));
    await expect(fixture.commit(batchId)).rejects.toMatchObject({
      code: 'import.batch-not-staged',
    });
  });
});

describe('undo', () => {
  const rosterText = () =>
    fixture.read((store) =>
      ['person', 'roster_entry', 'unit']
        .map((table) => JSON.stringify(store.sql.all(`SELECT * FROM ${table} ORDER BY id`)))
        .concat(JSON.stringify(store.sql.all('SELECT rowid FROM entry_search ORDER BY rowid')))
        .join('\n'),
    );

  it('of added and updated rows gives back the store as it was', async () => {
    await imported(csv(head, budi, siti));
    const before = rosterText();
    const batchId = await imported(
      csv(
        head,
        budi.replace('Kepala Desa', 'Kaur Umum').replace('Budi Santoso', 'Budi Santosa'),
        '4;Karto;3329010404809004;04-04-1980;L;Salem;Salem;Staf;;',
      ),
    );
    expect(rosterText()).not.toBe(before);
    expect(await fixture.undo(batchId)).toEqual([]);
    expect(rosterText()).toBe(before);
    await expect(fixture.undo(batchId)).rejects.toMatchObject({
      code: 'import.batch-not-committed',
    });
  });

  it('leaves and lists what was edited since', async () => {
    const batchId = await imported(csv(head, budi, siti));
    {
      using store = openStoreInWorker(fixture.access);
      store.transact(['roster'], (sql) =>
        sql.run(`UPDATE roster_entry SET position = 'Kaur', version = version + 1 WHERE id = 1`),
      );
    }
    expect(await fixture.undo(batchId)).toEqual([{ name: 'Budi Santoso', reason: 'edited-later' }]);
    expect(people().map(({ name }) => name)).toEqual(['Budi Santoso']);
  });

  it('of an update lists rows a later import changed again, and of both in turn restores all', async () => {
    await imported(csv(head, budi, siti));
    const before = rosterText();
    const second = await imported(csv(head, budi.replace('Kepala Desa', 'Kaur Umum')));
    const third = await imported(csv(head, budi.replace('Kepala Desa', 'Kasi Pelayanan')));
    const after = rosterText();
    expect(await fixture.undo(second)).toEqual([{ name: 'Budi Santoso', reason: 'edited-later' }]);
    expect(rosterText()).toBe(after);
    await fixture.undo(third);
    expect(people()[0]?.position).toBe('Kaur Umum');
    expect(rosterText()).not.toBe(before);
  });

  it('of the later import first, then of the earlier, empties what they filled', async () => {
    const empty = rosterText();
    const first = await imported(csv(head, budi, siti));
    const second = await imported(csv(head, budi.replace('Kepala Desa', 'Kaur Umum')));
    await fixture.undo(second);
    expect(await fixture.undo(first)).toEqual([]);
    expect(rosterText()).toBe(empty);
  });

  it('keeps a person another roster needs, until that one is undone too', async () => {
    const empty = rosterText();
    const first = await imported(csv(head, siti));
    const second = await imported(
      csv(
        'Nama;NIK;Tgl Lahir;Jenis Pekerjaan;Desa;Kecamatan',
        'Siti Aminah;3329015505829002;15-05-1982;Petani;Bentar;Salem',
      ),
      'rentan',
    );
    await fixture.undo(first);
    expect(people().map(({ name }) => name)).toEqual(['Siti Aminah']);
    expect(await fixture.undo(second)).toEqual([]);
    expect(rosterText()).toBe(empty);
  });
});
