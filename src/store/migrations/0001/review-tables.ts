import { among } from './among.ts';

/** The review queue: what it is ordered and filtered by, votes, settings, samples and lists sent out. */
export const reviewTables = `
-- A row for each link that waits, or waited, for an officer; filled by each run. No foreign key: a run replaces
-- a million links and empties this table first.
CREATE TABLE link_review (
  link_id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL,
  membership_id INTEGER NOT NULL,
  -- Position in the queue; gaps leave room for rivals that are decided about.
  place INTEGER NOT NULL,
  pair_key TEXT NOT NULL,
  left_key TEXT NOT NULL,
  right_key TEXT NOT NULL,
  -- Bits of the fields that differ.
  fields INTEGER NOT NULL,
  -- Monthly premium at stake, whole rupiah.
  money INTEGER NOT NULL,
  -- 1: the matcher may not accept it, however likely.
  needs_look INTEGER NOT NULL CHECK (needs_look IN (0, 1)),
  -- The class the run gave it; 'rival' and 'rival-conflict' for a rival that was decided about.
  base_class TEXT NOT NULL,
  -- Bits by field, float32; NULL for a link that came into the queue later.
  waterfall BLOB,
  -- The one vote so far where two are asked for, and whether two votes differed before.
  voted_by TEXT,
  disputed INTEGER NOT NULL DEFAULT 0 CHECK (disputed IN (0, 1))
) STRICT;
CREATE INDEX link_review_place ON link_review (place);
CREATE INDEX link_review_key ON link_review (pair_key);
CREATE INDEX link_review_membership ON link_review (membership_id);
CREATE INDEX link_review_person ON link_review (person_id);

-- Candidates that are neither linked nor in the queue; offered beside a pair of theirs.
CREATE TABLE link_rival (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL,
  membership_id INTEGER NOT NULL,
  probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
  weight REAL NOT NULL,
  evidence INTEGER NOT NULL,
  waterfall BLOB NOT NULL
) STRICT;
CREATE INDEX link_rival_person ON link_rival (person_id);
CREATE INDEX link_rival_membership ON link_rival (membership_id);

-- Links of the latest run by class and hundredth of probability: what a threshold would move, without a scan.
CREATE TABLE link_band (
  class TEXT NOT NULL,
  band INTEGER NOT NULL CHECK (band BETWEEN 0 AND 100),
  links INTEGER NOT NULL,
  -- Sum of (1 - probability).
  doubt REAL NOT NULL,
  PRIMARY KEY (class, band)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  accept REAL NOT NULL CHECK (accept > review AND accept <= 1),
  review REAL NOT NULL CHECK (review > 0),
  blind INTEGER NOT NULL DEFAULT 0 CHECK (blind IN (0, 1)),
  two_person INTEGER NOT NULL DEFAULT 0 CHECK (two_person IN (0, 1))
) STRICT;

CREATE TABLE review_filter (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  filter TEXT NOT NULL CHECK (json_valid(filter))
) STRICT;

-- Where two people must agree. Two votes that differ end a round without a decision.
CREATE TABLE review_vote (
  id INTEGER PRIMARY KEY,
  left_key TEXT NOT NULL,
  right_key TEXT NOT NULL,
  round INTEGER NOT NULL,
  operator TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('same', 'different')),
  note TEXT,
  voted_at TEXT NOT NULL,
  UNIQUE (left_key, right_key, round, operator)
) STRICT;

-- Samples of accepted links, with the records as they were: they stay true after the next run.
CREATE TABLE audit_sample (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  seed INTEGER NOT NULL,
  engine_version TEXT NOT NULL,
  -- Links by class in the whole run.
  population TEXT NOT NULL CHECK (json_valid(population))
) STRICT;
CREATE TABLE audit_item (
  id INTEGER PRIMARY KEY,
  sample_id INTEGER NOT NULL REFERENCES audit_sample (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  class TEXT NOT NULL,
  probability REAL NOT NULL,
  evidence INTEGER NOT NULL,
  records TEXT NOT NULL CHECK (json_valid(records)),
  label TEXT CHECK (${among('label', 'same', 'different', 'unsure')}),
  operator TEXT,
  labelled_at TEXT,
  UNIQUE (sample_id, seq)
) STRICT;

-- Pairs on lists that were sent out; their answers are known by these keys, also after another run.
CREATE TABLE review_sent (
  pair_key TEXT PRIMARY KEY,
  left_key TEXT NOT NULL,
  right_key TEXT NOT NULL,
  run_id INTEGER NOT NULL,
  file TEXT NOT NULL,
  sent_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
