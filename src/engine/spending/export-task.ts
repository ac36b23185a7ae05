/** The year's budget against its payments as a workbook: sums are live formulas, so that an office can go on from it. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SpendingLine } from '../../contract/spending-routes.ts';
import { fundSourceLabel, rosterLabels } from '../../contract/words/labels.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Month } from '../../domain/brand.ts';
import { formatMonth } from '../../domain/month.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { readProfile } from '../../store/profile.ts';
import { type PaymentRow, paymentsOfYear } from '../../store/spending/payments.ts';
import type { OutCell, OutSheet } from '../../tabular/types.ts';
import { writeXlsx } from '../../tabular/write-xlsx.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { type Overview, spendingOverview } from './overview.ts';

export interface SpendingExportInput {
  readonly dir: string;
  readonly year: number;
}
export interface SpendingExportOutput {
  readonly path: string;
  readonly bytes: number;
}

/** Throws `spending.nothing` where a year has neither a budget nor payments, and what writing a file throws. */
export const spendingExportTask: Task<SpendingExportInput, SpendingExportOutput> = async (
  { dir, year },
  task,
) => {
  using store = openStoreReader(needAccess(task));
  const overview = spendingOverview(store, year);
  const payments = paymentsOfYear(store, year);
  if (overview.versions.length === 0 && payments.length === 0) {
    throw new AppError('spending.nothing', { params: { year } });
  }
  const path = freePath(dir, `realisasi-${year}`);
  task.progress('write', 0, null);
  const { name } = readProfile(store);
  await writeXlsx(path, [linesSheet(overview, name), paymentsSheet(payments)]);
  return { path, bytes: statSync(path).size };
};

function freePath(dir: string, name: string): string {
  for (let n = 1; ; n += 1) {
    const path = join(dir, `${name}${n === 1 ? '' : ` (${n})`}.xlsx`);
    if (!existsSync(path)) return path;
  }
}

const money = (v: number): OutCell => ({ v, style: 'rupiah' });
const heads = (names: readonly string[]): OutCell[] => names.map((v) => ({ v, style: 'header' }));

/** `SUM` over a column of the rows written, 1-based sheet rows; its cached value is the sum itself. */
function total(column: string, from: number, to: number, v: number): OutCell {
  return to < from
    ? { v: 0, style: 'total-rupiah' }
    : { v, style: 'total-rupiah', formula: `SUM(${column}${from}:${column}${to})` };
}

function linesSheet(overview: Overview, regency: string): OutSheet {
  const all = [...overview.lines, ...overview.outside];
  const first = 4;
  const last = first + all.length - 1;
  const line = (one: SpendingLine, index: number): OutCell[] => {
    const row = first + index;
    return [
      one.accountCode,
      one.accountName || (one.allocated === 0 ? 'Di luar anggaran yang dicatat' : ''),
      fundSourceLabel(one.fundSource),
      one.unitName ?? 'Terpusat',
      money(one.allocated),
      money(one.paid),
      { v: one.remaining, style: 'rupiah', formula: `E${row}-F${row}` },
      money(one.projected),
      {
        v: one.shortfall,
        style: 'rupiah',
        formula: `MAX(0,H${row}-E${row})`,
      },
    ];
  };
  const sum = (pick: (one: SpendingLine) => number) => all.reduce((n, one) => n + pick(one), 0);
  return {
    name: 'Anggaran dan realisasi',
    widths: [22, 44, 20, 28, 18, 18, 18, 18, 18],
    headRows: { from: 2, to: 2 },
    landscape: true,
    rows: [
      [{ v: `Anggaran dan realisasi iuran Jamsostek ${overview.year}`, style: 'title' }],
      [{ v: regency, style: 'note' }],
      heads([
        'Kode rekening',
        'Uraian',
        'Sumber dana',
        'Unit',
        'Anggaran',
        'Realisasi',
        'Sisa',
        'Proyeksi s.d. Desember',
        'Kurang anggaran',
      ]),
      ...all.map(line),
      [
        { v: 'Jumlah', style: 'total' },
        '',
        '',
        '',
        total(
          'E',
          first,
          last,
          sum((one) => one.allocated),
        ),
        total(
          'F',
          first,
          last,
          sum((one) => one.paid),
        ),
        total(
          'G',
          first,
          last,
          sum((one) => one.remaining),
        ),
        total(
          'H',
          first,
          last,
          sum((one) => one.projected),
        ),
        total(
          'I',
          first,
          last,
          sum((one) => one.shortfall),
        ),
      ],
    ],
  };
}

function paymentsSheet(payments: readonly PaymentRow[]): OutSheet {
  const last = payments.length + 1;
  return {
    name: 'Pembayaran',
    widths: [16, 18, 18, 20, 28, 22, 10, 18, 14, 36],
    headRows: { from: 0, to: 0 },
    landscape: true,
    rows: [
      heads([
        'Bulan iuran',
        'Kode iuran',
        'Daftar',
        'Sumber dana',
        'Unit',
        'Kode rekening',
        'Orang',
        'Jumlah',
        'Tanggal bayar',
        'Keterangan',
      ]),
      ...payments.map((one): OutCell[] => [
        // The store's column is CHECKed to this shape.
        formatMonth(one.period as Month),
        one.billingCode ?? '',
        rosterLabels[one.roster],
        fundSourceLabel(one.fundSource),
        one.unitName ?? 'Terpusat',
        one.accountCode ?? '',
        { v: one.persons, style: 'integer' },
        money(one.amount),
        { v: one.paidOn, style: 'date' },
        one.note,
      ]),
      [
        { v: 'Jumlah', style: 'total' },
        '',
        '',
        '',
        '',
        '',
        '',
        total(
          'H',
          2,
          last,
          payments.reduce((n, { amount }) => n + amount, 0),
        ),
      ],
    ],
  };
}
