/** A regency's own tariff rows and the figures it confirmed; both are withdrawn, never deleted. */
import type { Month } from '../domain/brand.ts';
import type { OwnTariff, OwnTariffValue } from '../domain/own-tariff.ts';
import type { Confirmation } from '../domain/tariff-confirmation.ts';
import type { TariffConfirmationTable, TariffOverrideTable } from './schema/tariff-schema.ts';
import type { SqlHolder, WriteSql } from './store.ts';

/** What stands in the column `row`. */
interface StoredRow {
  readonly value: OwnTariffValue;
  readonly from: Month;
  readonly to: Month | null;
  readonly source: string;
}

/** An own row with who took it back, if anybody did. */
export interface OwnTariffRecord extends OwnTariff {
  readonly withdrawn: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

type Found<Table> = Omit<Table, 'id'> & { id: number };

/** All own rows, oldest first; those withdrawn too. */
export function listOwnTariffs({ sql }: SqlHolder): OwnTariffRecord[] {
  return sql
    .all<Found<TariffOverrideTable>>('SELECT * FROM tariff_override ORDER BY id')
    .map((found): OwnTariffRecord => {
      // Written by `addOwnTariff` only, from values the contract checked.
      const row = JSON.parse(found.row) as StoredRow;
      const { id, reason, author, created_at, withdrawn_at, withdrawn_by, withdrawn_reason } =
        found;
      const withdrawn =
        withdrawn_at === null
          ? null
          : { at: withdrawn_at, by: withdrawn_by ?? '', reason: withdrawn_reason ?? '' };
      return { ...row, id, reason, author, createdAt: created_at, withdrawn };
    });
}

export function addOwnTariff(sql: WriteSql, row: Omit<OwnTariff, 'id'>): number {
  const { value, from, to, source, reason, author, createdAt } = row;
  const stored: StoredRow = { value, from, to, source };
  const { lastInsertRowid } = sql.run(
    'INSERT INTO tariff_override (row, reason, author, created_at) VALUES (?, ?, ?, ?)',
    JSON.stringify(stored),
    reason,
    author,
    createdAt,
  );
  return Number(lastInsertRowid);
}

/** False when there is no such row, or it was withdrawn before. */
export function withdrawOwnTariff(
  sql: WriteSql,
  deed: { readonly id: number; readonly at: string; readonly by: string; readonly reason: string },
): boolean {
  const { changes } = sql.run(
    `UPDATE tariff_override SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?
     WHERE id = ? AND withdrawn_at IS NULL`,
    deed.at,
    deed.by,
    deed.reason,
    deed.id,
  );
  return changes === 1;
}

/** The confirmations that stand, newest last. */
export function listConfirmations({ sql }: SqlHolder): Confirmation[] {
  return sql
    .all<Found<TariffConfirmationTable>>(
      'SELECT * FROM tariff_confirmation WHERE withdrawn_at IS NULL ORDER BY id',
    )
    .map(({ row_id, figure, by, at, note }) => ({ row: row_id, figure, by, at, note }));
}

export function addConfirmation(sql: WriteSql, { row, figure, by, at, note }: Confirmation): void {
  sql.run(
    'INSERT INTO tariff_confirmation (row_id, figure, by, note, at) VALUES (?, ?, ?, ?, ?)',
    row,
    figure,
    by,
    note,
    at,
  );
}

/** False when the row is not confirmed. */
export function withdrawConfirmation(
  sql: WriteSql,
  deed: { readonly row: string; readonly at: string; readonly by: string },
): boolean {
  const { changes } = sql.run(
    `UPDATE tariff_confirmation SET withdrawn_at = ?, withdrawn_by = ?
     WHERE row_id = ? AND withdrawn_at IS NULL`,
    deed.at,
    deed.by,
    deed.row,
  );
  return changes > 0;
}
