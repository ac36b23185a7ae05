/** What is decided of a whole column, and what is shown to speak for it; never of one cell. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportFixture, importFixture, type StagedView } from './import-fixture.ts';

let fixture: ImportFixture;
beforeAll(async () => {
  fixture = await importFixture({ keepReader: true });
});
afterAll(() => fixture[Symbol.dispose]());

let files = 0;
async function staged(lines: readonly string[]) {
  files += 1;
  const path = join(fixture.dir, `kolom-${files}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  const batchId = await fixture.stage({ path, kind: 'rentan' });
  const sheet = fixture.batch(batchId).sheets.find(({ used }) => used);
  return { sheet, rows: fixture.rows(batchId) };
}
const decisions = ({ sheet }: Awaited<ReturnType<typeof staged>>, field: string) =>
  sheet?.decisions.filter((decision) => decision.field === field) ?? [];
const pairs = (rows: readonly StagedView[], ...keys: readonly string[]) =>
  rows.map(({ values }) => keys.map((key) => values[key] ?? null));

describe('decisions of a column, with what speaks for them', () => {
  const births = (...texts: readonly string[]) =>
    staged(['Nama;NIK;Tgl Lahir', ...texts.map((text, at) => `Orang ${at};;${text}`)]);

  it('day first, by the values that allow nothing else', async () => {
    const found = await births('20-01-1980', '25-02-1981', '03-04-1982');
    expect(decisions(found, 'birthDate')).toEqual([
      {
        field: 'birthDate',
        decision: 'date.dmy',
        params: { evidence: 2, eitherWay: 1, certainty: 'evidence' },
      },
    ]);
    expect(pairs(found.rows, 'birthDate')).toEqual([
      ['1980-01-20'],
      ['1981-02-25'],
      ['1982-04-03'],
    ]);
  });

  it('month first, when only that can be meant: for every cell, the unclear ones too', async () => {
    const found = await births('01/20/1980', '02/25/1981', '03/04/1982');
    expect(decisions(found, 'birthDate')[0]).toMatchObject({
      decision: 'date.mdy',
      params: { evidence: 2 },
    });
    expect(pairs(found.rows, 'birthDate')).toEqual([
      ['1980-01-20'],
      ['1981-02-25'],
      ['1982-03-04'],
    ]);
  });

  it('never one cell for itself: what contradicts the column is shown, not turned round', async () => {
    const found = await births('20-01-1980', '25-02-1981', '02-25-1982', '03-04-1982');
    expect(pairs(found.rows, 'birthDate')).toEqual([
      ['1980-01-20'],
      ['1981-02-25'],
      [null],
      ['1982-04-03'],
    ]);
    expect(found.rows[2]?.codes).toContain('date.against-order');
    expect(decisions(found, 'birthDate')[0]?.params).toMatchObject({
      certainty: 'conflict',
      against: 1,
    });
  });

  it('month names, two-digit years by age, years first, day numbers', async () => {
    const found = await births('17 Agustus 1985', '1-MEI-79', '5 Des 04', '1980-02-03', '12051980');
    expect(pairs(found.rows, 'birthDate')).toEqual([
      ['1985-08-17'],
      ['1979-05-01'],
      ['2004-12-05'],
      ['1980-02-03'],
      ['1980-05-12'],
    ]);
    expect(decisions(found, 'birthDate').map(({ decision }) => decision)).toContain(
      'date.month-names',
    );
  });

  it('the decimal mark', async () => {
    const wages = (...texts: readonly string[]) =>
      staged([
        'Nama;NIK;Tgl Lahir;Upah',
        ...texts.map((text, at) => `Orang ${at};;20-01-1980;${text}`),
      ]);
    const comma = await wages('1.500.000,50', '2.000.000', '750.000');
    expect(pairs(comma.rows, 'wageSen')).toEqual([[150_000_050], [200_000_000], [75_000_000]]);
    expect(decisions(comma, 'wage')[0]).toMatchObject({
      decision: 'money.decimal-comma',
      params: { commaDecimal: 2 },
    });
    const dot = await wages('1,500,000.50', '2,000,000', '750,000');
    expect(pairs(dot.rows, 'wageSen')).toEqual([[150_000_050], [200_000_000], [75_000_000]]);
    expect(decisions(dot, 'wage')[0]).toMatchObject({ decision: 'money.decimal-dot' });
  });

  it('codes of sex: words by what they say, 1 and 2 by the NIKs beside them', async () => {
    const words = await staged([
      'Nama;NIK;JK',
      'A;;L',
      'B;;pr',
      'C;;Laki-laki',
      'D;;WANITA',
      'E;;?',
      'F;3329010101809001;',
    ]);
    expect(pairs(words.rows, 'sex')).toEqual([['L'], ['P'], ['L'], ['P'], [null], ['L']]);
    expect(decisions(words, 'sex')[0]?.params).toMatchObject({ L: 2, P: 2, unknown: 1 });
    const coded = (at: number) =>
      `O${at};3329${at % 2 === 0 ? '010101' : '014101'}80900${at};${at % 2 === 0 ? 2 : 1}`;
    const numbers = await staged(['Nama;NIK;JK', ...[1, 2, 3, 4, 5, 6].map(coded), 'Tanpa NIK;;1']);
    expect(numbers.rows.at(-1)?.values['sex']).toBe('P');
    const few = await staged(['Nama;NIK;JK', 'A;3329010101809001;1', 'B;;2']);
    expect(few.rows[1]?.values['sex'] ?? null).toBeNull();
  });

  it('codes of marital status: letters by what stands beside them, and what is uncertain stays open', async () => {
    const lines = (...codes: string[]) => [
      'Nama;NIK;Status Kawin',
      ...codes.map((code, at) => `Orang ${at};33290101018090${10 + at};${code}`),
    ];
    const letters = await staged(lines('K', 'TK', 'k', 'Janda', '?'));
    expect(pairs(letters.rows, 'marital')).toEqual([
      ['kawin'],
      ['belum'],
      ['kawin'],
      ['cerai'],
      [null],
    ]);
    expect(decisions(letters, 'marital')[0]).toMatchObject({
      decision: 'marital.codes',
      params: { kawin: 2, belum: 1, cerai: 1, unknown: 1 },
    });
    expect(letters.rows.at(-1)?.codes).toContain('marital.unknown');
    const registry = await staged(lines('1', '2', '3'));
    expect(pairs(registry.rows, 'marital')).toEqual([['belum'], ['kawin'], ['cerai']]);
    const unclear = await staged(lines('1', '2', '2'));
    expect(pairs(unclear.rows, 'marital')).toEqual([[null], [null], [null]]);
    const sexes = await staged(lines('L', 'P', 'L'));
    expect(pairs(sexes.rows, 'marital')).toEqual([[null], [null], [null]]);
  });
});
