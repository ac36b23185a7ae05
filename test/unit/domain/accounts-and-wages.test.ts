import { describe, expect, test } from 'vitest';
import {
  accountFor,
  normalizeAccountCode,
  parseAccountTable,
} from '../../../src/domain/account-codes.ts';
import { AppError } from '../../../src/domain/app-error.ts';
import type { CivilDate } from '../../../src/domain/brand.ts';
import {
  employerGroups,
  fundKindOf,
  fundSources,
  programmes,
} from '../../../src/domain/segments.ts';
import { siltapPositionOf } from '../../../src/domain/siltap-position.ts';
import {
  minimumWageFor,
  parseWageBaseTable,
  resolveWageBase,
} from '../../../src/domain/wage-base.ts';
import {
  birthdayAt,
  lastBpuMonth,
  mayRegisterAsBpu,
  pensionMonth,
} from '../../../src/domain/work-age.ts';
import { accounts, readResource, rp, tariffs, wageBases } from './tables.ts';

const day = (text: string) => text as CivilDate;

describe('accounts', () => {
  test.each([
    ['non-asn', 'jkk', 'apbd-dau', null, '5.1.02.02.02.0006', 'verified'],
    ['non-asn', 'jkm', 'apbd-pad', null, '5.1.02.02.02.0007', 'verified'],
    ['non-asn', 'jht', 'bankeu', null, '5.1.02.02.02.0010', 'verified'],
    ['non-asn', 'jkn', 'apbd-dau', null, '5.1.02.02.02.0005', 'verified'],
    ['perangkat-desa', 'jkn', 'apbd-dau', 'Kepala Desa', '5.1.02.02.02.0005', 'uncertain'],
    ['perangkat-desa', 'jkn', 'add', 'Kepala Desa', '5.1.3.01', 'verified'],
    ['perangkat-desa', 'jkn', 'add', 'Kepala Dusun II', '5.1.3.02', 'verified'],
    ['rentan', 'jkk', 'dbhcht', null, '5.1.02.02.02.0006', 'uncertain'],
    ['rt-rw', 'jkm', 'apbd-pad', null, '5.1.02.02.02.0007', 'uncertain'],
    ['perangkat-desa', 'jkk', 'add', 'Kepala Desa', '5.1.3.03', 'verified'],
    ['perangkat-desa', 'jkm', 'add', 'Kepala Dusun II', '5.1.3.04', 'verified'],
    ['perangkat-desa', 'jkm', 'pbh', null, '5.1.3.04', 'verified'],
    ['bpd', 'jkk', 'add', null, '5.1.4.91', 'uncertain'],
    ['rt-rw', 'jkk', 'pades', null, '5.2.5.08', 'uncertain'],
  ] as const)(
    '%s %s from %s (%s)',
    (employerGroup, programme, fundSource, position, code, confidence) => {
      const query = { employerGroup, programme, fundSource, position, year: 2027 };
      expect(accountFor(accounts, query)).toMatchObject({ status: 'default', code, confidence });
    },
  );

  test('every uncertain choice says why; no code is said, not guessed', () => {
    for (const employerGroup of employerGroups) {
      for (const programme of programmes) {
        for (const fundSource of fundSources) {
          const choice = accountFor(accounts, { employerGroup, programme, fundSource, year: 2027 });
          if (choice.status === 'default' && choice.confidence !== 'verified')
            expect(choice.note).toMatch(/\w/);
          if (choice.status !== 'default') expect(choice.code).toBeNull();
          const outside = ['csr', 'mandiri'].includes(fundKindOf(fundSource));
          expect(choice.status === 'off-budget').toBe(outside);
        }
      }
    }
    const jp = {
      employerGroup: 'non-asn',
      programme: 'jp',
      fundSource: 'apbd-dau',
      year: 2027,
    } as const;
    expect(accountFor(accounts, jp)).toMatchObject({ status: 'unknown', confidence: 'uncertain' });
    // JKP is for companies: no regency account of it was found.
    expect(accountFor(accounts, { ...jp, programme: 'jkp' }).status).toBe('unknown');
    expect(accountFor(accounts, { ...jp, programme: 'jkk', year: 2010 }).status).toBe('unknown');
  });

  test.each([
    ['5.1.02.02.02.0006', '5.1.02.02.02.0006', 'apbd', false],
    ['5.1.02.02.02.00 06', '5.1.02.02.02.0006', 'apbd', true],
    [' 5.1.2.2.2.6 ', '5.1.02.02.02.0006', 'apbd', true],
    ['5,1,02,02,02,0006', '5.1.02.02.02.0006', 'apbd', true],
    ['5.1.02.02.02.0006.', '5.1.02.02.02.0006', 'apbd', true],
    ["'5.1.3.03", '5.1.3.03', 'apbdes', true],
    ['5.1.3.3.', '5.1.3.03', 'apbdes', true],
    ['5.1.02.02.02.00006', '5.1.02.02.02.0006', 'apbd', true],
    ['5.1.02.02.02.12345', '5.1.02.02.02.12345', 'unknown', false],
    ['5.1.02', '5.1.02', 'unknown', false],
    ['4.1.02.02.02.0006', '4.1.02.02.02.0006', 'unknown', false],
    ['honor', 'honor', 'unknown', false],
    ['', '', 'unknown', false],
  ])('%j is %s', (text, code, scope, changed) => {
    expect(normalizeAccountCode(text)).toEqual({ code, scope, changed });
    expect(normalizeAccountCode(code)).toEqual({ code, scope, changed: false });
  });

  test('shipped codes are in standard notation; a code twice is refused', () => {
    for (const { code } of accounts.codes)
      expect(normalizeAccountCode(code)).toMatchObject({ code, changed: false });
    const file = readResource('accounts/apbd.json');
    expect(() => parseAccountTable([file, file])).toThrow(AppError);
    expect(() => parseAccountTable([{}])).toThrow(AppError);
  });
});

