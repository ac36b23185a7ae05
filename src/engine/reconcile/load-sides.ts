/** Both sides as columns for the matcher, and what a run must remember of each row. */
import { membershipState } from '../../domain/enrolment.ts';
import { packIsoBytes } from '../../linkage/normalise/dates.ts';
import type { Side } from '../../linkage/side.ts';
import { createSideBuilder, emptyBounds, type SideBuilder } from '../../linkage/side-builder.ts';
import {
  membershipFields,
  peopleFields,
  type RowBlock,
  readPeopleAfter,
  type SideCount,
} from '../../store/matching-rows.ts';
import type { ReadStore } from '../../store/store.ts';
import { type BlockRow, eachRow, newBlockRow, numberOf, textOf } from './block-rows.ts';
import { leftKey, rightKey } from './decision-keys.ts';

/** Where a membership stands on the day, one byte a row. */
export const stateBit = { aktif: 1, grace: 2, nonaktif: 4 } as const;

export interface LoadedSides {
  readonly left: Side;
  readonly right: Side;
  readonly personIds: Int32Array;
  readonly membershipIds: Int32Array;
  readonly membershipStates: Uint8Array;
  /** Entries still in a roster, and the row of the person each belongs to. */
  readonly entryIds: Int32Array;
  readonly entryRows: Int32Array;
  /** Rows of each key that was asked for: a membership stands on several rows, a person at times on two. */
  readonly leftRowsByKey: RowsByKey;
  readonly rightRowsByKey: RowsByKey;
}

export type RowsByKey = ReadonlyMap<string, readonly number[]>;

/** Keys of decisions, whose rows are to be found again. */
export interface WantedKeys {
  readonly left: ReadonlySet<string>;
  readonly right: ReadonlySet<string>;
}

export interface LoadOptions {
  readonly asOf: string;
  /** How many rows there are on either side. */
  readonly counts: SideCount;
  /** The memberships, in the order of their ids. */
  readonly memberships: AsyncIterable<RowBlock>;
  readonly keys: WantedKeys;
  readonly onRow: (done: number, total: number) => void;
}

/** Files a row under its key where the key is wanted. */
function fileRow(
  rows: Map<string, number[]>,
  wanted: ReadonlySet<string>,
  key: string,
  row: number,
) {
  if (!wanted.has(key)) return;
  const known = rows.get(key);
  if (known === undefined) rows.set(key, [row]);
  else known.push(row);
}

/** `L` of laki-laki. */
const letterL = 76;

const person = fieldNumbers(peopleFields);
const member = fieldNumbers(membershipFields);

function fieldNumbers<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  // One entry for each name: that is what the record says.
  return Object.fromEntries(names.map((name, at) => [name, at])) as Record<Name, number>;
}

/** Reads both sides; throws what `onRow` throws. */
export async function loadSides(store: ReadStore, options: LoadOptions): Promise<LoadedSides> {
  const left = loadPeople(store, options);
  return { ...left, ...(await loadMemberships(left.left, options)) };
}

type NamedFields = Readonly<
  Record<'nik' | 'kpj' | 'name' | 'village' | 'birthDate' | 'sex', number>
>;

function createAdder(builder: SideBuilder, at: NamedFields, row: BlockRow): () => void {
  const bounds = emptyBounds();
  const start = (field: number): number => row.starts[field] ?? 0;
  const end = (field: number): number => row.ends[field] ?? 0;
  return () => {
    bounds.nikStart = start(at.nik);
    bounds.nikEnd = end(at.nik);
    bounds.kpjStart = start(at.kpj);
    bounds.kpjEnd = end(at.kpj);
    bounds.nameStart = start(at.name);
    bounds.nameEnd = end(at.name);
    bounds.villageStart = start(at.village);
    bounds.villageEnd = end(at.village);
    const date = packIsoBytes(row.bytes, start(at.birthDate), end(at.birthDate));
    const isMan = row.bytes[start(at.sex)] === letterL;
    const sex = start(at.sex) === end(at.sex) ? 0 : isMan ? 1 : 2;
    builder.addBytes(row.bytes, bounds, date, sex, 0);
  };
}

function loadPeople(store: ReadStore, { counts, keys, onRow }: LoadOptions) {
  const personIds = new Int32Array(counts.people);
  const entryIds = new Int32Array(counts.entries);
  const entryRows = new Int32Array(counts.entries);
  const leftRowsByKey = new Map<string, number[]>();
  const builder = createSideBuilder({ expectedRows: counts.people });
  const row = newBlockRow(peopleFields.length);
  const add = createAdder(builder, person, row);
  let rows = 0;
  let entries = 0;
  const take = (): void => {
    const personId = numberOf(row, person.person);
    personIds[rows] = personId;
    add();
    for (const id of (textOf(row, person.entries) ?? '').split(' ')) {
      entryIds[entries] = Number(id);
      entryRows[entries++] = rows;
    }
    if (keys.left.size > 0) {
      const nik = textOf(row, person.nik);
      const name = textOf(row, person.name) ?? '';
      const key = leftKey({ personId, nik, name, birthDate: textOf(row, person.birthDate) });
      fileRow(leftRowsByKey, keys.left, key, rows);
    }
    rows += 1;
  };
  const total = counts.people + counts.memberships;
  const next = (after: number) => readPeopleAfter(store, after);
  for (let block = next(0); block !== undefined; block = next(block.lastId)) {
    eachRow(block, row, take);
    onRow(rows, total);
  }
  return { left: builder.finish(), personIds, entryIds, entryRows, leftRowsByKey };
}

async function loadMemberships(
  left: Side,
  { counts: { people, memberships }, memberships: blocks, asOf, keys, onRow }: LoadOptions,
) {
  const membershipIds = new Int32Array(memberships);
  const membershipStates = new Uint8Array(memberships);
  const rightRowsByKey = new Map<string, number[]>();
  const builder = createSideBuilder({ expectedRows: memberships, shareWith: left });
  const row = newBlockRow(membershipFields.length);
  const add = createAdder(builder, { ...member, village: member.place }, row);
  let rows = 0;
  const take = (): void => {
    membershipIds[rows] = numberOf(row, member.membership);
    const dates = {
      joinedOn: textOf(row, member.joinedOn),
      endedOn: textOf(row, member.endedOn),
      graceUntil: textOf(row, member.graceUntil),
    };
    membershipStates[rows] = stateBit[membershipState(dates, asOf)];
    add();
    if (keys.right.size > 0) {
      const nik = textOf(row, member.nik);
      const kpj = textOf(row, member.kpj);
      const name = textOf(row, member.name) ?? '';
      const key = rightKey({ nik, kpj, name, birthDate: textOf(row, member.birthDate) });
      fileRow(rightRowsByKey, keys.right, key, rows);
    }
    rows += 1;
  };
  const total = people + memberships;
  for await (const block of blocks) {
    eachRow(block, row, take);
    onRow(people + rows, total);
  }
  return { right: builder.finish(), membershipIds, membershipStates, rightRowsByKey };
}
