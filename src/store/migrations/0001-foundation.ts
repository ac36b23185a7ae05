import type { Migration } from './migration.ts';

/**
 * Person ↔ roster entry ↔ membership are three things: one NIK may stand in two rosters and hold several
 * memberships. Identifiers are TEXT, money is INTEGER sen, dates are ISO text. Tables that an import fills
 * carry the batch and the place in the file they came from.
 */
/**
 * `IN` with more than two values builds its list anew for every row: a third of a bulk insert. Equalities do
 * not, so the tables that imports and runs fill state theirs this way.
 */
const among = (column: string, ...values: readonly string[]): string =>
  values.map((value) => `${column} = '${value}'`).join(' OR ');

const describeRegency = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bumped by every change of an area; caches and "stale" notices compare them.
CREATE TABLE area_version (
  area TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO area_version (area) VALUES ('roster'), ('bpjs'), ('links'), ('profile');

CREATE TABLE regency_profile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  code TEXT NOT NULL CHECK (code GLOB '[0-9][0-9].[0-9][0-9]'),
  name TEXT NOT NULL,
  province TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2015 AND 2100),
  office_name TEXT NOT NULL DEFAULT '',
  address_lines TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(address_lines)),
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  signatory_title TEXT NOT NULL DEFAULT '',
  signatory_name TEXT NOT NULL DEFAULT '',
  signatory_rank TEXT NOT NULL DEFAULT '',
  signatory_nip TEXT NOT NULL DEFAULT '' CHECK (signatory_nip = '' OR length(signatory_nip) = 18),
  recipient TEXT NOT NULL DEFAULT '',
  letter_number TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('opd', 'kecamatan', 'desa', 'kelurahan')),
  code TEXT UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  parent_id INTEGER REFERENCES unit (id),
  CHECK (kind IN ('opd', 'kecamatan') OR parent_id IS NOT NULL)
) STRICT;
-- A village name repeats inside one regency: only (parent, name) is an identity.
CREATE UNIQUE INDEX unit_identity ON unit (kind, ifnull(parent_id, 0), name_key);
CREATE INDEX unit_parent ON unit (parent_id);
`;

const importFiles = `
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

const rosters = `
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  nik TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  birth_date TEXT CHECK (birth_date IS NULL OR birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  birth_place TEXT,
  sex TEXT CHECK (sex IN ('L', 'P')),
  address TEXT,
  phone TEXT,
  deceased INTEGER NOT NULL DEFAULT 0 CHECK (deceased IN (0, 1)),
  batch_id INTEGER REFERENCES import_batch (id)
) STRICT;
-- Not unique: a relative's NIK in the wrong row is common, and merging by it would be silent harm.
CREATE INDEX person_nik ON person (nik) WHERE nik IS NOT NULL;
CREATE INDEX person_name ON person (name_key, birth_date);
CREATE INDEX person_batch ON person (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE roster_entry (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  roster TEXT NOT NULL CHECK (${among('roster', 'non-asn', 'desa', 'rentan')}),
  unit_id INTEGER REFERENCES unit (id),
  segment TEXT NOT NULL CHECK (segment IN ('pu', 'bpu')),
  employer_group TEXT NOT NULL
    CHECK (${among('employer_group', 'non-asn', 'perangkat-desa', 'bpd', 'rt-rw', 'lembaga-desa', 'rentan')}),
  position TEXT,
  job_kind TEXT,
  kpj TEXT,
  wage_sen INTEGER CHECK (wage_sen IS NULL OR wage_sen >= 0),
  fund_source TEXT CHECK (${among('fund_source', 'apbd-pad', 'apbd-dau', 'dbhcht', 'add', 'dana-desa', 'pbh', 'pades', 'bankeu', 'csr', 'donasi', 'mandiri')}),
  status TEXT NOT NULL CHECK (${among('status', 'diusulkan', 'terverifikasi', 'didaftarkan', 'aktif', 'menunggak', 'nonaktif', 'keluar')}),
  status_reason TEXT,
  start_date TEXT,
  end_date TEXT,
  decree TEXT,
  desil INTEGER CHECK (desil BETWEEN 1 AND 10),
  note TEXT,
  -- The person's name as sorted; kept here so that a page of one roster is one index range.
  sort_name TEXT NOT NULL,
  -- The person's birth date, for the same reason.
  sort_birth TEXT,
  -- The position; rentan lists name a kind of work in its place. An ordinary column: a generated one is in no index alone.
  sort_position TEXT COLLATE NOCASE,
  batch_id INTEGER REFERENCES import_batch (id),
  source_sheet TEXT,
  source_row INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TRIGGER roster_entry_position_shown AFTER UPDATE OF position, job_kind ON roster_entry
BEGIN
  UPDATE roster_entry SET sort_position = ifnull(position, job_kind) WHERE id = NEW.id;
END;
CREATE INDEX roster_entry_sorted ON roster_entry (roster, sort_name, id);
CREATE INDEX roster_entry_unit ON roster_entry (unit_id, roster, sort_name, id);
CREATE INDEX roster_entry_status ON roster_entry (roster, status, sort_name, id);
CREATE INDEX roster_entry_wage ON roster_entry (roster, wage_sen, sort_name, id);
CREATE INDEX roster_entry_birth ON roster_entry (roster, sort_birth, sort_name, id);
CREATE INDEX roster_entry_position ON roster_entry (roster, sort_position, sort_name, id);
CREATE INDEX unit_sorted ON unit (name_key);
CREATE INDEX roster_entry_person ON roster_entry (person_id);
CREATE INDEX roster_entry_kpj ON roster_entry (kpj) WHERE kpj IS NOT NULL;
CREATE INDEX roster_entry_batch ON roster_entry (batch_id, roster, unit_id) WHERE batch_id IS NOT NULL;

-- Contentless: the text stays in person and roster_entry, this holds the trigrams only.
CREATE VIRTUAL TABLE entry_search USING fts5 (
  name, ids, content = '', contentless_delete = 1, tokenize = 'trigram'
);
`;

