/** Tables 1–5 of the Monev packet. */

import { formatDate } from '../domain/civil-date.ts';
import { programmes as allProgrammes, type Programme } from '../domain/segments.ts';
import type { Cells, Column, Table } from './document.ts';
import type { BudgetLine, CoverageFigures, PacketInput } from './packet-input.ts';
import { type RowGroup, withTotals } from './table.ts';

const programmeTitles: Readonly<Record<Programme, string>> = {
  jkk: 'JKK',
  jkm: 'JKM',
  jht: 'JHT',
  jp: 'JP',
  jkp: 'JKP',
  jkn: 'JKN',
};

/** Coverage by segment (Tabel 1). */
export function segmentTable(input: PacketInput): Table {
  const rows = input.coverage.segments.map((row, i) => coverageCells(i, row.label, row));
  return coverageTable(input, {
    id: 'segmen',
    number: 'Tabel 1',
    title: 'Cakupan Kepesertaan menurut Segmen',
    nameTitle: 'Segmen',
    groups: [{ rows }],
  });
}

/** Coverage of non-ASN workers by OPD (Tabel 2). */
export function opdTable(input: PacketInput): Table {
  const rows = input.coverage.byOpd.map((row, i) => coverageCells(i, row.name, row));
  return coverageTable(input, {
    id: 'opd',
    number: 'Tabel 2',
    title: 'Cakupan Kepesertaan Pegawai Non-ASN menurut Perangkat Daerah',
    nameTitle: 'Perangkat Daerah',
    groups: [{ rows }],
  });
}

/** Coverage of village and informal workers by kecamatan (Tabel 3). */
export function districtTable(input: PacketInput): Table {
  const rows = input.coverage.byDistrict.map((row, i) => coverageCells(i, row.name, row));
  return coverageTable(input, {
    id: 'kecamatan',
    number: 'Tabel 3',
    title: 'Cakupan Kepesertaan Aparatur Desa dan Pekerja Rentan menurut Kecamatan',
    nameTitle: 'Kecamatan',
    groups: [{ rows }],
  });
}

/**
 * The same by desa under each kecamatan (Tabel 4); a kecamatan that is not broken down keeps one row,
 * so that the total stays that of Tabel 3.
 */
export function villageTable(input: PacketInput): Table {
  const groups = input.coverage.byDistrict.map((district): RowGroup => {
    const villages = district.villages;
    const rows =
      villages.length === 0
        ? [coverageCells(0, '(tidak dirinci per desa)', district)]
        : villages.map((village, i) => coverageCells(i, village.name, village));
    return {
      label: `Kecamatan ${district.name}`,
      subtotalLabel: `Jumlah Kecamatan ${district.name}`,
      rows,
    };
  });
  return coverageTable(input, {
    id: 'desa',
    number: 'Tabel 4',
    title: 'Cakupan Kepesertaan Aparatur Desa dan Pekerja Rentan menurut Desa/Kelurahan',
    nameTitle: 'Desa/Kelurahan',
    groups,
  });
}

interface CoverageTableSpec {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly nameTitle: string;
  readonly groups: readonly RowGroup[];
}

function coverageTable(input: PacketInput, spec: CoverageTableSpec): Table {
  const columns = coverageColumns(spec.nameTitle, input.coverage.total.unresolved > 0);
  return {
    kind: 'table',
    id: spec.id,
    sheet: spec.number,
    number: spec.number,
    title: spec.title,
    columns,
    rows: withTotals(columns, spec.groups, 'Jumlah'),
    numberedColumns: true,
    notes: coverageNotes(input),
  };
}

function coverageColumns(nameTitle: string, withUnresolved: boolean): Column[] {
  const count = (key: string, title: string, more: Partial<Column> = {}): Column => ({
    key,
    title,
    kind: 'integer',
    width: 24,
    summed: true,
    ...more,
  });
  const group = 'Peserta Terdaftar';
  return [
    { key: 'no', title: 'No.', kind: 'integer', width: 12, align: 'center' },
    { key: 'name', title: nameTitle, kind: 'text', width: 60, grow: 1 },
    count('workers', 'Jumlah Pekerja'),
    count('registered', 'Terdaftar', {
      group,
      derive: { kind: 'sum', of: ['active', 'inactive'] },
    }),
    count('active', 'Aktif', { group }),
    count('inactive', 'Tidak Aktif', { group }),
    count('unenrolled', 'Belum Terdaftar'),
    ...(withUnresolved ? [count('unresolved', 'Perlu Diperiksa')] : []),
    {
      key: 'coverage',
      title: 'Cakupan Aktif (%)',
      kind: 'percent',
      width: 24,
      derive: { kind: 'ratio', of: 'active', per: 'workers' },
    },
  ];
}

