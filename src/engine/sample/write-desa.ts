import type { OutCell, OutSheet } from '../../tabular/types.ts';
import { safeSheetNames, writeXlsx } from '../../tabular/write-xlsx.ts';
import { dateCell, nikCell, rosterName } from './messy-values.ts';
import {
  type RosterLine,
  regencyWords,
  rosterLine,
  type SampleContext,
  unitLines,
  wageCell,
} from './roster-context.ts';
import { secondRowsOfVillage } from './sample-person.ts';
import type { SampleUnit } from './sample-plan.ts';
import { type HeadColumn, signature, tableHead } from './sheet-furniture.ts';

const columns: readonly HeadColumn[] = [
  'No',
  'Desa',
  'Nama',
  'NIK',
  { group: 'Tempat dan Tanggal Lahir', columns: ['Tempat Lahir', 'Tgl Lahir'] },
  'Jenis Kelamin',
  'Jabatan',
  'Penghasilan Tetap / Honor',
  'No HP',
  'Ket',
];
const widths = [5, 22, 32, 20, 16, 14, 9, 28, 18, 16, 12];

interface VillageOfDistrict {
  readonly unit: SampleUnit;
  /** Its place among the plan's village units. */
  readonly at: number;
}

function* villageLines(
  context: SampleContext,
  { unit, at }: VillageOfDistrict,
): Generator<RosterLine> {
  yield* unitLines(context, 'desa', unit);
  for (const index of secondRowsOfVillage(context.plan, at))
    yield rosterLine(context, 'desa', index);
}

function lineCells(
  { plan }: SampleContext,
  { unit }: VillageOfDistrict,
  line: RosterLine,
  number: number,
): OutCell[] {
  const { person, random, damage } = line;
  const visitor = person.roster !== 'desa';
  const wage = visitor ? 300_000 : person.wage;
  return [
    { v: number, style: 'integer' },
    { v: random.chance(0.1) ? unit.name.toUpperCase() : unit.name, style: 'text' },
    {
      v: rosterName(plan, { ...person, titles: null }, random, {
        damage,
        capitals: random.chance(0.3),
      }),
      style: 'text',
    },
    nikCell(person.nik, damage),
    { v: person.birthPlace, style: 'text' },
    dateCell(person.birthDate, random, 'text'),
    { v: person.sex === 'L' ? 'L' : 'P', style: 'text' },
    { v: visitor ? 'Anggota BPD' : person.position, style: 'text' },
    wageCell(wage, false),
    { v: `08${random.between(11, 99)}${random.between(10_000_000, 99_999_999)}`, style: 'text' },
    { v: line.repeated ? 'ganda' : '', style: 'text' },
  ];
}

function districtSheet(
  context: SampleContext,
  villages: readonly VillageOfDistrict[],
  sheet: string,
): OutSheet {
  const { plan, truth } = context;
  const { kop, placeAndDate } = regencyWords(plan);
  const district = villages[0]?.unit.village?.kecamatan ?? '';
  const head = tableHead(
    [
      kop,
      `KECAMATAN ${district.toUpperCase()}`,
      'DAFTAR KEPALA DESA, PERANGKAT DESA, BPD, RT DAN RW',
      `TAHUN ${plan.year}`,
      '',
    ],
    columns,
    (column) => `(${column + 1})`,
  );
  function* rows(): Generator<readonly OutCell[]> {
    yield* head.rows;
    let row = head.rows.length;
    let number = 0;
    for (const village of villages) {
      const { name, village: area } = village.unit;
      for (const line of villageLines(context, village)) {
        row += 1;
        number += 1;
        const place = { roster: 'desa', file: 'perangkat-desa.xlsx', sheet, row } as const;
        truth.rosterRow({
          ...place,
          ...line,
          unit: name,
          kecamatan: district,
          code: area?.code ?? null,
        });
        yield lineCells(context, village, line, number);
      }
      row += 1;
      yield [];
    }
    yield [
      null,
      null,
      { v: `JUMLAH KECAMATAN ${district.toUpperCase()}`, style: 'total' },
      { v: `${number} orang`, style: 'total' },
    ];
    yield* signature(head.width, [
      placeAndDate,
      `Camat ${district},`,
      '',
      '',
      '',
      '(..............................)',
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

/** Writes `perangkat-desa.xlsx`: one sheet per district, its villages one after another, blank rows between. */
export async function writeDesa(context: SampleContext, path: string): Promise<void> {
  const districts = new Map<string, VillageOfDistrict[]>();
  for (const [at, unit] of context.plan.units.desa.entries()) {
    const district = unit.village?.kecamatan ?? '';
    const list = districts.get(district) ?? [];
    districts.set(district, list);
    list.push({ unit, at });
  }
  const names = safeSheetNames([...districts.keys()]);
  const sheets = [...districts.values()].map((villages, at) =>
    districtSheet(context, villages, names[at] ?? ''),
  );
  await writeXlsx(path, sheets);
}
