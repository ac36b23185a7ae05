/** The sample regency: files as offices really have them, and the truth about them. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../domain/app-error.ts';
import { requireCivilDate } from '../../domain/civil-date.ts';
import type { ImportKind } from '../../domain/segments.ts';
import { writeAtomically } from '../../tabular/atomic-file.ts';
import type { SampleContext } from './roster-context.ts';
import { createPeople, type People } from './sample-person.ts';
import { planSample, type SampleRates } from './sample-plan.ts';
import { openLineSink, openTruthBook, type SampleTruth, type TruthBook } from './truth.ts';
import { writeBpu } from './write-bpu.ts';
import { writeDesa } from './write-desa.ts';
import { writeNikCheck } from './write-nik-check.ts';
import { writeNonAsn } from './write-non-asn.ts';
import { writeRentan } from './write-rentan.ts';
import { writeRincian } from './write-rincian.ts';

export interface SampleOptions {
  /** Folder to write into; made if need be. */
  readonly dir: string;
  readonly resourcesDir: string;
  /** The same seed gives the same bytes. 1 by default. */
  readonly seed?: number;
  /** Distinct people on the three rosters, 1…1,000,000; 5,000 by default. */
  readonly workers?: number;
  readonly regency?: string;
  /** Fiscal year in the letterheads. */
  readonly year: number;
  /** `YYYY-MM-DD`: the day as of which the truth is true. */
  readonly asOf: string;
  readonly rates?: Partial<SampleRates>;
  readonly signal?: AbortSignal;
  /** Called with the share done, 0…1, after each file. */
  readonly onProgress?: (share: number) => void;
}

export interface SampleFile {
  readonly path: string;
  readonly kind: ImportKind;
}

export interface Sample {
  readonly files: readonly SampleFile[];
  readonly truthPath: string;
  readonly counts: SampleTruth['totals'];
}

const writers = [
  ['non-asn', 'non-asn.xlsx', writeNonAsn],
  ['desa', 'perangkat-desa.xlsx', writeDesa],
  ['rentan', 'pekerja-rentan.csv', writeRentan],
  ['bpjs-pu', 'bpjs-rincian-iuran.xlsx', writeRincian],
  ['bpjs-bpu', 'bpjs-bpu.xlsx', writeBpu],
  ['bpjs-nik', 'bpjs-cek-nik.xlsx', writeNikCheck],
] as const satisfies readonly (readonly [
  ImportKind,
  string,
  (context: SampleContext, path: string) => Promise<void>,
])[];

const peopleHead = [
  'person',
  'nik',
  'name',
  'birth_date',
  'sex',
  'village',
  'roster',
  'also_in',
  'unit',
  'status',
  'kpj',
  'wage',
  'reported_wage',
  'deceased',
];

interface PeopleCounts {
  inTwoRosters: number;
  bpjsOnly: number;
  deceased: number;
}

function writePeople({ plan, at }: People, path: string): PeopleCounts {
  const counts: PeopleCounts = { inTwoRosters: 0, bpjsOnly: 0, deceased: 0 };
  using sink = openLineSink(path, peopleHead);
  for (let index = 0; index < plan.bounds.end; index += 1) {
    const person = at(index);
    if (person.alsoIn !== null) counts.inTwoRosters += 1;
    if (person.roster === null) counts.bpjsOnly += 1;
    if (person.deceased) counts.deceased += 1;
    sink.line([
      index,
      person.nik,
      person.name,
      person.birthDate,
      person.sex,
      person.village.code,
      person.roster ?? '',
      person.alsoIn ?? '',
      person.unit === undefined ? '' : (person.unit.village?.code ?? person.unit.name),
      person.status,
      person.memberships.map((one) => `${one.channel}:${one.kpj}`).join(' '),
      person.wage,
      person.reportedWage,
      person.deceased ? 1 : 0,
    ]);
  }
  return counts;
}

function truthOf(
  people: People,
  book: TruthBook,
  counts: PeopleCounts,
  workers: number,
): SampleTruth {
  const { plan } = people;
  const files = writers
    .map(([kind, name]) => [name, { kind, rows: book.rowsOf(kind) }] as const)
    .filter(([, { rows }]) => rows > 0);
  return {
    seed: plan.seed,
    workers,
    regency: plan.regency.code,
    year: plan.year,
    asOf: plan.asOf,
    files: Object.fromEntries(files),
    people: 'truth-people.csv',
    rows: 'truth-rows.csv',
    totals: { persons: plan.bounds.only, ...counts, ...book.totals() },
    units: book.units(),
  };
}

/**
 * Writes the sample regency: three rosters, three BPJS exports, and `truth.json` (totals and units) with
 * `truth-people.csv` and `truth-rows.csv`, which say who is who. Everything follows from seed and options; people are
 * invented, their NIKs have sequence 9xxx. Memory does not grow with `workers`.
 *
 * Errors: `input.invalid`, `not-found` (regency), those of `writeXlsx`; the signal's reason when cancelled.
 */
export async function generateSample(options: SampleOptions): Promise<Sample> {
  const { dir, seed = 1, workers = 5000, regency = '33.29', year, signal } = options;
  if (!Number.isInteger(workers) || workers < 1 || workers > 1_000_000) {
    throw new AppError('input.invalid', { at: { field: 'workers' }, params: { value: workers } });
  }
  const asOf = requireCivilDate(options.asOf, 'asOf');
  const { resourcesDir, rates = {} } = options;
  const plan = await planSample({ seed, workers, regency, year, asOf, resourcesDir, rates });
  await mkdir(dir, { recursive: true });
  const people = createPeople(plan);
  using truth = openTruthBook(join(dir, 'truth-rows.csv'));
  const context: SampleContext = { plan, people, truth, signal };
  const files: SampleFile[] = [];
  for (const [kind, name, write] of writers) {
    if (kind === 'desa' && plan.units.desa.length === 0) continue;
    const path = join(dir, name);
    await write(context, path);
    files.push({ path, kind });
    options.onProgress?.(files.length / (writers.length + 1));
  }
  const counts = writePeople(people, join(dir, 'truth-people.csv'));
  const content = truthOf(people, truth, counts, workers);
  const truthPath = join(dir, 'truth.json');
  await writeAtomically(truthPath, (file) =>
    file.writeFile(`${JSON.stringify(content, null, 2)}\n`),
  );
  options.onProgress?.(1);
  return { files, truthPath, counts: content.totals };
}
