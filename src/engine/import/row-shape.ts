/** Which rows under a head are people, and why the others are not. */
import type { ImportKind } from '../../domain/segments.ts';
import type { Field } from './fields.ts';
import { type ColumnHead, headRepeater, isNumberRow } from './find-header.ts';

/** Why a row was set aside; the row stays visible with its text. */
export const asideReasons = [
  'title',
  'column-labels',
  'repeated-header',
  'total',
  'group',
  'signature',
  'blank',
  'note',
  'no-membership',
] as const;
export type AsideReason = (typeof asideReasons)[number];

export type RowShape =
  | { readonly kind: 'data' }
  | { readonly kind: 'aside'; readonly reason: AsideReason; readonly section?: string };

const data: RowShape = { kind: 'data' };
const aside = (reason: AsideReason): RowShape => ({ kind: 'aside', reason });

const total =
  /^(?:sub\s*-?\s*)?(?:jumlah|total|grand total|jml)\b|^(?:kompensasi|denda)\b|\btotal seluruhnya\b|\bjumlah seluruhnya\b/i;
const signature =
  /^(?:mengetahui|menyetujui|dibuat oleh|disahkan|pimpinan|yang melaporkan|\(nama dan tanda tangan|tanda tangan|nip\b|pembina|penata|a\.?n\.? )|^(?:plt|plh)\.?\s|^(?:kepala (?:dinas|badan|bagian|bidang|kantor|desa)|camat|lurah|bupati|sekretaris (?:daerah|dinas)|kasubbag)\b|^[a-z .]{3,30},\s*\d{1,2}\s+[a-z]+\s+\d{4}$/i;
/** Room to sign: `(....................)`, `________`. */
const signingLine = /^\(?[.…_\s-]{4,}\)?$/;
const note = /^(?:catatan|keterangan|ket|note|nb|\*+|sumber)\s*[:.*]/i;
const section =
  /^(?:[ivx]+|[a-z]|\d{1,3})?[.)]?\s*(kecamatan|kec\.|desa|kelurahan|kel\.|dinas|badan|sekretariat|inspektorat|rsud|satpol|bagian|kantor)\s+\S/i;

/** Columns that tell a person's row from the rest. */
interface WhoColumns {
  readonly name: readonly number[];
  readonly identity: readonly number[];
  readonly other: readonly number[];
}

function whoColumns(at: ReadonlyMap<Field, number>): WhoColumns {
  const indexes = (fields: readonly Field[]) =>
    fields.flatMap((field) => {
      const index = at.get(field);
      return index === undefined ? [] : [index];
    });
  return {
    name: indexes(['name', 'firstName', 'middleName', 'lastName']),
    identity: indexes(['nik', 'kpj', 'birthDate', 'placeAndDate']),
    other: indexes(['sex', 'desa', 'unit', 'position', 'wage', 'jobKind', 'jkk', 'jkm']),
  };
}

/**
 * Makes the judge of one sheet's rows, top down: after a total or a signature line, a name alone is part of the
 * signature block, not a person.
 */
export function rowJudge(
  heads: readonly ColumnHead[],
  at: ReadonlyMap<Field, number>,
  kind: ImportKind,
) {
  // A branch's NIK check lists every NIK asked about: without a name beside it, it found nobody.
  const nameIsTheAnswer = kind === 'bpjs-nik' && at.has('name');
  const who = whoColumns(at);
  const repeatsHead = headRepeater(heads);
  let inTail = false;
  const has = (cells: readonly string[], columns: readonly number[]) =>
    columns.some((index) => (cells[index] ?? '') !== '');

  return (cells: readonly string[]): RowShape => {
    const named = has(cells, who.name);
    const identified = identifies(cells, who.identity);
    // A head has no numbers where these rows have them, so it need not be compared with one.
    if (named && identified) {
      inTail = false;
      return data;
    }
    const shape = unidentified(cells, named, identified);
    if (shape.kind === 'aside' && (shape.reason === 'total' || shape.reason === 'signature')) {
      inTail = true;
    }
    return shape;
  };

  function unidentified(cells: readonly string[], named: boolean, identified: boolean): RowShape {
    const filled = cells.filter((cell) => cell !== '');
    const told = byItsText(cells, filled, repeatsHead);
    if (told !== null) return told;
    if (identified) return nameIsTheAnswer && !named ? aside('no-membership') : data;
    if (filled.every((cell) => !/[a-z]/i.test(cell)) && filled.length === 1) return aside('blank');
    const hasOther = has(cells, who.other);
    if (named) return inTail && !hasOther ? aside('signature') : data;
    if (inTail) return aside('signature');
    return hasOther && filled.length >= 3 ? data : aside('note');
  }
}

/** What a row says it is: a head again, a total, a section line, a signature, a note; null when it says nothing. */
function byItsText(
  cells: readonly string[],
  filled: readonly string[],
  repeatsHead: (cells: readonly string[]) => boolean,
): RowShape | null {
  const texts = filled.filter((cell) => /[a-z]/i.test(cell));
  if (filled.length === 0) return aside('blank');
  if (repeatsHead(cells)) return aside('repeated-header');
  if (isNumberRow(cells)) return aside('column-labels');
  if (filled.slice(0, 3).some((cell) => total.test(cell))) return aside('total');
  if (filled.length <= 2 && texts.length === 1 && section.test(filled.join(' '))) {
    return { kind: 'aside', reason: 'group', section: texts[0] ?? '' };
  }
  const signed = (cell: string) => signature.test(cell) || signingLine.test(cell);
  if (filled.length <= 4 && filled.some(signed)) return aside('signature');
  return texts.some((cell) => note.test(cell)) ? aside('note') : null;
}

/** `1779 orang`, as a closing line counts heads in the column of their numbers. */
const headCount = /^[\d.]+\s*(?:orang|org|jiwa|pekerja|peserta|tenaga kerja|tk)\b/i;

const bareNumber = /^\d{6,}$/;

/** At least one identity column holds a number long enough to be one, or a date: a count or a signature never does. */
function identifies(cells: readonly string[], columns: readonly number[]): boolean {
  for (const index of columns) {
    const cell = cells[index] ?? '';
    // What nearly every row has is asked first.
    if (bareNumber.test(cell)) return true;
    if (cell === '' || /^nip\b/i.test(cell) || headCount.test(cell)) continue;
    if (/\d{4}/.test(cell) || /\d[-/. ][\da-z]+[-/. ]\d/i.test(cell)) return true;
    if (/^\d[.,]\d+e\+?\d+$/i.test(cell)) return true;
  }
  return false;
}
