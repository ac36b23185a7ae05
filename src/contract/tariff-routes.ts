/** Tariffs, the settings and accounts of a year, and how a premium is made. */
import * as z from 'zod';
import { budgetConfigSchema } from '../domain/budget-config.ts';
import { ownTariffValue } from '../domain/own-tariff.ts';
import { confidences } from '../domain/resource-schema.ts';
import { employerGroups, payers, segments } from '../domain/segments.ts';
import { siltapPositions } from '../domain/siltap-position.ts';
import {
  count,
  done,
  fileId,
  fiscalYear,
  fundSource,
  month,
  programme,
  rowId,
  rupiah,
} from './common.ts';
import { command, job, query } from './route.ts';

/** Who says so; the store has no operators, so it is typed. */
const personName = z.string().trim().min(2).max(120);
const reason = z.string().trim().min(3).max(500);
const moment = z.string();

const tariffFigure = z.union([
  ownTariffValue,
  z.object({
    kind: z.literal('bracket'),
    no: count,
    incomeFrom: rupiah,
    base: rupiah,
    jkk: rupiah,
    jht: rupiah,
  }),
  z.object({ kind: z.literal('floor'), programme }),
  z.object({ kind: z.enum(['pension-age', 'bpu-age']), age: count }),
]);

/** A regency's own row; the shipped one it stands for is named where there is one. */
export const ownTariffView = z.object({
  id: rowId,
  value: ownTariffValue,
  from: month,
  to: month.nullable(),
  source: z.string(),
  reason: z.string(),
  author: z.string(),
  createdAt: moment,
  withdrawn: z.object({ at: moment, by: z.string(), reason: z.string() }).nullable(),
});
export type OwnTariffView = z.infer<typeof ownTariffView>;

/** A row of the shipped table as it stands in the asked year. */
export const tariffRow = z.object({
  id: z.string(),
  figure: tariffFigure,
  /** What a confirmation is given for; a changed figure needs a new one. */
  figureText: z.string(),
  from: month.nullable(),
  to: month.nullable(),
  source: z.string(),
  confidence: z.enum(confidences),
  confirmed: z.object({ by: z.string(), at: moment, note: z.string() }).nullable(),
  /** Own rows that stand in its place for some of the year's months. */
  replacedBy: z.array(rowId),
});
export type TariffRowView = z.infer<typeof tariffRow>;

export const tariffList = z.object({
  year: fiscalYear,
  rows: z.array(tariffRow),
  /** Own rows of the year, and those withdrawn. */
  own: z.array(ownTariffView),
  /** The last ceiling known where the year's own is not published; marked as an assumption everywhere. */
  ceilingCarried: z.object({ programme, amount: rupiah, from: month }).nullable(),
});
export type TariffList = z.infer<typeof tariffList>;

const wageFact = z.object({ sen: z.number().int(), source: z.string(), year: count }).nullable();

export const budgetConfigView = z.object({
  year: fiscalYear,
  config: budgetConfigSchema,
  defaults: budgetConfigSchema,
  /** Null: nothing was saved, these are the defaults. An earlier year: its settings are carried on. */
  saved: z
    .object({ year: fiscalYear, author: z.string(), reason: z.string(), savedAt: moment })
    .nullable(),
  /** What the shipped tables know for the place and year. */
  known: z.object({
    umk: wageFact,
    ump: wageFact,
    siltap: z.array(
      z.object({ position: z.enum(siltapPositions), sen: z.number().int(), source: z.string() }),
    ),
  }),
});
export type BudgetConfigView = z.infer<typeof budgetConfigView>;

export const ownAccount = z
  .object({
    fundKind: z.enum(['apbd', 'apbdes', 'dbhcht']),
    employerGroup: z.enum(employerGroups),
    position: z.enum(siltapPositions).nullable(),
    programme,
    code: z.string().trim().min(1).max(60),
    name: z.string().trim().max(200),
  })
  .strict();
export type OwnAccountView = z.infer<typeof ownAccount>;

