import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../src/domain/brand.ts';
import {
  civilDate,
  dateOfEpochDay,
  datePartsOf,
  epochDayOf,
} from '../../../src/domain/civil-date.ts';
import {
  type DateCell,
  type DatePurpose,
  decideDateColumn,
  readDateCell,
} from '../../../src/domain/date-column.ts';
import { splitPlaceAndDate } from '../../../src/domain/date-text.ts';

const asOf = '2026-11-22' as CivilDate;

function column(
  texts: readonly (string | DateCell)[],
  purpose: DatePurpose = 'birth',
  date1904 = false,
) {
  const cells = texts.map((cell) => (typeof cell === 'string' ? { text: cell } : cell));
  const decision = decideDateColumn(cells, { purpose, asOf, date1904 });
  return {
    decision,
    dates: cells
      .map((cell) => readDateCell(cell, decision))
      .map((read) => read.date ?? read.finding),
  };
}

describe('one decision for a column', () => {
  test('day-month-year on the evidence of days over 12', () => {
    const { decision, dates } = column(['05-04-1980', '25/04/1980', '13.1.1991']);
    expect(decision).toMatchObject({ order: 'dmy', certainty: 'evidence', ambiguous: false });
    expect(decision.evidence).toMatchObject({ cells: 3, dayFirst: 2, monthFirst: 0, eitherWay: 1 });
    expect(dates).toEqual(['1980-04-05', '1980-04-25', '1991-01-13']);
  });

  test('month-day-year only when cells say so, then for every cell', () => {
    const { decision, dates } = column(['05/04/1980', '04/25/1980', '01/13/1991']);
    expect(decision).toMatchObject({ order: 'mdy', certainty: 'evidence', ambiguous: false });
    expect(dates).toEqual(['1980-05-04', '1980-04-25', '1991-01-13']);
  });

  test('an undecided column says so and follows the convention', () => {
    const { decision, dates } = column(['05/04/1980', '01/02/1991']);
    expect(decision).toMatchObject({ order: 'dmy', certainty: 'convention', ambiguous: true });
    expect(dates).toEqual(['1980-04-05', '1991-02-01']);
  });

  test('a contradictory column says so; the minority is not turned round', () => {
    const { decision, dates } = column(['25/04/1980', '26/04/1980', '04/27/1980']);
    expect(decision).toMatchObject({ order: 'dmy', certainty: 'conflict', ambiguous: true });
    expect(dates).toEqual(['1980-04-25', '1980-04-26', 'date.against-order']);
  });

  test('serials, ISO and month names need no order', () => {
    const { decision, dates } = column([
      { text: '37936', serial: true },
      '37936',
      '1980-05-12',
      '1980/5/12 00:00:00',
      '12-MEI-80',
      '22-SEP-1983',
      '17 Agustus 1985',
      '1 AGT 1990',
      'Senin, 12 Mei 1980',
      '3-OKT-99',
      '4 DES 1975',
      '5 NOP 1975',
      '6-PEB-75',
    ]);
    expect(decision).toMatchObject({ certainty: 'not-needed', ambiguous: false });
    expect(dates).toEqual([
      '2003-11-11',
      '2003-11-11',
      '1980-05-12',
      '1980-05-12',
      '1980-05-12',
      '1983-09-22',
      '1985-08-17',
      '1990-08-01',
      '1980-05-12',
      '1999-10-03',
      '1975-12-04',
      '1975-11-05',
      '1975-02-06',
    ]);
  });

  test('1904 serials', () => {
    expect(column([{ text: '36474', serial: true }], 'birth', true).dates).toEqual(['2003-11-11']);
  });

  test('two-digit years of birth follow age, of events the calendar', () => {
    expect(column(['12-05-80', '13-05-05', '13-05-15']).dates).toEqual([
      '1980-05-12',
      '2005-05-13',
      'date.year-outside-window',
    ]);
    expect(column(['12-05-80', '13-05-05', '13-05-28', '29-02-23'], 'event').dates).toEqual([
      '1980-05-12',
      '2005-05-13',
      '2028-05-13',
      'date.impossible',
    ]);
  });

  test.each([
    ['', 'date.empty'],
    [' - ', 'date.empty'],
    ['00-00-0000', 'date.empty'],
    ['1980', 'date.unreadable'],
    ['12 Foo 1980', 'date.unreadable'],
    ['tidak tahu', 'date.unreadable'],
    ['31-04-1980', 'date.impossible'],
    ['29-02-1981', 'date.impossible'],
    ['13-13-1980', 'date.impossible'],
    ['22-11-2027', 'date.in-future'],
    ['12-05-1880', 'date.too-old'],
    ['12-05-1902', 'date.too-old'],
  ])('%j is %s', (text, finding) => {
    expect(column([text]).dates).toEqual([finding]);
  });

  test('a year typed alone into a number cell is no date of 1905', () => {
    expect(column([{ text: '1980', serial: true }]).dates).toEqual(['date.too-old']);
  });

  test('eight digits run together are decided for the column too', () => {
    expect(column(['12051980', '20121990', '31121975']).dates).toEqual([
      '1980-05-12',
      '1990-12-20',
      '1975-12-31',
    ]);
    expect(column(['19800512', '19901220']).dates).toEqual(['1980-05-12', '1990-12-20']);
  });

  test('contract dates and card expiries may lie ahead', () => {
    expect(column(['31-12-2027', '01-01-2090'], 'event').dates).toEqual([
      '2027-12-31',
      '2090-01-01',
    ]);
  });

  test('notices that a month-first Excel has exchanged days and months', () => {
    const serials = Array.from({ length: 6 }, (_, index) => ({
      text: String(29_587 + 31 * 0 + index),
      serial: true,
    }));
    const texts = ['13/05/1980', '14/05/1980', '25/05/1980', '26/05/1980', '27/05/1980'];
    expect(column([...serials, ...texts]).decision.serialsMayBeSwapped).toBe(true);
    expect(
      column([...serials, { text: '29610', serial: true }, ...texts]).decision.serialsMayBeSwapped,
    ).toBe(false);
  });
});

