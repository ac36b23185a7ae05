import type { CivilDate } from '../../domain/brand.ts';
import { writeCsv } from '../../tabular/write-csv.ts';
import { damagedNik, dateText, rosterName } from './messy-values.ts';
import {
  type RosterLine,
  regencyWords,
  rosterLine,
  type SampleContext,
  unitLines,
} from './roster-context.ts';
import { composeNik } from './sample-identity.ts';
import type { SampleUnit } from './sample-plan.ts';

const columns = [
  'No',
  'Nama Lengkap',
  'NIK',
  'No KK',
  'Tempat/Tgl Lahir',
  'JK',
  'Alamat',
  'Desa/Kelurahan',
  'Kecamatan',
  'Jenis Pekerjaan',
  'Desil',
  'Sumber Dana',
  'Keterangan',
];

/** The informal people of a village, then its officials who were put on the list as well. */
function* villageLines(context: SampleContext, unit: SampleUnit): Generator<RosterLine> {
  yield* unitLines(context, 'rentan', unit);
  const { plan, people } = context;
  const own = plan.units.desa.find((desa) => desa.village?.code === unit.village?.code);
  if (own === undefined) return;
  for (let index = own.start; index < own.start + own.size; index += 1) {
    if (index % 37 === 5 && people.at(index).alsoIn === 'rentan') {
      yield rosterLine(context, 'rentan', index);
    }
  }
}

function lineFields(
  { plan }: SampleContext,
  unit: SampleUnit,
  line: RosterLine,
  number: number,
): string[] {
  const { person, random, damage } = line;
  const short = random.chance(0.02);
  const form = short
    ? 'short'
    : random.chance(0.06)
      ? 'long'
      : random.chance(0.1)
        ? 'slash'
        : 'dash';
  const card = { birthDate: '2012-07-19' as CivilDate, sequence: random.between(9000, 9999) }; // a constant day
  const area = (unit.village?.code ?? '').slice(0, 8).replaceAll('.', '');
  const job = person.roster === 'rentan' ? person.position : 'Petani';
  return [
    String(number),
    rosterName(plan, person, random, { damage, capitals: true }),
    damagedNik(person.nik, damage),
    composeNik(area, 'L', card),
    `${person.birthPlace}, ${dateText(person.birthDate, form)}`,
    random.chance(0.9) ? person.sex : person.sex === 'L' ? 'Laki-laki' : 'Perempuan',
    `RT ${String(random.between(1, 9)).padStart(2, '0')}/${String(random.between(1, 6)).padStart(2, '0')}`,
    unit.name,
    unit.village?.kecamatan ?? '',
    job,
    String(random.between(1, 4)),
    random.pick(plan.work.funds),
    line.repeated ? 'data ganda' : '',
  ];
}

/**
 * Writes `pekerja-rentan.csv` as Excel saves it here: semicolons, Windows-1252, letterhead lines above, a total and a
 * signature below.
 */
export async function writeRentan(context: SampleContext, path: string): Promise<void> {
  const { plan, truth } = context;
  const { kop, placeAndDate } = regencyWords(plan);
  const title = `DAFTAR USULAN PEKERJA RENTAN – TAHUN ${plan.year}`;
  const kopLines = [[kop], [title], ['Sumber: usulan desa/kelurahan “by name by address”'], []];
  function* rows(): Generator<readonly string[]> {
    yield* kopLines;
    yield columns;
    yield columns.map((_, at) => String(at + 1));
    const head = kopLines.length + 2;
    let row = head;
    for (const unit of plan.units.rentan) {
      for (const line of villageLines(context, unit)) {
        row += 1;
        const place = { roster: 'rentan', file: 'pekerja-rentan.csv', sheet: '', row } as const;
        const area = {
          kecamatan: unit.village?.kecamatan ?? null,
          code: unit.village?.code ?? null,
        };
        truth.rosterRow({ ...place, ...line, unit: unit.name, ...area });
        yield lineFields(context, unit, line, row - head);
      }
    }
    yield ['', 'JUMLAH', `${row - head} orang`];
    yield [];
    yield ['', '', '', '', '', '', '', '', '', placeAndDate];
    yield ['', '', '', '', '', '', '', '', '', 'Kepala Dinas Sosial,'];
  }
  await writeCsv(path, rows(), { encoding: 'windows-1252', neutralise: false });
}
