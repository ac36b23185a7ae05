import { z } from 'zod';
import { AppError } from './app-error.ts';
import type { Sen } from './brand.ts';
import { sen } from './money.ts';
import { largestWage, requireWage } from './premium-plan.ts';
import { parseResource, positiveInteger, rowIdentity } from './resource-schema.ts';
import type { EmployerGroup, Segment } from './segments.ts';
import { type SiltapPosition, siltapPositionOf, siltapPositions } from './siltap-position.ts';

const amountSen = positiveInteger.transform((value): Sen => sen(value));

const minimumWageSchema = z.strictObject({
  ...rowIdentity,
  kind: z.enum(['umk', 'ump']),
  region: z.string().regex(/^\d{2}(?:\.\d{2})?$/),
  name: z.string(),
  year: positiveInteger,
  sen: amountSen,
});

const tableSchema = z.strictObject({
  format: z.literal(1),
  checkedOn: z.iso.date(),
  note: z.string().optional(),
  minimumWages: z.array(minimumWageSchema),
  siltap: z.array(
    z.strictObject({ ...rowIdentity, position: z.enum(siltapPositions), sen: amountSen }),
  ),
  bpuBase: z.strictObject({ ...rowIdentity, sen: amountSen }),
});

/** A yearly minimum wage (UMK of a regency, UMP of a province), exact to the sen. */
export type MinimumWage = Readonly<z.infer<typeof minimumWageSchema>>;
/** Minimum wages, least siltap and the BPU base. */
export type WageBaseTable = Readonly<z.infer<typeof tableSchema>>;

/** Checks `resources/tariffs/wage-bases.json`; throws `input.invalid` naming the field. */
export function parseWageBaseTable(value: unknown): WageBaseTable {
  return parseResource(tableSchema, value, 'wageBases');
}

/**
 * On what wage a group is priced. Practice is not uniform (a flat Rp1,000,000, the UMK, siltap, the real wage), so the
 * regency decides per employer group.
 */
export type WageBaseRule =
  | {
      readonly kind: 'actual';
      /** Used where the roster has no wage; counted as an assumption. */
      readonly ifMissing?: Exclude<WageBaseRule, { kind: 'actual' }> | undefined;
    }
  | { readonly kind: 'fixed'; readonly wage: Sen }
  /** Id of a row of `minimumWages`. */
  | { readonly kind: 'minimum-wage'; readonly id: string }
  /** The UMK of the budget's region and year, or the UMP of its province; the last known one is marked. */
  | { readonly kind: 'umk' }
  | { readonly kind: 'ump' }
  /** The least siltap of the person's office (PP 11/2019 Ps. 81). */
  | { readonly kind: 'siltap' }
  /** The first BPU bracket: Rp1,000,000. */
  | { readonly kind: 'bpu-base' };

export type WageBaseGap =
  | 'wage-missing'
  | 'wage-not-positive'
  | 'wage-too-large'
  | 'position-unknown'
  | 'minimum-wage-unknown';

/** A wage base, or why there is none. `substituted` says that the roster had no wage. */
export type WageBase =
  | {
      readonly ok: true;
      readonly wage: Sen;
      readonly substituted: WageBaseRule['kind'] | null;
      /** The minimum wage of an earlier year that was taken because the year's own is not known. */
      readonly carried?: MinimumWage | undefined;
    }
  | { readonly ok: false; readonly gap: WageBaseGap };

/** The minimum wage of a region code and year, or null when the table has none. */
export function minimumWageFor(
  table: WageBaseTable,
  region: string,
  year: number,
): MinimumWage | null {
  return table.minimumWages.find((row) => row.region === region && row.year === year) ?? null;
}

/** Where and when a minimum wage is asked for. */
export interface WagePlace {
  /** Regency code, `33.29`. */
  readonly region: string;
  readonly year: number;
}

/** The UMK of a regency or the UMP of its province in a year; the last one before it is `carried`. Null: none known. */
export function minimumWageInForce(
  table: WageBaseTable,
  kind: 'umk' | 'ump',
  place: WagePlace | null,
): { readonly row: MinimumWage; readonly carried: boolean } | null {
  if (place === null) return null;
  const region = kind === 'umk' ? place.region : place.region.slice(0, 2);
  let best: MinimumWage | null = null;
  for (const row of table.minimumWages) {
    if (row.kind !== kind || row.region !== region || row.year > place.year) continue;
    if (best === null || row.year > best.year) best = row;
  }
  return best === null ? null : { row: best, carried: best.year < place.year };
}

/** The least siltap of an office, or null for a position without one. */
export function siltapRow(
  table: WageBaseTable,
  position: SiltapPosition | null,
): WageBaseTable['siltap'][number] | null {
  return table.siltap.find((row) => row.position === position) ?? null;
}

/** Applies a rule to one person or group. Throws `not-found` for a minimum wage that the table does not hold. */
export function resolveWageBase(
  rule: WageBaseRule,
  person: { readonly wage: Sen | null; readonly position: string | null },
  table: WageBaseTable,
  place: WagePlace | null = null,
): WageBase {
  switch (rule.kind) {
    case 'actual': {
      if (person.wage !== null) {
        if (person.wage <= 0) return { ok: false, gap: 'wage-not-positive' };
        if (person.wage > largestWage) return { ok: false, gap: 'wage-too-large' };
        return { ok: true, wage: person.wage, substituted: null };
      }
      if (rule.ifMissing === undefined) return { ok: false, gap: 'wage-missing' };
      const instead = resolveWageBase(rule.ifMissing, person, table, place);
      return instead.ok ? { ...instead, substituted: rule.ifMissing.kind } : instead;
    }
    case 'fixed':
      return { ok: true, wage: requireWage(rule.wage), substituted: null };
    case 'minimum-wage': {
      const row = table.minimumWages.find((wage) => wage.id === rule.id);
      if (row === undefined) throw new AppError('not-found', { params: { wage: rule.id } });
      return { ok: true, wage: row.sen, substituted: null };
    }
    case 'umk':
    case 'ump': {
      const found = minimumWageInForce(table, rule.kind, place);
      if (found === null) return { ok: false, gap: 'minimum-wage-unknown' };
      const { row, carried } = found;
      return { ok: true, wage: row.sen, substituted: null, carried: carried ? row : undefined };
    }
    case 'siltap': {
      const row = siltapRow(table, siltapPositionOf(person.position ?? ''));
      return row === null
        ? { ok: false, gap: 'position-unknown' }
        : { ok: true, wage: row.sen, substituted: null };
    }
    case 'bpu-base':
      return { ok: true, wage: table.bpuBase.sen, substituted: null };
  }
}

/**
 * The rule a regency starts from: BPU at Rp1,000,000 as nearly everywhere; wage earners at their own wage, village
 * officials without one at the least siltap of their office.
 */
export function defaultWageBase(employerGroup: EmployerGroup, segment: Segment): WageBaseRule {
  if (segment === 'bpu') return { kind: 'bpu-base' };
  return employerGroup === 'perangkat-desa'
    ? { kind: 'actual', ifMissing: { kind: 'siltap' } }
    : { kind: 'actual' };
}
