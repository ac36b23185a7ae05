/**
 * What each field adds to a pair's weight. The fields are uncovered one after another and the pair is weighed
 * anew each time, so the steps add up to the weight exactly, rules between fields included: what a rule costs
 * stands at the field that makes it apply. The idea of the chart is Splink's waterfall (Linacre et al. 2022).
 */
import { type Prepared, rowFlag } from '../features/prepared.ts';
import { field, recordSize, writeRecord } from '../features/row-record.ts';
import { idKind } from '../normalise/number-id.ts';
import type { Scorer } from '../score/scorer.ts';
import type { PairTable } from '../types.ts';

/** Fields in the order in which they are uncovered, which is the order people compare in. */
export const waterfallFields = ['nik', 'kpj', 'name', 'date', 'sex', 'place', 'wage'] as const;
export type WaterfallField = (typeof waterfallFields)[number];

const none = idKind.none;

/** What covers a field of a record; the NIK's agreement with a date means nothing before the date is known. */
const covers: Readonly<Record<WaterfallField, (record: Int32Array) => void>> = {
  nik(record) {
    record[field.nikKind] = none;
    record[field.nikHi] = 0;
    record[field.nikLo] = 0;
  },
  kpj(record) {
    record[field.kpjKind] = none;
    record[field.kpjHi] = 0;
    record[field.kpjLo] = 0;
  },
  name(record) {
    record[field.wordCount] = 0;
  },
  date(record) {
    record[field.date] = 0;
    record[field.sexAndFlags] = record[field.sexAndFlags]! & ~(rowFlag.selfConsistent << 2);
  },
  sex(record) {
    record[field.sexAndFlags] = record[field.sexAndFlags]! & ~3;
  },
  place(record) {
    record[field.village] = -1;
    record[field.area] = 0;
  },
  wage(record) {
    record[field.wage] = 0;
  },
};

/**
 * A function that gives the bits of each of {@link waterfallFields} for a left and a right row. Their sum is the
 * pair's weight without the prior.
 */
export function createWaterfall(
  left: Prepared,
  right: Prepared,
  scorer: Scorer,
): (l: number, r: number) => Float32Array {
  const whole = [new Int32Array(recordSize), new Int32Array(recordSize)] as const;
  const shown = [new Int32Array(recordSize), new Int32Array(recordSize)] as const;
  const weighFrom = (covered: number): number => {
    for (const at of [0, 1] as const) {
      shown[at].set(whole[at]);
      for (let k = covered; k < waterfallFields.length; k++) covers[waterfallFields[k]!](shown[at]);
    }
    scorer.weighRecords(shown[0], 0, shown[1], 0, Number.NEGATIVE_INFINITY);
    return scorer.score.bits;
  };
  return (l, r) => {
    writeRecord(left, l, whole[0], 0);
    writeRecord(right, r, whole[1], 0);
    const steps = new Float32Array(waterfallFields.length);
    let before = weighFrom(0);
    for (let k = 0; k < steps.length; k++) {
      const bits = weighFrom(k + 1);
      steps[k] = bits - before;
      before = bits;
    }
    return steps;
  };
}

/** The waterfalls of a whole table, side by side. */
export function waterfallsOf(
  left: Prepared,
  right: Prepared,
  scorer: Scorer,
  pairs: PairTable,
): Float32Array {
  const waterfall = createWaterfall(left, right, scorer);
  const all = new Float32Array(pairs.size * waterfallFields.length);
  for (let i = 0; i < pairs.size; i++) {
    all.set(waterfall(pairs.leftRow[i]!, pairs.rightRow[i]!), i * waterfallFields.length);
  }
  return all;
}
