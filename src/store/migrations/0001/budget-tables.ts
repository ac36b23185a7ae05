/** Budget lines, legal bases and payments. */
export const budgetTables = `
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
`;
