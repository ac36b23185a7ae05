/**
 * What people and programs wrap around a number: apostrophes and quotes that keep Excel from counting it, spaces of
 * every kind, zero-width marks, and the dots, dashes and strokes used to group digits.
 */
const WRAPPING =
  /['"`´‘’‚“”„′\s\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff.,;:_\-‐‑‒–—−/\\*]|\p{M}/gu;

/** Digits followed by a decimal tail of zeros, as programs write a number they took for an amount: `3329…0001.0`. */
const ZERO_TAIL = /^(\d{8,})[.,]0{1,2}$/;

/** Text of a number in E-notation: `3.32901E+15`, with a dot or an Indonesian decimal comma. */
const E_NOTATION = /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i;

/** Removes quotes only and trims, so that the shape underneath can be judged. */
function unquote(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/^['"`´‘’“”\s\u00a0\ufeff]+|['"`´‘’“”,\s\u00a0\ufeff]+$/g, '');
}

/** True when the cell's text is a number in E-notation: the digits it stood for are gone. */
export function isENotation(cell: string): boolean {
  return E_NOTATION.test(unquote(cell).replace(/\s/g, ''));
}

/**
 * The bare text of an identifier cell (NIK, KK, KPJ, NPP, NIP): wrapping characters removed, full-width digits made
 * plain, nothing else touched. Letters stay, so that a check further on can name them; nothing is padded.
 */
export function cleanIdentifier(cell: string): string {
  const bare = unquote(cell);
  const tail = ZERO_TAIL.exec(bare.replace(/[\s\u00a0]/g, ''));
  return (tail?.[1] ?? bare).replace(WRAPPING, '');
}

/**
 * An identifier for a report that leaves the office: first and last four characters, bullets between
 * (`3329••••••••0001`). Anything of fewer than 11 characters is hidden whole (UU 27/2022).
 */
export function maskIdentifier(value: string): string {
  if (value.length < 11) return '•'.repeat(value.length);
  return value.slice(0, 4) + '•'.repeat(value.length - 8) + value.slice(-4);
}
