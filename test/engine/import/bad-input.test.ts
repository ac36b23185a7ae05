import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../../src/domain/app-error.ts';
import type { ImportKind } from '../../../src/domain/segments.ts';
import { stageTask } from '../../../src/engine/import/stage-task.ts';
import { writeXlsx } from '../../../src/tabular/write-xlsx.ts';
import { type ImportFixture, importFixture } from './import-fixture.ts';

let fixture: ImportFixture;
let before = '';
beforeAll(async () => {
  fixture = await importFixture();
  before = fixture.dump();
});
afterAll(() => fixture[Symbol.dispose]());

const file = (name: string, content: string | Buffer): string => {
  const path = join(fixture.dir, name);
  writeFileSync(path, content);
  return path;
};

/** Stages what must fail, and checks that the store is as it was. */
async function refused(path: string, kind: ImportKind = 'rentan'): Promise<AppError> {
  try {
    await fixture.stage({ path, kind });
  } catch (error) {
    expect(fixture.dump()).toBe(before);
    return error as AppError;
  }
  throw new Error('was not refused');
}

const roster = 'No,Nama,NIK,Desa,Kecamatan\n1,Budi,3329010101809001,Salem,Salem\n';
const export2 =
  'Nomor Peserta,NIK,Nama Pekerja,Upah,Iuran JKK,Iuran JKM\n12345678901,3329010101809001,Budi,2000000,4800,6000\n';

describe('a file that cannot be imported leaves everything as it was', () => {
  it('is missing', async () => {
    expect((await refused(join(fixture.dir, 'tidak-ada.xlsx'))).code).toBe('file.missing');
  });

  it('is empty', async () => {
    expect((await refused(file('kosong.csv', ''))).code).toBe('file.empty');
    expect((await refused(file('putih.csv', '\n ; \n'))).code).toMatch(
      /^(?:file\.empty|import\.no-header)$/,
    );
  });

  it('is a workbook whose sheet is empty', async () => {
    const path = join(fixture.dir, 'kosong.xlsx');
    await writeXlsx(path, [{ name: 'Sheet1', rows: [] }]);
    expect((await refused(path)).code).toBe('file.empty');
  });

  it('has a head and no rows', async () => {
    expect((await refused(file('kepala.csv', 'No,Nama,NIK\n'))).code).toBe('file.empty');
  });

  it('has no recognisable head', async () => {
    const error = await refused(
      file('tanpa-judul.csv', 'Budi,3329010101809001\nSiti,3329014101809002\n'),
    );
    expect(error.code).toBe('import.no-header');
    expect(error.at).toMatchObject({ file: 'tanpa-judul.csv' });
  });

  it('lacks a needed column', async () => {
    const error = await refused(
      file('kurang.csv', 'Nama,Alamat,Jabatan\nBudi,Salem,Staf\n'),
      'non-asn',
    );
    expect(error.code).toBe('import.missing-columns');
    expect(error.params).toEqual({ columns: ['nik'] });
  });

  it('is a roster in a BPJS slot, and a BPJS list in a roster’s', async () => {
    expect((await refused(file('daftar.csv', roster), 'bpjs-pu')).code).toBe('import.wrong-slot');
    const error = await refused(file('rincian.csv', export2), 'non-asn');
    expect(error.code).toBe('import.wrong-slot');
    expect(error.params).toMatchObject({ kind: 'non-asn', looksLike: 'bpjs-pu' });
  });

  it('is no table at all, or a damaged one', async () => {
    expect((await refused(file('gambar.xlsx', Buffer.from('%PDF-1.7 …')))).code).toBe(
      'file.unsupported',
    );
    const code = (await refused(file('rusak.xlsx', Buffer.from('PK\u0003\u0004 sisa')))).code;
    expect(code).toBe('file.damaged');
  });

  it('stops between two rows when it is cancelled', async () => {
    const lines = Array.from({ length: 30_000 }, (_, n) => `${n},Budi ${n},,Salem,Salem`).join(
      '\n',
    );
    const path = file('panjang.csv', `No,Nama,NIK,Desa,Kecamatan\n${lines}\n`);
    const abort = new AbortController();
    const task = {
      ...fixture.task,
      signal: abort.signal,
      progress: (stage: string, done: number) => {
        if (stage === 'check' && done > 20_000) abort.abort();
      },
    };
    await expect(stageTask({ path, kind: 'rentan' }, task)).rejects.toMatchObject({
      code: 'job.cancelled',
    });
    expect(fixture.dump()).toBe(before);
  });
});

describe('a file imported before', () => {
  it('is recognised by its content until it is asked for again', async () => {
    using own = await importFixture();
    const path = join(own.dir, 'daftar.csv');
    writeFileSync(path, roster);
    await own.commit(await own.stage({ path, kind: 'rentan' }));
    await expect(own.stage({ path, kind: 'rentan' })).rejects.toMatchObject({
      code: 'import.already-imported',
      params: { batchId: 1 },
    });
    const again = await own.stage({ path, kind: 'rentan', again: true });
    expect(own.batch(again).counts).toMatchObject({ read: 1, same: 1, add: 0 });
    await expect(own.commit(again)).rejects.toMatchObject({ code: 'import.nothing-to-commit' });
  });
});