describe('wage bases', () => {
  test('least siltap and UMK to the sen', () => {
    const siltap = (position: string | null) =>
      resolveWageBase({ kind: 'siltap' }, { wage: null, position }, wageBases);
    expect(siltap('Kades')).toEqual({ ok: true, wage: rp(2_426_640), substituted: null });
    expect(siltap('SEKRETARIS DESA')).toMatchObject({ wage: rp(2_224_420) });
    expect(siltap('Kaur TU & Umum')).toMatchObject({ wage: rp(2_022_200) });
    expect(siltap('Ketua RT')).toEqual({ ok: false, gap: 'position-unknown' });
    expect(minimumWageFor(wageBases, '33.29', 2026)?.sen).toBe(rp(2_400_350, 47));
    expect(minimumWageFor(wageBases, '33.29', 2031)).toBeNull();
    expect(
      resolveWageBase(
        { kind: 'minimum-wage', id: 'umk-33.29-2026' },
        { wage: null, position: null },
        wageBases,
      ),
    ).toMatchObject({ wage: rp(2_400_350, 47) });
    expect(
      resolveWageBase({ kind: 'bpu-base' }, { wage: rp(5), position: null }, wageBases),
    ).toMatchObject({ wage: rp(1_000_000) });
  });

  test('a missing wage is a gap unless the rule names a stand-in, which is said', () => {
    const none = { wage: null, position: null };
    expect(resolveWageBase({ kind: 'actual' }, none, wageBases)).toEqual({
      ok: false,
      gap: 'wage-missing',
    });
    const rule = { kind: 'actual', ifMissing: { kind: 'bpu-base' } } as const;
    expect(resolveWageBase(rule, none, wageBases)).toEqual({
      ok: true,
      wage: rp(1_000_000),
      substituted: 'bpu-base',
    });
    expect(resolveWageBase(rule, { wage: rp(2), position: null }, wageBases)).toMatchObject({
      wage: rp(2),
      substituted: null,
    });
  });

  test('a broken table is refused', () => {
    const table = readResource('tariffs/wage-bases.json') as { siltap: { sen: number }[] };
    table.siltap[0]!.sen = 0.5;
    expect(() => parseWageBaseTable(table)).toThrow(AppError);
  });

  test.each([
    ['Kepala Desa', 'kepala-desa'],
    ['Pj. Kepala Desa', 'kepala-desa'],
    ['KADES', 'kepala-desa'],
    ['Kepala Dusun', 'perangkat-desa'],
    ['Sekretaris Desa', 'sekretaris-desa'],
    ['Sekretaris BPD', null],
    ['Kasi Kesejahteraan', 'perangkat-desa'],
    ['Ketua RW', null],
    ['', null],
  ])('%s is %s', (position, office) => {
    expect(siltapPositionOf(position)).toBe(office);
  });
});

describe('ages', () => {
  test('BPU may be registered at 65, not at 66 or 14', () => {
    const may = (on: string) => mayRegisterAsBpu(day('1961-05-12'), day(on), tariffs);
    expect([
      may('1975-05-12'),
      may('1976-05-12'),
      may('2026-05-12'),
      may('2027-05-11'),
      may('2027-05-12'),
    ]).toEqual([false, true, true, true, false]);
    expect(lastBpuMonth(day('1961-05-12'), tariffs)).toBe('2027-05');
    expect(lastBpuMonth(day('1961-05-01'), tariffs)).toBe('2027-04');
  });

  test('the pension age moves while people approach it', () => {
    expect(pensionMonth(day('1962-06-10'), tariffs)).toBe('2018-06');
    expect(pensionMonth(day('1963-06-10'), tariffs)).toBe('2020-06');
    expect(pensionMonth(day('1968-01-10'), tariffs)).toBe('2027-01');
    expect(pensionMonth(day('1950-01-10'), tariffs)).toBe('2015-07');
    expect(birthdayAt(day('1960-02-29'), 65)).toBe('2025-03-01');
  });
});
