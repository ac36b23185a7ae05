/** The journal: one row a deed; what it did to each row stands in journal_change. */
import type { JournalTable } from './schema/journal-schema.ts';
import type { ReadSql, ReadStore, WriteSql } from './store.ts';

export type JournalParams = Readonly<Record<string, string | number>>;

export interface JournalEntry {
  readonly at: string;
  readonly action: string;
  readonly params: JournalParams;
  readonly batchId?: number;
  readonly entryId?: number;
}

/** Writes one deed and gives its id; call it inside the transaction that does the deed. */
export function writeJournal(sql: WriteSql, entry: JournalEntry): number {
  const { lastInsertRowid } = sql.run(
    'INSERT INTO journal (at, action, params, batch_id, entry_id) VALUES (?, ?, ?, ?, ?)',
    entry.at,
    entry.action,
    JSON.stringify(entry.params),
    entry.batchId ?? null,
    entry.entryId ?? null,
  );
  return Number(lastInsertRowid);
}

export interface JournalRow {
  readonly id: number;
  readonly at: string;
  readonly action: string;
  readonly params: Record<string, string | number>;
  readonly batchId: number | null;
}

/** Newest first; `before` is the id the last page ended with. */
export function readJournal(
  store: ReadStore,
  { before, limit, entryId }: { before?: number | undefined; limit: number; entryId?: number },
): JournalRow[] {
  const rows =
    entryId === undefined
      ? store.sql.all<Required<JournalTable> & { id: number }>(
          'SELECT * FROM journal WHERE id < ? ORDER BY id DESC LIMIT ?',
          before ?? Number.MAX_SAFE_INTEGER,
          limit,
        )
      : store.sql.all<Required<JournalTable> & { id: number }>(
          `SELECT * FROM journal WHERE id IN (
             SELECT id FROM journal WHERE entry_id = ?
             UNION SELECT journal_id FROM journal_change WHERE entity = 'roster_entry' AND entity_id = ?
             UNION SELECT id FROM journal WHERE action = 'import.commit'
               AND batch_id = (SELECT batch_id FROM roster_entry WHERE id = ?)
             UNION SELECT journal_id FROM journal_change WHERE entity = 'person'
               AND entity_id = (SELECT person_id FROM roster_entry WHERE id = ?))
           ORDER BY id DESC LIMIT ?`,
          entryId,
          entryId,
          entryId,
          entryId,
          limit,
        );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    action: row.action,
    params: JSON.parse(row.params) as Record<string, string | number>,
    batchId: row.batch_id,
  }));
}

/** What a deed was, and whom it was about; undefined when the journal has none of that id. */
export function readDeedHead(
  sql: ReadSql,
  journalId: number,
): { readonly action: string; readonly entryId: number | null } | undefined {
  return sql.get('SELECT action, entry_id AS entryId FROM journal WHERE id = ?', journalId);
}

/** Says of a deed of this transaction what was not known when it was begun. */
export function completeDeed(
  sql: WriteSql,
  journalId: number,
  known: { readonly params: JournalParams } | { readonly entryId: number },
): void {
  if ('params' in known) {
    sql.run('UPDATE journal SET params = ? WHERE id = ?', JSON.stringify(known.params), journalId);
  } else sql.run('UPDATE journal SET entry_id = ? WHERE id = ?', known.entryId, journalId);
}

/** The deed that committed an import; undefined when it never was. */
export function commitDeedOf(sql: ReadSql, batchId: number): number | undefined {
  return (
    sql.pluck<number | null>(
      `SELECT max(id) FROM journal WHERE batch_id = ? AND action = 'import.commit'`,
      batchId,
    )[0] ?? undefined
  );
}
