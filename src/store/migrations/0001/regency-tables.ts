/** The regency, its units, and what the file says of itself. */
export const regencyTables = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bumped by every change of an area; caches and "stale" notices compare them.
CREATE TABLE area_version (
  area TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO area_version (area) VALUES ('roster'), ('bpjs'), ('links'), ('profile'), ('findings');

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
