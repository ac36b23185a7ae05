import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../src/store/migrate.ts';
import { createStore, openStore, openStoreReader } from '../../../src/store/open-store.ts';

let dir = '';
let path = '';
const passphrase = "kata sandi 'panjang'";

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'padan-store-'));
  path = join(dir, 'brebes.padan');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'no error';
};

/** Creates a store, closes it and gives back its bytes. */
function makeStore(): Buffer {
  createStore({ path, passphrase })[Symbol.dispose]();
  return readFileSync(path);
}

function editRaw(sql: string): void {
  const db = new Database(path);
  db.pragma(`cipher = 'sqlcipher'`);
  db.pragma('legacy = 4');
  db.pragma(`key = '${passphrase.replaceAll("'", "''")}'`);
  db.exec(sql);
  db.close();
}

describe('a store file', () => {
  it('is encrypted on disk and opens again with its passphrase', () => {
    const bytes = makeStore();
    expect(bytes.includes('SQLite format 3')).toBe(false);
    expect(bytes.includes('regency_profile')).toBe(false);
    using store = openStore({ path, passphrase });
    expect(store.sql.get<{ n: number }>('SELECT count(*) AS n FROM area_version')?.n).toBe(5);
  });

  it('keeps foreign keys, WAL and full sync on', () => {
    makeStore();
    using store = openStore({ path, passphrase });
    expect(store.sql.get<{ foreign_keys: number }>('PRAGMA foreign_keys')?.foreign_keys).toBe(1);
    expect(store.sql.get<{ journal_mode: string }>('PRAGMA journal_mode')?.journal_mode).toBe(
      'wal',
    );
    expect(store.sql.get<{ synchronous: number }>('PRAGMA synchronous')?.synchronous).toBe(2);
  });

  it('refuses a wrong passphrase and stays as it was', () => {
    const before = makeStore();
    expect(codeOf(() => openStore({ path, passphrase: 'bukan ini' }))).toBe(
      'store.wrong-passphrase',
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}-lock`)).toBe(false);
  });

  it('is locked while one engine holds it, and free after', () => {
    makeStore();
    const first = openStore({ path, passphrase });
    expect(codeOf(() => openStore({ path, passphrase }))).toBe('store.locked');
    first[Symbol.dispose]();
    using again = openStore({ path, passphrase });
    expect(again.path).toBe(path);
  });

  it('refuses a store newer than the app and leaves it untouched', () => {
    makeStore();
    editRaw(`PRAGMA user_version = ${schemaVersion + 1}`);
    const before = readFileSync(path);
    expect(codeOf(() => openStore({ path, passphrase }))).toBe('store.newer-than-app');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('does not overwrite a file when a store is created', () => {
    writeFileSync(path, 'laporan');
    expect(codeOf(() => createStore({ path, passphrase }))).toBe('store.exists');
    expect(readFileSync(path, 'utf8')).toBe('laporan');
  });

  it('writes inside transactions only, all or nothing, and counts the change', () => {
    makeStore();
    using store = openStore({ path, passphrase });
    expect(() =>
      store.transact(['roster'], (sql) => {
        sql.run(`INSERT INTO unit (kind, name, name_key) VALUES ('opd', 'Dinas A', 'DINAS A')`);
        throw new Error('mid-way');
      }),
    ).toThrow('mid-way');
    expect(store.sql.pluck('SELECT count(*) FROM unit')).toEqual([0]);
    store.transact(['roster'], (sql) =>
      sql.run(`INSERT INTO unit (kind, name, name_key) VALUES ('opd', 'Dinas A', 'DINAS A')`),
    );
    expect(store.sql.pluck(`SELECT version FROM area_version WHERE area = 'roster'`)).toEqual([1]);
  });

  it('gives workers a reader that cannot write', () => {
    makeStore();
    using writer = openStore({ path, passphrase });
    using reader = openStoreReader({ path, passphrase });
    expect(writer.path).toBe(reader.path);
    const asWriter = reader.sql as unknown as { run(sql: string): void };
    expect(() => asWriter.run('DELETE FROM meta')).toThrow(/readonly/);
  });
});

describe('a file that is no store', () => {
  const cases: readonly [string, Buffer][] = [
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('No;Nama;NIK\n'.repeat(4096))],
    ['a workbook', Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(8188, 7)])],
    ['zeroes', Buffer.alloc(8192)],
    [
      'a plain SQLite database',
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8176)]),
    ],
  ];
  for (const [name, bytes] of cases) {
    it(`${name}: store.not-a-store, and nothing is changed`, () => {
      writeFileSync(path, bytes);
      expect(codeOf(() => openStore({ path, passphrase }))).toBe('store.not-a-store');
      expect(readFileSync(path).equals(bytes)).toBe(true);
    });
  }

  it('another program’s encrypted database is not a store', () => {
    makeStore();
    editRaw('PRAGMA application_id = 1');
    expect(codeOf(() => openStore({ path, passphrase }))).toBe('store.not-a-store');
  });

  it('a missing file is store.missing, and none is made', () => {
    expect(codeOf(() => openStore({ path, passphrase }))).toBe('store.missing');
    expect(existsSync(path)).toBe(false);
  });

  it('a copy opens elsewhere with the same passphrase', () => {
    makeStore();
    const copy = join(dir, 'salinan.padan');
    copyFileSync(path, copy);
    using store = openStore({ path: copy, passphrase });
    expect(store.path).toBe(copy);
  });
});
