import { bpjsTables } from './0001/bpjs-tables.ts';
import { budgetTables } from './0001/budget-tables.ts';
import { findingTables } from './0001/finding-tables.ts';
import { importTables } from './0001/import-tables.ts';
import { journalTables } from './0001/journal-tables.ts';
import { matchingTables } from './0001/matching-tables.ts';
import { planTables } from './0001/plan-tables.ts';
import { regencyTables } from './0001/regency-tables.ts';
import { reviewTables } from './0001/review-tables.ts';
import { rosterTables } from './0001/roster-tables.ts';
import { spendingTables } from './0001/spending-tables.ts';
import { tariffTables } from './0001/tariff-tables.ts';
import type { Migration } from './migration.ts';

/**
 * Person ↔ roster entry ↔ membership are three things: one NIK may stand in two rosters and hold several
 * memberships. Identifiers are TEXT, money is INTEGER sen, dates are ISO text. Tables that an import fills
 * carry the batch and the place in the file they came from.
 */
export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  up: [
    regencyTables,
    importTables,
    rosterTables,
    bpjsTables,
    matchingTables,
    planTables,
    reviewTables,
    budgetTables,
    tariffTables,
    journalTables,
    spendingTables,
    findingTables,
  ],
};
