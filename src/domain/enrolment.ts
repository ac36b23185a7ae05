/**
 * From the memberships a person holds to where the person stands. Registered is not active: a membership
 * may have ended, or hang in the grace months that BPU participants are given.
 */
import type { Enrolment } from './segments.ts';

export type MembershipState = 'aktif' | 'grace' | 'nonaktif';

/** Dates are `YYYY-MM-DD`; an end date (TGL BERAKHIR, TGL_NA) is the last protected day. */
export interface MembershipDates {
  readonly joinedOn: string | null;
  readonly endedOn: string | null;
  readonly graceUntil: string | null;
}

/**
 * State of one membership on a day. Without an end date it is active for as long as it is exported; one that
 * starts later does not protect yet.
 */
export function membershipState(
  { joinedOn, endedOn, graceUntil }: MembershipDates,
  asOf: string,
): MembershipState {
  if (joinedOn !== null && joinedOn > asOf) return 'nonaktif';
  if (endedOn === null || endedOn >= asOf) return 'aktif';
  return graceUntil !== null && graceUntil >= asOf ? 'grace' : 'nonaktif';
}

const order: readonly MembershipState[] = ['aktif', 'grace', 'nonaktif'];

/**
 * Where a person stands given the states of all memberships linked to them and whether a candidate waits
 * for review: one active membership is enough to be active.
 */
export function enrolmentOf(states: readonly MembershipState[], underReview: boolean): Enrolment {
  for (const state of order) if (states.includes(state)) return state;
  return underReview ? 'perlu-periksa' : 'belum';
}
