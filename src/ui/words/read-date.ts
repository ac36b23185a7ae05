/** A date as a person types it here: day, month, year. */
import { civilDate } from '../../domain/civil-date.ts';
import { monthNumberOf } from '../../domain/month-names.ts';

/** Reads `22-11-2026`, `22/11/2026`, `22 Nov 2026`, `22 November 2026`; anything else is `null`. */
export function readTypedDate(text: string): string | null {
  const parts = /^\s*(\d{1,2})[\s./-]+(\d{1,2}|[A-Za-z]+)[\s./-]+(\d{4})\s*$/.exec(text);
  if (parts === null) return null;
  const [, day = '', middle = '', year = ''] = parts;
  const month = /^\d/.test(middle) ? Number(middle) : monthNumberOf(middle);
  return month === null ? null : civilDate(Number(year), month, Number(day));
}