test('every true date of a column comes back, whatever the order it was written in', () => {
  const today = epochDayOf(asOf);
  const days = fc.array(fc.integer({ min: today - 30_000, max: today - 6000 }), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('dmy', 'mdy'),
      fc.constantFrom('-', '/', '.', ' '),
      (counts, order, separator) => {
        // One date that only one order allows makes the column decidable.
        const dates = [...counts.map((count) => dateOfEpochDay(count)!), civilDate(1980, 5, 25)!];
        const texts = dates.map((date) => {
          const { day, month, year } = datePartsOf(date);
          const [a, b] = order === 'dmy' ? [day, month] : [month, day];
          return `${a}${separator}${b}${separator}${year}`;
        });
        const { decision, dates: read } = column(texts);
        expect(decision.order).toBe(order);
        expect(decision.certainty).toBe('evidence');
        expect(read).toEqual(dates);
      },
    ),
  );
});

test('the decision does not depend on the order of rows, and the evidence adds up', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '25/04/1980',
      '04/25/1980',
      '05/04/1980',
      '1980-05-12',
      '37936',
      '12 MEI 1980',
      'x',
      '12051980',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(cell), (texts) => {
      const { decision } = column(texts);
      expect(column(texts.toReversed()).decision).toEqual(decision);
      const { cells, ...kinds } = decision.evidence;
      const counted = Object.values(kinds).reduce((sum, count) => sum + count, 0);
      // Eight digits that read both ways speak for neither side.
      expect(counted).toBeLessThanOrEqual(cells);
      expect(cells).toBe(texts.length);
    }),
  );
});

test.each([
  ['Brebes, 12-05-1980', 'Brebes', '12-05-1980'],
  ['Kab. Brebes, Jateng, 12 Mei 1980', 'Kab. Brebes, Jateng', '12 Mei 1980'],
  ['Brebes 12/05/1980', 'Brebes', '12/05/1980'],
  ['Brebes', 'Brebes', ''],
  ['12-05-1980', '', '12-05-1980'],
])('TTL %j', (cell, place, date) => {
  expect(splitPlaceAndDate(cell)).toEqual({ place, date });
});
