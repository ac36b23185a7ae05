/**
 * A document as a value: what a letter, a table or a list says, with no word about how it is drawn.
 * The Typst, pdfkit and spreadsheet renderers all read this one shape, so they cannot disagree on a figure.
 */
import type { CivilDate } from '../domain/brand.ts';

/** Papers of Indonesian offices; F4 (folio) is 215 × 330 mm. */
export type Paper = 'A4' | 'F4';
export type Orientation = 'portrait' | 'landscape';
export type Align = 'left' | 'center' | 'right';

/** What a column holds; decides its format and default alignment. `text` also covers identifiers. */
export type ColumnKind = 'text' | 'integer' | 'rupiah' | 'percent' | 'date';

/**
 * A value made from other columns of the same row, so that what is printed always follows from the
 * figures beside it. A `ratio` counts in basis points and prints as a percentage with two decimals.
 */
export type Derivation =
  | { readonly kind: 'sum'; readonly of: readonly string[] }
  /** Factors of a row; subtotals and totals add the products up. */
  | { readonly kind: 'product'; readonly of: readonly string[] }
  | { readonly kind: 'ratio'; readonly of: string; readonly per: string };

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Millimetres at least. */
  readonly width: number;
  /** Share of the width that is left over; 0 when absent. */
  readonly grow?: number;
  readonly align?: Align;
  /** Consecutive columns with the same group stand under one head cell. */
  readonly group?: string;
  readonly derive?: Derivation;
  /** Added up in subtotal and total rows. Not set: the cell stays empty there. */
  readonly summed?: boolean;
}

export type CellValue = string | number | null;
export type Cells = Readonly<Record<string, CellValue>>;

/** A row of a table. `group` opens a run of body rows, `subtotal` closes it, `total` closes the table. */
export type Row =
  | { readonly kind: 'body'; readonly cells: Cells }
  | { readonly kind: 'group'; readonly label: string }
  | { readonly kind: 'subtotal' | 'total'; readonly label: string; readonly cells: Cells };

export interface Table {
  readonly kind: 'table';
  /** Names the sheet and is unique in its document. */
  readonly id: string;
  /** Short name, used as the spreadsheet's sheet name (≤ 31 characters). */
  readonly sheet: string;
  /** "Tabel 1", or absent for an unnumbered list. */
  readonly number?: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** Iterated once per rendering pass: must start anew on each iteration. */
  readonly rows: Iterable<Row>;
  /** Print a row of column numbers (1, 2, 3 = 4 + 5 …) under the head. */
  readonly numberedColumns: boolean;
  /** Lines under the table: source, position date, definitions. */
  readonly notes: readonly string[];
}

/** The head of an official letter: upper lines small, the office in bold, then address lines. */
export interface Kop {
  readonly kind: 'kop';
  readonly government: string;
  readonly office: string;
  readonly address: readonly string[];
}

/** Nomor / Sifat / Lampiran / Hal, place and date, and the addressee. */
export interface LetterFront {
  readonly kind: 'letter-front';
  readonly number: string;
  readonly nature: string;
  readonly attachment: string;
  readonly subject: string;
  readonly place: string;
  /** Absent: a blank is left for the date. */
  readonly date?: CivilDate;
  readonly recipient: readonly string[];
  readonly recipientPlace: string;
}

/** The corner block that ties an attachment to its letter. */
export interface AttachmentHead {
  readonly kind: 'attachment-head';
  /** "Lampiran I". */
  readonly label: string;
  /** Whose letter: "Sekretaris Daerah Kabupaten …". */
  readonly signatory: string;
  readonly letterNumber: string;
  readonly letterDate?: CivilDate;
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2;
  readonly text: string;
  /** Lines under a level-1 heading: regency, position date. */
  readonly subtitle?: readonly string[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly indent?: boolean;
}

export interface NumberedList {
  readonly kind: 'list';
  readonly marker: 'a.' | '1.';
  readonly items: readonly string[];
}

/** A note in small type. */
export interface Note {
  readonly kind: 'note';
  readonly text: string;
}

/** Signature at the right, never split over pages. */
export interface Signature {
  readonly kind: 'signature';
  /** Place and date line; absent in a letter, where the front has it. */
  readonly placeDate?: string;
  /** "a.n. BUPATI …", when signed on behalf of another. */
  readonly onBehalfOf?: string;
  readonly title: string;
  readonly name: string;
  readonly rank?: string;
  readonly nip?: string;
}

export interface Tembusan {
  readonly kind: 'tembusan';
  readonly items: readonly string[];
}

export type Block =
  | Kop
  | LetterFront
  | AttachmentHead
  | Heading
  | Paragraph
  | NumberedList
  | Note
  | Table
  | Signature
  | Tembusan;

/** A run of pages with one orientation; each section starts on a new page. */
export interface Section {
  readonly id: string;
  readonly orientation: Orientation;
  readonly blocks: readonly Block[];
}

/** Printed where a hand or the registry has yet to write: number, date, name. */
export const blank = '..............................';

export interface Document {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Short line at the left of each page's foot. */
  readonly footer: string;
  readonly sections: readonly Section[];
}

/** All tables of a document, in order. */
export function tablesOf(document: Document): Table[] {
  return document.sections.flatMap((section) =>
    section.blocks.filter((block): block is Table => block.kind === 'table'),
  );
}
