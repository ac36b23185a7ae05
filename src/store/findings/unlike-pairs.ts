/** Workers and their memberships that say different things of the same person, read once for all who ask. */
import type { ReadSql } from '../store.ts';
import { stillWanted } from './scratch.ts';

/** What the roster says, and what the export says; null where they agree or one of them is silent. */
export type Unlike = readonly [roster: string, bpjs: string] | null;

export interface UnlikePair {
  readonly personId: number;
  readonly entryId: number;
  readonly exportId: number;
  readonly membershipId: number;
  readonly name: string;
  readonly bpjsName: string;
  readonly nik: Unlike;
  readonly nameDiffers: boolean;
  readonly birthDate: Unlike;
  readonly sex: Unlike;
}

type Row = readonly [
  person: number,
  entry: number,
  xport: number,
  membership: number,
  name: string,
  bpjsName: string,
  nik: string | null,
  bpjsNik: string | null,
  nameDiffers: 0 | 1,
  birthDate: string | null,
  bpjsBirthDate: string | null,
  sex: string | null,
  bpjsSex: string | null,
];

const nikDiffers = 'w.nik <> m.nik';
const nameDiffers = 'w.name_key <> upper(m.name)';
const birthDiffers = 'w.birth_date <> m.birth_date';
const sexDiffers = 'w.sex <> m.sex';

/** Needs `temp.best`, `temp.worker` and `temp.linked`; memberships are read in the order in which they lie. */
export function readUnlikePairs(sql: ReadSql): UnlikePair[] {
  const where = (test: string, column: string) => `CASE WHEN ${test} THEN ${column} END`;
  const rows = sql.iterateRaw<Row>(
    `SELECT w.person_id, w.entry_id, m.export_id, m.id, w.name, m.name, ${where(nikDiffers, 'w.nik')},
       ${where(nikDiffers, 'm.nik')}, ${nameDiffers}, ${where(birthDiffers, 'w.birth_date')},
       ${where(birthDiffers, 'm.birth_date')}, ${where(sexDiffers, 'w.sex')}, ${where(sexDiffers, 'm.sex')}
     FROM temp.linked l
     CROSS JOIN temp.best b ON b.person_id = l.person_id AND b.membership_id = l.membership_id
     CROSS JOIN temp.worker w ON w.person_id = l.person_id
     CROSS JOIN membership m ON m.id = l.membership_id
     WHERE (${nikDiffers} OR ${nameDiffers} OR ${birthDiffers} OR ${sexDiffers}) AND ${stillWanted('m.id')}`,
  );
  const both = (left: string | null, right: string | null): Unlike =>
    left === null || right === null ? null : [left, right];
  const pairs: UnlikePair[] = [];
  for (const row of rows) {
    pairs.push({
      personId: row[0],
      entryId: row[1],
      exportId: row[2],
      membershipId: row[3],
      name: row[4],
      bpjsName: row[5],
      nik: both(row[6], row[7]),
      nameDiffers: row[8] === 1,
      birthDate: both(row[9], row[10]),
      sex: both(row[11], row[12]),
    });
  }
  return pairs;
}
