/** How sure a share seen in a sample is. */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
const z95 = 1.959964;

/**
 * Wilson's score interval (E. B. Wilson, JASA 22, 1927) of `hits` out of `trials`, each a number of at least 0;
 * trials may be fractional, as an effective size of a weighted sample is. Null without trials.
 */
export function wilsonInterval(hits: number, trials: number, z: number = z95): Interval | null {
  if (!(trials > 0) || hits < 0 || hits > trials) return null;
  const share = hits / trials;
  const square = (z * z) / trials;
  const middle = share + square / 2;
  const reach = z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials));
  const bound = (value: number) => Math.min(1, Math.max(0, value / (1 + square)));
  // At the ends the interval reaches the share itself; rounding must not leave it outside.
  return {
    low: Math.min(share, bound(middle - reach)),
    high: Math.max(share, bound(middle + reach)),
  };
}

/** One layer of a stratified sample. */
export interface Layer {
  /** Links of the layer in the whole run. */
  readonly population: number;
  readonly right: number;
  readonly wrong: number;
}

export interface Precision extends Interval {
  readonly share: number;
  /** Labelled links the figure rests on. */
  readonly labelled: number;
}

/**
 * Precision of a run from a stratified sample: each layer counts by its part of the run. The interval is Wilson's
 * at the effective sample size (Kish 1965: (Σw)² / Σw²). Layers without a label are left out. Null without labels.
 */
export function stratifiedPrecision(layers: readonly Layer[]): Precision | null {
  let weights = 0;
  let squares = 0;
  let rights = 0;
  let labelled = 0;
  for (const { population, right, wrong } of layers) {
    const trials = right + wrong;
    if (trials === 0 || population === 0) continue;
    const each = population / trials;
    weights += population;
    squares += trials * each * each;
    rights += each * right;
    labelled += trials;
  }
  if (labelled === 0) return null;
  const share = Math.min(1, rights / weights);
  const effective = (weights * weights) / squares;
  const interval = wilsonInterval(share * effective, effective);
  return interval === null ? null : { share, labelled, ...interval };
}
