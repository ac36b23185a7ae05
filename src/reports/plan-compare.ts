/** Scenarios side by side as tables: a summary, and one table for each way of adding the need up. */
import type { CivilDate } from '../domain/brand.ts';
import { formatDate } from '../domain/civil-date.ts';
import type { Cells, Column, Document, Row, Table } from './document.ts';
import { withTotals } from './table.ts';

/** One figure of every scenario; `kind` decides its format. */
export interface CompareRow {
  readonly label: string;
  readonly kind: 'integer' | 'rupiah' | 'percent';
  readonly values: readonly (number | null)[];
}

/** Parts that add up to a scenario's need. */
export interface CompareParts {
  readonly sheet: string;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly amounts: readonly number[] }[];
}

export interface CompareInput {
  readonly regencyName: string;
  readonly officeName: string;
  readonly year: number;
  readonly scenarios: readonly string[];
  readonly printedOn: CivilDate;
  readonly summary: readonly CompareRow[];
  readonly parts: readonly CompareParts[];
  readonly notes: readonly string[];
}

const key = (at: number) => `s${at}`;

function valueColumns(input: CompareInput, kind: Column['kind'], summed: boolean): Column[] {
  return input.scenarios.map((title, at) => ({ key: key(at), title, kind, width: 38, summed }));
}

function summaryTable(input: CompareInput, kind: CompareRow['kind'], sheet: string): Table {
  const rows = input.summary.filter((row) => row.kind === kind);
  return {
    kind: 'table',
    id: `ringkasan-${kind}`,
    sheet,
    title: sheet,
    columns: [
      { key: 'label', title: 'Uraian', kind: 'text', width: 70, grow: 1 },
      ...valueColumns(input, kind, false),
    ],
    rows: rows.map(
      (row): Row => ({
        kind: 'body',
        cells: Object.fromEntries<Cells[string]>([
          ['label', row.label],
          ...row.values.map((value, at): [string, number | null] => [key(at), value]),
        ]),
      }),
    ),
    numberedColumns: false,
    notes: notesOf(input),
  };
}

function partsTable(input: CompareInput, parts: CompareParts): Table {
  const columns: Column[] = [
    { key: 'no', title: 'No.', kind: 'integer', width: 10, align: 'center' },
    { key: 'label', title: 'Uraian', kind: 'text', width: 60, grow: 1 },
    ...valueColumns(input, 'rupiah', true),
  ];
  const rows = parts.rows.map(
    (row, at): Cells =>
      Object.fromEntries<Cells[string]>([
        ['no', at + 1],
        ['label', row.label],
        ...row.amounts.map((amount, place): [string, number] => [key(place), amount]),
      ]),
  );
  return {
    kind: 'table',
    id: parts.sheet,
    sheet: parts.sheet,
    title: parts.title,
    columns,
    rows: withTotals(columns, [{ rows }], 'Jumlah'),
    numberedColumns: false,
    notes: notesOf(input),
  };
}

function notesOf(input: CompareInput): string[] {
  return [`Dicetak ${formatDate(input.printedOn)}.`, ...input.notes];
}

/** Sheets: persons, rupiah, coverage, then every grouping with live sums. */
export function buildCompare(input: CompareInput): Document {
  return {
    title: `Perbandingan skenario anggaran ${input.year}`,
    author: input.officeName,
    subject: input.regencyName,
    footer: `Perbandingan skenario ${input.year}`,
    sections: [
      {
        id: 'perbandingan',
        orientation: 'landscape',
        blocks: [
          summaryTable(input, 'rupiah', 'Rupiah'),
          summaryTable(input, 'integer', 'Orang'),
          summaryTable(input, 'percent', 'Cakupan (persen)'),
          ...input.parts.map((parts) => partsTable(input, parts)),
        ],
      },
    ],
  };
}
