/** The tables as Kysely sees them; the SQL of migrations/ is the source. */
import type { BpjsSchema } from './schema/bpjs-schema.ts';
import type { BudgetSchema } from './schema/budget-schema.ts';
import type { ImportSchema } from './schema/import-schema.ts';
import type { JournalSchema } from './schema/journal-schema.ts';
import type { MatchingSchema } from './schema/matching-schema.ts';
import type { RegencySchema } from './schema/regency-schema.ts';
import type { ReviewSchema } from './schema/review-schema.ts';
import type { RosterSchema } from './schema/roster-schema.ts';

export interface Schema
  extends RegencySchema,
    ImportSchema,
    RosterSchema,
    BpjsSchema,
    MatchingSchema,
    ReviewSchema,
    BudgetSchema,
    JournalSchema {}
