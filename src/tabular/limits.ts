/** What a single file may cost us before it is refused; a hostile file must not eat the machine. */
export interface ReadLimits {
  /** Size of the file itself. */
  readonly fileBytes: number;
  /** Size of a file that must be held whole (.xls, .ods, HTML tables). */
  readonly wholeFileBytes: number;
  /** Unpacked bytes of one worksheet. */
  readonly sheetBytes: number;
  /** Unpacked bytes of any other part, shared strings included. */
  readonly partBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells of one sheet, gaps between filled cells included. */
  readonly cells: number;
  /** Characters of one cell; also bounds what one row may hold. */
  readonly cellChars: number;
}

const MIB = 1024 * 1024;

/** Excel's own bounds where it has them; ten times a large regency's list elsewhere. */
export const defaultLimits: ReadLimits = {
  fileBytes: 2048 * MIB,
  wholeFileBytes: 64 * MIB,
  sheetBytes: 4096 * MIB,
  partBytes: 512 * MIB,
  rows: 5_000_000,
  columns: 16_384,
  cells: 150_000_000,
  cellChars: MIB,
};

/** Rows of one .xlsx sheet, by the format's definition. */
export const XLSX_MAX_ROWS = 1_048_576;
