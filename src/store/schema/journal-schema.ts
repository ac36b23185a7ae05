/** The tables of 0001/journal-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';

export interface JournalTable {
  id: Generated<number>;
  at: string;
  action: string;
  params: string;
  batch_id: number | null;
  entry_id: number | null;
}

export interface JournalChangeTable {
  journal_id: number;
  entity:
    | 'person'
    | 'roster_entry'
    | 'bpjs_export'
    | 'budget_scenario'
    | 'finding'
    | 'link_decision'
    | 'review_vote';
  entity_id: number;
  before: string | null;
  after: string | null;
}

export interface JournalSchema {
  journal: JournalTable;
  journal_change: JournalChangeTable;
}
