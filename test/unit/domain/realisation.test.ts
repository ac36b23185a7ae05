import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Month } from '../../../src/domain/brand.ts';
import { rupiah } from '../../../src/domain/money.ts';
import { monthsOfYear } from '../../../src/domain/month.ts';
import {
  type AllocationLine,
  type PaymentFact,
  projectYear,
  trackSpending,
} from '../../../src/domain/realisation.ts';
import { splitByWeights } from '../../../src/domain/split-by-weights.ts';

const year = monthsOfYear(2027);
const jkk = '5.1.02.02.02.0006';
const jkm = '5.1.02.02.02.0007';

function line(over: Partial<AllocationLine> = {}): AllocationLine {
  return {
    accountCode: jkk,
    accountName: 'Iuran JKK Non ASN',
    fundSource: 'apbd-pad',
    unitId: null,
    allocated: rupiah(12_000_000),
    ...over,
  };
}
function payment(over: Partial<PaymentFact> = {}): PaymentFact {
  return {
    period: '2027-01' as Month,
    fundSource: 'apbd-pad',
    accountCode: jkk,
    unitId: null,
    amount: rupiah(1_000_000),
    ...over,
  };
}

describe('splitByWeights', () => {
  it('adds up to the amount and stays within a rupiah of the exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 50 }),
        fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 1, maxLength: 30 }),
        (amount, weights) => {
          const parts = splitByWeights(rupiah(amount), weights);
          const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
          expect(parts.reduce((a, b) => a + BigInt(b), 0n)).toBe(BigInt(amount));
          for (const [index, part] of parts.entries()) {
            if (sum === 0n) continue;
            const scaled = BigInt(part) * sum - BigInt(amount) * BigInt(weights[index] ?? 0);
            expect(scaled > -sum && scaled < sum).toBe(true);
          }
        },
      ),
    );
  });
  it('refuses what cannot be split', () => {
    for (const weights of [[], [-1], [0.5]]) {
      expect(() => splitByWeights(rupiah(5), weights)).toThrow();
    }
    expect(() => splitByWeights(rupiah(-5), [1])).toThrow();
  });
});

describe('trackSpending', () => {
  it('one kode iuran for JKK and JKM is split by their allocation, to the rupiah', () => {
    const lines = [
      line({ allocated: rupiah(2_400) }),
      line({ accountCode: jkm, allocated: rupiah(3_000) }),
    ];
    const { lines: done } = trackSpending(
      lines,
      [payment({ accountCode: null, amount: rupiah(1_001) })],
      year,
    );
    expect(done.map(({ paid }) => paid)).toEqual([445, 556]);
  });
  it("a unit's own line comes before the centralised one", () => {
    const lines = [line(), line({ unitId: 7, allocated: rupiah(500_000) })];
    const found = trackSpending(lines, [payment({ unitId: 7 }), payment({ unitId: 8 })], year);
    expect(found.lines.map(({ paid }) => paid)).toEqual([1_000_000, 1_000_000]);
    expect(found.lines[1]).toMatchObject({ remaining: -500_000, shortfall: 11_500_000 });
  });
  it('what no line is for is shown beside them, never dropped', () => {
    const found = trackSpending([line()], [payment({ fundSource: 'dbhcht' })], year);
    expect(found.lines[0]?.paid).toBe(0);
    expect(found.outside).toMatchObject([
      { fundSource: 'dbhcht', allocated: 0, paid: 1_000_000, remaining: -1_000_000 },
    ]);
    expect(found.paid).toBe(1_000_000);
  });
  it('every rupiah paid stands on some line, whatever the order', () => {
    const funds = ['apbd-pad', 'dbhcht', 'add'] as const;
    const anyLine = fc
      .record({
        accountCode: fc.constantFrom(jkk, jkm),
        fundSource: fc.constantFrom(...funds),
        unitId: fc.constantFrom(null, 1, 2),
        allocated: fc.integer({ min: 0, max: 1e10 }).map(rupiah),
      })
      .map((over) => line(over));
    const anyPayment = fc
      .record({
        period: fc.constantFrom(...year),
        accountCode: fc.constantFrom(null, jkk, jkm),
        fundSource: fc.constantFrom(...funds),
        unitId: fc.constantFrom(null, 1, 2, 3),
        amount: fc.integer({ min: 0, max: 1e9 }).map(rupiah),
      })
      .map((over) => payment(over));
    fc.assert(
      fc.property(fc.array(anyLine), fc.array(anyPayment), (lines, payments) => {
        const found = trackSpending(lines, payments, year);
        const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
        expect(found.paid).toBe(paid);
        expect(found.remaining).toBe(found.allocated - paid);
        const turned = trackSpending(lines, payments.toReversed(), year);
        expect(turned.lines.map((one) => one.paid)).toEqual(found.lines.map((one) => one.paid));
        for (const one of [...found.lines, ...found.outside]) {
          expect([...one.byMonth.values()].reduce((a, b) => a + b, 0)).toBe(one.paid);
          expect(one.projected).toBeGreaterThanOrEqual(one.paid);
        }
      }),
    );
  });
});

describe('projectYear', () => {
  const paid = (...amounts: (readonly [string, number])[]) =>
    new Map(amounts.map(([month, amount]) => [month as Month, rupiah(amount)]));
  it('fills open months after the first paid one with the mean of the last three', () => {
    const months = paid(['2027-02', 90], ['2027-03', 100], ['2027-05', 101]);
    // Mean 97; April and June to December are open.
    expect(projectYear(months, year)).toBe(90 + 100 + 101 + 97 * 8);
  });
  it('projects nothing where nothing of the year was paid', () => {
    expect(projectYear(paid(), year)).toBe(0);
    expect(projectYear(paid(['2026-12', 500]), year)).toBe(500);
  });
});
