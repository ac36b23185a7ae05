import { among } from './among.ts';

const codes = Array.from({ length: 12 }, (_, at) => `F${String(at + 1).padStart(2, '0')}`);

/** What a run found out beyond links: findings and their follow-up, counts, movements, differences. */
export const findingTables = `
-- Who pays the memberships of an export: NPP, or the employer's name. Decides until when a list of a month speaks.
CREATE TABLE export_payer (
  export_id INTEGER NOT NULL REFERENCES bpjs_export (id) ON DELETE CASCADE,
  payer TEXT NOT NULL,
  -- 1: by its name an office of the regency or a village.
  public INTEGER NOT NULL CHECK (public IN (0, 1)),
  PRIMARY KEY (export_id, payer)
) STRICT, WITHOUT ROWID;
CREATE INDEX export_payer_payer ON export_payer (payer, export_id);

-- What speaks for or against an export as a whole; counted once, when it comes in.
CREATE TABLE export_facts (
  export_id INTEGER PRIMARY KEY REFERENCES bpjs_export (id) ON DELETE CASCADE,
  rows INTEGER NOT NULL,
  with_nik INTEGER NOT NULL,
  -- Rows with a NIK or a KPJ.
  numbered INTEGER NOT NULL,
  -- NIKs first given out in the regency.
  home INTEGER NOT NULL,
  names INTEGER NOT NULL
) STRICT;

-- A list of a month says who was paid for in that month. Where a later one of the same payer is there, its month is
-- its end; the newest holds for three months more (tolerance of PU), then it says nothing any longer.
CREATE VIEW export_reach AS
SELECT p.export_id, p.payer,
  CASE WHEN EXISTS (SELECT 1 FROM export_payer q JOIN bpjs_export n ON n.id = q.export_id
      WHERE q.payer = p.payer AND n.active = 1 AND n.kind = x.kind AND n.period > x.period)
    THEN date(x.period || '-01', '+1 month', '-1 day')
    ELSE date(x.period || '-01', '+4 months', '-1 day') END AS ended_on
FROM export_payer p JOIN bpjs_export x ON x.id = p.export_id
WHERE x.period IS NOT NULL;

-- Workers whom the run found more than once: each with the one of its rows that stands for all.
CREATE TABLE duplicate_of (
  person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  owner_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX duplicate_of_owner ON duplicate_of (owner_id);

-- One run's account of itself; findings, counts and differences are those of the newest.
CREATE TABLE finding_run (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES reconcile_run (id),
  as_of TEXT NOT NULL,
  made_at TEXT NOT NULL,
  roster_version INTEGER NOT NULL,
  bpjs_version INTEGER NOT NULL,
  links_version INTEGER NOT NULL
) STRICT;

-- Identity is the code and the people (their numbers, not row ids), so that it lives on over the months.
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (${among('code', ...codes)}),
  who INTEGER NOT NULL,
  entry_id INTEGER REFERENCES roster_entry (id) ON DELETE SET NULL,
  membership_id INTEGER REFERENCES membership (id) ON DELETE SET NULL,
  unit_id INTEGER REFERENCES unit (id) ON DELETE SET NULL,
  roster TEXT CHECK (${among('roster', 'non-asn', 'desa', 'rentan')}),
  name TEXT NOT NULL,
  -- Whole rupiah a month; NULL where no wage or tariff is known.
  premium INTEGER,
  reason TEXT NOT NULL,
  info TEXT NOT NULL CHECK (json_valid(info)),
  status TEXT NOT NULL CHECK (${among('status', 'baru', 'ditindaklanjuti', 'selesai', 'diabaikan', 'kembali')}),
  ignore_reason TEXT CHECK ((status = 'diabaikan') = (ignore_reason IS NOT NULL)),
  pic TEXT NOT NULL,
  pic_set INTEGER NOT NULL DEFAULT 0 CHECK (pic_set IN (0, 1)),
  deadline TEXT NOT NULL,
  deadline_set INTEGER NOT NULL DEFAULT 0 CHECK (deadline_set IN (0, 1)),
  -- 1: the newest run found it.
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  first_run INTEGER NOT NULL REFERENCES finding_run (id),
  -- The run that found it first, found it gone, or found it again.
  turned_run INTEGER NOT NULL REFERENCES finding_run (id),
  since TEXT NOT NULL,
  closed_on TEXT,
  -- Data versions when it was said to be done.
  closed_roster INTEGER,
  closed_bpjs INTEGER,
  UNIQUE (code, who)
) STRICT;
CREATE INDEX finding_entry ON finding (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX finding_membership ON finding (membership_id) WHERE membership_id IS NOT NULL;
CREATE INDEX finding_unit ON finding (unit_id, code) WHERE unit_id IS NOT NULL;

-- The office's own defaults: who sees to a kind of finding (in a unit), and within how many days.
CREATE TABLE finding_rule (
  code TEXT NOT NULL CHECK (${among('code', ...codes)}),
  unit_id INTEGER NOT NULL DEFAULT 0,
  pic TEXT,
  days INTEGER CHECK (days BETWEEN 1 AND 365),
  PRIMARY KEY (code, unit_id)
) STRICT, WITHOUT ROWID;

-- Entries by group, unit and programme: on the list, registered, active, active and paid by the regency.
CREATE TABLE coverage_count (
  employer_group TEXT NOT NULL,
  roster TEXT NOT NULL,
  unit_id INTEGER NOT NULL DEFAULT 0,
  programme TEXT NOT NULL CHECK (${among('programme', 'jkk', 'jkm', 'jht', 'jp')}),
  workers INTEGER NOT NULL,
  registered INTEGER NOT NULL,
  active INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  PRIMARY KEY (employer_group, roster, unit_id, programme),
  CHECK (paid <= active AND active <= registered AND registered <= workers)
) STRICT, WITHOUT ROWID;

-- What changed from the export before to the one that counts now.
CREATE TABLE movement (
  id INTEGER PRIMARY KEY,
  export_id INTEGER NOT NULL REFERENCES bpjs_export (id) ON DELETE CASCADE,
  previous_id INTEGER NOT NULL REFERENCES bpjs_export (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (${among('kind', 'joined', 'left', 'lapsed', 'wage')}),
  membership_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  nik TEXT,
  kpj TEXT,
  employer TEXT,
  wage_before INTEGER,
  wage_after INTEGER,
  ended_on TEXT
) STRICT;
CREATE INDEX movement_export ON movement (export_id, kind, id);
CREATE INDEX movement_previous ON movement (previous_id);

-- Fields in which a linked pair says different things: material for corrections at the branch.
CREATE TABLE difference (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES roster_entry (id) ON DELETE CASCADE,
  export_id INTEGER NOT NULL REFERENCES bpjs_export (id) ON DELETE CASCADE,
  membership_id INTEGER NOT NULL,
  field TEXT NOT NULL CHECK (${among('field', 'nik', 'name', 'birthDate', 'sex', 'wage', 'programme')}),
  roster_value TEXT NOT NULL,
  bpjs_value TEXT NOT NULL,
  -- Whole rupiah a month that the right wage would add.
  cost INTEGER
) STRICT;
CREATE INDEX difference_field ON difference (field, id);
CREATE INDEX difference_entry ON difference (entry_id);
CREATE INDEX difference_export ON difference (export_id);
`;
