/** Both sides as columns for the matcher, and what a run must remember of each row. */
import { membershipState } from '../../domain/enrolment.ts';
import type { Side } from '../../linkage/side.ts';
import { createSideBuilder } from '../../linkage/side-builder.ts';
import { countSides, iterateMemberships, iteratePeople } from '../../store/matching-rows.ts';
import type { ReadStore } from '../../store/store.ts';
import { leftKey, rightKey } from './decision-keys.ts';

/** Where a membership stands on the day, one byte a row. */
export const stateBit = { aktif: 1, grace: 2, nonaktif: 4 } as const;

export interface LoadedSides {
  readonly left: Side;
  readonly right: Side;
  readonly personIds: Int32Array;
  readonly membershipIds: Int32Array;
  readonly membershipStates: Uint8Array;
  /** Rows by decision key; filled only when there are decisions to find again. */
  readonly leftRowByKey: ReadonlyMap<string, number>;
  readonly rightRowByKey: ReadonlyMap<string, number>;
}

export interface LoadOptions {
  readonly asOf: string;
  readonly withKeys: boolean;
  readonly onRow: (done: number, total: number) => void;
}

const stride = 8_192;

export function loadSides(store: ReadStore, { asOf, withKeys, onRow }: LoadOptions): LoadedSides {
  const { people, memberships } = countSides(store);
  const total = people + memberships;
  const leftRowByKey = new Map<string, number>();
  const rightRowByKey = new Map<string, number>();

  const personIds = new Int32Array(people);
  const leftBuilder = createSideBuilder({ expectedRows: people });
  let row = 0;
  for (const [id, nik, kpj, name, birthDate, sex, village, district] of iteratePeople(store)) {
    personIds[row] = id;
    leftBuilder.add({
      nik: nik ?? '',
      kpj: kpj ?? '',
      name,
      birthDate: birthDate ?? '',
      sex: sex ?? '',
      village: village ?? '',
      district: district ?? '',
    });
    if (withKeys) leftRowByKey.set(leftKey({ personId: id, nik, name, birthDate }), row);
    row += 1;
    if (row % stride === 0) onRow(row, total);
  }
  const left = leftBuilder.finish();

  const membershipIds = new Int32Array(memberships);
  const membershipStates = new Uint8Array(memberships);
  const rightBuilder = createSideBuilder({ expectedRows: memberships, shareWith: left });
  row = 0;
  for (const [
    id,
    nik,
    kpj,
    name,
    birthDate,
    sex,
    village,
    ,
    joinedOn,
    endedOn,
    graceUntil,
  ] of iterateMemberships(store)) {
    membershipIds[row] = id;
    membershipStates[row] = stateBit[membershipState({ joinedOn, endedOn, graceUntil }, asOf)];
    rightBuilder.add({
      nik: nik ?? '',
      kpj: kpj ?? '',
      name,
      birthDate: birthDate ?? '',
      sex: sex ?? '',
      village: village ?? '',
    });
    if (withKeys) rightRowByKey.set(rightKey({ nik, kpj, name, birthDate }), row);
    row += 1;
    if (row % stride === 0) onRow(people + row, total);
  }
  const right = rightBuilder.finish();
  return { left, right, personIds, membershipIds, membershipStates, leftRowByKey, rightRowByKey };
}
