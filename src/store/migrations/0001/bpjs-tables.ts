/** Exports of BPJS and the memberships they list. */
export const bpjsTables = `
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
`;
