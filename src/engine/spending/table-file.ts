/** A table of payments or budget lines: where its head is, what each column means, which rows are no rows. */
import { AppError } from '../../domain/app-error.ts';
import type { CivilDate } from '../../domain/brand.ts';
import { type DateColumnDecision, decideDateColumn } from '../../domain/date-column.ts';
import { type DecimalMark, decideDecimalMark } from '../../domain/money-text.ts';
import { openTable } from '../../tabular/open-table.ts';
import { cellKind, type RawRow } from '../../tabular/types.ts';
import { isNumberRow } from '../import/find-header.ts';
import { cleanCell, headerKey } from '../import/header-text.ts';

export const spendingFields = [
  'billingCode',
  'period',
  'persons',
  'amount',
  'paidOn',
  'fundSource',
  'accountCode',
  'accountName',
  'unit',
  'district',
  'roster',
  'note',
] as const;
export type SpendingField = (typeof spendingFields)[number];

const synonyms: Readonly<Record<SpendingField, readonly string[]>> = {
  billingCode: ['Kode Iuran', 'Kode Billing', 'Kode Penetapan Iuran', 'Kode Bayar', 'No Billing'],
  period: [
    'BLTH',
    'Periode',
    'Periode Iuran',
    'Bulan Iuran',
    'Bulan',
    'Bulan Tahun',
    'Untuk Bulan',
  ],
  persons: [
    'Jumlah Peserta',
    'Jumlah TK',
    'Jml TK',
    'Jumlah Tenaga Kerja',
    'Jumlah Orang',
    'Peserta',
    'Orang',
    'TK',
  ],
  amount: [
    'Jumlah Iuran',
    'Nominal',
    'Nilai',
    'Jumlah Bayar',
    'Jumlah Pembayaran',
    'Total Iuran',
    'Iuran',
    'Pagu',
    'Pagu Anggaran',
    'Anggaran',
    'Jumlah (Rp)',
    'Jumlah',
    'Realisasi',
  ],
  paidOn: [
    'Tanggal Bayar',
    'Tgl Bayar',
    'Tanggal Pembayaran',
    'Tgl Pembayaran',
    'Tanggal',
    'Tgl Setor',
  ],
  fundSource: ['Sumber Dana', 'Sumber Anggaran', 'Dana'],
  accountCode: ['Kode Rekening', 'Rekening', 'Kode Rek', 'No Rekening', 'Kode Akun'],
  accountName: ['Uraian Rekening', 'Nama Rekening', 'Uraian Belanja', 'Uraian'],
  unit: ['OPD', 'SKPD', 'Unit', 'Unit Kerja', 'Nama OPD', 'Perangkat Daerah', 'Desa', 'Nama Desa'],
  district: ['Kecamatan', 'Kec'],
  roster: ['Daftar', 'Kelompok', 'Segmen', 'Kelompok Pekerja'],
  note: ['Keterangan', 'Ket', 'Catatan'],
};

const fieldByHeader: ReadonlyMap<string, SpendingField> = new Map(
  spendingFields.flatMap((field) =>
    synonyms[field].map((text) => [headerKey(text), field] as const),
  ),
);

export interface SpendingRow {
  readonly row: number;
  readonly cell: (field: SpendingField) => string;
  /** The cell is a number or a date in the file, not text. */
  readonly numeric: (field: SpendingField) => boolean;
  /** The cell is a number that stands for a day. */
  readonly serial: (field: SpendingField) => boolean;
}

export interface SpendingTable {
  readonly columns: readonly { readonly field: SpendingField; readonly header: string }[];
  readonly rows: readonly SpendingRow[];
  readonly setAside: readonly { row: number; reason: string; text: string }[];
  readonly decimal: DecimalMark | null;
  readonly dates: DateColumnDecision;
}

export interface ReadTableInput {
  readonly path: string;
  readonly fileName: string;
  /** Fields without which the file is not one of this kind. */
  readonly needed: readonly SpendingField[];
  readonly mostRows: number;
  readonly asOf: CivilDate;
}

const headRows = 60;

/**
 * Reads the first visible sheet that has a head. Throws `import.no-header`, `import.missing-columns`,
 * `spending.too-many-rows`, and whatever reading a table file throws.
 */
