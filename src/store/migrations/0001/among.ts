/**
 * `IN` with more than two values builds its list anew for every row: a third of a bulk insert. Equalities do
 * not, so the tables that imports and runs fill state theirs this way.
 */
export const among = (column: string, ...values: readonly string[]): string =>
  values.map((value) => `${column} = '${value}'`).join(' OR ');

/** A fund source: one that everybody has, or a regency's own, `kind:name`. */
export const isFund = (column: string): string =>
  [
    among(
      column,
      'apbd-pad',
      'apbd-dau',
      'dbhcht',
      'add',
      'dana-desa',
      'pbh',
      'pades',
      'bankeu',
      'csr',
      'donasi',
      'mandiri',
    ),
    ...['apbd', 'apbdes', 'dbhcht', 'csr', 'mandiri'].map((kind) => `${column} GLOB '${kind}:?*'`),
  ].join(' OR ');
