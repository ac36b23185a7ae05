import type { Kpj, Npp } from './brand.ts';
import { cleanIdentifier, isENotation } from './clean-identifier.ts';

/** What can be wrong with a KPJ, NPP or KK cell. */
export type NumberFindingCode =
  | 'empty'
  | 'e-notation'
  | 'non-digit'
  | 'length'
  | 'leading-zero-lost'
  | 'placeholder';

/** An identifier cell as read: `value` is null exactly when there is a finding. */
export interface NumberReading<T> {
  readonly cleaned: string;
  readonly value: T | null;
  readonly finding: NumberFindingCode | null;
}

function shapeFinding(cell: string, cleaned: string, length: number): NumberFindingCode | null {
  if (isENotation(cell)) return 'e-notation';
  if (cleaned === '') return 'empty';
  if (!/^\d+$/.test(cleaned)) return 'non-digit';
  if (/^(\d)\1*$/.test(cleaned)) return 'placeholder';
  if (cleaned.length === length) return null;
  // Stored as a number, a leading zero is gone. It is named, not put back: the digit could be missing elsewhere.
  return cleaned.length === length - 1 ? 'leading-zero-lost' : 'length';
}

/** Reads a KPJ cell: 11 digits, a leading zero kept. */
export function readKpj(cell: string): NumberReading<Kpj> {
  const cleaned = cleanIdentifier(cell);
  const finding = shapeFinding(cell, cleaned, 11);
  return { cleaned, value: finding === null ? (cleaned as Kpj) : null, finding };
}

/** A KPJ when the text is one, else `null`. */
export function parseKpj(text: string): Kpj | null {
  return readKpj(text).value;
}

/** An NPP with its division, three digits that are `000` unless the employer is split. */
export interface NppReading extends NumberReading<Npp> {
  readonly division: string | null;
}

/** Reads an NPP cell: 8 digits, alone or followed by the 3 of the division (`15070955-000`). */
export function readNpp(cell: string): NppReading {
  const cleaned = cleanIdentifier(cell);
  const joined = /^(\d{8})(\d{3})$/.exec(cleaned);
  const digits = joined?.[1] ?? cleaned;
  const finding = shapeFinding(cell, digits, 8);
  const value = finding === null ? (digits as Npp) : null;
  return { cleaned, value, finding, division: value === null ? null : (joined?.[2] ?? null) };
}

/** An NPP when the text is one, else `null`. */
export function parseNpp(text: string): Npp | null {
  return readNpp(text).value;
}

/** Reads a KK (family card) cell: 16 digits. */
export function readKk(cell: string): NumberReading<string> {
  const cleaned = cleanIdentifier(cell);
  const finding = shapeFinding(cell, cleaned, 16);
  return { cleaned, value: finding === null ? cleaned : null, finding };
}