export async function readSpendingTable(
  input: ReadTableInput,
  signal: AbortSignal,
): Promise<SpendingTable> {
  const source = await openTable(input.path, { signal });
  let filled: string | null = null;
  for (const sheet of source.sheets.filter(({ hidden }) => !hidden)) {
    const rows: RawRow[] = [];
    for await (const batch of source.rows(sheet.index, signal)) {
      rows.push(...batch.filter(({ hidden }) => hidden !== true));
      if (rows.length > input.mostRows + headRows) {
        throw new AppError('spending.too-many-rows', {
          at: { file: input.fileName },
          params: { most: input.mostRows },
        });
      }
    }
    if (rows.some(({ cells }) => cells.some((cell) => cell !== ''))) filled ??= sheet.name;
    const found = findHead(rows);
    if (found !== null) return tableFrom(input, rows, found, source.facts.date1904);
  }
  const at = { file: input.fileName };
  throw filled === null
    ? new AppError('file.empty', { at })
    : new AppError('import.no-header', { at: { ...at, sheet: filled } });
}

interface Head {
  /** Position in the list of rows. */
  readonly at: number;
  readonly columns: ReadonlyMap<SpendingField, number>;
}

function findHead(rows: readonly RawRow[]): Head | null {
  let best: Head | null = null;
  for (const [at, { cells }] of rows.slice(0, headRows).entries()) {
    const columns = new Map<SpendingField, number>();
    for (const [index, cell] of cells.entries()) {
      const field = fieldByHeader.get(headerKey(cell));
      if (field !== undefined && !columns.has(field)) columns.set(field, index);
    }
    const enough = columns.has('amount') && columns.size >= 2;
    if (enough && columns.size > (best?.columns.size ?? 0)) best = { at, columns };
  }
  return best;
}

function tableFrom(
  { fileName, needed, asOf }: ReadTableInput,
  rows: readonly RawRow[],
  { at, columns }: Head,
  date1904: boolean,
): SpendingTable {
  const missing = needed.filter((field) => !columns.has(field));
  if (missing.length > 0) {
    throw new AppError('import.missing-columns', {
      at: { file: fileName },
      params: { columns: missing.map((field) => synonyms[field][0] ?? field) },
    });
  }
  const head = rows[at]?.cells ?? [];
  const setAside: { row: number; reason: string; text: string }[] = [];
  const kept: SpendingRow[] = [];
  for (const raw of rows.slice(at + 1)) {
    const reason = asideReason(raw, columns);
    if (reason === 'blank') continue;
    if (reason === null) kept.push(asRow(raw, columns));
    else setAside.push({ row: raw.row, reason, text: shortText(raw) });
  }
  const texts = (field: SpendingField) =>
    kept.flatMap((row) => (row.numeric(field) ? [] : [row.cell(field)]));
  return {
    columns: [...columns].map(([field, index]) => ({
      field,
      header: cleanCell(head[index] ?? ''),
    })),
    rows: kept,
    setAside,
    decimal: decideDecimalMark(texts('amount')).decimal,
    dates: decideDateColumn(
      kept.map((row) => ({ text: row.cell('paidOn'), serial: row.serial('paidOn') })),
      { purpose: 'event', asOf, date1904 },
    ),
  };
}

/** Totals, signatures and the number row under the head; `blank` for a row with nothing in it. */
function asideReason(
  raw: RawRow,
  columns: ReadonlyMap<SpendingField, number>,
): 'blank' | 'total' | 'number-row' | 'no-amount' | null {
  const texts = raw.cells.map(cleanCell);
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return 'blank';
  if (isNumberRow(raw.cells)) return 'number-row';
  if (filled.some((text) => /^(?:sub\s*)?(?:jumlah|total)\b/i.test(text))) return 'total';
  return (texts[columns.get('amount') ?? -1] ?? '') === '' ? 'no-amount' : null;
}

function asRow(raw: RawRow, columns: ReadonlyMap<SpendingField, number>): SpendingRow {
  const kindOf = (field: SpendingField) => raw.kinds?.[columns.get(field) ?? -1] ?? cellKind.text;
  return {
    row: raw.row,
    cell: (field) => cleanCell(raw.cells[columns.get(field) ?? -1] ?? ''),
    numeric: (field) => kindOf(field) === cellKind.number || kindOf(field) === cellKind.date,
    serial: (field) => kindOf(field) === cellKind.number || kindOf(field) === cellKind.date,
  };
}

function shortText(raw: RawRow): string {
  return raw.cells
    .map(cleanCell)
    .filter((text) => text !== '')
    .join(' · ')
    .slice(0, 120);
}
