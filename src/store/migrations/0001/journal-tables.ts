import { among } from './among.ts';

/** What was done, and what it did to each row. */
export const journalTables = `
-- One row a deed, in words a person reads; journal_change holds what it did to each row, for undo.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  batch_id INTEGER REFERENCES import_batch (id),
  entry_id INTEGER
) STRICT;
CREATE INDEX journal_entry ON journal (entry_id, id) WHERE entry_id IS NOT NULL;
-- Which deeds were taken back.
CREATE INDEX journal_undone ON journal (params ->> 'deed') WHERE action = 'roster.undoEdit';
CREATE INDEX journal_batch ON journal (batch_id) WHERE batch_id IS NOT NULL;

-- before NULL: the row was added; after NULL: it was removed. An added row's values stand in its table.
CREATE TABLE journal_change (
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE CASCADE,
  entity TEXT NOT NULL CHECK (${among('entity', 'person', 'roster_entry', 'bpjs_export', 'budget_scenario', 'finding', 'link_decision', 'review_vote')}),
  entity_id INTEGER NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  PRIMARY KEY (journal_id, entity, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_change_row ON journal_change (entity, entity_id);
`;
