import { among } from './among.ts';

/** Batches, their staged plans, and remembered sources. */
export const importTables = `
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('non-asn', 'desa', 'rentan', 'bpjs-pu', 'bpjs-bpu', 'bpjs-nik')),
  state TEXT NOT NULL CHECK (state IN ('staged', 'committed', 'undone', 'discarded')),
  file_name TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  choices TEXT NOT NULL CHECK (json_valid(choices)),
  sheets TEXT NOT NULL CHECK (json_valid(sheets)),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  issue_counts TEXT NOT NULL CHECK (json_valid(issue_counts)),
  staged_at TEXT NOT NULL,
  committed_at TEXT,
  undone_at TEXT,
  CHECK ((state IN ('committed', 'undone')) = (committed_at IS NOT NULL))
) STRICT;
CREATE INDEX import_batch_content ON import_batch (sha256, kind, state);

-- The plan a person looks at is the plan that is committed: rows are read back by (batch_id, seq).
CREATE TABLE staged_row (
  batch_id INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  source_row INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (${among('action', 'add', 'update', 'same', 'leave', 'conflict', 'reject')}),
  severity TEXT CHECK (${among('severity', 'error', 'warning', 'info')}),
  person_id INTEGER,
  entry_id INTEGER,
  "values" TEXT NOT NULL,
  issues TEXT,
  PRIMARY KEY (batch_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX staged_row_action ON staged_row (batch_id, action, seq);
CREATE INDEX staged_row_severity ON staged_row (batch_id, severity, seq) WHERE severity IS NOT NULL;

-- Rows of a plan that were changed by hand: what the file said, and what was decided. Empty edits have no row.
CREATE TABLE staged_edit (
  batch_id INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  base_values TEXT NOT NULL,
  base_issues TEXT,
  edits TEXT NOT NULL CHECK (json_valid(edits)),
  PRIMARY KEY (batch_id, seq)
) STRICT, WITHOUT ROWID;

-- How a person wants the files of one source to be read: found again by the key of their head.
CREATE TABLE import_profile (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  source_key TEXT NOT NULL CHECK (length(source_key) = 64),
  file_name TEXT NOT NULL,
  choices TEXT NOT NULL CHECK (json_valid(choices)),
  saved_at TEXT NOT NULL,
  UNIQUE (kind, source_key)
) STRICT;

CREATE TABLE set_aside_row (
  batch_id INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  source_row INTEGER NOT NULL,
  reason TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (batch_id, seq)
) STRICT, WITHOUT ROWID;
`;
