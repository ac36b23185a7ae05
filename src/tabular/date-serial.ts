/** Spreadsheet day serials: day 1 is 1900-01-01, and 1900 wrongly has a 29 February. */

const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Serial of a UTC instant; with a fraction for the time of day. */
export function dateToSerial(instant: number, date1904: boolean): number {
  const days = (instant - (date1904 ? EPOCH_1904 : EPOCH_1900)) / DAY;
  // Before March 1900 the serials lag one day behind, because of the leap day that never was.
  return !date1904 && days < 61 ? days - 1 : days;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/;

/** Serial of ISO text (`2026-11-22`, with or without a time); `undefined` when it is no such date. */
export function isoToSerial(text: string, date1904: boolean): number | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const instant = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
  const back = new Date(instant);
  if (back.getUTCMonth() !== month! - 1 || back.getUTCDate() !== day) return undefined;
  return dateToSerial(instant, date1904);
}
