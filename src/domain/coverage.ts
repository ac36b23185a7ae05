import { AppError } from './app-error.ts';
import type { CivilDate } from './brand.ts';
import { divideRounded } from './money.ts';

/** What is counted, in words that are printed beside the figure. */
export interface CoverageDefinition {
  readonly numerator: string;
  readonly denominator: string;
}

/**
 * A coverage figure. It never stands without what it counts, where the count is from and its day: newspapers gave one
 * region 60, 35 and 12 percent by three denominators.
 */
export interface CoverageFigure {
  readonly numerator: number;
  readonly denominator: number;
  readonly definition: CoverageDefinition;
  readonly source: string;
  readonly asOf: CivilDate;
}

function requirePersons(value: number, field: string): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new AppError('input.invalid', { at: { field }, params: { value: String(value) } });
}

/** A checked coverage figure; throws `input.invalid` for a count that is no whole number or an empty description. */
export function coverageFigure(figure: CoverageFigure): CoverageFigure {
  requirePersons(figure.numerator, 'numerator');
  requirePersons(figure.denominator, 'denominator');
  const { numerator, denominator } = figure.definition;
  for (const text of [numerator, denominator, figure.source]) {
    if (text.trim() === '') {
      throw new AppError('input.invalid', {
        at: { field: 'definition' },
        params: { reason: 'empty' },
      });
    }
  }
  return figure;
}

/**
 * A share in whole basis points (3,136 is 31.36 %), half-up; null when the denominator is zero. It may pass 10,000
 * when the two counts come from different sources; that is for the reader to see.
 */
export function shareInBasisPoints(numerator: number, denominator: number): number | null {
  requirePersons(numerator, 'numerator');
  requirePersons(denominator, 'denominator');
  if (denominator === 0) return null;
  return Number(divideRounded(BigInt(numerator) * 10_000n, BigInt(denominator), 'half-up'));
}

/** The percentage of a figure in basis points; null for a zero denominator. */
export function coverageBasisPoints(figure: CoverageFigure): number | null {
  return shareInBasisPoints(figure.numerator, figure.denominator);
}

/**
 * The figure of several groups together: counts add up, the percentage is computed anew. Null for none. Throws
 * `input.invalid` when definitions or dates differ, because such counts cannot be added; sources are listed.
 */
export function sumCoverage(figures: readonly CoverageFigure[]): CoverageFigure | null {
  const [first, ...rest] = figures;
  if (first === undefined) return null;
  let { numerator, denominator } = first;
  const sources = new Set([first.source]);
  for (const figure of rest) {
    const same =
      figure.asOf === first.asOf &&
      figure.definition.numerator === first.definition.numerator &&
      figure.definition.denominator === first.definition.denominator;
    if (!same) {
      throw new AppError('input.invalid', {
        at: { field: 'coverage' },
        params: { reason: 'not-addable' },
      });
    }
    numerator += figure.numerator;
    denominator += figure.denominator;
    sources.add(figure.source);
  }
  const source = [...sources].join('; ');
  return coverageFigure({ ...first, numerator, denominator, source });
}
