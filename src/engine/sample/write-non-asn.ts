import type { CivilDate } from '../../domain/brand.ts';
import { addDays } from '../../domain/civil-date.ts';
import type { OutCell, OutSheet } from '../../tabular/types.ts';
import { safeSheetNames, writeXlsx } from '../../tabular/write-xlsx.ts';
import { dateCell, nikCell, rosterName } from './messy-values.ts';
import { randomAt } from './random.ts';
import {
  type RosterLine,
  regencyWords,
  type SampleContext,
  unitLines,
  wageCell,
} from './roster-context.ts';
import type { SampleUnit } from './sample-plan.ts';
import { type HeadColumn, signature, tableHead } from './sheet-furniture.ts';

const columns: readonly HeadColumn[] = [
  'No',
  'Nama Lengkap',
  'NIK',
  { group: 'Kelahiran', columns: ['Tempat Lahir', 'Tanggal Lahir'] },
  'L/P',
  'Jabatan',
  'Jenis Tenaga',
  'Unit Kerja',
  { group: 'SK Pengangkatan', columns: ['Nomor SK', 'TMT'] },
  'Honor per Bulan (Rp)',
  'No. KPJ',
  'Keterangan',
];
const widths = [5, 34, 20, 16, 14, 5, 28, 18, 30, 20, 13, 18, 15, 14];

interface SheetHabits {
  readonly capitals: boolean;
  readonly wageAsText: boolean;
  readonly dates: 'serial' | 'text';
}

/** Each office has its own way; it keeps to it mostly. */
function habitsOf(context: SampleContext, at: number): SheetHabits {
  const random = randomAt(context.plan.seed, 41, at);
  return {
    capitals: random.chance(0.4),
    wageAsText: random.chance(0.15),
    dates: random.chance(0.7) ? 'serial' : 'text',
  };
}

const fill = (place: string, line: RosterLine) =>
  place
    .replace('{desa}', line.person.village.name)
    .replace('{kecamatan}', line.person.village.kecamatan);

function lineCells(
  { plan }: SampleContext,
  unit: SampleUnit,
  habits: SheetHabits,
  line: RosterLine,
  number: number,
): OutCell[] {
  const { person, random, damage } = line;
  const member = person.memberships[0];
  const knowsCard = member?.channel === 'pu' && random.chance(0.55);
  const start = addDays(plan.asOf as CivilDate, -random.between(200, 4000)); // checked when asked for
  const decree = `800/${random.between(100, 999)}/${start.slice(0, 4)}`;
  return [
    { v: number, style: 'integer' },
    { v: rosterName(plan, person, random, { damage, ...habits }), style: 'text' },
    nikCell(person.nik, damage),
    { v: person.birthPlace, style: 'text' },
    dateCell(person.birthDate, random, habits.dates),
    { v: person.sex, style: 'text' },
    { v: person.position, style: 'text' },
    { v: person.kind, style: 'text' },
    { v: fill(random.pick(unit.places), line), style: 'text' },
    { v: decree, style: 'text' },
    dateCell(start, random, habits.dates),
    wageCell(person.wage, habits.wageAsText),
    { v: knowsCard ? (member?.kpj ?? '') : '', style: 'text' },
    { v: line.repeated ? 'susulan' : '', style: 'text' },
  ];
}

function officeSheet(
  context: SampleContext,
  unit: SampleUnit,
  at: number,
  sheet: string,
): OutSheet {
  const { plan, truth } = context;
  const { kop, placeAndDate } = regencyWords(plan);
  const habits = habitsOf(context, at);
  const head = tableHead(
    [kop, unit.full, 'DAFTAR TENAGA NON ASN', `TAHUN ANGGARAN ${plan.year}`, ''],
    columns,
    (column) => String(column + 1),
  );
  function* rows(): Generator<readonly OutCell[]> {
    yield* head.rows;
    let row = head.rows.length;
    let total = 0;
    for (const line of unitLines(context, 'non-asn', unit)) {
      row += 1;
      total += line.person.wage;
      const place = { roster: 'non-asn', file: 'non-asn.xlsx', sheet, row } as const;
      truth.rosterRow({ ...place, ...line, unit: unit.name, kecamatan: null, code: null });
      yield lineCells(context, unit, habits, line, row - head.rows.length);
    }
    const blanks = Array.from({ length: 9 }, (): OutCell => ({ v: null, style: 'total' }));
    yield [
      { v: null, style: 'total' },
      { v: 'JUMLAH', style: 'total' },
      ...blanks,
      { v: total, style: 'total-rupiah' },
    ];
    yield* signature(head.width, [
      placeAndDate,
      `${unit.head},`,
      '',
      '',
      '',
      '(..............................)',
      'NIP. ',
    ]);
  }
  return {
    name: sheet,
    rows: rows(),
    widths,
    merges: head.merges,
    headRows: { from: 5, to: 7 },
    landscape: true,
    paper: 'F4',
  };
}

/** Writes `non-asn.xlsx`: one sheet per office, as the offices send them in. */
export async function writeNonAsn(context: SampleContext, path: string): Promise<void> {
  const units = context.plan.units['non-asn'].filter((unit) => unit.size > 0);
  const names = safeSheetNames(units.map((unit) => unit.name));
  await writeXlsx(
    path,
    units.map((unit, at) => officeSheet(context, unit, at, names[at] ?? unit.name)),
  );
}
