import { describe, expect, it } from 'vitest';
import {
  civilDateOf,
  formatBytes,
  formatCount,
  formatDate,
  formatLongDate,
  formatMoment,
  formatMonth,
  formatPercent,
  formatRupiah,
  formatShortCount,
  formatTimeLeft,
} from '../../../../src/ui/words/format.ts';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1234567, '1.234.567'],
  ])('writes %i as %s', (value, text) => expect(formatCount(value)).toBe(text));

  it.each([
    [9_800, '9.800'],
    [99_999, '99.999'],
    [100_000, '100\u00a0rb'],
    [250_400, '250\u00a0rb'],
    [999_999, '1.000\u00a0rb'],
    [1_000_000, '1\u00a0jt'],
    [1_250_000, '1,3\u00a0jt'],
    [12_000_000, '12\u00a0jt'],
  ])('shortens %i to %s', (value, text) => expect(formatShortCount(value)).toBe(text));

  it('writes whole rupiah with dots and a true minus', () => {
    expect(formatRupiah(16_800)).toBe('Rp16.800');
    expect(formatRupiah(-1_500)).toBe('−Rp1.500');
  });

  it.each([
    [2468, '24,68\u00a0%'],
    [10_000, '100,00\u00a0%'],
    [5, '0,05\u00a0%'],
    [-250, '−2,50\u00a0%'],
    [null, '–'],
  ])('writes %s basis points as %s', (points, text) => expect(formatPercent(points)).toBe(text));

  it.each([
    [0, '0\u00a0B'],
    [1536, '1,5\u00a0KB'],
    [482_113, '471\u00a0KB'],
    [5_242_880, '5\u00a0MB'],
  ])('writes %i bytes as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});

describe('dates', () => {
  it('writes short and long dates', () => {
    expect(formatDate('2026-08-05')).toBe('5 Agu 2026');
    expect(formatLongDate('2026-11-22')).toBe('22 November 2026');
    expect(formatMonth('2027-03')).toBe('Mar 2027');
  });

  it('hands back what is no date', () => {
    expect(formatDate(null)).toBe('–');
    expect(formatDate('2026-02-30')).toBe('2026-02-30');
    expect(formatMonth('besok')).toBe('besok');
  });

  it('writes a moment in the zone of the PC', () => {
    const moment = '2026-11-22T17:05:00.000Z';
    expect(formatMoment(moment, 'Asia/Jakarta')).toBe('23 Nov 2026 00.05');
    expect(formatMoment(moment, 'Asia/Jayapura')).toBe('23 Nov 2026 02.05');
    expect(formatMoment(null)).toBe('–');
    expect(formatMoment('entah')).toBe('entah');
  });

  it("reads today from the PC's own day", () => {
    expect(civilDateOf(new Date(2026, 0, 3, 23, 59))).toBe('2026-01-03');
  });
});

describe('time left', () => {
  it.each([
    [2, 'hampir selesai'],
    [22, 'sekitar 25 detik lagi'],
    [95, 'sekitar 2 menit lagi'],
    [7200, 'sekitar 2 jam lagi'],
  ])('says %i seconds as %s', (seconds, text) => expect(formatTimeLeft(seconds)).toBe(text));
});
