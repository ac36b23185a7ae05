/** What a regency decides about prices: own tariff rows, figures it confirmed, settings and accounts of a year. */
export const tariffTables = `
-- A regency's own tariff rows stand in place of the shipped ones; the shipped table is never changed, and a row
-- withdrawn stays on record.
CREATE TABLE tariff_override (
  id INTEGER PRIMARY KEY,
  -- {value, from, to, source}
  row TEXT NOT NULL CHECK (json_valid(row)),
  reason TEXT NOT NULL CHECK (reason <> ''),
  author TEXT NOT NULL CHECK (author <> ''),
  created_at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by TEXT,
  withdrawn_reason TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;

-- A word that a shipped row was compared with the text of the law; it holds for the figure it was given for.
CREATE TABLE tariff_confirmation (
  id INTEGER PRIMARY KEY,
  row_id TEXT NOT NULL,
  figure TEXT NOT NULL,
  by TEXT NOT NULL CHECK (by <> ''),
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;

CREATE TABLE budget_config (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 2015 AND 2100),
  config TEXT NOT NULL CHECK (json_valid(config)),
  author TEXT NOT NULL CHECK (author <> ''),
  reason TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

-- Fund sources a regency added; the id says kind and name, so a figure stays legible when its source is taken off.
CREATE TABLE own_fund (
  id TEXT PRIMARY KEY CHECK (id GLOB '?*:?*'),
  added_at TEXT NOT NULL,
  author TEXT NOT NULL CHECK (author <> '')
) STRICT;

-- Where the premiums of a year are booked, where the regency says otherwise than the shipped table.
CREATE TABLE budget_account (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2015 AND 2100),
  fund_kind TEXT NOT NULL CHECK (fund_kind IN ('apbd', 'apbdes', 'dbhcht')),
  employer_group TEXT NOT NULL,
  -- '' for every position of the group
  position TEXT NOT NULL DEFAULT '',
  programme TEXT NOT NULL,
  code TEXT NOT NULL CHECK (code <> ''),
  name TEXT NOT NULL,
  UNIQUE (year, fund_kind, employer_group, position, programme)
) STRICT;
`;
