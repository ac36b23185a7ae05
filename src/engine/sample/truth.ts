/** Who is who in the sample: what the app is measured against, written beside the files it describes. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { ImportKind, Roster } from '../../domain/segments.ts';
import type { NikDamage } from './messy-values.ts';
import type { SamplePerson, SampleStatus } from './sample-person.ts';

/** People of one unit in one roster, counted once each. */
export interface TruthCounts {
  persons: number;
  /** Rows in the file: repeated people included. */
  rows: number;
  aktif: number;
  grace: number;
  nonaktif: number;
  belum: number;
}

export interface TruthUnit extends TruthCounts {
  readonly roster: Roster;
  /** An office's name, or a village's. */
  readonly unit: string;
  readonly kecamatan: string | null;
  readonly code: string | null;
}

/** The content of `truth.json`. */
export interface SampleTruth {
  readonly seed: number;
  readonly workers: number;
  readonly regency: string;
  readonly year: number;
  readonly asOf: string;
  readonly files: Readonly<Record<string, { readonly kind: ImportKind; readonly rows: number }>>;
  /** Beside this file: one line a person, one line a row. */
  readonly people: string;
  readonly rows: string;
  readonly totals: {
    /** Distinct people on the three rosters. */
    readonly persons: number;
    /** People who stand in two rosters. */
    readonly inTwoRosters: number;
    readonly bpjsOnly: number;
    readonly deceased: number;
    readonly rosters: Readonly<Record<Roster, TruthCounts>>;
    readonly nikDamage: Readonly<Partial<Record<NikDamage, number>>>;
  };
  readonly units: readonly TruthUnit[];
}

/** Appends lines to a file without holding them. */
export interface LineSink {
  line(fields: readonly (string | number)[]): void;
  [Symbol.dispose](): void;
}

const FLUSH = 256 * 1024;

/** Opens a comma-separated file for the truth; values hold no commas and no quotes. */
export function openLineSink(path: string, head: readonly string[]): LineSink {
  const file = openSync(path, 'w');
  let text = `${head.join(',')}\n`;
  const flush = () => {
    writeSync(file, text);
    text = '';
  };
  return {
    line(fields) {
      text += `${fields.join(',')}\n`;
      if (text.length > FLUSH) flush();
    },
    [Symbol.dispose]() {
      flush();
      closeSync(file);
    },
  };
}

const emptyCounts = (): TruthCounts => ({
  persons: 0,
  rows: 0,
  aktif: 0,
  grace: 0,
  nonaktif: 0,
  belum: 0,
});

/** A row of a roster file, as it was written. */
export interface RosterRow {
  readonly roster: Roster;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly person: SamplePerson;
  readonly damage: NikDamage;
  readonly unit: string;
  readonly kecamatan: string | null;
  readonly code: string | null;
  /** The person already stands in this file. */
  readonly repeated: boolean;
}

/** Takes note of every row while the files are written. */
export interface TruthBook {
  rosterRow(row: RosterRow): void;
  bpjsRow(row: {
    kind: ImportKind;
    file: string;
    sheet: string;
    row: number;
    person: SamplePerson;
    kpj: string;
  }): void;
  totals(): Pick<SampleTruth['totals'], 'rosters' | 'nikDamage'>;
  units(): TruthUnit[];
  rowsOf(kind: ImportKind): number;
  [Symbol.dispose](): void;
}

/** Column heads of the truth's row file. */
export const truthRowHead = ['file', 'sheet', 'row', 'kind', 'person', 'damage', 'repeated', 'kpj'];

function count(counts: TruthCounts, status: SampleStatus, repeated: boolean): void {
  counts.rows += 1;
  if (repeated) return;
  counts.persons += 1;
  counts[status] += 1;
}

/** Opens the truth's row file; counts are kept per unit, so they stay small whatever the sample's size. */
export function openTruthBook(path: string): TruthBook {
  const sink = openLineSink(path, truthRowHead);
  const units = new Map<string, TruthUnit>();
  const perRoster = { 'non-asn': emptyCounts(), desa: emptyCounts(), rentan: emptyCounts() };
  const nikDamage: Partial<Record<NikDamage, number>> = {};
  const rows = new Map<ImportKind, number>();
  const addRow = (kind: ImportKind) => rows.set(kind, (rows.get(kind) ?? 0) + 1);
  return {
    rosterRow({ roster, file, sheet, row, person, damage, unit, kecamatan, code, repeated }) {
      sink.line([file, sheet, row, roster, person.index, damage, repeated ? 1 : 0, '']);
      addRow(roster);
      const key = `${roster} ${code ?? unit}`;
      const known = units.get(key) ?? { roster, unit, kecamatan, code, ...emptyCounts() };
      units.set(key, known);
      count(known, person.status, repeated);
      count(perRoster[roster], person.status, repeated);
      nikDamage[damage] = (nikDamage[damage] ?? 0) + 1;
    },
    bpjsRow({ kind, file, sheet, row, person, kpj }) {
      sink.line([file, sheet, row, kind, person.index, '', 0, kpj]);
      addRow(kind);
    },
    totals: () => ({ rosters: perRoster, nikDamage }),
    units: () => [...units.values()],
    rowsOf: (kind) => rows.get(kind) ?? 0,
    [Symbol.dispose]: () => sink[Symbol.dispose](),
  };
}
