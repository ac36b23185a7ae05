import type { AccountTable } from './account-codes.ts';
import type { Month, Rupiah, Sen } from './brand.ts';
import type { BudgetLine } from './budget-lines.ts';
import type { RoundingRule } from './money.ts';
import type { Assumption } from './premium-plan.ts';
import type { EmployerGroup, FundSource, Programme, Roster, Segment } from './segments.ts';
import type { RiskClass, Sector, TariffTable } from './tariff-table.ts';
import type { WageBaseGap, WageBaseRule, WageBaseTable } from './wage-base.ts';

/** Persons alike in all that decides their premium. A single person is a group of one. */
export interface BudgetGroup {
  readonly unit?: string | null | undefined;
  readonly roster: Roster;
  readonly segment: Segment;
  readonly employerGroup: EmployerGroup;
  readonly fundSource: FundSource | null;
  /** Wage or declared income of the roster; null when it has none. */
  readonly wage: Sen | null;
  readonly position?: string | null | undefined;
  readonly sector?: Sector | undefined;
  readonly persons: number;
  /** First and last month paid for; null means from or to the edge of the year. */
  readonly from?: Month | null | undefined;
  readonly to?: Month | null | undefined;
}

/** What a regency decides for one kind of worker. */
export interface GroupRule {
  readonly programmes: readonly Programme[];
  readonly wageBase: WageBaseRule;
  readonly riskClass?: RiskClass | undefined;
}

export type GroupRuleKey = `${EmployerGroup}/${Segment}`;

export interface BudgetSettings {
  /** Fiscal year = calendar year. */
  readonly year: number;
  /** Overrides of `defaultGroupRule`. */
  readonly rules?: Partial<Readonly<Record<GroupRuleKey, GroupRule>>> | undefined;
  /** Fund source for groups that have none; each use is counted as an assumption. */
  readonly fundWhenMissing?: Partial<Readonly<Record<EmployerGroup, FundSource>>> | undefined;
  /** Default `defaultRoundingRule`: half-up, each component on its own. */
  readonly rounding?: RoundingRule | undefined;
  /** True when the fund also bears the worker's share of JHT and JP; default false, it is cut from wages. */
  readonly workerShareBorne?: boolean | undefined;
  /** Regency code (`33.29`): decides which UMK and UMP the rules `umk` and `ump` and the floor of JKN mean. */
  readonly region?: string | undefined;
  /** Wages grow by this from a month on; BPU incomes do not, they are a declared bracket. */
  readonly wageGrowth?: WageGrowth | undefined;
  /** Reserve on top of the need, in basis points (hundredths of a percent) of the total; default 0. */
  readonly bufferBasisPoints?: number | undefined;
  /** Programmes outside the four that are priced where a rule names them; both off by default. */
  readonly jkp?: boolean | undefined;
  readonly health?: boolean | undefined;
}

/** Growth of wages: `basisPoints` hundredths of a percent (negative: a fall) from `from` on, to the nearest sen. */
export interface WageGrowth {
  readonly basisPoints: number;
  readonly from: Month;
}

export interface BudgetTables {
  readonly tariffs: TariffTable;
  readonly wageBases: WageBaseTable;
  readonly accounts: AccountTable;
}

export type BudgetGapReason = WageBaseGap | 'fund-missing' | 'outside-year' | 'months-reversed';

/** People left out of the need, by reason: named and counted, never silently zero. */
export interface BudgetGap {
  readonly reason: BudgetGapReason;
  readonly roster: Roster;
  readonly employerGroup: EmployerGroup;
  readonly persons: number;
}

/** Something the need rests on, with the number of persons it touches. */
export interface BudgetAssumption {
  readonly code:
    | Assumption['code']
    | 'wage-substituted'
    | 'fund-assumed'
    | 'account-uncertain'
    | 'minimum-wage-carried'
    | 'wage-below-floor';
  /** Table row, wage rule, fund source or account code, by `code`. */
  readonly row: string;
  readonly source: string;
  readonly persons: number;
}

export interface Budget {
  readonly year: number;
  readonly months: readonly Month[];
  readonly lines: readonly BudgetLine[];
  /** What the funds pay: the sum of all lines, without the reserve. */
  readonly total: Rupiah;
  /** The reserve: `bufferBasisPoints` of `total`, rounded by the rounding mode; the sum of the lines' `buffer`. */
  readonly buffer: Rupiah;
  /** The workers' own share of JHT and JP, cut from wages; not in `total` or `lines` unless borne. */
  readonly workerShare: Rupiah;
  /** Persons priced in at least one month. */
  readonly persons: number;
  readonly byMonth: readonly {
    readonly month: Month;
    readonly amount: Rupiah;
    readonly persons: number;
  }[];
  readonly byRoster: readonly {
    readonly roster: Roster;
    readonly amount: Rupiah;
    readonly persons: number;
  }[];
  readonly gaps: readonly BudgetGap[];
  readonly assumptions: readonly BudgetAssumption[];
}
