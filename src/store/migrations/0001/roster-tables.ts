import { among, isFund } from './among.ts';

/** People, the roster entries they stand in, and the search over both. */
export const rosterTables = `
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  nik TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  birth_date TEXT CHECK (birth_date IS NULL OR birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  birth_place TEXT,
  sex TEXT CHECK (sex IN ('L', 'P')),
  -- The registration files of BPJS ask for it.
  marital TEXT CHECK (${among('marital', 'kawin', 'belum', 'cerai')}),
  address TEXT,
  phone TEXT,
  deceased INTEGER NOT NULL DEFAULT 0 CHECK (deceased IN (0, 1)),
  batch_id INTEGER REFERENCES import_batch (id)
) STRICT;
-- Not unique: a relative's NIK in the wrong row is common, and merging by it would be silent harm.
CREATE INDEX person_nik ON person (nik) WHERE nik IS NOT NULL;
CREATE INDEX person_name ON person (name_key, birth_date);
-- Few rows: who is looked for by what is lacking.
CREATE INDEX person_no_nik ON person (id) WHERE nik IS NULL;
-- Few rows: whom no premium is paid for.
CREATE INDEX person_deceased ON person (id) WHERE deceased = 1;

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
  fund_source TEXT CHECK (${isFund('fund_source')}),
  status TEXT NOT NULL CHECK (${among('status', 'diusulkan', 'terverifikasi', 'didaftarkan', 'aktif', 'menunggak', 'nonaktif', 'keluar')}),
  status_reason TEXT,
  start_date TEXT,
  end_date TEXT,
  decree TEXT,
  -- Of part-time PPPK and others who have one; kept as written.
  nip TEXT,
  desil INTEGER CHECK (desil BETWEEN 1 AND 10),
  -- The number under which the DTSEN lists the person or their family.
  dtsen_id TEXT,
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
-- Every index ends with the row's id by itself: naming it would keep it twice.
-- What filters ask for most stands behind the name, so that a walk through the names need not read the rows.
CREATE INDEX roster_entry_sorted ON roster_entry (roster, sort_name, person_id, fund_source, status);
CREATE INDEX roster_entry_unit ON roster_entry (unit_id, roster, sort_name);
CREATE INDEX roster_entry_status ON roster_entry (roster, status, sort_name);
CREATE INDEX roster_entry_wage ON roster_entry (roster, wage_sen, sort_name);
CREATE INDEX roster_entry_birth ON roster_entry (roster, sort_birth, sort_name);
CREATE INDEX roster_entry_position ON roster_entry (roster, sort_position, sort_name);
CREATE INDEX unit_sorted ON unit (name_key);
CREATE INDEX roster_entry_person ON roster_entry (person_id);
CREATE INDEX roster_entry_kpj ON roster_entry (kpj) WHERE kpj IS NOT NULL;
CREATE INDEX roster_entry_batch ON roster_entry (batch_id, roster, unit_id) WHERE batch_id IS NOT NULL;

-- Contentless: the text stays in roster_entry, this holds the trigrams of names only. A NIK or KPJ is found by its
-- start in an ordinary index; as trigrams the numbers were half of this table and of the time to fill it.
CREATE VIRTUAL TABLE entry_search USING fts5 (
  name, content = '', contentless_delete = 1, tokenize = 'trigram'
);
`;
