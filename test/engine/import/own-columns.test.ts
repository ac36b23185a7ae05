/** The columns that only one roster has come in with its file, are renewed by the next one, and go back with it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportKind } from '../../../src/domain/segments.ts';
import { type ImportFixture, importFixture } from './import-fixture.ts';

let fixture: ImportFixture;
beforeEach(async () => {
  fixture = await importFixture();
});
afterEach(() => fixture[Symbol.dispose]());

let files = 0;
async function imported(kind: ImportKind, ...lines: string[]) {
  files += 1;
  const path = join(fixture.dir, `daftar-${files}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  const batchId = await fixture.stage({ path, kind });
  await fixture.commit(batchId);
  return batchId;
}
const entry = () =>
  fixture.read((store) =>
    store.sql.get<Record<string, unknown>>(
      'SELECT position, job_kind, nip, decree, start_date, desil, dtsen_id FROM roster_entry',
    ),
  );

describe('a roster’s own columns', () => {
  it('are NIP, SK and TMT of a non-ASN', async () => {
    const head = 'No;Nama;NIK;Tgl Lahir;OPD;Jabatan;Jenis Tenaga;NIP;No SK;TMT';
    const row = (nip: string) =>
      `1;Budi;3329010101809001;01-01-1980;Dinas Kesehatan;Sopir;THL;${nip};800/1/2025;17-08-2025`;
    const first = await imported('non-asn', head, row("'19800101 202508 1 001"));
    const stored = {
      position: 'Sopir',
      job_kind: 'THL',
      nip: '198001012025081001',
      decree: '800/1/2025',
      start_date: '2025-08-17',
    };
    expect(entry()).toMatchObject(stored);
    expect(fixture.rows(first)[0]?.codes).not.toContain('nip.shape');
    const second = await imported('non-asn', head, row('123'));
    expect(fixture.rows(second)[0]?.codes).toContain('nip.shape');
    expect(entry()).toMatchObject({ ...stored, nip: '123' });
    await fixture.undo(second);
    expect(entry()).toMatchObject(stored);
  });

  it('are desil and DTSEN of a pekerja rentan', async () => {
    await imported(
      'rentan',
      'No;Nama;NIK;Tgl Lahir;Desa;Kecamatan;Pekerjaan;Desil;ID DTSEN',
      '1;Siti;3329014101809002;01-01-1980;Salem;Salem;Petani;2;0012345678901234',
    );
    expect(entry()).toMatchObject({ job_kind: 'Petani', desil: 2, dtsen_id: '0012345678901234' });
  });

  it('and the marital status of a person, in each', async () => {
    const head = 'Nama;NIK;Tgl Lahir;Status Perkawinan;SHDK';
    const row = (marital: string) => `Budi;3329010101809001;01-01-1980;${marital};KEPALA KELUARGA`;
    const marital = () =>
      fixture.read((store) => store.sql.pluck<string | null>('SELECT marital FROM person'));
    const first = await imported('rentan', head, row('Belum Kawin'));
    expect(marital()).toEqual(['belum']);
    const second = await imported('rentan', head, row('Kawin'));
    expect(fixture.rows(second)[0]?.action).toBe('update');
    expect(marital()).toEqual(['kawin']);
    const path = join(fixture.dir, 'kosong.csv');
    writeFileSync(path, `${head}\n${row('')}\n`);
    const silent = await fixture.stage({ path, kind: 'rentan' });
    expect(fixture.rows(silent)[0]?.action).toBe('same');
    await fixture.undo(second);
    expect(marital()).toEqual(['belum']);
    await fixture.undo(first);
    expect(marital()).toEqual([]);
  });
});
