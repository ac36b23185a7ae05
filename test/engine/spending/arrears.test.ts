/** Who is behind with premiums, and whose BPU time runs out; on people that were imported. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { payment, writeLines } from './spending-fixture.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
  await importList('desa', [
    'No;Nama;NIK;Tgl Lahir;Jabatan;Desa;Kecamatan',
    '1;Budi Santoso;3329010101809001;01-01-1980;Ketua RT 01;Bentar;Salem',
    '2;Siti Aminah;3329015505829002;15-05-1982;Ketua RT 02;Bentar;Salem',
    '3;Karto;3329010404809003;04-04-1980;Ketua RW 01;Salem;Salem',
  ]);
  const { rows } = await test.call('roster.page', {
    filter: { roster: 'desa' },
    offset: 0,
    limit: 10,
  });
  for (const status of ['terverifikasi', 'didaftarkan', 'aktif'] as const) {
    await test.codeOf('roster.setStatus', {
      entryIds: rows.map(({ id }) => id),
      status,
      reason: null,
    });
  }
});
afterEach(() => test[Symbol.asyncDispose]());

async function importList(kind: 'desa' | 'bpjs-bpu', lines: readonly string[]) {
  const batch = await test.call('import.stage', {
    file: writeLines(test, `${kind}.csv`, lines),
    kind,
  });
  await test.call('import.commit', { batchId: batch.id });
}

const village = async (name: string) => {
  const units = await test.call('unit.list', { kind: 'desa' });
  const districts = await test.call('unit.list', { kind: 'kecamatan' });
  const salem = districts.find((one) => one.name === 'Salem');
  return units.find((one) => one.name === name && one.parentId === salem?.id)?.id ?? 0;
};

const pay = async (unitId: number | null, months: readonly string[]) =>
  test.call('spending.addPayments', {
    payments: months.map((period) =>
      payment({
        roster: 'desa',
        fundSource: 'add',
        unitId,
        period,
        paidOn: period < '2026-12' ? `${period}-10` : '2026-11-20',
        billingCode: `${unitId}-${period}`,
      }),
    ),
  });
const monthsTo = (last: number) =>
  Array.from({ length: last }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const arrears = () => test.call('spending.arrears', { year: 2026, roster: 'desa' });

describe('arrears', () => {
  it('a village that stopped paying is named with its months; one that pays is clear', async () => {
    await pay(await village('Bentar'), monthsTo(8));
    await pay(await village('Salem'), monthsTo(11));
    const found = await arrears();
    expect(found.asOf).toBe('2026-11-23');
    expect(found.rows).toMatchObject([
      {
        unitName: 'Bentar',
        parentName: 'Salem',
        persons: 2,
        standing: 'nonaktif',
        unpaid: ['2026-09', '2026-10', '2026-11'],
        paid: 8,
        due: 11,
        paidPersonMonths: 16,
        duePersonMonths: 22,
      },
      { unitName: 'Salem', persons: 1, standing: 'lancar', unpaid: [], lapsesOn: null },
    ]);
    expect(found).toMatchObject({ persons: 3, behind: 2 });
    expect(found.rules).toMatchObject([{ segment: 'bpu', verified: false }]);
  });

  it('a payment for the whole kecamatan, or for all, is theirs too', async () => {
    await pay(null, monthsTo(10));
    expect((await arrears()).rows.map(({ standing }) => standing)).toEqual([
      'menunggak',
      'menunggak',
    ]);
    const district = (await test.call('unit.list', { kind: 'kecamatan' })).find(
      (one) => one.name === 'Salem',
    );
    await pay(district?.id ?? 0, ['2026-11']);
    expect((await arrears()).behind).toBe(0);
  });

  it('nothing paid at all is said as such, and a roster of nobody is empty', async () => {
    expect((await arrears()).rows.map(({ standing }) => standing)).toEqual([
      'belum-bayar',
      'belum-bayar',
    ]);
    expect(await test.call('spending.arrears', { year: 2026, roster: 'rentan' })).toMatchObject({
      rows: [],
      persons: 0,
    });
  });

  it("one person's months follow the payments of their unit", async () => {
    await pay(await village('Bentar'), ['2026-01', '2026-12']);
    const { rows } = await test.call('roster.page', {
      filter: { roster: 'desa', search: 'budi' },
      offset: 0,
      limit: 1,
    });
    const entryId = rows[0]?.id ?? 0;
    const found = await test.call('spending.personMonths', { entryId, year: 2026 });
    expect(found.months.map(({ state }) => state)).toEqual([
      'paid',
      ...Array<string>(10).fill('unpaid'),
      'paid',
    ]);
    expect(await test.codeOf('spending.personMonths', { entryId: 999 })).toBe('not-found');
  });
});

describe('BPU time', () => {
  it('lists whose protection ends soon, and who hangs in grace', async () => {
    await importList('bpjs-bpu', [
      'NIK;KPJ;NAMA;TGL LAHIR;JKK;JKM;JENIS PEKERJAAN;TGL KEPESERTAAN;TGL BERAKHIR;MASA GRACE',
      '3329010101809001;20000000001;BUDI SANTOSO;01-01-1980;1;1;RT;01-01-2026;30-11-2026;28-02-2027',
      '3329015505829002;20000000002;SITI AMINAH;15-05-1982;1;1;RT;01-01-2026;31-10-2026;31-01-2027',
      '3329010404809003;20000000003;KARTO;04-04-1980;1;1;RW;01-01-2026;30-06-2027;30-09-2027',
    ]);
    await test.call('reconcile.run', {});
    const asked = { days: 30, offset: 0, limit: 10 };
    const found = await test.call('spending.runningOut', asked);
    expect(found.rows.map(({ name, endedOn }) => [name, endedOn])).toEqual([
      ['Siti Aminah', '2026-10-31'],
      ['Budi Santoso', '2026-11-30'],
    ]);
    expect(found).toMatchObject({ total: 2, inGrace: 1 });
    expect((await test.call('spending.runningOut', { ...asked, days: 300 })).total).toBe(3);
  });
});
