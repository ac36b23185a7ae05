import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTariffs } from '../../../src/domain/merge-tariffs.ts';
import type { OwnTariff, OwnTariffValue } from '../../../src/domain/own-tariff.ts';
import { computePremium } from '../../../src/domain/premium.ts';
import { bpuTableFor, ceilingFor, ratesFor, reliefFor } from '../../../src/domain/tariff.ts';
import { figureText, tariffFacts } from '../../../src/domain/tariff-figures.ts';
import { month, reason, rp, tariffs } from './tables.ts';

let next = 0;
const own = (value: OwnTariffValue, from: string, to: string | null = null): OwnTariff => {
  next += 1;
  return {
    id: next,
    value,
    from: month(from),
    to: to === null ? null : month(to),
    source: `Perbup ${next}/2027`,
    reason: 'uji',
    author: 'Pejabat Contoh',
    createdAt: '2026-11-23T05:00:00.000Z',
  };
};
const jkk = (millionths: number): OwnTariffValue => ({
  kind: 'rate',
  programme: 'jkk',
  payer: 'employer',
  riskClass: 1,
  withJkp: false,
  millionths,
});
const ceiling = (amount: number): OwnTariffValue => ({ kind: 'ceiling', programme: 'jp', amount });
const jkkIn = (table: typeof tariffs, at: string) =>
  ratesFor(table, { programme: 'jkk', riskClass: 1, month: month(at) })[0]!;

describe('an own row stands for the shipped one in its months', () => {
  test('a rate, with the shipped one before and after; the shipped table stays', () => {
    const before = JSON.stringify(tariffs);
    const table = mergeTariffs(tariffs, [own(jkk(3000), '2027-03', '2027-06')]);
    expect(
      ['2027-02', '2027-03', '2027-06', '2027-07'].map((at) => jkkIn(table, at).millionths),
    ).toEqual([2400, 3000, 3000, 2400]);
    expect(jkkIn(table, '2027-04').own).toMatchObject({ author: 'Pejabat Contoh', reason: 'uji' });
    expect(jkkIn(table, '2027-07').own).toBeUndefined();
    expect(JSON.stringify(tariffs)).toBe(before);
  });

  test("next year's ceiling from March is no longer carried", () => {
    expect(ceilingFor(tariffs, 'jp', month('2027-12'))).toMatchObject({ carried: true });
    const table = mergeTariffs(tariffs, [own(ceiling(11_600_000), '2027-03', '2028-02')]);
    expect(ceilingFor(table, 'jp', month('2027-12'))).toMatchObject({
      carried: false,
      row: { amount: 11_600_000 },
    });
    expect(ceilingFor(table, 'jp', month('2027-02'))?.row.amount).toBe(11_086_300);
  });

  test('a BPU bracket and the JKM beside it, and the line says whose figure it is', () => {
    const table = mergeTariffs(tariffs, [
      own({ kind: 'bracket', no: 1, jkk: 11_000, jht: 22_000 }, '2027-02'),
      own({ kind: 'bpu-jkm', amount: 7000 }, '2027-05'),
    ]);
    const at = (text: string) => {
      const { rows, jkm } = bpuTableFor(table, month(text));
      return [rows[0]!.jkk, rows[0]!.jht, rows[1]!.jkk, jkm];
    };
    expect(['2027-01', '2027-02', '2027-05'].map(at)).toEqual([
      [10_000, 20_000, 12_000, 6800],
      [11_000, 22_000, 12_000, 6800],
      [11_000, 22_000, 12_000, 7000],
    ]);
    const lines = computePremium(
      { segment: 'bpu', wage: rp(1_000_000), month: month('2027-06'), fund: 'apbd' },
      table,
    );
    expect(lines.map((line) => [line.amount, line.own?.author, line.source])).toEqual([
      [11_000, 'Pejabat Contoh', expect.stringMatching(/^Perbup/)],
      [7000, 'Pejabat Contoh', expect.stringMatching(/^Perbup/)],
    ]);
  });

  test('a relief replaced by one that villages have too', () => {
    const shipped = tariffs.reliefs.find(({ id }) => id === 'pp50-2025-other')!;
    const { segment, programmes, sectors } = shipped;
    const value: OwnTariffValue = {
      kind: 'relief',
      replaces: shipped.id,
      segment,
      programmes: [...programmes],
      sectors: sectors === null ? null : [...sectors],
      payShareMillionths: 400_000,
      appliesTo: ['csr', 'mandiri', 'apbdes'],
      excludes: ['apbd', 'dbhcht'],
      unclear: [],
    };
    const table = mergeTariffs(tariffs, [own(value, '2026-06', '2026-12')]);
    const ask = (at: string) =>
      reliefFor(table, {
        segment: 'bpu',
        programme: 'jkk',
        month: month(at),
        fund: 'apbdes',
        sector: 'other',
      }).kind;
    expect([ask('2026-05'), ask('2026-06')]).toEqual(['unclear', 'applies']);
    const second = { ...value, replaces: null } as OwnTariffValue;
    expect(reason(() => mergeTariffs(tariffs, [own(second, '2026-06', '2026-12')]))).toEqual([
      'tariff.overlap',
      undefined,
    ]);
  });
});

