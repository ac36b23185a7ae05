/** A regency's own fund sources: named, priced by their kind, renamed everywhere, kept while something names them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualAssumptions } from '../../../src/domain/plan-types.ts';
import type { FundSource } from '../../../src/domain/segments.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { addPlanPeople } from '../plan/plan-fixture.ts';
import { allocation, payment, writeLines } from '../spending/spending-fixture.ts';

let engine: TestEngine;
const year = 2027;
const author = 'Uji';

beforeAll(async () => {
  engine = makeTestEngine();
  await engine.newStore();
});
afterAll(() => engine[Symbol.asyncDispose]());

const add = (name: string, kind: 'apbd' | 'csr' | 'apbdes' = 'csr') =>
  engine.call('fund.add', { name, kind, author });
const idsOf = async () => (await engine.call('fund.list', {})).map(({ id }) => id);
const bySource = async (): Promise<Map<FundSource, number>> => {
  const { lines } = await engine.call('budget.compute', { year, scope: 'all' });
  const sums = new Map<FundSource, number>();
  for (const { fundSource, amount } of lines)
    sums.set(fundSource, (sums.get(fundSource) ?? 0) + amount);
  return sums;
};

async function importRentan(name: string, fund: string, nik: string): Promise<readonly string[]> {
  const path = join(engine.dir, `rentan-${nik}.csv`);
  const head = 'No;Nama;NIK;Tgl Lahir;JK;Pekerjaan;Sumber Dana';
  writeFileSync(path, `${head}\n1;${name};${nik};01-01-1980;L;Nelayan;${fund}\n`);
  const staged = await engine.call('import.stage', { file: engine.grant(path), kind: 'rentan' });
  await engine.call('import.commit', { batchId: staged.id });
  return engine.engine.context.session
    .store()
    .sql.pluck<string>(
      'SELECT fund_source FROM roster_entry e JOIN person p ON p.id = e.person_id WHERE p.nik = ?',
      nik,
    );
}

test('is added beside those everybody has; a name that is there, or cannot be, is refused', async () => {
  expect((await idsOf()).length).toBe(11);
  expect(await add('Baznas  Kabupaten')).toEqual({ id: 'csr:Baznas Kabupaten' });
  expect((await idsOf()).at(-1)).toBe('csr:Baznas Kabupaten');
  const refused = (name: string) => engine.codeOf('fund.add', { name, kind: 'apbd', author });
  expect(await refused('baznas kabupaten')).toBe('fund.name-taken');
  expect(await refused('dana desa')).toBe('fund.name-taken');
  expect(await refused('Satu, dua')).toBe('fund.invalid');
  expect(await refused('x')).toBe('bridge.bad-request');
});

test('a file may name it; a name nobody knows goes to the usual source', async () => {
  expect(await importRentan('Sutrisno', 'BAZNAS KABUPATEN', '3329010101809001')).toEqual([
    'csr:Baznas Kabupaten',
  ]);
  expect(await importRentan('Suparman', 'Entah', '3329010101809002')).toEqual(['apbd-pad']);
});

describe('where it stands', () => {
  beforeAll(() =>
    addPlanPeople(engine, [
      { roster: 'rentan', persons: 10, fund: 'csr:Baznas Kabupaten', birth: '1980-01-01' },
      { roster: 'rentan', persons: 5, fund: 'csr', birth: '1980-01-01' },
    ]),
  );

  test('it is a line of its own in budget and plan, and both agree', async () => {
    const sums = await bySource();
    expect(sums.get('csr:Baznas Kabupaten')).toBe(11 * 16_800 * 12);
    expect(sums.get('csr')).toBe(5 * 16_800 * 12);
    const need = await engine.call('plan.need', {
      year,
      by: 'source',
      assumptions: usualAssumptions('all', year),
    });
    expect(new Map(need.rows.map(({ key, amount }) => [key, amount]))).toEqual(sums);
    const { lines } = await engine.call('budget.compute', { year, scope: 'all' });
    const line = lines.find(({ fundSource }) => fundSource === 'csr:Baznas Kabupaten');
    if (line === undefined) throw new Error('the line was just summed');
    const { roster, fundSource, accountCode, programme, payer, unitId } = line;
    const key = { roster, fundSource, accountCode, programme, payer, unitId };
    const detail = await engine.call('budget.line', { year, scope: 'all', ...key });
    expect(detail.persons).toBe(11);
  });

  test('payments and budget lines are booked on it, from files too', async () => {
    const fundSource = 'csr:Baznas Kabupaten' as const;
    await engine.call('spending.saveVersion', {
      year: 2026,
      kind: 'murni',
      number: 1,
      decidedOn: '2026-01-02',
      basis: '',
      lines: [allocation({ fundSource })],
    });
    await engine.call('spending.addPayments', { payments: [payment({ fundSource })] });
    const read = await engine.call('spending.readPayments', {
      year: 2026,
      roster: 'rentan',
      fundSource: 'apbd-pad',
      file: writeLines(engine, 'bayar.csv', [
        'Kode Iuran;BLTH;Jumlah Orang;Jumlah;Tanggal Bayar;Sumber Dana',
        '632609048827;09-2026;10;168.000;15-09-2026;Baznas Kabupaten',
      ]),
    });
    expect(read.rows.map((row) => row.payment?.fundSource)).toEqual([fundSource]);
    const { lines } = await engine.call('spending.overview', { year: 2026 });
    expect(lines.find((line) => line.fundSource === fundSource)?.paid).toBe(1_680_000);
  });

  test('another name and kind move with it; scenarios and settings too', async () => {
    const assumptions = {
      ...usualAssumptions('own', year),
      recruitments: [
        {
          employerGroup: 'rentan' as const,
          segment: 'bpu' as const,
          fundSource: 'csr:Baznas Kabupaten' as const,
          unitId: null,
          persons: 2,
          from: `${year}-01`,
          wage: null,
        },
      ],
    };
    await engine.call('plan.create', { year, name: 'Tambah dua', kind: 'own', assumptions });
    const { config } = await engine.call('budgetConfig.get', { year });
    const rentan = { ...config.groups.rentan, fundWhenMissing: 'csr:Baznas Kabupaten' as const };
    await engine.call('budgetConfig.save', {
      year,
      config: { ...config, groups: { ...config.groups, rentan } },
      author,
      reason: '',
    });
    const before = await bySource();
    const change = { id: 'csr:Baznas Kabupaten', name: 'Hibah "Provinsi"', kind: 'apbd' } as const;
    expect(await engine.call('fund.change', { ...change, author })).toEqual({
      id: 'apbd:Hibah "Provinsi"',
    });
    const after = await bySource();
    expect(after.get('apbd:Hibah "Provinsi"')).toBe(before.get('csr:Baznas Kabupaten'));
    expect(after.has('csr:Baznas Kabupaten')).toBe(false);
    const { scenarios } = await engine.call('plan.list', { year });
    expect(scenarios[0]?.assumptions.recruitments[0]?.fundSource).toBe('apbd:Hibah "Provinsi"');
    const kept = await engine.call('budgetConfig.get', { year });
    expect(kept.config.groups.rentan.fundWhenMissing).toBe('apbd:Hibah "Provinsi"');
    const { rows } = await engine.call('spending.payments', { year: 2026, offset: 0, limit: 10 });
    expect(rows.map(({ fundSource }) => fundSource)).toEqual(['apbd:Hibah "Provinsi"']);
  });

  test('it stays while something names it, and those everybody has stay always', async () => {
    const remove = (id: FundSource) => engine.codeOf('fund.remove', { id, author });
    expect(await remove('apbd:Hibah "Provinsi"')).toBe('fund.in-use');
    expect(await remove('csr')).toBe('not-found');
    expect(await remove('csr:Baznas Kabupaten')).toBe('not-found');
    const { id } = await add('Lazis');
    expect(await remove(id)).toBe('ok');
    expect((await idsOf()).length).toBe(12);
  });
});
