/**
 * A store is one SQLCipher 4 file. A ReadStore cannot write (the type has no way to, and its connection is
 * read-only); a WriteStore writes only inside `transact`, which is one IMMEDIATE transaction.
 */
import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { StoreArea } from './schema/regency-schema.ts';
import type { Schema } from './schema.ts';
import type { StoreKey } from './store-key.ts';

export type SqlValue = string | number | bigint | Buffer | null;

/** Prepared statements, kept by their text. */
export interface ReadSql {
  get<Row>(sql: string, ...params: readonly SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...params: readonly SqlValue[]): Row[];
  /** First column of each row. */
  pluck<Value>(sql: string, ...params: readonly SqlValue[]): Value[];
  iterate<Row>(sql: string, ...params: readonly SqlValue[]): IterableIterator<Row>;
  /** Rows as arrays of column values, for scans of a whole table. */
  iterateRaw<Row extends readonly unknown[]>(
    sql: string,
    ...params: readonly SqlValue[]
  ): IterableIterator<Row>;
}

export interface WriteSql extends ReadSql {
  run(sql: string, ...params: readonly SqlValue[]): Database.RunResult;
  /** For the inner loop of bulk work: prepare once, run many times. */
  prepare(sql: string): (...params: readonly SqlValue[]) => Database.RunResult;
}

/** What a reader of a few rows needs: a store's own, or that of the transaction it stands in. */
export type SqlHolder = Pick<ReadStore, 'sql'>;

export interface ReadStore extends Disposable {
  readonly path: string;
  readonly query: Kysely<Schema>;
  readonly sql: ReadSql;
}

declare const writable: unique symbol;

export interface WriteStore extends ReadStore {
  readonly [writable]: true;
  /** Opens further connections to the same file. */
  readonly key: StoreKey;
  /** Runs `work` in one IMMEDIATE transaction and bumps the version of each area it changed. */
  transact<Result>(areas: readonly StoreArea[], work: (sql: WriteSql) => Result): Result;
}

/** A WriteStore as it is built, before the brand is put on. */
export type Unbranded<Store extends WriteStore> = Omit<Store, typeof writable>;
