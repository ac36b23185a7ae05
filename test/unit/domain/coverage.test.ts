import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../src/domain/app-error.ts';
import type { CivilDate } from '../../../src/domain/brand.ts';
import {
  type CoverageFigure,
  coverageBasisPoints,
  coverageFigure,
  shareInBasisPoints,
  sumCoverage,
} from '../../../src/domain/coverage.ts';

const figure = (
  numerator: number,
  denominator: number,
  more: Partial<CoverageFigure> = {},
): CoverageFigure =>
  coverageFigure({
    numerator,
    denominator,
    definition: { numerator: 'Peserta aktif', denominator: 'Penduduk bekerja' },
    source: 'BPS Sakernas 2025',
    asOf: '2026-11-22' as CivilDate,
    ...more,
  });

test.each([
  [214_687, 684_654, 3136],
  [12_171, 51_674, 2355],
  [1, 3, 3333],
  [2, 3, 6667],
  [1, 20_000, 1],
  [1, 20_001, 0],
  [0, 5, 0],
  [5, 5, 10_000],
  [6, 5, 12_000],
  [0, 0, null],
  [7, 0, null],
])('%i of %i', (numerator, denominator, basisPoints) => {
  expect(coverageBasisPoints(figure(numerator, denominator))).toBe(basisPoints);
});

test('counts add up, the percentage is computed anew, sources are kept', () => {
  const sum = sumCoverage([
    figure(159_475, 684_654),
    figure(35_814, 0, { source: 'Cabang' }),
    figure(19_398, 0),
  ]);
  expect(sum).toMatchObject({
    numerator: 214_687,
    denominator: 684_654,
    source: 'BPS Sakernas 2025; Cabang',
  });
  expect(coverageBasisPoints(sum!)).toBe(3136);
  expect(sumCoverage([])).toBeNull();
});

test.each([
  ['another day', { asOf: '2026-10-01' as CivilDate }],
  [
    'another denominator',
    { definition: { numerator: 'Peserta aktif', denominator: 'Pekerja formal' } },
  ],
  [
    'another numerator',
    { definition: { numerator: 'Terdaftar', denominator: 'Penduduk bekerja' } },
  ],
])('%s cannot be added', (_name, more) => {
  expect(() => sumCoverage([figure(1, 2), figure(1, 2, more)])).toThrow(AppError);
});

test.each([-1, 0.5, Number.NaN, 2 ** 53])('%d is no count', (value) => {
  expect(() => figure(value, 10)).toThrow(AppError);
  expect(() => figure(1, value)).toThrow(AppError);
  expect(() => shareInBasisPoints(value, 1)).toThrow(AppError);
});

test('a figure without its words does not exist', () => {
  expect(() => figure(1, 2, { source: ' ' })).toThrow(AppError);
  expect(() => figure(1, 2, { definition: { numerator: '', denominator: 'x' } })).toThrow(AppError);
});

test('the share is within half a basis point of the truth, in any size', () => {
  const count = fc.integer({ min: 0, max: 2 ** 40 });
  fc.assert(
    fc.property(count, fc.integer({ min: 1, max: 2 ** 40 }), (numerator, denominator) => {
      const share = BigInt(shareInBasisPoints(numerator, denominator)!);
      const error = 2n * (share * BigInt(denominator) - BigInt(numerator) * 10_000n);
      expect(error <= BigInt(denominator) && error > -BigInt(denominator)).toBe(true);
    }),
  );
});