const bpjs = `
CREATE TABLE bpjs_export (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL UNIQUE REFERENCES import_batch (id),
  kind TEXT NOT NULL CHECK (kind IN ('bpjs-pu', 'bpjs-bpu', 'bpjs-nik')),
  npp TEXT,
  employer TEXT,
  period TEXT CHECK (period IS NULL OR period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY,
  export_id INTEGER NOT NULL REFERENCES bpjs_export (id) ON DELETE CASCADE,
  nik TEXT,
  kpj TEXT,
  npp TEXT,
  employer TEXT,
  name TEXT NOT NULL,
  birth_date TEXT,
  sex TEXT CHECK (sex IN ('L', 'P')),
  place TEXT,
  job TEXT,
  jkk INTEGER CHECK (jkk IN (0, 1)),
  jkm INTEGER CHECK (jkm IN (0, 1)),
  jht INTEGER CHECK (jht IN (0, 1)),
  jp INTEGER CHECK (jp IN (0, 1)),
  wage_sen INTEGER CHECK (wage_sen IS NULL OR wage_sen >= 0),
  contribution_sen INTEGER,
  joined_on TEXT,
  ended_on TEXT,
  grace_until TEXT,
  source_sheet TEXT NOT NULL,
  source_row INTEGER NOT NULL
) STRICT;
CREATE INDEX membership_export ON membership (export_id);
CREATE INDEX membership_nik ON membership (nik) WHERE nik IS NOT NULL;
CREATE INDEX membership_kpj ON membership (kpj) WHERE kpj IS NOT NULL;

CREATE TABLE reconcile_run (
  id INTEGER PRIMARY KEY,
  as_of TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT NOT NULL,
  engine_version TEXT NOT NULL,
  roster_version INTEGER NOT NULL,
  bpjs_version INTEGER NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts))
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
  UNIQUE (left_key, right_key)
) STRICT;

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

const moneyAndRecords = `
-- A regency's own tariff rows override the shipped table; the shipped row is never changed.
CREATE TABLE tariff_override (
  id INTEGER PRIMARY KEY,
  row TEXT NOT NULL CHECK (json_valid(row)),
  reason TEXT NOT NULL CHECK (reason <> ''),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE TABLE budget_scenario (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 2015 AND 2100),
  scope TEXT NOT NULL CHECK (scope IN ('missing', 'active', 'all')),
  assumptions TEXT NOT NULL CHECK (json_valid(assumptions)),
  created_at TEXT NOT NULL,
  UNIQUE (year, name)
) STRICT;

CREATE TABLE budget_line (
  scenario_id INTEGER NOT NULL REFERENCES budget_scenario (id) ON DELETE CASCADE,
  roster TEXT NOT NULL,
  fund_source TEXT NOT NULL,
  account_code TEXT NOT NULL,
  programme TEXT NOT NULL,
  month TEXT NOT NULL,
  persons INTEGER NOT NULL CHECK (persons >= 0),
  amount_rupiah INTEGER NOT NULL CHECK (amount_rupiah >= 0),
  PRIMARY KEY (scenario_id, roster, fund_source, account_code, programme, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE regulation (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1945 AND 2100),
  enacted_on TEXT,
  about TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('rancangan', 'berlaku', 'dicabut')),
  segments TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(segments)),
  UNIQUE (kind, number, year)
) STRICT;

CREATE TABLE realisation (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2015 AND 2100),
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  fund_source TEXT NOT NULL,
  account_code TEXT,
  unit_id INTEGER REFERENCES unit (id),
  billing_code TEXT,
  persons INTEGER NOT NULL CHECK (persons >= 0),
  amount_rupiah INTEGER NOT NULL CHECK (amount_rupiah >= 0),
  paid_on TEXT,
  batch_id INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE INDEX realisation_year ON realisation (year, fund_source, period);

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
CREATE INDEX journal_batch ON journal (batch_id) WHERE batch_id IS NOT NULL;

-- before NULL: the row was added; after NULL: it was removed. An added row's values stand in its table.
CREATE TABLE journal_change (
  journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE CASCADE,
  entity TEXT NOT NULL CHECK (${among('entity', 'person', 'roster_entry', 'bpjs_export')}),
  entity_id INTEGER NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  PRIMARY KEY (journal_id, entity, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_change_row ON journal_change (entity, entity_id);
`;

export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  up: [describeRegency, importFiles, rosters, bpjs, moneyAndRecords],
};
