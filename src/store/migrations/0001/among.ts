/**
 * `IN` with more than two values builds its list anew for every row: a third of a bulk insert. Equalities do
 * not, so the tables that imports and runs fill state theirs this way.
 */
export const among = (column: string, ...values: readonly string[]): string =>
  values.map((value) => `${column} = '${value}'`).join(' OR ');
