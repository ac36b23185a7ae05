/** Prepared statements over one connection, kept by their text and bounded in number. */
import type Database from 'better-sqlite3';
import type { SqlValue, WriteSql } from './store.ts';

const keep = 200;

/** The same object serves readers and writers; the ReadStore type shows only its reading half. */
export function bindSql(db: Database.Database): WriteSql {
  const kept = new Map<string, Database.Statement<unknown[]>>();

  const statement = (sql: string): Database.Statement<unknown[]> => {
    const found = kept.get(sql);
    if (found !== undefined) return found;
    const made = db.prepare<unknown[]>(sql);
    if (kept.size >= keep) kept.delete(kept.keys().next().value ?? '');
    kept.set(sql, made);
    return made;
  };

  return {
    get: <Row>(sql: string, ...params: readonly SqlValue[]) =>
      statement(sql).get(...params) as Row | undefined,
    all: <Row>(sql: string, ...params: readonly SqlValue[]) =>
      statement(sql).all(...params) as Row[],
    pluck: <Value>(sql: string, ...params: readonly SqlValue[]) =>
      db
        .prepare<unknown[]>(sql)
        .pluck()
        .all(...params) as Value[],
    // A statement being iterated is busy: each iteration gets its own.
    iterate: <Row>(sql: string, ...params: readonly SqlValue[]) =>
      db.prepare<unknown[]>(sql).iterate(...params) as IterableIterator<Row>,
    iterateRaw: <Row extends readonly unknown[]>(sql: string, ...params: readonly SqlValue[]) =>
      db
        .prepare<unknown[]>(sql)
        .raw()
        .iterate(...params) as IterableIterator<Row>,
    run: (sql, ...params) => statement(sql).run(...params),
    prepare: (sql) => {
      const made = db.prepare<unknown[]>(sql);
      return (...params) => made.run(...params);
    },
  };
}