describe('what contradicts is refused by name', () => {
  const code = (rows: readonly OwnTariff[]) =>
    (reason(() => mergeTariffs(tariffs, rows)) as string[])[0];
  test.each<[string, string, readonly OwnTariff[]]>([
    [
      'two of one subject in one month',
      'tariff.overlap',
      [own(jkk(1), '2027-01', '2027-06'), own(jkk(2), '2027-06')],
    ],
    [
      'an open one and a later one',
      'tariff.overlap',
      [own(jkk(1), '2027-01'), own(jkk(2), '2028-01')],
    ],
    ['a negative rate', 'tariff.absurd', [own(jkk(-1), '2027-01')]],
    ['a rate over a quarter of the wage', 'tariff.absurd', [own(jkk(250_001), '2027-01')]],
    ['half a millionth', 'tariff.absurd', [own(jkk(2400.5), '2027-01')]],
    ['a ceiling of a thousand rupiah', 'tariff.absurd', [own(ceiling(1000), '2027-03')]],
    ['a nominal of nothing', 'tariff.absurd', [own({ kind: 'bpu-jkm', amount: 0 }, '2027-01')]],
    ['an end before the start', 'tariff.reversed', [own(jkk(2400), '2027-05', '2027-04')]],
    ['a year left without a ceiling', 'tariff.gap', [own(ceiling(12_000_000), '2028-03')]],
    [
      'a bracket there is not',
      'tariff.unknown-row',
      [own({ kind: 'bracket', no: 34, jkk: 1000, jht: 1000 }, '2027-01')],
    ],
  ])('%s', (_name, expected, rows) => {
    expect(code(rows)).toBe(expected);
  });
});

describe('a confirmation', () => {
  const fact = tariffFacts(tariffs).find(({ id }) => id === 'bpu-pp44-2015/2')!;
  const word = { row: fact.id, by: 'Pejabat Contoh', at: '2026-11-23', note: 'Lampiran II' };
  const second = (table: typeof tariffs) =>
    bpuTableFor(table, month('2027-01')).rows[1]!.confidence;

  test('makes a row verified as long as it says the same', () => {
    expect(second(tariffs)).toBe('memory');
    expect(second(mergeTariffs(tariffs, [], [{ ...word, figure: figureText(fact) }]))).toBe(
      'verified',
    );
    expect(second(mergeTariffs(tariffs, [], [{ ...word, figure: '["another"]' }]))).toBe('memory');
  });
});

test('the order of own rows does not matter, and every month keeps exactly one rate', () => {
  const spans = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(spans, fc.boolean(), (starts, flip) => {
      const sorted = starts.toSorted((a, b) => a - b);
      const rows = sorted.map((start, index) => {
        const at = (value: number) => `2027-${String(value + 1).padStart(2, '0')}`;
        return own(jkk(1000 + start), at(start), at((sorted[index + 1] ?? start + 1) - 1));
      });
      const table = mergeTariffs(tariffs, flip ? rows.toReversed() : rows);
      for (let index = 0; index < 12; index += 1) {
        const at = month(`2027-${String(index + 1).padStart(2, '0')}`);
        expect(ratesFor(table, { programme: 'jkk', riskClass: 1, month: at })).toHaveLength(1);
      }
      expect(
        mergeTariffs(tariffs, rows.toReversed())
          .rates.map(({ from, millionths }) => [from, millionths])
          .toSorted(),
      ).toEqual(
        mergeTariffs(tariffs, rows)
          .rates.map(({ from, millionths }) => [from, millionths])
          .toSorted(),
      );
    }),
    { numRuns: 50 },
  );
});
