/** Compares links with the truth of a generated scene. */
import type { ErrorKind } from './errors.ts';
import type { Row, Scene } from './generator.ts';

export interface FoundPair {
  readonly left: number;
  readonly right: number;
  readonly probability: number;
}

export interface Quality {
  readonly truth: number;
  readonly links: number;
  readonly correct: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** People who stand on both lists. A person counts once, however many rows he has. */
export function truePeople(scene: Scene): Set<number> {
  const left = new Set(scene.left.map((row) => row.person));
  return new Set(scene.right.map((row) => row.person).filter((person) => left.has(person)));
}

/** Precision, recall and F1; several rows of one person count as one true pair. */
export function qualityOf(scene: Scene, truth: Set<number>, pairs: Iterable<FoundPair>): Quality {
  const found = new Set<number>();
  let links = 0;
  let wrong = 0;
  for (const { left, right } of pairs) {
    links++;
    const person = scene.left[left]!.person;
    if (person === scene.right[right]!.person) found.add(person);
    else wrong++;
  }
  const precision = links === 0 ? 1 : (links - wrong) / links;
  const recall = truth.size === 0 ? 1 : found.size / truth.size;
  return {
    truth: truth.size,
    links,
    correct: found.size,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Expected calibration error over ten equal bins of probability. */
export function calibrationError(scene: Scene, pairs: readonly FoundPair[]): number {
  const sums = Array.from({ length: 10 }, () => ({ n: 0, p: 0, hit: 0 }));
  for (const { left, right, probability } of pairs) {
    const bin = sums[Math.min(9, Math.floor(probability * 10))]!;
    bin.n++;
    bin.p += probability;
    if (scene.left[left]!.person === scene.right[right]!.person) bin.hit++;
  }
  const gap = sums.reduce((sum, bin) => sum + Math.abs(bin.p - bin.hit), 0);
  return pairs.length === 0 ? 0 : gap / pairs.length;
}

/** Lost true pairs by the errors their rows bear; a pair with several errors counts under each. */
export function lostByKind(scene: Scene, truth: Set<number>, pairs: Iterable<FoundPair>) {
  const found = new Set<number>();
  for (const { left, right } of pairs) {
    const { person } = scene.left[left]!;
    if (person === scene.right[right]!.person) found.add(person);
  }
  const errorsOf = (rows: readonly Row[]): Map<number, ReadonlySet<ErrorKind>> =>
    new Map(rows.map((row) => [row.person, row.errors]));
  const left = errorsOf(scene.left);
  const right = errorsOf(scene.right);
  const all = new Map<ErrorKind, { lost: number; total: number }>();
  for (const person of truth) {
    const kinds = new Set([...(left.get(person) ?? []), ...(right.get(person) ?? [])]);
    for (const kind of kinds) {
      const tally = all.get(kind) ?? { lost: 0, total: 0 };
      tally.total++;
      if (!found.has(person)) tally.lost++;
      all.set(kind, tally);
    }
  }
  return [...all].sort((a, b) => b[1].lost - a[1].lost);
}

/** What an office does today: equal NIK, then (second figure) equal name and birth date as typed. */
export function officeJoin(scene: Scene, alsoNameAndDate: boolean): FoundPair[] {
  const normal = (row: Row): string => {
    const date = row.birthDate.replaceAll('/', '-');
    const iso = /^\d{2}-/.test(date) ? date.split('-').reverse().join('-') : date;
    return row.name === '' || iso === '' ? '' : `${row.name.toUpperCase().trim()}|${iso}`;
  };
  const pairs: FoundPair[] = [];
  const takenLeft = new Set<number>();
  const takenRight = new Set<number>();
  const joinOn = (key: (row: Row) => string): void => {
    const index = new Map<string, number>();
    scene.right.forEach((row, i) => {
      if (key(row) !== '' && !takenRight.has(i) && !index.has(key(row))) index.set(key(row), i);
    });
    scene.left.forEach((row, i) => {
      const right = takenLeft.has(i) ? undefined : index.get(key(row));
      if (right === undefined || takenRight.has(right)) return;
      takenLeft.add(i);
      takenRight.add(right);
      pairs.push({ left: i, right, probability: 1 });
    });
  };
  joinOn((row) => {
    const digits = row.nik.replace(/\D/g, '');
    return digits.length === 16 && !/^0+$/.test(digits) ? digits : '';
  });
  if (alsoNameAndDate) joinOn(normal);
  return pairs;
}
