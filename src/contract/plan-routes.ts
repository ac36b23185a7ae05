/** Scenarios of a year's budget: kept, compared, aimed at a coverage, printed. */
import * as z from 'zod';
import { coverageSegments } from '../domain/plan-coverage.ts';
import { planKinds } from '../domain/plan-types.ts';
import {
  civilDate,
  count,
  done,
  fiscalYear,
  fundSource,
  month,
  programme,
  roster,
  rowId,
  rupiah,
} from './common.ts';
import { planAssumptions } from './plan-assumptions.ts';
import { command, job, query } from './route.ts';

const name = z.string().trim().min(1).max(80);
export const planKind = z.enum(planKinds);

export const scenario = z.object({
  id: rowId,
  year: fiscalYear,
  name: z.string(),
  kind: planKind,
  assumptions: planAssumptions,
  version: count,
  updatedAt: z.string(),
});
export type ScenarioView = z.infer<typeof scenario>;

const coverageSegment = z.enum(coverageSegments);
const coverageBasis = z.object({
  segment: coverageSegment,
  workers: count,
  active: count.nullable(),
  source: z.string(),
  asOf: civilDate,
});

const basisPoints = z.number().int().nullable();
export const planCoverage = z.object({
  segments: z.array(
    z.object({
      segment: coverageSegment,
      active: count,
      workers: count,
      basisPoints,
      /** Null: the roster itself was counted. */
      source: z.string().nullable(),
      asOf: civilDate.nullable(),
    }),
  ),
  active: count,
  workers: count,
  basisPoints,
});
export type PlanCoverageView = z.infer<typeof planCoverage>;

/** A part of a total, by what it was grouped. */
export const planPart = z.object({ key: z.string(), persons: count, amount: rupiah });
export type PlanPart = z.infer<typeof planPart>;

const note = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A scenario computed. Every list of parts adds up to `total`, which is without the reserve. */
export const planView = z.object({
  total: rupiah,
  buffer: rupiah,
  workerShare: rupiah,
  persons: count,
  byMonth: z.array(z.object({ month, amount: rupiah, persons: count })),
  byProgramme: z.array(planPart),
  bySource: z.array(planPart),
  byRoster: z.array(planPart),
  now: planCoverage,
  reached: planCoverage,
  added: count,
  addedCost: rupiah,
  /** Cost of the added ÷ points gained; null where nobody is added. */
  costPerPoint: rupiah.nullable(),
  excludedPersons: count,
  saving: rupiah,
  leftOut: z.array(z.object({ code: z.string(), roster, persons: count })),
  leaversTooMany: count,
  gaps: z.array(z.object({ code: z.string(), roster: roster.nullable(), persons: count })),
  assumptions: z.array(note),
  choice: z
    .object({
      wanted: count.nullable(),
      persons: count,
      lacking: count,
      spare: rupiah.nullable(),
      cost: rupiah,
    })
    .nullable(),
});
export type PlanView = z.infer<typeof planView>;

/** One step from a scenario to another: which assumption changed, and what that alone did. */
export const planStep = z.object({
  what: z.enum([
    'scope',
    'target',
    'months',
    'rules',
    'growth',
    'recruitments',
    'leavings',
    'retirement',
    'covered',
    'buffer',
  ]),
  persons: z.number().int(),
  amount: rupiah,
});
export type PlanStep = z.infer<typeof planStep>;

export const needGroupings = [
  'roster',
  'group',
  'unit',
  'source',
  'account',
  'programme',
  'month',
] as const;

const targetGroup = z.object({
  label: z.string(),
  candidates: count,
  persons: count,
  cost: rupiah,
  costPerPoint: rupiah.nullable(),
});

export const targetView = z.object({
  now: planCoverage,
  reached: planCoverage,
  wanted: count.nullable(),
  persons: count,
  lacking: count,
  cost: rupiah,
  spare: rupiah.nullable(),
  costPerPoint: rupiah.nullable(),
  candidates: count,
  unpriced: count,
  leavingSoon: count,
  toCheck: count,
  bySource: z.array(planPart),
  byMonth: z.array(z.object({ month, amount: rupiah, persons: count })),
  /** Month by month for each fund source; months stand as in `byMonth`. */
  sourceMonths: z.array(z.object({ fundSource, amounts: z.array(rupiah) })),
  groups: z.object({
    roster: z.array(targetGroup),
    unit: z.array(targetGroup),
    desil: z.array(targetGroup),
    risk: z.array(targetGroup),
  }),
  /** Coverage reached after each tenth of the persons, with the cost so far. */
  curve: z.array(z.object({ persons: count, cost: rupiah, basisPoints })),
});
export type TargetView = z.infer<typeof targetView>;

