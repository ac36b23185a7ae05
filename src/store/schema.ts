/** The tables as Kysely sees them; the SQL of migrations/ is the source. */
import type { BpjsSchema } from './schema/bpjs-schema.ts';
import type { BudgetSchema } from './schema/budget-schema.ts';
import type { FindingSchema } from './schema/finding-schema.ts';
import type { ImportSchema } from './schema/import-schema.ts';
import type { JournalSchema } from './schema/journal-schema.ts';
import type { MatchingSchema } from './schema/matching-schema.ts';
import type { PlanSchema } from './schema/plan-schema.ts';
import type { RegencySchema } from './schema/regency-schema.ts';
import type { ReviewSchema } from './schema/review-schema.ts';
import type { RosterSchema } from './schema/roster-schema.ts';
import type { SpendingSchema } from './schema/spending-schema.ts';
import type { TariffSchema } from './schema/tariff-schema.ts';

export interface Schema
  extends BpjsSchema,
    BudgetSchema,
    FindingSchema,
    ImportSchema,
    JournalSchema,
    MatchingSchema,
    PlanSchema,
    RegencySchema,
    ReviewSchema,
    RosterSchema,
    SpendingSchema,
    TariffSchema {}
