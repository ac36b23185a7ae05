/** The whole job as `npm run demo` does it, held against the sample's truth and the printed paper. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../../src/cli/host.ts';
import { type DemoSummary, runDemo } from '../../../src/cli/run-demo.ts';
import { openTable } from '../../../src/tabular/open-table.ts';
import { testNow } from '../harness.ts';
import { nonAsnNeed, readTruth, readTruthPeople, rentanNeed } from './truth.ts';

let dir = '';
let summary: DemoSummary;
const newHost = () =>
  createHost({ env: {}, log: () => undefined, now: () => new Date(testNow), fixedClock: true });
const dots = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'padan-demo-'));
  await using host = newHost();
  summary = await runDemo(host, { dir, workers: 900, seed: 7, paper: 'F4' });
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the demo', () => {
  it('counts workers, active, inactive and missing as the truth does, roster by roster', () => {
    const truth = readTruth(join(dir, 'berkas-contoh'));
    for (const row of summary.coverage.rows) {
      if (row.roster === null) throw new Error('a roster row names its roster');
      const expected = truth.totals.rosters[row.roster];
      expect(
        {
          workers: row.workers,
          active: row.active,
          inactive: row.inactive,
          notEnrolled: row.missing + row.toCheck,
        },
        row.roster,
      ).toEqual({
        workers: expected.persons,
        active: expected.aktif,
        inactive: expected.grace + expected.nonaktif,
        notEnrolled: expected.belum,
      });
    }
    expect(summary.coverage.rows.length).toBe(3);
  });

  it('leaves next to nothing to review and never hides a missing worker in the queue', () => {
    const { toCheck, workers } = summary.coverage.total;
    expect(toCheck).toBeLessThanOrEqual(Math.ceil(workers * 0.005));
  });

  it('prices the missing as the tariff says, worked out from the truth alone', () => {
    expect(summary.coverage.rows.reduce((sum, row) => sum + row.toCheck, 0)).toBe(0);
    const people = readTruthPeople(join(dir, 'berkas-contoh'));
    const byRoster = new Map(summary.budget.byRoster.map((row) => [row.roster, row]));
    expect(byRoster.get('non-asn')).toMatchObject(nonAsnNeed(people));
    expect(byRoster.get('rentan')).toMatchObject(rentanNeed(people, summary.fiscalYear));
  });

  it('adds up: lines, months and rosters give the one total', () => {
    const { lines, byMonth, byRoster, total } = summary.budget;
    const sum = (rows: readonly { readonly amount: number }[]) =>
      rows.reduce((amount, row) => amount + row.amount, 0);
    expect(sum(lines)).toBe(total);
    expect(sum(byMonth)).toBe(total);
    expect(sum(byRoster)).toBe(total);
    expect(total).toBeGreaterThan(0);
  });

  it('prints a packet whose totals are those of the summary', () => {
    const text = execFileSync('pdftotext', ['-layout', join(dir, 'paket-monev.pdf'), '-'], {
      encoding: 'utf8',
    });
    const { total } = summary.coverage;
    const t1 = text.split('\n').find((line) => /^\s*Jumlah\s+\d/.test(line)) ?? '';
    for (const figure of [
      total.workers,
      total.registered,
      total.active,
      total.inactive,
      total.missing,
    ]) {
      expect(t1).toContain(dots(figure));
    }
    expect(text).toContain(dots(summary.budget.total));
    expect(text).toMatch(/Halaman 1 dari \d+/);
    const info = execFileSync('pdfinfo', [join(dir, 'paket-monev.pdf')], { encoding: 'utf8' });
    expect(info).toMatch(/Page size:\s+609\.\d+ x 935\.\d+/);
  });

  it('lists every missing worker in the spreadsheet, with masked NIK', async () => {
    const source = await openTable(join(dir, 'daftar-belum-terdaftar.xlsx'));
    let numbered = 0;
    let text = '';
    for await (const batch of source.rows(0)) {
      for (const { cells } of batch) {
        text += `${cells.join('|')}\n`;
        if (
          /^\d+$/.test(cells[0] ?? '') &&
          (cells[1] ?? '') !== '' &&
          !/^\d+$/.test(cells[1] ?? '')
        )
          numbered += 1;
      }
    }
    expect(numbered).toBe(summary.coverage.total.missing);
    expect(text).not.toMatch(/\d{16}/);
    expect(text).toContain('••••••••');
  });

  it('says the same in ringkasan.json', () => {
    const read = JSON.parse(readFileSync(join(dir, 'ringkasan.json'), 'utf8')) as DemoSummary;
    expect(read.coverage.total).toEqual(summary.coverage.total);
    expect(read.files.every((name) => existsSync(join(dir, name)))).toBe(true);
  });

  it('does not clear a folder that is not a demo', async () => {
    const other = mkdtempSync(join(tmpdir(), 'padan-other-'));
    writeFileSync(join(other, 'penting.txt'), 'jangan hapus');
    await using host = newHost();
    await expect(
      runDemo(host, { dir: other, workers: 60, seed: 1, paper: 'A4' }),
    ).rejects.toMatchObject({ code: 'file.unwritable' });
    expect(readFileSync(join(other, 'penting.txt'), 'utf8')).toBe('jangan hapus');
    rmSync(other, { recursive: true, force: true });
  });
});
