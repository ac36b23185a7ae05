/** Everybody who may be priced, one row each: a large roster's wages are all different, and grouping them costs a sort. */
import { AppError } from '../domain/app-error.ts';
import {
  type EmployerGroup,
  employerGroups,
  type FundSource,
  fundSources,
  type Roster,
  rosters,
  type Segment,
  segments,
} from '../domain/segments.ts';
import { entriesThatCount } from './plan-people.ts';
import type { PriceGroup, PriceScope } from './price-groups.ts';
import type { ReadStore } from './store.ts';

/** A row as it comes; columns in this order. */
type Row = readonly [
  entryId: number,
  kind: number,
  wageSen: number | null,
  personId: number,
  unitId: number | null,
  position: string | null,
  fromMonth: string | null,
  toMonth: string | null,
  birthDate: string | null,
  ownFund: string | null,
];

/**
 * Four words of every row come as one number: a million rows would make four million strings of them. A regency's own
 * fund source comes as text beside it.
 */
interface Kind {
  readonly roster: Roster;
  readonly employerGroup: EmployerGroup;
  readonly segment: Segment;
  readonly fundSource: FundSource | null;
}
const words = {
  roster: rosters.join(' '),
  employerGroup: employerGroups.join(' '),
  fundSource: fundSources.join(' '),
} as const;

function kindNumber({ roster, employerGroup, segment, fundSource }: Kind): number {
  const place = (text: string, word: string) => text.indexOf(word) + 1;
  return (
    place(words.roster, roster) * 2_000_000 +
    place(words.employerGroup, employerGroup) * 2_000 +
    (fundSource === null ? 0 : place(words.fundSource, fundSource)) * 2 +
    (segment === 'bpu' ? 1 : 0)
  );
}

const kindSql = `instr('${words.roster}', e.roster) * 2000000
  + instr('${words.employerGroup}', e.employer_group) * 2000
  + coalesce(instr('${words.fundSource}', e.fund_source), 0) * 2 + (e.segment = 'bpu')`;

const kinds: ReadonlyMap<number, Kind> = new Map(
  rosters.flatMap((roster) =>
    employerGroups.flatMap((employerGroup) =>
      segments.flatMap((segment) =>
        [null, ...fundSources].map((fundSource): [number, Kind] => {
          const kind = { roster, employerGroup, segment, fundSource };
          return [kindNumber(kind), kind];
        }),
      ),
    ),
  ),
);

/** Groups of one: the people whom `listPriceGroups` gives as groups of alike. */
export function* iteratePricePeople(
  store: ReadStore,
  year: number,
  scope: PriceScope,
  byUnit: boolean,
): Generator<PriceGroup> {
  const counting = entriesThatCount(store);
  // Few of a million: their numbers cost less than a look at everybody's person.
  const dead = new Set(store.sql.pluck<number>('SELECT id FROM person WHERE deceased = 1'));
  // Born on or before this day: 66 or older on 1 January.
  const tooOld = `${year - 66}-01-01`;
  for (const row of rowsOf(store, year, scope, byUnit)) {
    const [entryId, number, wageSen, personId, unitId, position] = row;
    const [, , , , , , fromMonth, toMonth, birthDate, ownFund] = row;
    const kind = kinds.get(number);
    if (kind === undefined) {
      throw new AppError('store.damaged', { params: { reason: 'kind', entry: entryId } });
    }
    const { roster, employerGroup, segment } = kind;
    const fundSource = ownFund === null ? kind.fundSource : (ownFund as FundSource); // the column is CHECKed
    const leftOut =
      dead.size > 0 && dead.has(personId)
        ? 'deceased'
        : counting.size > 0 && (counting.get(personId) ?? entryId) !== entryId
          ? 'other-roster'
          : birthDate !== null && birthDate <= tooOld
            ? 'over-65'
            : null;
    yield {
      unitId,
      roster,
      employerGroup,
      segment,
      fundSource,
      wageSen,
      position,
      fromMonth,
      toMonth,
      leftOut,
      persons: 1,
    };
  }
}

function rowsOf(
  store: ReadStore,
  year: number,
  scope: PriceScope,
  byUnit: boolean,
): IterableIterator<Row> {
  return store.sql.iterateRaw<Row>(
    `SELECT e.id, ${kindSql}, e.wage_sen, e.person_id,
       ${byUnit ? `CASE WHEN e.roster = 'non-asn' THEN e.unit_id END` : 'NULL'},
       CASE WHEN e.employer_group = 'perangkat-desa' THEN e.position END,
       CASE WHEN e.start_date >= ? THEN substr(e.start_date, 1, 7) END,
       CASE WHEN e.end_date < ? THEN substr(e.end_date, 1, 7) END,
       CASE WHEN e.segment = 'bpu' THEN e.sort_birth END,
       CASE WHEN instr(e.fund_source, ':') THEN e.fund_source END
     FROM roster_entry e
     ${scope === 'all' ? '' : 'LEFT JOIN entry_state s ON s.entry_id = e.id'}
     WHERE e.status <> 'keluar' AND ${inScope[scope]}`,
    `${year}-01-01`,
    `${year}-12-01`,
  );
}

const inScope: Readonly<Record<PriceScope, string>> = {
  missing: `coalesce(s.enrolment, 'belum') = 'belum'`,
  active: `s.enrolment = 'aktif'`,
  all: '1 = 1',
};
