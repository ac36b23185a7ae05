/** A small regency whose matching leaves a queue: conflicts, doubtful pairs, rivals. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReviewFilter, ReviewPair } from '../../../src/contract/review-routes.ts';
import type { RouteOut } from '../../../src/contract/routes.ts';
import { type TestEngine, testPassphrase } from '../harness.ts';

const rosterHead = 'No;Nama;NIK;Tanggal Lahir;L/P;Unit Kerja;Upah';
const bpjsHead =
  'NOMOR_IDENTITAS;KPJ;NAMA_LENGKAP;TGL_LAHIR;NPP;NAMAPRS;TGL_KEPESERTAAN1;TGL_NA;NM_PRG';

export const asOf = '2026-11-23';

export const roster = [
  '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;1.000.000',
  '2;Sulastri;3329014502859002;05-02-1985;P;Dinas Kesehatan;1.500.000',
  // The same NIK in BPJS stands for somebody else: a conflict.
  '3;Wahyudi;3329010703909003;07-03-1990;L;Dinas Pendidikan;1.500.000',
  '4;Budi Santoso;3329011204759004;12-04-1975;L;Dinas Pendidikan;4.500.000',
  // Two namesakes without NIK for one membership: rivals of each other.
  '5;Siti Aminah;;01-01-1980;P;Dinas Kesehatan;1.000.000',
  '6;Siti Aminah;;01-01-1980;P;Dinas Pendidikan;3.500.000',
];
export const bpjs = [
  '3329010101809001;25003001593;SUTRISNO;01-01-1980;15070955;PEMKAB;01-01-2024;;JKK',
  '3329014502859002;25003001595;SULASTRI;05-02-1985;15070955;PEMKAB;01-01-2024;;JKK',
  '3329010703909003;25003001596;SRI WAHYUNI;19-11-1968;15070955;PEMKAB;01-01-2024;;JKK',
  '3329014101809001;25003001597;SITI AMINAH;01-01-1980;15070955;PEMKAB;01-01-2024;;JKK',
];

export async function bring(
  test: TestEngine,
  name: string,
  kind: 'non-asn' | 'bpjs-nik',
  rows: readonly string[],
): Promise<void> {
  const path = join(test.dir, name);
  writeFileSync(path, [kind === 'non-asn' ? rosterHead : bpjsHead, ...rows, ''].join('\n'));
  const staged = await test.call('import.stage', { file: test.grant(path), kind });
  await test.call('import.commit', { batchId: staged.id });
}

/** Matched stores by what is in them, so that a file of tests imports and matches each only once. */
const made = new Map<string, Buffer>();

/** A store with both sides imported and matched. */
export async function makeQueue(
  test: TestEngine,
  left: readonly string[] = roster,
  right: readonly string[] = bpjs,
): Promise<void> {
  const path = join(test.dir, 'uji.padan');
  const content = JSON.stringify([left, right]);
  const known = made.get(content);
  if (known === undefined) {
    await importAndMatch(test, left, right);
    await test.call('store.close', {});
    made.set(content, readFileSync(path));
  } else writeFileSync(path, known);
  await test.call('store.open', { file: test.grant(path), passphrase: testPassphrase });
}

async function importAndMatch(
  test: TestEngine,
  left: readonly string[],
  right: readonly string[],
): Promise<void> {
  await test.newStore();
  await bring(test, 'daftar.csv', 'non-asn', left);
  await bring(test, 'cek.csv', 'bpjs-nik', right);
  await test.call('reconcile.run', { asOf });
}

export async function pageOf(
  test: TestEngine,
  filter: Partial<ReviewFilter> = {},
  operator: string | null = null,
): Promise<RouteOut<'review.page'>> {
  return test.call('review.page', {
    filter: { state: 'open', ...filter },
    limit: 50,
    operator,
  });
}

/** Decides about a pair as the window does. */
export function decide(
  test: TestEngine,
  pair: Pick<ReviewPair, 'linkId' | 'rivalId' | 'pairKey'>,
  decision: 'open' | 'same' | 'different',
  operator: string | null = 'AB',
  note?: string,
) {
  const { linkId, rivalId, pairKey } = pair;
  const about = { linkId, rivalId, pairKey, decision, operator };
  return test.call('review.decide', note === undefined ? about : { ...about, note });
}

export async function enrolmentOf(test: TestEngine, search: string): Promise<string[]> {
  const { rows } = await test.call('roster.page', {
    filter: { roster: 'non-asn', search },
    offset: 0,
    limit: 10,
  });
  return rows.map(({ unitName, enrolment }) => `${unitName}: ${enrolment}`);
}

export function need<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('missing in the fixture');
  return value;
}
