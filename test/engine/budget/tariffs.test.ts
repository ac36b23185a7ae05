/** Own tariffs, settings and accounts through the routes: what is saved prices everywhere, what is wrong saves nothing. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RouteIn } from '../../../src/contract/routes.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { addPeople } from '../roster/roster-fixture.ts';

let engine: TestEngine;
beforeEach(async () => {
  engine = makeTestEngine();
  await engine.newStore();
  addPeople(engine, [
    { name: 'Siti', wage: 2_400_350, fund: 'apbd-dau', unit: 'Dinas Contoh' },
    { name: 'Budi', wage: 1_000_000, fund: 'apbd-dau', unit: 'Dinas Contoh' },
    { name: 'Tanpa Upah', fund: 'apbd-dau' },
    { name: 'Tanpa Dana', wage: 1_000_000 },
    { name: 'Petani', roster: 'rentan', fund: 'dbhcht' },
  ]);
});
afterEach(() => engine[Symbol.asyncDispose]());

const own: RouteIn<'tariff.override'> = {
  value: {
    kind: 'rate',
    programme: 'jkk',
    payer: 'employer',
    riskClass: 1,
    withJkp: false,
    millionths: 3000,
  },
  from: '2027-01',
  to: null,
  source: 'Perbup 12/2026',
  reason: 'uji tarif daerah',
  author: 'Pejabat Contoh',
};
const need = async (year = 2027) => await engine.call('budget.compute', { year, scope: 'all' });
const actions = async () =>
  (await engine.call('journal.page', { limit: 20 })).map(({ action }) => action);

describe('an own row', () => {
  test('prices the budget and the person, is kept with its reason, and is taken back', async () => {
    const before = await need();
    const { id } = await engine.call('tariff.override', own);
    const after = await need();
    // 0,06 % more of Rp3.400.350 in all, a person and month rounded: 7.201 − 5.761 and 3.000 − 2.400.
    expect(after.total - before.total).toBe((7201 - 5761 + 600) * 12);
    const explained = await engine.call('premium.explain', { entryId: 1 });
    expect(explained.stretches[0]?.lines[0]).toMatchObject({ own: true, amount: 7201 });
    expect(explained.stretches[0]?.lines[0]?.text).toBe(
      'Rp2.400.350 × 0,3 % = Rp7.201,05 → Rp7.201 (Perbup 12/2026, tarif daerah oleh Pejabat Contoh)',
    );
    const list = await engine.call('tariff.list', { year: 2027 });
    expect(list.rows.find((row) => row.id === 'pu-jkk-1')).toMatchObject({
      replacedBy: [id],
      figure: { millionths: 2400 },
    });
    await engine.call('tariff.withdraw', { id, reason: 'keliru', author: 'Pejabat Lain' });
    expect(await need()).toEqual(before);
    expect((await engine.call('tariff.list', { year: 2027 })).own[0]).toMatchObject({
      reason: 'uji tarif daerah',
      withdrawn: { by: 'Pejabat Lain', reason: 'keliru' },
    });
    expect(await engine.codeOf('tariff.withdraw', { id, reason: 'lagi', author: 'Pejabat' })).toBe(
      'not-found',
    );
    expect(await actions()).toEqual(expect.arrayContaining(['tariff.override', 'tariff.withdraw']));
  });

  test.each<[string, string, Partial<RouteIn<'tariff.override'>>]>([
    ['overlapping', 'tariff.overlap', { from: '2027-06' }],
    ['reversed', 'tariff.reversed', { from: '2027-06', to: '2027-05' }],
    ['negative', 'tariff.absurd', { value: { ...own.value, millionths: -1 } as never }],
    [
      'over a quarter of the wage',
      'tariff.absurd',
      { value: { ...own.value, millionths: 260_000 } as never },
    ],
    [
      'leaving months without a ceiling',
      'tariff.gap',
      { value: { kind: 'ceiling', programme: 'jp', amount: 12_000_000 }, from: '2029-03' },
    ],
    ['no month', 'bridge.bad-request', { from: '2027-13' }],
    ['without a reason', 'bridge.bad-request', { reason: ' ' }],
    ['without a name', 'bridge.bad-request', { author: '' }],
  ])('%s: a typed error, and nothing is saved', async (_name, code, change) => {
    await engine.call('tariff.override', own);
    const before = await engine.call('tariff.list', { year: 2027 });
    expect(await engine.codeOf('tariff.override', { ...own, ...change })).toBe(code);
    expect(await engine.call('tariff.list', { year: 2027 })).toEqual(before);
  });
});

describe('a confirmation', () => {
  test('is kept with who and when, ends the doubt in every price, and can be taken back', async () => {
    const config = await engine.call('budgetConfig.get', { year: 2027 });
    const rentan = {
      ...config.config.groups.rentan,
      bpuBase: { kind: 'fixed', sen: 120_000_000 },
    } as const;
    const changed = { ...config.config, groups: { ...config.config.groups, rentan } };
    await engine.call('budgetConfig.save', {
      year: 2027,
      config: changed,
      author: 'Uji',
      reason: '',
    });
    const doubts = async () =>
      (await need()).assumptions.filter(({ code }) => code === 'tariff-unverified').length;
    expect(await doubts()).toBe(1);
    const list = await engine.call('tariff.list', { year: 2027 });
    const row = list.rows.find(({ id }) => id === 'bpu-pp44-2015/2')!;
    const rows = [{ row: row.id, figure: row.figureText }];
    const given = { by: 'Pejabat Contoh', note: 'Lampiran II' };
    expect(
      await engine.codeOf('tariff.confirm', { rows: [{ ...rows[0]!, figure: '[]' }], ...given }),
    ).toBe('tariff.changed');
    expect(
      await engine.codeOf('tariff.confirm', { rows: [{ row: 'x', figure: '[]' }], ...given }),
    ).toBe('tariff.unknown-row');
    await engine.call('tariff.confirm', { rows, ...given });
    expect(await doubts()).toBe(0);
    const after = await engine.call('tariff.list', { year: 2027 });
    expect(after.rows.find(({ id }) => id === row.id)?.confirmed).toMatchObject({
      by: 'Pejabat Contoh',
      note: 'Lampiran II',
    });
    await engine.call('tariff.unconfirm', { row: row.id, by: 'Pejabat Contoh' });
    expect(await doubts()).toBe(1);
  });
});

describe('settings of a year', () => {
  test('programmes, wage base, UMK with sen and rounding price the budget; a later year carries them', async () => {
    const { config, saved } = await engine.call('budgetConfig.get', { year: 2027 });
    expect(saved).toBeNull();
    const nonAsn = {
      ...config.groups['non-asn'],
      programmes: ['jkk', 'jkm', 'jht'] as ('jkk' | 'jkm' | 'jht')[],
      wageBase: { kind: 'umk' as const },
      fundWhenMissing: 'apbd-pad' as const,
    };
    const next = {
      ...config,
      groups: { ...config.groups, 'non-asn': nonAsn },
      umk: 250_000_047,
      rounding: { per: 'person' as const, mode: 'up' as const },
    };
    await engine.call('budgetConfig.save', {
      year: 2027,
      config: next,
      author: 'Uji',
      reason: 'RKA',
    });
    const view = await need();
    // 4,24 % of Rp2.500.000,47 = 106.000,019928, up: 106.001; four workers, none left out for wage or fund.
    expect(view.byRoster[0]).toEqual({ roster: 'non-asn', persons: 4, amount: 106_001 * 48 });
    expect(view.workerShare).toBe(50_001 * 48);
    expect((await engine.call('budgetConfig.get', { year: 2028 })).saved).toMatchObject({
      year: 2027,
    });
    expect((await engine.call('budgetConfig.get', { year: 2026 })).saved).toBeNull();
  });

  test('a group without a programme for workers without wages, or one that is off, is refused', async () => {
    const { config } = await engine.call('budgetConfig.get', { year: 2027 });
    const save = (programmes: ('jp' | 'jkk' | 'jkn')[]) =>
      engine.codeOf('budgetConfig.save', {
        year: 2027,
        config: {
          ...config,
          groups: { ...config.groups, bpd: { ...config.groups.bpd, programmes } },
        },
        author: 'Uji',
        reason: '',
      });
    expect([await save(['jp']), await save(['jkk', 'jkn']), await save([])]).toEqual([
      'budget.invalid',
      'budget.invalid',
      'bridge.bad-request',
    ]);
  });

  test('lines by OPD where each budgets for its own', async () => {
    const { config } = await engine.call('budgetConfig.get', { year: 2027 });
    await engine.call('budgetConfig.save', {
      year: 2027,
      config: { ...config, perUnit: true },
      author: 'Uji',
      reason: '',
    });
    const { lines, total } = await need();
    expect(lines.filter((line) => line.unitName === 'Dinas Contoh')).toHaveLength(2);
    expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(total);
  });
});

describe('what is missing is named and counted', () => {
  test('no wage, no fund, a wage below the UMK, an unpublished ceiling', async () => {
    const { config } = await engine.call('budgetConfig.get', { year: 2027 });
    const all = {
      ...config.groups['non-asn'],
      programmes: ['jkk', 'jkm', 'jp'] as ('jkk' | 'jkm' | 'jp')[],
    };
    await engine.call('budgetConfig.save', {
      year: 2027,
      config: { ...config, groups: { ...config.groups, 'non-asn': all } },
      author: 'Uji',
      reason: '',
    });
    const view = await need();
    expect(view.gaps).toEqual(
      expect.arrayContaining([
        { code: 'wage-missing', roster: 'non-asn', persons: 1 },
        { code: 'fund-missing', roster: 'non-asn', persons: 1 },
      ]),
    );
    const codes = view.assumptions.map(({ code, params }) => [code, params['persons']]);
    expect(codes).toEqual(
      expect.arrayContaining([
        ['ceiling-carried', 2],
        ['wage-below-floor', 2],
      ]),
    );
    expect((await engine.call('premium.explain', { entryId: 3 })).gap).toBe('belum ada data upah');
    expect((await engine.call('premium.explain', { entryId: 4 })).gap).toBe(
      'belum ada sumber dana',
    );
  });

  test('a year without tariffs', async () => {
    expect(await engine.codeOf('budget.compute', { year: 2015, scope: 'all' })).toBe(
      'tariff.missing',
    );
    expect((await engine.call('tariff.list', { year: 2015 })).rows.length).toBeGreaterThan(0);
  });
});

describe('accounts', () => {
  const account = {
    fundKind: 'apbd',
    employerGroup: 'non-asn',
    position: null,
    programme: 'jkk',
    code: '5.1.2.2.2.6',
    name: 'JKK',
  } as const;

  test('an unusual notation is said and taken; the same premium twice is refused', async () => {
    const { warnings } = await engine.call('account.save', {
      year: 2027,
      accounts: [account],
      author: 'Uji',
    });
    expect(warnings).toEqual([
      { row: 1, code: 'notation', given: '5.1.2.2.2.6', standard: '5.1.02.02.02.0006' },
    ]);
    expect((await need()).lines.some((line) => line.accountCode === '5.1.2.2.2.6')).toBe(true);
    expect((await need(2026)).lines.some((line) => line.accountCode === '5.1.2.2.2.6')).toBe(false);
    expect(
      await engine.codeOf('account.save', {
        year: 2027,
        accounts: [account, account],
        author: 'Uji',
      }),
    ).toBe('input.invalid');
  });

  test('JKN is booked once it is counted; JKP has no account and is counted as such', async () => {
    const list = async () => (await engine.call('account.list', { year: 2027 })).rows;
    expect((await list()).some(({ programme }) => programme === 'jkn')).toBe(false);
    const { config } = await engine.call('budgetConfig.get', { year: 2027 });
    const group = config.groups['non-asn'];
    const counted = { ...group, programmes: ['jkk' as const, 'jkn' as const, 'jkp' as const] };
    await engine.call('budgetConfig.save', {
      year: 2027,
      config: {
        ...config,
        jkp: true,
        health: true,
        groups: { ...config.groups, 'non-asn': counted },
      },
      author: 'Uji',
      reason: '',
    });
    const account = (await list()).find(
      (row) =>
        row.programme === 'jkn' && row.fundKind === 'apbd' && row.employerGroup === 'non-asn',
    );
    expect(account).toMatchObject({ code: '5.1.02.02.02.0005', verified: true });
    const { lines, assumptions } = await need();
    expect(lines.find(({ programme }) => programme === 'jkn')?.accountCode).toBe(
      '5.1.02.02.02.0005',
    );
    const jkp = lines.filter(({ programme }) => programme === 'jkp');
    expect(jkp.every(({ accountCode }) => accountCode === '')).toBe(true);
    expect(assumptions.find(({ code }) => code === 'account-missing')?.params).toMatchObject({
      programme: 'JKP',
      persons: jkp[0]?.persons,
    });
    await engine.call('budgetConfig.save', { year: 2027, config, author: 'Uji', reason: '' });
  });

  test('a file is read with its doubts and saves nothing', async () => {
    const path = join(engine.dir, 'rekening.csv');
    const lines = [
      'Kode Rekening;Uraian;Program;Kelompok;Sumber Dana',
      '5.1.02.02.02.00 06;JKK non ASN;JKK;Non ASN;APBD',
      '5.1.02.02.02.0007;JKM non ASN;JKM;Non ASN;APBD',
      '5.1.02.02.02.0007;dua kali;JKM;Non ASN;APBD',
      '5.1.3.04;perangkat;Jaminan;Perangkat desa;ADD',
      ';tanpa kode;JKK;Rentan;DBHCHT',
      '5.1.9;lain;JKK;Rentan;entah',
    ];
    writeFileSync(path, lines.join('\n'));
    const read = await engine.call('account.read', { file: engine.grant(path), year: 2027 });
    expect(read.accounts.map(({ code }) => code)).toEqual([
      '5.1.02.02.02.00 06',
      '5.1.02.02.02.0007',
    ]);
    expect(read.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, 'Kode rekening', 'duplicate'],
      [5, 'Program', 'unknown'],
      [6, 'Kode rekening', 'empty'],
      [7, 'Sumber dana', 'unknown'],
    ]);
    expect(read.warnings.map(({ code }) => code)).toEqual(['notation']);
    expect(
      (await engine.call('account.list', { year: 2027 })).rows.some(
        ({ origin }) => origin === 'own',
      ),
    ).toBe(false);
    const asks = async (text: string) => {
      writeFileSync(path, text);
      return await engine.codeOf('account.read', { file: engine.grant(path), year: 2027 });
    };
    expect(await asks('a;b\n1;2')).toBe('import.no-header');
    expect(await asks('Kode Rekening;Uraian\n5.1;x')).toBe('import.missing-columns');
    expect(await asks('')).toBe('file.empty');
  });
});

test('a line says how its people are priced', async () => {
  const { lines } = await need();
  const line = lines.find(({ programme, roster }) => programme === 'jkk' && roster === 'non-asn')!;
  const { unitId, roster, fundSource, accountCode, programme, payer } = line;
  const detail = await engine.call('budget.line', {
    year: 2027,
    scope: 'all',
    unitId,
    roster,
    fundSource,
    accountCode,
    programme,
    payer,
  });
  // The third has no wage: it is on no line.
  expect(detail.rows.map(({ persons, stretches }) => [persons, stretches[0]?.text])).toEqual(
    expect.arrayContaining([
      [1, 'Rp1.000.000 × 0,24 % = Rp2.400 (PP 44/2015 Lampiran I)'],
      [1, 'Rp2.400.350 × 0,24 % = Rp5.760,84 → Rp5.761 (PP 44/2015 Lampiran I)'],
    ]),
  );
  expect([detail.groups, detail.persons, detail.otherGroups]).toEqual([2, 2, 0]);
});
