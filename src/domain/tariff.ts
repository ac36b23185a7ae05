import { AppError } from './app-error.ts';
import type { Month, Sen } from './brand.ts';
import { addMonths } from './month.ts';
import { isInForce } from './resource-schema.ts';
import type { FundKind, Payer, Programme, Segment } from './segments.ts';
import type {
  BpuBracket,
  BpuTable,
  CeilingRow,
  FloorRow,
  RateRow,
  ReliefRow,
  RiskClass,
  Sector,
  TariffTable,
} from './tariff-table.ts';

function missing(month: Month, programme: string): AppError {
  return new AppError('tariff.missing', { params: { month, programme } });
}

/**
 * The rates of a programme for wage earners in a month, one row a payer. For a member of JKP the recomposed rows hold
 * where there are any (PP 6/2025). Throws `tariff.missing` when there is none.
 */
export function ratesFor(
  table: TariffTable,
  query: { programme: Programme; riskClass: RiskClass; month: Month; withJkp?: boolean },
): readonly RateRow[] {
  const { programme, riskClass, month, withJkp = false } = query;
  const rows = table.rates.filter(
    (row) =>
      row.programme === programme &&
      (row.riskClass === null || row.riskClass === riskClass) &&
      isInForce(row, month),
  );
  const recomposed = withJkp ? rows.filter((row) => row.withJkp === true) : [];
  const found = recomposed.length > 0 ? recomposed : rows.filter((row) => row.withJkp !== true);
  if (found.length === 0) throw missing(month, programme);
  return found;
}

/** The rate of one payer, or null when that payer pays nothing for the programme. */
export function rateOfPayer(rows: readonly RateRow[], payer: Payer): RateRow | null {
  return rows.find((row) => row.payer === payer) ?? null;
}

/** The table for workers without wages in a month. Throws `tariff.missing` when there is none. */
export function bpuTableFor(table: TariffTable, month: Month): BpuTable {
  const found = table.bpuTables.find((row) => isInForce(row, month));
  if (found === undefined) throw missing(month, 'bpu');
  return found;
}

/**
 * The bracket of a declared monthly income. The printed table has gaps (Rp1.099.000, then Rp1.100.000): an income in
 * a gap belongs to the row below the next lower bound.
 */
export function bracketFor(table: BpuTable, income: Sen): BpuBracket {
  let low = 0;
  let high = table.rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const row = table.rows[middle];
    if (row !== undefined && row.incomeFrom * 100 <= income) low = middle;
    else high = middle - 1;
  }
  const bracket = table.rows[low];
  if (bracket === undefined) throw missing(table.from, 'bpu');
  return bracket;
}

/** A wage ceiling, and whether it is last known one carried past its own year. */
export interface CeilingInForce {
  readonly row: CeilingRow;
  /** True when the month's own ceiling is not in the table yet. */
  readonly carried: boolean;
}

/**
 * The wage ceiling of a programme in a month (JP: new each 1 March, so January and February still use last year's).
 * Null for a programme without ceilings. Past the last published one that one is used and marked `carried`; before the
 * first one `tariff.missing` is thrown.
 */
export function ceilingFor(
  table: TariffTable,
  programme: Programme,
  month: Month,
): CeilingInForce | null {
  let earlier: CeilingRow | null = null;
  let any = false;
  for (const row of table.ceilings) {
    if (row.programme !== programme) continue;
    any = true;
    if (isInForce(row, month)) return { row, carried: false };
    if (row.from <= month && (earlier === null || row.from > earlier.from)) earlier = row;
  }
  if (!any) return null;
  if (earlier === null) throw missing(month, programme);
  return { row: earlier, carried: true };
}

/** The row that gives a programme a wage floor in a month, or null: only JKN has one. */
export function floorFor(table: TariffTable, programme: Programme, month: Month): FloorRow | null {
  return table.floors.find((row) => row.programme === programme && isInForce(row, month)) ?? null;
}

/** What a relief does for one premium. */
export type ReliefOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'applies'; readonly row: ReliefRow }
  /** In force, but not for this fund: PP 50/2025 leaves out premiums paid from APBN or APBD. */
  | { readonly kind: 'excluded'; readonly row: ReliefRow }
  /** In force, and silent on this fund: taken as not applying, marked as an assumption. */
  | { readonly kind: 'unclear'; readonly row: ReliefRow };

/** The relief on a programme in a month for a fund and a sector. */
export function reliefFor(
  table: TariffTable,
  query: { segment: Segment; programme: Programme; month: Month; fund: FundKind; sector: Sector },
): ReliefOutcome {
  let outcome: ReliefOutcome = { kind: 'none' };
  for (const row of table.reliefs) {
    if (row.segment !== query.segment || !row.programmes.includes(query.programme)) continue;
    if (row.sectors !== null && !row.sectors.includes(query.sector)) continue;
    if (!isInForce(row, query.month)) continue;
    if (row.appliesTo.includes(query.fund)) return { kind: 'applies', row };
    if (row.unclear.includes(query.fund)) outcome = { kind: 'unclear', row };
    else if (outcome.kind === 'none') outcome = { kind: 'excluded', row };
  }
  return outcome;
}

/** JP pension age in a month, in years (56 in 2015, 65 from 2043). Throws `tariff.missing` before the first row. */
export function pensionAgeIn(table: TariffTable, month: Month): number {
  let age: number | null = null;
  let since = '';
  for (const row of table.pensionAges) {
    if (row.from <= month && row.from >= since) {
      age = row.age;
      since = row.from;
    }
  }
  if (age === null) throw missing(month, 'jp');
  return age;
}

/**
 * The months in which anything in the table begins or stops holding, ascending. Between two of them every premium is
 * the same, so a year is priced once per stretch and not twelve times.
 */
export function tariffChangeMonths(table: TariffTable): readonly Month[] {
  const months = new Set<Month>();
  const { rates, bpuTables, ceilings, floors, reliefs } = table;
  for (const row of [...rates, ...bpuTables, ...ceilings, ...floors, ...reliefs]) {
    months.add(row.from);
    if (row.to !== null) months.add(addMonths(row.to, 1));
  }
  return [...months].toSorted();
}
