import { among } from './among.ts';

/** Scenarios of a year's budget and the denominators of its coverage. */
export const planTables = `
-- Assumptions are checked by the contract before they come here; a scenario holds no figures, they are computed.
CREATE TABLE budget_scenario (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2015 AND 2100),
  name TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (${among('kind', 'active', 'all', 'target', 'own')}),
  assumptions TEXT NOT NULL CHECK (json_valid(assumptions)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (year, name)
) STRICT;

-- A denominator the regency names itself (Sakernas, Disdukcapil); without one the roster is counted.
CREATE TABLE coverage_basis (
  year INTEGER NOT NULL CHECK (year BETWEEN 2015 AND 2100),
  segment TEXT NOT NULL CHECK (${among('segment', 'non-asn', 'desa', 'rentan', 'other')}),
  workers INTEGER NOT NULL CHECK (workers >= 0),
  -- Active members among other workers; those of the rosters are counted.
  active INTEGER CHECK (active IS NULL OR (segment = 'other' AND active >= 0)),
  source TEXT NOT NULL CHECK (source <> ''),
  as_of TEXT NOT NULL CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (year, segment)
) STRICT, WITHOUT ROWID;
`;
