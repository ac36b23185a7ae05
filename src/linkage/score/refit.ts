/**
 * Corrects the calibration from what officers decided: log odds' = shift + slope × log odds, fitted by logistic
 * regression (Platt 1999) under a strong prior at shift 0 and slope 1. The prior weighs as much as eighty decisions at
 * even odds, so five change next to nothing and a few hundred speak for themselves. Pairs are shown for decision by
 * their odds alone, which leaves the regression on the odds unbiased.
 */

/** Decisions from which a refit is made. */
export const leastDecisions = 30;

/** A pair an officer has decided about, by what the model thinks of it. */
export interface DecidedPair {
  /** log2 of the odds. */
  readonly weight: number;
  readonly same: boolean;
}

export interface Calibration {
  /** Decisions it was fitted from; 0 for the model as it comes. */
  readonly decisions: number;
  /** Bits added after the slope. */
  readonly shift: number;
  readonly slope: number;
}

/** The model as it comes. */
export const asItComes: Calibration = { decisions: 0, shift: 0, slope: 1 };

const shiftPrecision = 20;
const slopePrecision = 60;
const rounds = 30;
/** Natural log odds beyond which a decision says nothing more about the calibration. */
const widest = 8;
const bit = Math.LN2;

interface Fit {
  shift: number;
  slope: number;
}

/** One step of Newton's method on the penalised log likelihood; returns how far it went. */
function step(fit: Fit, pairs: readonly DecidedPair[]): number {
  let gradShift = -shiftPrecision * fit.shift;
  let gradSlope = -slopePrecision * (fit.slope - 1);
  let a = shiftPrecision;
  let b = 0;
  let c = slopePrecision;
  for (const { weight, same } of pairs) {
    const x = Math.min(widest, Math.max(-widest, weight * bit));
    const p = 1 / (1 + Math.exp(-(fit.shift + fit.slope * x)));
    const miss = (same ? 1 : 0) - p;
    const spread = p * (1 - p);
    gradShift += miss;
    gradSlope += miss * x;
    a += spread;
    b += spread * x;
    c += spread * x * x;
  }
  const size = a * c - b * b;
  const moveShift = (c * gradShift - b * gradSlope) / size;
  const moveSlope = (a * gradSlope - b * gradShift) / size;
  fit.shift += moveShift;
  fit.slope = Math.min(2, Math.max(0.4, fit.slope + moveSlope));
  return Math.abs(moveShift) + Math.abs(moveSlope);
}

/** Fits the calibration; {@link asItComes} with fewer than {@link leastDecisions}. The order does not matter. */
export function refit(decided: readonly DecidedPair[]): Calibration {
  if (decided.length < leastDecisions) return asItComes;
  const pairs = [...decided].sort((x, y) => x.weight - y.weight || Number(x.same) - Number(y.same));
  const fit: Fit = { shift: 0, slope: 1 };
  for (let round = 0; round < rounds && step(fit, pairs) > 1e-9; round++);
  return { decisions: pairs.length, shift: fit.shift / bit, slope: fit.slope };
}
