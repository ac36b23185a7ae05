import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatLongDate } from '../../../../src/ui/words/format.ts';
import { readTypedDate } from '../../../../src/ui/words/read-date.ts';

describe('readTypedDate', () => {
  it.each([
    ['22-11-2026', '2026-11-22'],
    ['5/8/2026', '2026-08-05'],
    ['5.8.2026', '2026-08-05'],
    ['22 Nov 2026', '2026-11-22'],
    ['22 november 2026', '2026-11-22'],
    [' 1 Agustus 2026 ', '2026-08-01'],
  ])('reads %s', (typed, date) => expect(readTypedDate(typed)).toBe(date));

  it.each(['', '30-02-2026', '13/13/2026', '2026-11-22', '22 Novembre 2026', '22-11-26', '22'])(
    'reads %s as no date',
    (typed) => expect(readTypedDate(typed)).toBeNull(),
  );

  it('reads back what the field writes', () => {
    const days = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10);
        expect(readTypedDate(formatDate(date))).toBe(date);
        expect(readTypedDate(formatLongDate(date))).toBe(date);
      }),
    );
  });
});
