/** Helpers of the linkage tests: rows from short notes, and results as readable pairs. */
import { reconcile } from '../../../src/linkage/reconcile.ts';
import type { PersonCells, Side } from '../../../src/linkage/side.ts';
import { createSideBuilder } from '../../../src/linkage/side-builder.ts';
import { linkClass, type PairTable, type ReconcileOptions } from '../../../src/linkage/types.ts';
import { generate, type Row } from '../../bench/linkage/generator.ts';

/** A row with whatever a test does not say left empty. */
export function person(cells: Partial<PersonCells>): PersonCells {
  return { nik: '', kpj: '', name: '', birthDate: '', sex: '', village: '', ...cells };
}

export function sideOf(rows: readonly Partial<PersonCells>[]): Side {
  const builder = createSideBuilder(rows.length);
  for (const row of rows) builder.add(person(row));
  return builder.finish();
}

const classNames = new Map<number, string>(
  Object.entries(linkClass).map(([name, value]) => [value, name]),
);

export interface FoundPair {
  readonly left: number;
  readonly right: number;
  readonly probability: number;
  readonly weight: number;
  readonly evidence: number;
  readonly class: string;
}

export function pairsOf(table: PairTable): FoundPair[] {
  return Array.from({ length: table.size }, (_, i) => ({
    left: table.leftRow[i]!,
    right: table.rightRow[i]!,
    probability: table.probability[i]!,
    weight: table.weight[i]!,
    evidence: table.evidence[i]!,
    class: classNames.get(table.class[i]!) ?? '?',
  }));
}

export function run(
  left: readonly Partial<PersonCells>[],
  right: readonly Partial<PersonCells>[],
  options: ReconcileOptions = {},
) {
  const result = reconcile(sideOf(left), sideOf(right), options);
  return { result, links: pairsOf(result.links), candidates: pairsOf(result.candidates) };
}

const iso = (date: string): string => {
  const months =
    'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember';
  const [a = '', b = '', c = ''] = date.split(/[-/ ]/);
  if (a.length !== 2 && a.length !== 1) return date;
  const month = /\d/.test(b) ? b : String(months.split(' ').indexOf(b) + 1);
  return c === '' ? '' : `${c}-${month.padStart(2, '0')}-${a.padStart(2, '0')}`;
};

/** A generated row as the builder takes it. */
export function cellsOf(row: Row): PersonCells {
  const { nik, kpj, name, sex, village } = row;
  return { nik, kpj, name, sex, village, birthDate: iso(row.birthDate), wage: Number(row.wage) };
}

/** A crowd of other people to stand around a golden pair. */
export function crowd(rows = 1500, seed = 77) {
  const scene = generate({ rows, profile: 'typical', seed });
  return { left: scene.left.map(cellsOf), right: scene.right.map(cellsOf) };
}