/** A code in an unusual notation is said, never refused. */
export const accountWarning = z.object({
  row: count,
  code: z.enum(['notation', 'unknown-code', 'other-scope']),
  given: z.string(),
  standard: z.string(),
});

export const accountRow = z.object({
  ...ownAccount.shape,
  /** Empty where no code is known. */
  code: z.string(),
  origin: z.enum(['own', 'default', 'unknown']),
  verified: z.boolean(),
  note: z.string().nullable(),
});
export type AccountRowView = z.infer<typeof accountRow>;

export const premiumStretch = z.object({
  from: month,
  to: month,
  lines: z.array(
    z.object({
      programme,
      payer: z.enum(payers),
      amount: rupiah,
      /** The reckoning in words, sources and marks included. */
      text: z.string(),
      own: z.boolean(),
      verified: z.boolean(),
    }),
  ),
  employer: rupiah,
  worker: rupiah,
});

export const premiumExplanation = z.object({
  year: fiscalYear,
  segment: z.enum(segments),
  fundSource: fundSource.nullable(),
  /** Why there is no premium to explain; then `stretches` is empty. */
  gap: z.string().nullable(),
  /** On what wage it is made, in words. */
  wageText: z.string().nullable(),
  stretches: z.array(premiumStretch),
  assumptions: z.array(z.string()),
});
export type PremiumExplanation = z.infer<typeof premiumExplanation>;

export const tariffRoutes = {
  'tariff.list': query({ in: z.object({ year: fiscalYear }).strict(), out: tariffList }),
  'tariff.override': command({
    in: z
      .object({
        value: ownTariffValue,
        from: month,
        to: month.nullable(),
        source: z.string().trim().min(3).max(300),
        reason,
        author: personName,
      })
      .strict(),
    out: z.object({ id: rowId }),
  }),
  'tariff.withdraw': command({
    in: z.object({ id: rowId, reason, author: personName }).strict(),
    out: done,
  }),
  /** All or none. `figure` is the text the page showed: `tariff.changed` when the row says something else by now. */
  'tariff.confirm': command({
    in: z
      .object({
        rows: z
          .array(z.object({ row: z.string().min(1).max(100), figure: z.string().max(2000) }))
          .min(1)
          .max(200),
        by: personName,
        note: z.string().trim().min(3).max(300),
      })
      .strict(),
    out: done,
  }),
  'tariff.unconfirm': command({
    in: z.object({ row: z.string().min(1).max(100), by: personName }).strict(),
    out: done,
  }),
  'budgetConfig.get': query({ in: z.object({ year: fiscalYear }).strict(), out: budgetConfigView }),
  'budgetConfig.save': command({
    in: z
      .object({
        year: fiscalYear,
        config: budgetConfigSchema,
        author: personName,
        reason: z.string().trim().max(500),
      })
      .strict(),
    out: done,
  }),
  'account.list': query({
    in: z.object({ year: fiscalYear }).strict(),
    out: z.object({
      year: fiscalYear,
      rows: z.array(accountRow),
      warnings: z.array(accountWarning),
    }),
  }),
  /** Puts the whole list of a year's own accounts in place. */
  'account.save': command({
    in: z
      .object({
        year: fiscalYear,
        accounts: z.array(ownAccount).max(500),
        author: personName,
      })
      .strict(),
    out: z.object({ warnings: z.array(accountWarning) }),
  }),
  /** Reads a file of accounts; nothing is saved. */
  'account.read': job({
    in: z.object({ file: fileId, year: fiscalYear }).strict(),
    out: z.object({
      accounts: z.array(ownAccount),
      warnings: z.array(accountWarning),
      problems: z.array(
        z.object({ row: count, column: z.string(), code: z.string(), value: z.string() }),
      ),
    }),
  }),
  'premium.explain': query({
    in: z.object({ entryId: rowId, year: fiscalYear.optional() }).strict(),
    out: premiumExplanation,
  }),
} as const;
