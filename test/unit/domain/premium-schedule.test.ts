import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sen } from '../../../src/domain/brand.ts';
import { roundingModes } from '../../../src/domain/money.ts';
import { monthRange } from '../../../src/domain/month.ts';
import { premiumSchedule, scheduleJson } from '../../../src/domain/premium-schedule.ts';
import { fundKinds } from '../../../src/domain/segments.ts';
import { month, reason, rp, tariffs } from './tables.ts';

const now = month('2027-01');

describe('schedules', () => {
  const bpu = { segment: 'bpu', wage: rp(1_000_000), from: now, fund: 'dbhcht' } as const;

  test.each([
    ['Blitar', { ...bpu, persons: 5387, months: 5 }, 452_508_000],
    ['Blitar, one month', { ...bpu, persons: 5387, months: 1 }, 90_501_600],
    ['Kab. Bandung Barat', { ...bpu, persons: 594, months: 3 }, 29_937_600],
    ['Maros', { ...bpu, segment: 'non-asn', persons: 4156, months: 1 }, 22_442_400],
    [
      'Serang',
      { ...bpu, segment: 'desa', wage: rp(3_000_000), persons: 326, months: 12 },
      63_374_400,
    ],
    [
      'Muna Barat',
      {
        ...bpu,
        segment: 'non-asn',
        wage: rp(2_552_014),
        persons: 3080,
        months: 12,
        rounding: { per: 'component', mode: 'floor' },
      },
      509_308_800,
    ],
    ['a year of 16,800', { ...bpu, persons: 1, months: 12 }, 201_600],
  ] as const)('%s', (_place, query, expected) => {
    expect(premiumSchedule(query, tariffs).total).toBe(expected);
  });

  test('the JSON has the keys of the command line', () => {
    const json = scheduleJson(premiumSchedule({ ...bpu, persons: 2, months: 1 }, tariffs));
    expect(json).toEqual({
      total: 33_600,
      byPayer: { employer: 33_600, worker: 0 },
      months: [
        {
          month: '2027-01',
          perPerson: 16_800,
          lines: [
            {
              programme: 'jkk',
              payer: 'employer',
              base: 1_000_000,
              rate: 'nominal',
              amount: 10_000,
              source: 'PP 44/2015 Lampiran II',
            },
            {
              programme: 'jkm',
              payer: 'employer',
              base: 1_000_000,
              rate: 'nominal',
              amount: 6800,
              source: 'PP 44/2015 Lampiran II',
            },
          ],
        },
      ],
    });
    const wage = scheduleJson(
      premiumSchedule(
        {
          segment: 'desa',
          wage: rp(2_400_350, 47),
          persons: 1,
          from: now,
          months: 1,
          fund: 'apbdes',
        },
        tariffs,
      ),
    );
    expect(wage.months[0]!.lines[0]).toMatchObject({
      base: 2_400_350.47,
      rate: '0.24%',
      amount: 5761,
    });
  });

  test('parts add up to the total, months to the whole, and every amount is an integer', () => {
    const query = fc.record({
      segment: fc.constantFrom('non-asn' as const, 'desa' as const),
      wage: fc.integer({ min: 1, max: 3_000_000_000 }).map((value) => value as Sen),
      persons: fc.integer({ min: 1, max: 1_000_000 }),
      from: fc
        .integer({ min: 0, max: 130 })
        .map((offset) => monthRange(month('2016-01'), 140)[offset]!),
      months: fc.integer({ min: 1, max: 12 }),
      fund: fc.constantFrom(...fundKinds),
      programmes: fc.subarray(['jkk', 'jkm', 'jht', 'jp'] as const, { minLength: 1 }),
      rounding: fc.record({
        per: fc.constantFrom('component' as const, 'person' as const),
        mode: fc.constantFrom(...roundingModes),
      }),
    });
    fc.assert(
      fc.property(query, (asked) => {
        const schedule = premiumSchedule(asked, tariffs);
        let sum = 0n;
        for (const { perPerson, lines } of schedule.months) {
          const parts = lines.reduce((part, line) => part + line.amount, 0);
          expect(parts).toBe(perPerson);
          for (const line of lines) expect(Number.isSafeInteger(line.amount)).toBe(true);
          sum += BigInt(perPerson) * BigInt(asked.persons);
        }
        expect(BigInt(schedule.total)).toBe(sum);
        expect(schedule.byPayer.employer + schedule.byPayer.worker).toBe(schedule.total);
        const whole = monthRange(asked.from, asked.months).map(
          (from) => premiumSchedule({ ...asked, from, months: 1 }, tariffs).total,
        );
        expect(whole.reduce((part, one) => part + one, 0)).toBe(schedule.total);
      }),
      { numRuns: 60 },
    );
  });
});

describe('bad input', () => {
  test.each([
    ['persons', 0],
    ['persons', 1.5],
    ['persons', Number.NaN],
    ['months', 0],
    ['months', 121],
  ] as const)('%s %d', (field, value) => {
    const query = {
      segment: 'bpu',
      wage: rp(1_000_000),
      persons: 1,
      from: now,
      months: 1,
      fund: 'apbd',
    } as const;
    expect(reason(() => premiumSchedule({ ...query, [field]: value }, tariffs))).toEqual([
      'input.invalid',
      field,
    ]);
  });

  test('a total beyond the safe integers', () => {
    const query = {
      segment: 'non-asn',
      wage: rp(9_000_000_000),
      persons: 100_000_000,
      from: now,
      months: 120,
      fund: 'apbd',
    } as const;
    expect(reason(() => premiumSchedule({ ...query, programmes: ['jht'] }, tariffs))).toEqual([
      'input.invalid',
      'rupiah',
    ]);
  });
});
