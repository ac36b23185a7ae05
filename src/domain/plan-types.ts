/** What a planner assumes of a fiscal year: who is counted, from when, at which price, and who comes and goes. */

import type { Month, Rupiah, Sen } from './brand.ts';
import type { GroupRule, GroupRuleKey } from './budget-types.ts';
import type { EmployerGroup, FundSource, Roster, Segment } from './segments.ts';

/** The four kinds of scenario: only the active, all who are entitled, up to a target, and the planner's own. */
export const planKinds = ['active', 'all', 'target', 'own'] as const;
export type PlanKind = (typeof planKinds)[number];

/** Whom a scenario counts: the active, those not enrolled, or everybody entitled. */
export const planScopes = ['active', 'missing', 'all'] as const;
export type PlanScope = (typeof planScopes)[number];

/** By what people are put in order when not all can be enrolled at once. */
export const enrolKeys = ['desil', 'risk', 'cost', 'segment', 'unit'] as const;
export type EnrolKey = (typeof enrolKeys)[number];

/** People still to be hired or listed: counted from a month on. */
export interface PlannedRecruitment {
  readonly employerGroup: EmployerGroup;
  readonly segment: Segment;
  readonly fundSource: FundSource;
  readonly unitId: number | null;
  readonly persons: number;
  readonly from: Month;
  readonly wage: Sen | null;
}

/** Non-ASN who leave from a month on, such as those appointed PPPK. */
export interface PlannedLeaving {
  readonly persons: number;
  /** First month they are no longer paid for. */
  readonly from: Month;
}

/** How far enrolment is to go: a coverage in basis points, more points than now, or what an amount buys. */
export type PlanGoal =
  | { readonly kind: 'coverage'; readonly basisPoints: number }
  | { readonly kind: 'points'; readonly basisPoints: number }
  | { readonly kind: 'budget'; readonly amount: Rupiah };

/** Who is enrolled first, and how far. */
export interface PlanTarget {
  readonly goal: PlanGoal;
  /** First month the newly enrolled are paid for. */
  readonly from: Month;
  /** Most weighty key first; what is left equal is ordered by roster, unit and number of the row. */
  readonly order: readonly EnrolKey[];
  readonly rosters: readonly Roster[];
}

/** All assumptions of one scenario; months outside the year are refused by the contract. */
export interface PlanAssumptions {
  readonly scope: PlanScope;
  readonly from: Month;
  readonly to: Month;
  readonly rules: Partial<Readonly<Record<GroupRuleKey, GroupRule>>>;
  /** Null: as the regency has set it. */
  readonly growthBasisPoints: number | null;
  readonly bufferBasisPoints: number | null;
  readonly recruitments: readonly PlannedRecruitment[];
  readonly leavings: readonly PlannedLeaving[];
  /** Age at which wage earners of a group retire; absent: they stay. BPU end at the age of the law in any case. */
  readonly retirementAges: Partial<Readonly<Record<EmployerGroup, number>>>;
  /** Also count those whom another employer or another roster pays for. */
  readonly includeCovered: boolean;
  /** Set for `target` scenarios: those not enrolled are added in order up to the goal. */
  readonly target: PlanTarget | null;
}

/** Ages that may be set as retirement age. */
export const retirementAgeRange = { least: 50, most: 75 } as const;

/** The order shown first: the poorest, the most exposed, the cheapest. */
export const usualOrder: readonly EnrolKey[] = ['desil', 'risk', 'cost'];

/** What a new scenario of a kind starts from. */
export function usualAssumptions(kind: PlanKind, year: number): PlanAssumptions {
  const [from, to] = [`${year}-01` as Month, `${year}-12` as Month]; // years are checked by the contract
  return {
    scope: kind === 'own' ? 'missing' : kind === 'all' ? 'all' : 'active',
    from,
    to,
    rules: {},
    growthBasisPoints: null,
    bufferBasisPoints: null,
    recruitments: [],
    leavings: [],
    retirementAges: {},
    includeCovered: false,
    target:
      kind === 'target'
        ? {
            goal: { kind: 'points', basisPoints: 1000 },
            from,
            order: usualOrder,
            rosters: ['non-asn', 'desa', 'rentan'],
          }
        : null,
  };
}

/** The roster a recruited person will stand in. */
export function rosterOfGroup(group: EmployerGroup): Roster {
  return group === 'non-asn' || group === 'rentan' ? group : 'desa';
}
