/** Files of payments and budget lines: read for a person to look at, refused with a reason, written back as a workbook. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTable } from '../../../src/tabular/open-table.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { allocation, jkk, payment, writeLines } from './spending-fixture.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
});
afterEach(() => test[Symbol.asyncDispose]());

const usual = { year: 2026, roster: 'desa', fundSource: 'add' } as const;
const read = (file: string) => test.call('spending.readPayments', { file, ...usual });
const kop = ['PEMERINTAH KABUPATEN;;;;;', 'Rekap pembayaran;;;;;', ';;;;;'];
const head = 'No;Kode Iuran;BLTH;Jumlah TK;Jumlah Iuran;Tgl Bayar;Kecamatan;Desa';

describe('payments from a file', () => {
  it('finds the head below a kop, sets totals aside, reads what offices write', async () => {
    const file = writeLines(test, 'bayar.csv', [
      ...kop,
      head,
      '1;632609048826;09-2026;12;Rp 201.600,-;14-09-2026;Salem;Bentar',
      '2;632609048827;OKT-2026;12 orang;201.600;13/10/2026;Salem;Salem',
      ';Jumlah;;24;403.200;;;',
    ]);
    const found = await read(file);
    expect(found.rows.map(({ payment: one }) => one)).toMatchObject([
      { period: '2026-09', persons: 12, amount: 201_600, paidOn: '2026-09-14', roster: 'desa' },
      { period: '2026-10', persons: 12, amount: 201_600, paidOn: '2026-10-13', fundSource: 'add' },
    ]);
    expect(found.rows.map(({ unitName }) => unitName)).toEqual(['Bentar', 'Salem']);
    expect(found.setAside).toMatchObject([{ row: 7, reason: 'total' }]);
    const payments = found.rows.flatMap(({ payment: one }) => one ?? []);
    await test.call('spending.addPayments', { payments });
    expect((await read(file)).rows.map(({ known }) => known)).toEqual(['same', 'same']);
  });

  it('names what is wrong with a row and never makes it a zero', async () => {
    const found = await read(
      writeLines(test, 'salah.csv', [
        head,
        '1;A1;09-2026;12;16,800;14-09-2026;;',
        '2;A2;Septembar;12;201600;14-09-2026;;',
        '3;A3;09-2026;12;201600;31-02-2026;;',
        '4;A4;09-2026;banyak;201600;14-09-2026;;',
        '5;A5;09-2026;12;201600;14-09-2026;Salem;Tidak Ada',
        '6;A6;09-2026;12;0;14-09-2026;;',
        '7;A7;09-2026;;201600;14-09-2026;;',
        '8;A7;09-2026;;201600;14-09-2026;;',
      ]),
    );
    expect(found.rows.map(({ payment: one, issues }) => [one === null, issues[0]?.code])).toEqual([
      [true, 'amount.ambiguous'],
      [true, 'period.unreadable'],
      [true, 'date.impossible'],
      [true, 'persons.unreadable'],
      [true, 'unit.unknown'],
      [true, 'amount.not-positive'],
      [false, 'persons.missing'],
      [true, 'persons.missing'],
    ]);
    expect(found.rows.at(-1)?.issues.map(({ code }) => code)).toContain('payment.twice');
  });

  it('the same kode iuran with another amount is said to differ', async () => {
    await test.call('spending.addPayments', {
      payments: [payment({ roster: 'desa', fundSource: 'add', amount: 5, billingCode: 'A1' })],
    });
    const found = await read(
      writeLines(test, 'beda.csv', [head, '1;A1;09-2026;12;201600;14-09-2026;;']),
    );
    expect(found.rows[0]?.known).toBe('differs');
  });

  it.each([
    ['no head', ['a;b', '1;2'], 'import.no-header'],
    ['a column that is needed', ['Kode Iuran;Jumlah Iuran', 'A;5'], 'import.missing-columns'],
    ['no rows', [head], 'file.empty'],
    [
      'too many',
      [head, ...Array<string>(5_061).fill('1;A;09-2026;1;5;14-09-2026;;')],
      'spending.too-many-rows',
    ],
  ])('refuses a file with %s', async (_, lines, code) => {
    const file = writeLines(test, 'x.csv', lines);
    expect(await test.codeOf('spending.readPayments', { file, ...usual })).toBe(code);
  });

  it('refuses what is no table', async () => {
    const path = join(test.dir, 'x.xlsx');
    writeFileSync(path, '%PDF-1.7 not a workbook');
    const file = test.grant(path);
    expect(await test.codeOf('spending.readPayments', { file, ...usual })).toBe('file.unsupported');
    expect(await test.codeOf('spending.readAllocations', { file, fundSource: 'add' })).toBe(
      'file.unsupported',
    );
  });
});

describe('budget lines from a file', () => {
  it('puts accounts into the standard notation and warns of what is none', async () => {
    const { rows } = await test.call('spending.readAllocations', {
      fundSource: 'apbd-pad',
      file: writeLines(test, 'dpa.csv', [
        'Kode Rekening;Uraian;Sumber Dana;Pagu',
        '5.1.02.02.02.00 06;Iuran JKK Non ASN;DAU;12.000.000',
        '9.9;Lain-lain;;1.000',
        '5.1.2.2.2.6;Iuran JKK lagi;DAU;5',
        ';Tanpa rekening;;7',
      ]),
    });
    expect(rows.map(({ line }) => line)).toMatchObject([
      { accountCode: jkk, fundSource: 'apbd-dau', amount: 12_000_000 },
      { accountCode: '9.9', fundSource: 'apbd-pad', amount: 1_000 },
      null,
      null,
    ]);
    expect(rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      [],
      ['account.notation'],
      ['line.twice'],
      ['account.missing'],
    ]);
  });
});

describe('the workbook', () => {
  it('has live sums over the rows it writes', async () => {
    const folder = test.grant(test.dir);
    expect(await test.codeOf('spending.export', { year: 2026, folder })).toBe('spending.nothing');
    await test.call('spending.saveVersion', {
      year: 2026,
      kind: 'murni',
      number: 1,
      decidedOn: '2026-01-02',
      basis: '',
      lines: [allocation()],
    });
    await test.call('spending.addPayments', { payments: [payment()] });
    const made = await test.call('spending.export', { year: 2026, folder });
    expect(made.fileName).toBe('realisasi-2026.xlsx');
    const source = await openTable(test.pathOf(made.file));
    const cells: string[][] = [];
    for await (const batch of source.rows(0)) cells.push(...batch.map((row) => [...row.cells]));
    expect(cells.at(-1)?.slice(4)).toEqual(['12000000', '1680000', '10320000', '6720000', '0']);
  });
});
