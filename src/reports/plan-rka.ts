/** A scenario as RKA lines (the print of SIPD-RI): account, description, coefficient, unit, price, amount. */
import type { CivilDate, Rupiah } from '../domain/brand.ts';
import { formatDate } from '../domain/civil-date.ts';
import { formatInteger } from '../domain/format-id.ts';
import type { Block, Column, Document, Table } from './document.ts';
import { type RowGroup, withTotals } from './table.ts';

/** One printed line: `factors` multiplied by `price` are its amount. */
export interface RkaLine {
  readonly text: string;
  /** Persons and months; null for a line that is one package. */
  readonly factors: { readonly persons: number; readonly months: number } | null;
  readonly price: Rupiah;
}

/** Lines of one account, fund source and, in an RKA by unit, unit. */
export interface RkaGroup {
  readonly unit: string | null;
  readonly accountCode: string;
  readonly accountName: string;
  readonly fundLabel: string;
  readonly lines: readonly RkaLine[];
}

export interface RkaInput {
  readonly regencyName: string;
  readonly officeName: string;
  readonly year: number;
  readonly scenario: string;
  readonly printedOn: CivilDate;
  readonly groups: readonly RkaGroup[];
  /** What the figures rest on, as sentences; unverified tariffs and accounts among them. */
  readonly assumptions: readonly string[];
}

/** On paper the coefficient is text; in a sheet its factors are cells, so that the amount is a live formula. */
export type RkaMedium = 'paper' | 'sheet';

function columnsFor(medium: RkaMedium): Column[] {
  const factors: Column[] = [
    { key: 'persons', title: 'Orang', kind: 'integer', width: 16 },
    { key: 'months', title: 'Bulan', kind: 'integer', width: 14 },
  ];
  return [
    { key: 'account', title: 'Kode Rekening', kind: 'text', width: 34 },
    { key: 'text', title: 'Uraian', kind: 'text', width: 60, grow: 1 },
    { key: 'coefficient', title: 'Koefisien', kind: 'text', width: 44 },
    ...(medium === 'sheet' ? factors : []),
    { key: 'unit', title: 'Satuan', kind: 'text', width: 26 },
    { key: 'price', title: 'Harga (Rp)', kind: 'rupiah', width: 24 },
    { key: 'tax', title: 'PPN', kind: 'integer', width: 12 },
    {
      key: 'amount',
      title: 'Jumlah (Rp)',
      kind: 'rupiah',
      width: 34,
      summed: true,
      derive: { kind: 'product', of: ['persons', 'months', 'price'] },
    },
  ];
}

function rkaTable(input: RkaInput, medium: RkaMedium): Table {
  // The factors stand in every row, shown or not: the amount is made of them.
  const columns = columnsFor(medium);
  const all = columnsFor('sheet');
  const groups = input.groups.map((group): RowGroup => {
    const unit = group.unit === null ? '' : `${group.unit} · `;
    return {
      label: `${unit}${group.accountCode === '' ? '' : `${group.accountCode} `}${group.accountName} · Sumber dana: ${group.fundLabel}`,
      subtotalLabel: `Jumlah ${unit}${group.accountCode === '' ? group.accountName : group.accountCode} (${group.fundLabel})`,
      rows: group.lines.map((line) => ({
        account: group.accountCode,
        text: line.text,
        coefficient: coefficientOf(line),
        persons: line.factors?.persons ?? 1,
        months: line.factors?.months ?? 1,
        unit: line.factors === null ? 'Paket' : 'Orang / Bulan',
        price: line.price,
        tax: 0,
        ...(medium === 'paper' ? { amount: amountOf(line) } : {}),
      })),
    };
  });
  return {
    kind: 'table',
    id: 'rka',
    sheet: 'RKA',
    title: `Rincian Belanja Iuran Jaminan Sosial Ketenagakerjaan Tahun Anggaran ${input.year}`,
    columns: medium === 'paper' ? columns.map(withoutFormula) : columns,
    rows: withTotals(
      medium === 'paper' ? columns.map(withoutFormula) : all,
      groups,
      'Jumlah seluruhnya',
    ),
    numberedColumns: true,
    notes: [`Skenario: ${input.scenario}. Dicetak ${formatDate(input.printedOn)}.`],
  };
}

/** Paper has no factor columns to multiply: the amount is given, and still added up from the rows. */
function withoutFormula(column: Column): Column {
  const { derive: _, ...rest } = column;
  return rest;
}

/** Persons × months × price: whole rupiah. */
export function amountOf({ factors, price }: RkaLine): number {
  return factors === null ? price : factors.persons * factors.months * price;
}

/** `5.387 Orang x 12 Bulan`, as SIPD writes it. */
export function coefficientOf({ factors }: RkaLine): string {
  return factors === null
    ? '1 Paket'
    : `${formatInteger(factors.persons)} Orang x ${formatInteger(factors.months)} Bulan`;
}

/** The RKA as a document: heading, table, what it rests on. Amounts are whole rupiah; the total is the sum of the lines. */
export function buildRka(input: RkaInput, medium: RkaMedium): Document {
  const basis: Block[] =
    input.assumptions.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: 'Dasar perhitungan' },
          { kind: 'list', marker: '1.', items: input.assumptions },
        ];
  return {
    title: `RKA Iuran Jaminan Sosial Ketenagakerjaan ${input.year}`,
    author: input.officeName,
    subject: `${input.regencyName}, skenario ${input.scenario}`,
    footer: `RKA iuran jaminan sosial ketenagakerjaan ${input.year} · ${input.scenario}`,
    sections: [
      {
        id: 'rka',
        orientation: 'landscape',
        blocks: [
          {
            kind: 'heading',
            level: 1,
            text: 'Rencana Kerja dan Anggaran: Rincian Belanja',
            subtitle: [
              input.regencyName,
              ...(input.officeName === '' ? [] : [input.officeName]),
              `Tahun Anggaran ${input.year} · Skenario: ${input.scenario}`,
            ],
          },
          rkaTable(input, medium),
          ...basis,
        ],
      },
    ],
  };
}
