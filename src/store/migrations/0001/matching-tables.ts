import { among } from './among.ts';

/** Runs, links, decisions, and where each entry stands after the latest run. */
export const matchingTables = `
CREATE TABLE reconcile_run (
  id INTEGER PRIMARY KEY,
  as_of TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT NOT NULL,
  engine_version TEXT NOT NULL,
  roster_version INTEGER NOT NULL,
  bpjs_version INTEGER NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  -- What officers' decisions made of the model: from how many, and by how much; null in a run without any.
  calibration TEXT CHECK (calibration IS NULL OR json_valid(calibration))
) STRICT;

-- What the newest run keeps so that the next one matches only what has changed: columns of numbers, one a row.
CREATE TABLE run_memory (
  part TEXT PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES reconcile_run (id) ON DELETE CASCADE,
  data BLOB NOT NULL
) STRICT;

-- Accepted links and the rivals offered for review. A link joins a person, not a roster entry: one person
-- may stand in two rosters. Evidence is the engine's packed levels.
CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES reconcile_run (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  membership_id INTEGER NOT NULL REFERENCES membership (id) ON DELETE CASCADE,
  class TEXT NOT NULL CHECK (${among('class', 'nik', 'kpj', 'strong', 'review', 'conflict', 'decided')}),
  probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
  weight REAL NOT NULL,
  evidence INTEGER NOT NULL,
  -- What an officer said of a pair in the queue; the next run takes it from link_decision.
  decision TEXT CHECK (decision IN ('same', 'different'))
) STRICT;
CREATE INDEX link_run ON link (run_id, class, id);
CREATE INDEX link_person ON link (person_id);
CREATE INDEX link_membership ON link (membership_id);

-- Decisions speak of the people, not of row ids: they hold for the next month's export too.
CREATE TABLE link_decision (
  id INTEGER PRIMARY KEY,
  left_key TEXT NOT NULL,
  right_key TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('same', 'different')),
  note TEXT,
  decided_at TEXT NOT NULL,
  -- Initials; two where two people had to agree.
  operator TEXT,
  second_operator TEXT,
  -- 'implied': it follows from a decision about another pair.
  source TEXT NOT NULL DEFAULT 'queue' CHECK (${among('source', 'queue', 'bulk', 'list', 'implied')}),
  -- Of an implied one: the key of the pair whose decision it follows from.
  cause TEXT,
  UNIQUE (left_key, right_key)
) STRICT;
CREATE INDEX link_decision_cause ON link_decision (cause) WHERE cause IS NOT NULL;

-- Where each entry stands after the latest run; entries without a row were never matched.
CREATE TABLE entry_state (
  entry_id INTEGER PRIMARY KEY REFERENCES roster_entry (id) ON DELETE CASCADE,
  run_id INTEGER NOT NULL REFERENCES reconcile_run (id),
  enrolment TEXT NOT NULL CHECK (${among('enrolment', 'aktif', 'grace', 'nonaktif', 'belum', 'perlu-periksa')}),
  link_class TEXT,
  membership_id INTEGER REFERENCES membership (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX entry_state_enrolment ON entry_state (enrolment, entry_id);
CREATE INDEX entry_state_membership ON entry_state (membership_id) WHERE membership_id IS NOT NULL;
`;
