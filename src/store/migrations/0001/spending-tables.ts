import { among, isFund } from './among.ts';

/** Budget documents of a year and the payments made on them. */
export const spendingTables = `
-- The budget as decided: murni, then each pergeseran and perubahan. None replaces another; the latest is in force.
CREATE TABLE budget_version (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2015 AND 2100),
  kind TEXT NOT NULL CHECK (kind IN ('murni', 'pergeseran', 'perubahan')),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
  decided_on TEXT NOT NULL CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  basis TEXT NOT NULL DEFAULT '',
  journal_id INTEGER NOT NULL REFERENCES journal (id),
  removed_by INTEGER REFERENCES journal (id)
) STRICT;
CREATE UNIQUE INDEX budget_version_name ON budget_version (year, kind, number) WHERE removed_by IS NULL;

CREATE TABLE budget_allocation (
  version_id INTEGER NOT NULL REFERENCES budget_version (id) ON DELETE CASCADE,
  line INTEGER NOT NULL CHECK (line > 0),
  account_code TEXT NOT NULL CHECK (account_code <> ''),
  account_name TEXT NOT NULL DEFAULT '',
  fund_source TEXT NOT NULL CHECK (${isFund('fund_source')}),
  unit_id INTEGER REFERENCES unit (id),
  amount_rupiah INTEGER NOT NULL CHECK (amount_rupiah >= 0),
  PRIMARY KEY (version_id, line)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX budget_allocation_identity
  ON budget_allocation (version_id, account_code, fund_source, ifnull(unit_id, 0));
CREATE INDEX budget_allocation_unit ON budget_allocation (unit_id) WHERE unit_id IS NOT NULL;

-- A payment that was taken back stays, with the deed that took it: nothing paid is ever lost from view.
CREATE TABLE realisation (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2015 AND 2100),
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  roster TEXT NOT NULL CHECK (${among('roster', 'non-asn', 'desa', 'rentan')}),
  fund_source TEXT NOT NULL CHECK (${isFund('fund_source')}),
  account_code TEXT CHECK (account_code <> ''),
  unit_id INTEGER REFERENCES unit (id),
  billing_code TEXT CHECK (billing_code <> ''),
  persons INTEGER NOT NULL CHECK (persons >= 0),
  amount_rupiah INTEGER NOT NULL CHECK (amount_rupiah > 0),
  paid_on TEXT NOT NULL CHECK (paid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT '',
  file_name TEXT,
  source_row INTEGER,
  journal_id INTEGER NOT NULL REFERENCES journal (id),
  removed_by INTEGER REFERENCES journal (id)
) STRICT;
CREATE INDEX realisation_year ON realisation (year, period, id) WHERE removed_by IS NULL;
CREATE INDEX realisation_billing ON realisation (billing_code, period)
  WHERE removed_by IS NULL AND billing_code IS NOT NULL;
CREATE INDEX realisation_unit ON realisation (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX realisation_deed ON realisation (journal_id);
CREATE INDEX realisation_removed ON realisation (removed_by) WHERE removed_by IS NOT NULL;
`;