function coverageCells(index: number, name: string, figures: CoverageFigures): Cells {
  const { workers, active, inactive, unenrolled, unresolved } = figures;
  return { no: index + 1, name, workers, active, inactive, unenrolled, unresolved };
}

function coverageNotes(input: PacketInput): string[] {
  const { definition } = input.coverage;
  return [
    sourceNote(input),
    `Cakupan aktif = peserta aktif : jumlah pekerja × 100%. Pembilang: ${definition.numerator}. Penyebut: ${definition.denominator}.`,
  ];
}

/** "Data posisi …; sumber: …", as stands under each table. */
export function sourceNote(input: PacketInput): string {
  const sources = input.sources.map((source) => `${source.label} (${formatDate(source.asOf)})`);
  const tail = sources.length === 0 ? '' : ` Sumber: ${sources.join('; ')}.`;
  return `Data posisi: ${formatDate(input.positionDate)}.${tail}`;
}

/** Premium need by account code under each fund source (Tabel 5). Persons are not added up: a person
 * stands on one line for each programme. */
export function budgetTable(input: PacketInput): Table {
  const programmes = programmesIn(input.budget.lines);
  const columns = budgetColumns(programmes);
  const groups = [...groupByFund(input.budget.lines)].map(
    ([label, lines]): RowGroup => ({
      label: `Sumber dana: ${label}`,
      subtotalLabel: `Jumlah ${label}`,
      rows: lines.map((line, i) => budgetCells(i, line)),
    }),
  );
  return {
    kind: 'table',
    id: 'anggaran',
    sheet: 'Tabel 5',
    number: 'Tabel 5',
    title: `Kebutuhan Anggaran Iuran Tahun Anggaran ${input.fiscalYear} menurut Sumber Dana dan Kode Rekening`,
    columns,
    rows: withTotals(columns, groups, 'Jumlah kebutuhan anggaran'),
    numberedColumns: true,
    notes: [
      sourceNote(input),
      'Orang tidak dijumlahkan karena seorang pekerja tercatat pada setiap program yang diikutinya.',
    ],
  };
}

function programmesIn(lines: readonly BudgetLine[]): Programme[] {
  const used = new Set<Programme>(['jkk', 'jkm', ...lines.map((line) => line.programme)]);
  return allProgrammes.filter((programme) => used.has(programme));
}

function groupByFund(lines: readonly BudgetLine[]): Map<string, BudgetLine[]> {
  return Map.groupBy(lines, (line) => line.fundSourceLabel);
}

function budgetColumns(programmes: readonly Programme[]): Column[] {
  return [
    { key: 'no', title: 'No.', kind: 'integer', width: 10, align: 'center' },
    { key: 'account', title: 'Kode Rekening', kind: 'text', width: 38 },
    { key: 'name', title: 'Uraian', kind: 'text', width: 50, grow: 1 },
    { key: 'persons', title: 'Orang', kind: 'integer', width: 17 },
    { key: 'personMonths', title: 'Orang-bulan', kind: 'integer', width: 20 },
    ...programmes.map(
      (programme): Column => ({
        key: programme,
        title: programmeTitles[programme],
        kind: 'rupiah',
        width: 31,
        group: 'Iuran (Rp)',
        summed: true,
      }),
    ),
    {
      key: 'amount',
      title: 'Jumlah (Rp)',
      kind: 'rupiah',
      width: 34,
      summed: true,
      derive: { kind: 'sum', of: programmes },
    },
  ];
}

function budgetCells(index: number, line: BudgetLine): Cells {
  return {
    no: index + 1,
    account: line.accountCode,
    name: line.accountName,
    persons: line.persons,
    personMonths: line.personMonths,
    [line.programme]: line.amount,
  };
}
