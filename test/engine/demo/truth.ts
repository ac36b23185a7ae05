/** What the sample's truth file says a run must find, worked out without any of Padan's own code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleTruth } from '../../../src/engine/sample/truth.ts';

export interface TruthPerson {
  readonly roster: string;
  readonly also_in: string;
  readonly status: string;
  readonly birth_date: string;
  readonly wage: string;
  readonly deceased: string;
}

export function readTruth(dir: string): SampleTruth {
  return JSON.parse(readFileSync(join(dir, 'truth.json'), 'utf8')) as SampleTruth;
}

export function readTruthPeople(dir: string): TruthPerson[] {
  const [head = '', ...lines] = readFileSync(join(dir, 'truth-people.csv'), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(
      names.map((name, at) => [name, cells[at] ?? '']),
    ) as unknown as TruthPerson;
  });
}

/** The living who are not enrolled, each once, in the roster that pays for them. */
const toPrice = (people: readonly TruthPerson[], roster: string) =>
  people.filter(
    (person) => person.roster === roster && person.status === 'belum' && person.deceased === '0',
  );

/** JKK 0.24 % and JKM 0.30 % of each wage, each rounded half up, twelve months. */
export function nonAsnNeed(people: readonly TruthPerson[]): { persons: number; amount: number } {
  const missing = toPrice(people, 'non-asn');
  const share = (wage: number, perTenThousand: number) =>
    Math.floor((wage * perTenThousand + 5_000) / 10_000);
  const monthly = missing.reduce(
    (sum, { wage }) => sum + share(Number(wage), 24) + share(Number(wage), 30),
    0,
  );
  return { persons: missing.length, amount: monthly * 12 };
}

/** Rp16,800 a month for everybody of at most 65 on 1 January; no relief in 2027. */
export function rentanNeed(
  people: readonly TruthPerson[],
  year: number,
): { persons: number; amount: number } {
  const missing = toPrice(people, 'rentan').filter(
    ({ birth_date }) => birth_date > `${year - 66}-01-01`,
  );
  return { persons: missing.length, amount: missing.length * 16_800 * 12 };
}