export const benefitsView = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      programme,
      title: z.string(),
      amount: z.string(),
      condition: z.string(),
      source: z.string(),
      verified: z.boolean(),
    }),
  ),
  uncovered: z.array(z.object({ roster, workers: count, uncovered: count })),
  asOf: civilDate.nullable(),
});
export type BenefitsView = z.infer<typeof benefitsView>;

const file = z.object({
  kind: z.enum(['rka-pdf', 'rka-xlsx', 'compare-xlsx', 'people-xlsx']),
  file: z.string(),
  fileName: z.string(),
  pages: count.nullable(),
  rows: count,
  bytes: count,
});
const folder = z.string().min(8).max(64);
const named = z.object({ name, assumptions: planAssumptions }).strict();

export const planRoutes = {
  'plan.list': query({
    in: z.object({ year: fiscalYear }).strict(),
    out: z.object({
      scenarios: z.array(scenario),
      bases: z.array(coverageBasis),
      /** Day of the latest matching run, and the BPJS files behind it. */
      asOf: civilDate.nullable(),
      sources: z.array(z.string()),
    }),
  }),
  'plan.create': command({
    in: z.object({ year: fiscalYear, name, kind: planKind, assumptions: planAssumptions }).strict(),
    out: z.object({ id: rowId }),
  }),
  'plan.save': command({
    in: z.object({ id: rowId, version: count, name, assumptions: planAssumptions }).strict(),
    out: z.object({ version: count }),
  }),
  'plan.duplicate': command({
    in: z.object({ id: rowId, name }).strict(),
    out: z.object({ id: rowId }),
  }),
  'plan.delete': command({
    in: z.object({ id: rowId }).strict(),
    out: z.object({ journalId: rowId }),
  }),
  'plan.undoDelete': command({
    in: z.object({ journalId: rowId }).strict(),
    out: z.object({ id: rowId }),
  }),
  'plan.setBasis': command({
    in: z
      .object({
        year: fiscalYear,
        segment: coverageSegment,
        basis: z
          .object({
            workers: count.max(300_000_000),
            active: count.max(300_000_000).nullable(),
            source: z.string().trim().min(1).max(200),
            asOf: civilDate,
          })
          .strict()
          .nullable(),
      })
      .strict(),
    out: done,
  }),
  'plan.compare': query({
    in: z.object({ year: fiscalYear, plans: z.array(planAssumptions).min(1).max(4) }).strict(),
    out: z.object({ plans: z.array(planView) }),
  }),
  'plan.difference': query({
    in: z.object({ year: fiscalYear, from: planAssumptions, to: planAssumptions }).strict(),
    out: z.object({ steps: z.array(planStep), persons: z.number().int(), amount: rupiah }),
  }),
  'plan.need': query({
    in: z
      .object({ year: fiscalYear, assumptions: planAssumptions, by: z.enum(needGroupings) })
      .strict(),
    out: z.object({
      rows: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          persons: count,
          personMonths: count,
          amount: rupiah,
        }),
      ),
      total: rupiah,
    }),
  }),
  'plan.target': query({
    in: z.object({ year: fiscalYear, assumptions: planAssumptions }).strict(),
    out: targetView,
  }),
  'plan.benefits': query({ in: z.object({ year: fiscalYear }).strict(), out: benefitsView }),
  'plan.export': job({
    in: z
      .object({
        folder,
        year: fiscalYear,
        paper: z.enum(['A4', 'F4']),
        what: z.enum(['compare', 'rka']),
        /** Lines per unit, as an OPD's own RKA has them; otherwise one table for all. */
        byUnit: z.boolean(),
        plans: z.array(named).min(1).max(4),
      })
      .strict(),
    out: z.object({ folder: z.string(), files: z.array(file) }),
  }),
  'plan.exportPeople': job({
    in: z
      .object({ folder, year: fiscalYear, assumptions: planAssumptions, fullNik: z.boolean() })
      .strict(),
    out: z.object({ folder: z.string(), files: z.array(file) }),
  }),
} as const;
