import { monthNames } from '../../domain/month-names.ts';
import type { OutCell, OutSheet } from '../../tabular/types.ts';
import { writeXlsx } from '../../tabular/write-xlsx.ts';
import { dateText } from './messy-values.ts';
import { randomAt, shuffled } from './random.ts';
import { regencyWords, type SampleContext } from './roster-context.ts';
import type { SamplePerson } from './sample-person.ts';
import { type HeadColumn, signature, tableHead } from './sheet-furniture.ts';

const columns: readonly HeadColumn[] = [
  'No',
  'Nomor Peserta',
  'NIK/Paspor',
  'Nama Pekerja',
  'Tanggal Lahir',
  'Upah',
  'Rapel',
  'Total (Upah+Rapel)',
  'Iuran JKK (0,24%)',
  'Iuran JKM (0,3%)',
  { group: 'Iuran JHT', columns: ['Pemberi Kerja 3,7%', 'Pekerja 2%'] },
  { group: 'Iuran JP', columns: ['Pemberi Kerja 2%', 'Pekerja 1%'] },
  'Jumlah Iuran',
];
const widths = [6, 14, 20, 32, 13, 15, 12, 15, 13, 13, 13, 13, 13, 13, 15];

/** One employer's form: a run of people under one NPP. */
interface Employer {
  readonly sheet: string;
  readonly npp: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Also pays those whom no roster knows. */
  readonly withOnly: boolean;
}

/** People under an employer in the order of the form, which is nobody's alphabet. */
function* employees(
  { plan, people, signal }: SampleContext,
  employer: Employer,
): Generator<SamplePerson> {
  const { only, end } = plan.bounds;
  const own = employer.to - employer.from;
  const size = own + (employer.withOnly ? end - only : 0);
  const order = shuffled(size, plan.seed + employer.from);
  for (let at = 0; at < size; at += 1) {
    signal?.throwIfAborted();
    const place = order(at);
    const person = people.at(place < own ? employer.from + place : only + place - own);
    if (person.status === 'aktif' && person.memberships[0]?.channel === 'pu') yield person;
  }
}

/** Wage, back pay, base, then contributions in whole rupiah; JHT only where the employer pays it. */
function money(person: SamplePerson, withJht: boolean): number[] {
  const wage = person.reportedWage;
  const share = (rate: number) => Math.round(wage * rate);
  const jht = withJht ? [share(0.037), share(0.02)] : [0, 0];
  const parts = [share(0.0024), share(0.003), ...jht, 0, 0];
  return [wage, 0, wage, ...parts, parts.reduce((sum, part) => sum + part, 0)];
}

function periodOf(asOf: string): string {
  const month = Number(asOf.slice(5, 7));
  const year = Number(asOf.slice(0, 4)) - (month === 1 ? 1 : 0);
  return `${monthNames[(month + 10) % 12]} ${year}`;
}

function employerSheet(context: SampleContext, employer: Employer): OutSheet {
  const { plan, truth } = context;
  const { placeAndDate } = regencyWords(plan);
  const head = tableHead(
    [
      'LAPORAN RINCIAN IURAN PEKERJA (FORMULIR 2)',
      `NPP : ${employer.npp}`,
      `Nama Pemberi Kerja/Wadah/Mitra : ${employer.name}`,
      `Nama Unit Kerja/Kesatuan : ${employer.sheet}`,
      `Periode Laporan : ${periodOf(plan.asOf)}`,
      '',
    ],
    columns,
    (column) => String.fromCharCode(97 + column),
  );
  function* rows(): Generator<readonly OutCell[]> {
    yield* head.rows;
    let row = head.rows.length;
    const sums = Array.from({ length: 10 }, () => 0);
    for (const person of employees(context, employer)) {
      row += 1;
      const kpj = person.memberships[0]?.kpj ?? '';
      truth.bpjsRow({
        kind: 'bpjs-pu',
        file: 'bpjs-rincian-iuran.xlsx',
        sheet: employer.sheet,
        row,
        person,
        kpj,
      });
      const random = randomAt(plan.seed, 51, person.index);
      const amounts = money(
        person,
        person.roster === 'non-asn' && (person.unit?.activeRate ?? 0) > 0.7,
      );
      for (const [at, amount] of amounts.entries()) sums[at] = (sums[at] ?? 0) + amount;
      yield [
        { v: row - head.rows.length, style: 'integer' },
        { v: kpj, style: 'text' },
        { v: person.nik, style: 'text' },
        { v: person.name.toUpperCase(), style: 'text' },
        random.chance(0.9)
          ? { v: person.birthDate, style: 'date' }
          : { v: dateText(person.birthDate, 'dash'), style: 'text' },
        ...amounts.map((v): OutCell => ({ v, style: 'integer' })),
      ];
    }
    const total = (label: string, values: readonly number[]): OutCell[] => [
      { v: label, style: 'total' },
      ...[1, 2, 3, 4].map((): OutCell => ({ v: null, style: 'total' })),
      ...values.map((v): OutCell => ({ v, style: 'total' })),
    ];
    yield total('Total Seluruhnya', sums);
    yield total('Kompensasi Kekurangan/Kelebihan', []);
    yield total('Denda', []);
    yield [];
    yield [{ v: 'Catatan: diisi sesuai upah yang dilaporkan.', style: 'note' }];
    yield* signature(head.width, [
      placeAndDate,
      '',
      '',
      '',
      '(Nama dan Tanda Tangan Pimpinan/Penanggungjawab)',
    ]);
  }
  const headRows = { from: 6, to: 8 };
  return {
    name: employer.sheet,
    rows: rows(),
    widths,
    merges: head.merges,
    headRows,
    landscape: true,
  };
}

/** Writes `bpjs-rincian-iuran.xlsx`: Formulir 2 of the two employers the regency pays through. */
export async function writeRincian(context: SampleContext, path: string): Promise<void> {
  const { bounds } = context.plan;
  const { kop } = regencyWords(context.plan);
  const number = context.plan.regency.code.replace('.', '');
  const employers: Employer[] = [
    { sheet: 'Non ASN', npp: `15${number}01`, name: kop, from: 0, to: bounds.desa, withOnly: true },
    {
      sheet: 'Perangkat Desa',
      npp: `15${number}02`,
      name: `${kop} – PEMERINTAH DESA`,
      from: bounds.desa,
      to: bounds.rentan,
      withOnly: false,
    },
  ];
  await writeXlsx(
    path,
    employers.map((employer) => employerSheet(context, employer)),
  );
}
