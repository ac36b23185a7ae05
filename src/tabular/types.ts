/**
 * What a table file is to the rest of the house: sheets of rows of raw cells. Nothing here knows a
 * worker from a village; nothing is converted: text stays text, a number keeps the digits it was
 * stored with, a date cell keeps its serial.
 */

import type { ReadLimits } from './limits.ts';

/** Kind of a raw cell, stored one byte a cell. */
export const cellKind = { empty: 0, text: 1, number: 2, date: 3, boolean: 4, error: 5 } as const;
export type CellKind = (typeof cellKind)[keyof typeof cellKind];

/** One row as read. */
export interface RawRow {
  /** 1-based row number in its sheet (for CSV: the record's number). */
  readonly row: number;
  /** Raw text of each cell; `''` for an empty one. A date cell holds its serial number as text. */
  readonly cells: readonly string[];
  /** Kind of each cell; `undefined` when every non-empty cell is text (CSV). */
  readonly kinds?: Uint8Array | undefined;
  /** Set for a row that is hidden in its sheet. */
  readonly hidden?: boolean;
}

export type TableFormat = 'xlsx' | 'xls' | 'ods' | 'csv';

/** What was found out about a file before its rows are read; shown to the user and overridable. */
export interface FileFacts {
  readonly format: TableFormat;
  readonly bytes: number;
  readonly sha256: string;
  /** Spreadsheet only: day 0 of date serials is 1904-01-01. */
  readonly date1904: boolean;
  /** CSV only. */
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter?: string;
}

export interface SheetInfo {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** Inclusive, 0-based cell range. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface OpenOptions {
  readonly encoding?: FileFacts['encoding'];
  readonly delimiter?: string;
  /** Lower bounds than usual on what a file may cost; see `limits.ts`. */
  readonly limits?: Partial<ReadLimits>;
  readonly signal?: AbortSignal;
}

/** An opened file. Rows come in batches so that a million of them cost no million promises. */
export interface TableSource {
  readonly facts: FileFacts;
  readonly sheets: readonly SheetInfo[];
  rows(sheet: number, signal?: AbortSignal): AsyncIterable<readonly RawRow[]>;
  /** Merged ranges of a sheet; costs a pass over it. None for CSV. */
  merges(sheet: number): Promise<readonly MergedRange[]>;
  /** Share of the file read so far, 0…1, for a progress bar. */
  progress(): number;
}

/** A cell to be written. Identifiers are passed as strings and land as text. */
export type OutCell =
  | string
  | number
  | null
  | {
      readonly v: string | number | null;
      readonly style?: CellStyle;
      /** Excel formula without `=`; `v` is then its cached value. */
      readonly formula?: string;
    };

export type CellStyle =
  | 'title'
  | 'header'
  | 'text'
  | 'integer'
  | 'rupiah'
  | 'percent'
  | 'date'
  | 'general'
  | 'total'
  | 'total-rupiah'
  | 'note'
  | 'scientific';

/** A sheet to be written; `rows` may be a generator over any number of rows. */
export interface OutSheet {
  readonly name: string;
  readonly rows: Iterable<readonly OutCell[]>;
  /** Column widths in characters. */
  readonly widths?: readonly number[];
  readonly merges?: readonly MergedRange[];
  /** Rows kept in view and repeated in print: 0-based inclusive from–to. */
  readonly headRows?: { readonly from: number; readonly to: number };
  readonly landscape?: boolean;
  readonly paper?: 'A4' | 'F4';
  readonly hidden?: boolean;
}
