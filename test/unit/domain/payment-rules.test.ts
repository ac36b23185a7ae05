import { describe, expect, it } from 'vitest';
import type { CivilDate, Month } from '../../../src/domain/brand.ts';
import {
  dueDateOf,
  dueMonths,
  parsePaymentRules,
  standingOf,
} from '../../../src/domain/payment-rules.ts';
import { readResource } from './tables.ts';

const rules = parsePaymentRules(readResource('tariffs/payment-rules.json'));
const month = (text: string) => text as Month;
const day = (text: string) => text as CivilDate;
const months = (...list: string[]) => new Set(list as Month[]);
const january = month('2027-01');

describe('due dates', () => {
  it('PU pays by the 15th of the next month, BPU by the 15th of the same', () => {
    expect(dueDateOf(month('2026-12'), rules.pu)).toBe('2027-01-15');
    expect(dueDateOf(month('2026-12'), rules.bpu)).toBe('2026-12-15');
  });
  it('a month is due once its last day in time has passed', () => {
    expect(dueMonths(january, day('2027-01-15'), rules.bpu)).toEqual([]);
    expect(dueMonths(january, day('2027-01-16'), rules.bpu)).toEqual(['2027-01']);
    expect(dueMonths(january, day('2027-03-16'), rules.pu)).toEqual(['2027-01', '2027-02']);
  });
});

describe('standing', () => {
  const asOf = day('2027-05-20');
  it('is clear while everything due is paid, ahead or on time', () => {
    const paid = months('2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06');
    expect(standingOf(paid, january, asOf, rules.bpu)).toEqual({
      standing: 'lancar',
      unpaid: [],
      paid: 5,
      due: 5,
      lapsesOn: null,
    });
  });
  it('BPU: two unpaid months warn, three end the protection', () => {
    const two = standingOf(months('2027-01', '2027-02', '2027-03'), january, asOf, rules.bpu);
    expect(two).toMatchObject({
      standing: 'akan-nonaktif',
      unpaid: ['2027-04', '2027-05'],
      lapsesOn: '2027-06-15',
    });
    const three = standingOf(months('2027-01', '2027-02'), january, asOf, rules.bpu);
    expect(three).toMatchObject({ standing: 'nonaktif', lapsesOn: '2027-05-15' });
  });
  it('an old gap is arrears, and lapses nothing', () => {
    const gap = standingOf(months('2027-01', '2027-04', '2027-05'), january, asOf, rules.bpu);
    expect(gap).toMatchObject({
      standing: 'menunggak',
      unpaid: ['2027-02', '2027-03'],
      lapsesOn: null,
    });
  });
  it('PU village officials have a month more', () => {
    const paid = months('2027-01');
    expect(standingOf(paid, january, asOf, rules.pu).standing).toBe('akan-nonaktif');
    expect(standingOf(paid, january, day('2027-06-20'), rules.pu).standing).toBe('nonaktif');
  });
  it('nothing ever paid is said as such, and nothing due is no arrears', () => {
    expect(standingOf(months(), january, asOf, rules.bpu).standing).toBe('belum-bayar');
    expect(standingOf(months(), january, day('2027-01-10'), rules.bpu)).toMatchObject({
      standing: 'lancar',
      due: 0,
    });
  });
});

describe('the table', () => {
  const file = readResource('tariffs/payment-rules.json') as { rules: object[] };
  it('needs one rule a segment', () => {
    const first = file.rules.slice(0, 1);
    expect(() => parsePaymentRules({ ...file, rules: first })).toThrow(
      expect.objectContaining({ code: 'input.invalid' }),
    );
    expect(() => parsePaymentRules({ ...file, rules: [...file.rules, ...first] })).toThrow(
      expect.objectContaining({ code: 'input.invalid' }),
    );
    expect(() => parsePaymentRules({ rules: 7 })).toThrow();
  });
});
