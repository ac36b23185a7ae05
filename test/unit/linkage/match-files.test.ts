import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runMatch } from '../../../src/engine/match/match-files.ts';
import { readPeople } from '../../../src/engine/match/read-people.ts';
import { isoDate } from '../../../src/linkage/normalise/dates.ts';

const header = 'id,nik,kpj,name,birth_date,sex,village,wage';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'padan-match-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const path = (name: string): string => join(folder, name);

async function file(name: string, text: string | Uint8Array): Promise<string> {
  await writeFile(path(name), text);
  return path(name);
}

async function match(left: string | Uint8Array, right: string | Uint8Array) {
  const out = path('pairs.csv');
  const counts = await runMatch({
    left: await file('l.csv', left),
    right: await file('r.csv', right),
    out,
  });
  const { data, meta } = Papa.parse<Record<string, string>>(await readFile(out, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return { counts, rows: data, fields: meta.fields };
}

describe('runMatch', () => {
  it('links, asks for review and lists who stands alone', async () => {
    const left = [
      header,
      "A1,'3329015205809001,,Siti Aminah,12-05-1980,P,Suka Maju,1500000",
      'A2,,,"SUTRISNO, S.Pd",01-09-1971,L,Rejosari,',
      'A3,,,HADI,17-03-1985,L,Rejosari,',
      'A4,3329011705619001,,PONIMIN,17-05-1961,L,Rejosari,',
    ].join('\r\n');
    const right = [
      header,
      'B1,3329015205809001,11406250951,SITI AMINAH,1980-05-12,P,SUKAMAJU,1500000',
      'B2,3329010109719003,11406250980,SUTRISNO,1971-09-01,L,REJOSARI,',
      'B3,,11406251044,ADI,1985-03-17,L,REJOSARI,',
      '"B,4",3329015411909002,11406252066,KUSDARYANTI,1990-11-14,P,WONOSOBO,',
    ].join('\n');
    const { counts, rows, fields } = await match(left, right);
    expect(fields).toEqual(['left_id', 'right_id', 'decision', 'probability', 'why']);
    const decisions = rows.map((row) => `${row['left_id']}|${row['right_id']}|${row['decision']}`);
    expect(decisions).toEqual([
      'A1|B1|match',
      'A2|B2|match',
      'A3|B3|review',
      'A4||non-match',
      '|B,4|non-match',
    ]);
    expect(rows[0]?.['why']).toContain('NIK sama, nama sama');
    expect(rows[2]?.['why']).toContain('HADI bukan ADI');
    for (const row of rows) expect(row['probability']).toMatch(/^[01]\.\d{4}$/);
    expect(counts).toMatchObject({ match: 2, review: 1, leftOnly: 1, rightOnly: 1 });
    expect((await readdir(folder)).sort()).toEqual(['l.csv', 'pairs.csv', 'r.csv']);
  });

  it('reads columns in any order, other delimiters, quotes, marks and encodings', async () => {
    const left = '\ufeffName;ID;Birth_Date\r\n"WIDJAJA ""BENG""\r\nKUSUMO";7;17 Agustus 1945\r\n';
    const latin = Buffer.from('id;name;birth_date\nX;JOSÉ WIDJAJA KUSUMO;17/08/1945\n', 'latin1');
    const { rows } = await match(left, latin);
    expect(rows[0]).toMatchObject({ left_id: '7', right_id: 'X' });
    expect(rows[0]?.['decision']).not.toBe('non-match');
  });

  it('takes files with a header and no rows', async () => {
    const { counts } = await match(`${header}\n`, `${header}\nB1,,,SITI,,,,\n`);
    expect(counts).toMatchObject({ match: 0, review: 0, leftOnly: 0, rightOnly: 1 });
  });

  it('settles the order of a date column from all its cells', async () => {
    const read = async (dates: readonly string[]): Promise<string[]> => {
      const text = ['id,name,birth_date', ...dates.map((date, i) => `${i},SITI,"${date}"`)].join(
        '\n',
      );
      const { side } = await readPeople(await file('dates.csv', text));
      return Array.from(side.date, isoDate);
    };
    expect(await read(['05/03/1980', '25/12/1981', '1982-02-01'])).toEqual([
      '1980-03-05',
      '1981-12-25',
      '1982-02-01',
    ]);
    expect(await read(['05/03/1980', '12/25/1981', '11/30/1990'])).toEqual([
      '1980-05-03',
      '1981-12-25',
      '1990-11-30',
    ]);
    expect(
      await read(['05/03/1980', '31/02/1980', '7 Februari 1986', '29353', '19800512', '', '-']),
    ).toEqual(['1980-03-05', '', '1986-02-07', '1980-05-12', '1980-05-12', '', '']);
  });

  it('keeps every id, however long, over many pieces of a large file', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, i) =>
        `${'x'.repeat(i % 90)}-${i},,${11_000_000_000 + i * 37},"NAMA, ${i % 7}",1980-01-01,L,DESA,`,
    );
    const { side, ids } = await readPeople(await file('many.csv', [header, ...rows].join('\n')));
    expect(side.rows).toBe(30_000);
    expect(ids.text(29_999)).toBe(`${'x'.repeat(29_999 % 90)}-29999`);
    expect(side.kpjLo[12_345]).toBe((11_000_000_000 + 12_345 * 37) % 1e8);
  });
});

describe('runMatch with bad input', () => {
  const good = `${header}\nA1,,,SITI,,,,\n`;
  const codeOf = async (
    left: string | Uint8Array,
    right: string | Uint8Array = good,
  ): Promise<unknown> => {
    await file('pairs.csv', 'as it was');
    const failure = await match(left, right).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(await readFile(path('pairs.csv'), 'utf8')).toBe('as it was');
    return failure;
  };

  it.each([
    ['an empty file', '', 'file.empty'],
    ['blanks', ' \n\n ', 'file.empty'],
    ['no known column', 'foo,bar\n1,2\n', 'import.no-header'],
    ['no id column', 'nik,name\n1,SITI\n', 'import.missing-columns'],
    ['two id columns', 'id,id,name\n1,2,SITI\n', 'input.invalid'],
    ['nothing to compare', 'id,village\n1,REJO\n', 'reconcile.nothing-to-match'],
    ['an open quote', `${header}\nA1,,,"SITI,,,,\n`, 'file.damaged'],
    ['a binary file', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 8, 0]), 'file.unsupported'],
  ])('%s', async (_, left, code) => {
    expect(await codeOf(left)).toMatchObject({ code });
    expect(await codeOf(good, left)).toMatchObject({ code });
  });

  it('a missing file', async () => {
    const failure = await runMatch({
      left: path('no.csv'),
      right: path('no.csv'),
      out: path('o.csv'),
    }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'file.missing', at: { file: 'no.csv' } });
  });

  it('an output folder that cannot be made', async () => {
    const left = await file('l.csv', good);
    const out = join(left, 'inside-a-file', 'o.csv');
    const failure = await runMatch({ left, right: left, out }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'file.unwritable' });
  });

  it('a cancel leaves nothing behind', async () => {
    const left = await file('l.csv', good);
    const signal = AbortSignal.abort();
    const failure = await runMatch({ left, right: left, out: path('o.csv'), signal }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'job.cancelled' });
    expect(await readdir(folder)).toEqual(['l.csv']);
  });
});
