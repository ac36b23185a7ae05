/** What planning writes: the RKA, the comparison, the list of people; read back, and added up anew. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanAssumptionsIn } from '../../../src/contract/plan-assumptions.ts';
import { type PlanKind, usualAssumptions } from '../../../src/domain/plan-types.ts';
import { openTable } from '../../../src/tabular/open-table.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { addPlanPeople } from './plan-fixture.ts';

const year = 2027;
let test: TestEngine;
let dir = '';
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
  addPlanPeople(test);
  dir = join(test.dir, 'cetak');
  mkdirSync(dir);
});
afterEach(() => test[Symbol.asyncDispose]());

const assume = (kind: PlanKind, changes: Partial<PlanAssumptionsIn> = {}): PlanAssumptionsIn => ({
  ...usualAssumptions(kind, year),
  ...changes,
});
const rowsOf = async (path: string, sheet = 0): Promise<readonly (readonly string[])[]> => {
  const source = await openTable(path);
  const rows: (readonly string[])[] = [];
  for await (const batch of source.rows(sheet)) rows.push(...batch.map(({ cells }) => cells));
  return rows;
};

describe('plan.export', () => {
  it('prints an RKA whose lines multiply out and add up to the scenario, in sheet and paper', async () => {
    const assumptions = assume('all', {
      bufferBasisPoints: 500,
      growthBasisPoints: 650,
      leavings: [{ persons: 5, from: '2027-04' }],
    });
    const [view] = (await test.call('plan.compare', { year, plans: [assumptions] })).plans;
    const { files } = await test.call('plan.export', {
      folder: test.grant(dir),
      year,
      paper: 'F4',
      what: 'rka',
      byUnit: false,
      plans: [{ name: 'Semua & naik', assumptions }],
    });
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'rka-2027-semua-naik.xlsx',
      'rka-2027-semua-naik.pdf',
    ]);
    const rows = await rowsOf(join(dir, 'rka-2027-semua-naik.xlsx'));
    const body = rows.filter((row) => /Orang x|Paket/.test(row[2] ?? ''));
    expect(body.length).toBeGreaterThan(8);
    let sum = 0;
    for (const row of body) {
      const [, , , persons, months, , price, , amount] = row.map(Number);
      expect((persons ?? 0) * (months ?? 0) * (price ?? 0)).toBe(amount);
      sum += amount ?? 0;
    }
    expect(sum).toBe((view?.total ?? 0) + (view?.buffer ?? 0));
    const total = rows.find((row) => row.includes('Jumlah seluruhnya'));
    expect(total?.map(Number)).toContain(sum);
    const pdf = join(dir, 'rka-2027-semua-naik.pdf');
    const paper = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    expect(paper).toContain(sum.toLocaleString('de-DE'));
    expect(paper).toContain('Cadangan 5,00 %');
    expect(paper).toMatch(/17 Orang x 12 Bulan/);
  });

  it('splits an RKA by unit without changing its sum', async () => {
    const plans = [{ name: 'Semua', assumptions: assume('all') }];
    const folder = test.grant(dir);
    const ask = { folder, year, paper: 'A4', what: 'rka', plans } as const;
    await test.call('plan.export', { ...ask, byUnit: false });
    await test.call('plan.export', { ...ask, byUnit: true });
    expect(
      readdirSync(dir)
        .filter((name) => name.endsWith('.xlsx'))
        .sort(),
    ).toEqual(['rka-2027-semua (2).xlsx', 'rka-2027-semua.xlsx']);
    const totals = [];
    for (const name of ['rka-2027-semua.xlsx', 'rka-2027-semua (2).xlsx']) {
      const rows = await rowsOf(join(dir, name));
      totals.push(rows.find((row) => row.includes('Jumlah seluruhnya'))?.at(-1));
    }
    expect(totals[0]).toBe(totals[1]);
    const units = (await rowsOf(join(dir, 'rka-2027-semua (2).xlsx'))).flat().join(' ');
    expect(units).toContain('Dinas Kesehatan · 5.1.02.02.02.0006');
  });

  it('puts scenarios side by side', async () => {
    const plans = [
      { name: 'Aktif', assumptions: assume('active') },
      { name: 'Semua', assumptions: assume('all') },
    ];
    const { files } = await test.call('plan.export', {
      folder: test.grant(dir),
      year,
      paper: 'F4',
      what: 'compare',
      byUnit: false,
      plans,
    });
    expect(files.map(({ kind }) => kind)).toEqual(['compare-xlsx']);
    const [active, all] = (
      await test.call('plan.compare', { year, plans: plans.map(({ assumptions }) => assumptions) })
    ).plans;
    for (const sheet of [3, 4, 5, 6]) {
      const rows = await rowsOf(join(dir, 'skenario-2027.xlsx'), sheet);
      const total = rows.find((row) => row.includes('Jumlah'));
      expect(total?.slice(2, 4).map(Number)).toEqual([active?.total, all?.total]);
    }
  });

  it('refuses a folder nobody chose and more than four scenarios', async () => {
    const plan = { name: 'Semua', assumptions: assume('all') };
    const ask = {
      folder: 'no-such-folder',
      year,
      paper: 'F4',
      what: 'rka',
      byUnit: false,
    } as const;
    expect(await test.codeOf('plan.export', { ...ask, plans: [plan] })).toBe('not-found');
    const five = [plan, plan, plan, plan, plan];
    expect(await test.codeOf('plan.export', { ...ask, plans: five })).toBe('bridge.bad-request');
  });
});

describe('plan.exportPeople', () => {
  it('lists exactly the people that the target counts, masked unless asked', async () => {
    const assumptions = assume('target');
    const view = await test.call('plan.target', { year, assumptions });
    const ask = { folder: test.grant(dir), year, assumptions };
    const { files } = await test.call('plan.exportPeople', { ...ask, fullNik: false });
    expect(files[0]?.rows).toBe(view.persons);
    const rows = await rowsOf(join(dir, 'calon-peserta-2027.xlsx'));
    const people = rows.filter((row) => /^Orang \d/.test(row[1] ?? ''));
    expect(people.length).toBe(13);
    expect(people.reduce((sum, row) => sum + Number(row[10]), 0)).toBe(view.cost);
    expect(rows.flat().join(' ')).not.toMatch(/\d{16}/);
    // The first fishermen by number, whatever the order they were read in.
    expect(people.map((row) => row[1])).toEqual(
      Array.from({ length: 13 }, (_, at) => `Orang ${String(71 + at).padStart(4, '0')}`),
    );
    await test.call('plan.exportPeople', { ...ask, fullNik: true });
    const full = await rowsOf(join(dir, 'calon-peserta-2027 (2).xlsx'));
    expect(full.flat().join(' ')).toMatch(/\d{16}/);
    const [last] = await test.call('journal.page', { limit: 1 });
    expect(last?.action).toBe('plan.exportPeopleFullNik');
  });

  it('asks for a target', async () => {
    const ask = { folder: test.grant(dir), year, assumptions: assume('all'), fullNik: false };
    expect(await test.codeOf('plan.exportPeople', ask)).toBe('plan.invalid');
  });
});

describe('the packet', () => {
  it('says what protection is worth when it is asked to, and only then', async () => {
    await test.call('profile.save', {
      ...(await test.call('profile.get', {})),
      officeName: 'Dinas Uji',
    });
    const printed = async (benefits: boolean) => {
      await test.call('packet.print', { folder: test.grant(dir), paper: 'A4', benefits });
      const pdf = join(dir, 'paket-monev.pdf');
      return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    };
    const text = await printed(true);
    expect(text).toContain('Sebanyak 100 pekerja dalam daftar belum aktif');
    expect(text).toContain('Rp42.000.000');
    expect(await printed(false)).not.toContain('Rp42.000.000');
  });
});
