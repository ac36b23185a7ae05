import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/domain/app-error.ts';
import { ceilingFor, pensionAgeIn, tariffChangeMonths } from '../../../src/domain/tariff.ts';
import { parseTariffTable } from '../../../src/domain/tariff-table.ts';
import { month, readResource, tariffs } from './tables.ts';

type Json = Record<string, unknown>;
const raw = () =>
  readResource('tariffs/bpjs-ketenagakerjaan.json') as Json & Record<string, Json[]>;

function refusal(value: unknown): AppError {
  try {
    parseTariffTable(value);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('the shipped table', () => {
  test('has every row named once, with a source and a confidence', () => {
    const rows = [
      ...tariffs.rates,
      ...tariffs.ceilings,
      ...tariffs.reliefs,
      ...tariffs.pensionAges,
    ];
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    for (const row of rows) expect(row.source).toMatch(/^(?:PP|Perpres) \d+\/20\d\d/);
  });

  test('JP ceilings run without a gap from July 2015', () => {
    const jp = tariffs.ceilings.filter((row) => row.programme === 'jp');
    const years = jp.map((row) => row.year);
    expect(years).toEqual([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(ceilingFor(tariffs, 'jp', month('2027-02'))).toMatchObject({ carried: false });
    expect(ceilingFor(tariffs, 'jkk', month('2027-02'))).toBeNull();
    expect(() => ceilingFor(tariffs, 'jp', month('2015-06'))).toThrow(AppError);
  });

  test('pension age rises by one every three years', () => {
    expect(
      ['2015-07', '2018-12', '2019-01', '2026-11', '2028-01', '2050-01'].map((text) =>
        pensionAgeIn(tariffs, month(text)),
      ),
    ).toEqual([56, 56, 57, 59, 60, 65]);
  });

  test('changes only where a row begins or ends', () => {
    const months = tariffChangeMonths(tariffs);
    expect(months).toContain('2026-03');
    expect(months).toContain('2027-01');
    expect(months).toContain('2027-04');
    expect(months).toEqual([...months].toSorted());
  });
});

describe('a table that is wrong is refused by name', () => {
  test('overlapping rates', () => {
    const table = raw();
    const first = table['rates']![0]!;
    table['rates']!.push({ ...first, id: 'own-jkk-1', from: '2027-01' });
    expect(refusal(table)).toMatchObject({
      code: 'input.invalid',
      at: { field: 'tariffs.rates' },
      params: { reason: 'overlap', rows: ['pu-jkk-1', 'own-jkk-1'] },
    });
    first['to'] = '2026-12';
    expect(parseTariffTable(table).rates).toHaveLength(tariffs.rates.length + 1);
  });

  test('reliefs that overlap for one sector and fund only', () => {
    const table = raw();
    const transport = table['reliefs']!.find((row) => row['id'] === 'pp50-2025-transport')!;
    table['reliefs']!.push({
      ...transport,
      id: 'own',
      sectors: ['transport'],
      appliesTo: ['csr'],
      from: '2027-03',
      to: '2027-06',
    });
    expect(refusal(table).params).toMatchObject({
      reason: 'overlap',
      rows: ['pp50-2025-transport', 'own'],
    });
    table['reliefs']!.at(-1)!['appliesTo'] = ['apbdes'];
    expect(parseTariffTable(table).reliefs).toHaveLength(5);
  });

  test('brackets out of order', () => {
    const table = raw();
    (table['bpuTables']![0]!['rows'] as Json[]).reverse();
    expect(refusal(table).params).toMatchObject({ reason: 'bracket-order' });
  });

  test.each([
    ['a fraction', { millionths: 2400.5 }],
    ['a rate over 100 %', { millionths: 1_000_001 }],
    ['no such month', { from: '2026-13' }],
    ['ends before it begins', { from: '2027-01', to: '2026-12' }],
    ['no source', { source: '' }],
    ['unknown confidence', { confidence: 'sure' }],
    ['unknown programme', { programme: 'jkx' }],
    ['a stray field', { extra: 1 }],
  ])('%s', (_name, change) => {
    const table = raw();
    Object.assign(table['rates']![0]!, change);
    const error = refusal(table);
    expect(error.code).toBe('input.invalid');
    expect(error.at?.field).toMatch(/^tariffs\.rates/);
  });

  test.each([null, [], 'x', {}])('%j is no table', (value) => {
    expect(refusal(value).code).toBe('input.invalid');
  });
});
