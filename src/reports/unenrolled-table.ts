/** The annex "Daftar pekerja belum terdaftar", of any length. */
import { AppError } from '../domain/app-error.ts';
import { maskIdentifier } from '../domain/clean-identifier.ts';
import { formatInteger } from '../domain/format-id.ts';
import type { Column, Row, Table } from './document.ts';
import type { PacketInput, UnenrolledWorker } from './packet-input.ts';
import { sourceNote } from './packet-tables.ts';

const columns: readonly Column[] = [
  { key: 'no', title: 'No.', kind: 'integer', width: 16 },
  { key: 'name', title: 'Nama', kind: 'text', width: 55, grow: 2 },
  { key: 'nik', title: 'NIK', kind: 'text', width: 38, align: 'center' },
  { key: 'unit', title: 'Unit/Desa', kind: 'text', width: 55, grow: 2 },
  { key: 'position', title: 'Jabatan', kind: 'text', width: 45, grow: 1 },
  { key: 'status', title: 'Status', kind: 'text', width: 34 },
];

/**
 * The list as a table; rows are made while it is walked, so 100,000 of them cost no memory. NIKs are
 * masked (UU 27/2022): the list names people to their own office, it is not a registration file.
 * @throws AppError `input.invalid` on walking when there are not exactly `count` rows
 */
export function unenrolledTable(input: PacketInput): Table {
  const { count, rows } = input.unenrolled;
  return {
    kind: 'table',
    id: 'belum-terdaftar',
    sheet: 'Belum terdaftar',
    title: `Jumlah: ${formatInteger(count)} pekerja`,
    columns,
    rows: { [Symbol.iterator]: () => numberedRows(rows, count) },
    numberedColumns: false,
    notes: [sourceNote(input), 'NIK disamarkan untuk melindungi data pribadi.'],
  };
}

function* numberedRows(workers: Iterable<UnenrolledWorker>, count: number): Generator<Row> {
  let no = 0;
  for (const { name, nik, unit, position, status } of workers) {
    no += 1;
    yield { kind: 'body', cells: { no, name, nik: masked(nik), unit, position, status } };
  }
  if (no !== count) {
    throw new AppError('input.invalid', {
      at: { field: 'unenrolled.rows' },
      params: { expected: count, actual: no },
    });
  }
}

function masked(nik: string | null): string {
  return nik === null || nik === '' ? '(tidak ada)' : maskIdentifier(nik);
}
