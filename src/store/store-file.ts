/** Looks at a path before SQLite does: is it there, is it free, can it be a Padan store at all? */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { AppError } from '../domain/app-error.ts';

/** SQLCipher 4 pages; an encrypted store is a whole number of them and starts with a random salt. */
const pageBytes = 4096;

/** Long enough that a random salt does not begin with one by chance. */
const foreignHeads: readonly Buffer[] = [
  Buffer.from('SQLite format 3\0', 'latin1'),
  Buffer.from('PK\x03\x04', 'latin1'),
  Buffer.from('%PDF', 'latin1'),
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
];

/** Throws `store.missing`, `file.locked` or `store.not-a-store`; says nothing about the passphrase. */
export function checkStoreFile(path: string): void {
  const bytes = sizeOf(path);
  if (bytes < pageBytes || bytes % pageBytes !== 0) throw notAStore(path);
  const page = firstPage(path);
  if (
    foreignHeads.some((head) => page.subarray(0, head.length).equals(head)) ||
    !looksEncrypted(page)
  ) {
    throw notAStore(path);
  }
}

/** Another program's exclusive handle, or a network folder that went away, is no damage. */
function firstPage(path: string): Buffer {
  const page = Buffer.alloc(pageBytes);
  try {
    const handle = openSync(path, 'r');
    try {
      readSync(handle, page, 0, pageBytes, 0);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw new AppError('file.locked', { at: { file: path }, cause: error });
  }
  return page;
}

function sizeOf(path: string): number {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw notAStore(path);
    return stat.size;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new AppError('store.missing', { at: { file: path }, cause: error });
    }
    throw new AppError('file.locked', { at: { file: path }, cause: error });
  }
}

/**
 * Encrypted bytes spread evenly: 4,096 of them hold about 256 distinct values, none of them often. Text,
 * a zeroed page or a spreadsheet does not come near (bounds far outside the chance of a random page).
 */
function looksEncrypted(page: Buffer): boolean {
  const counts = new Uint16Array(256);
  for (const byte of page) counts[byte] = (counts[byte] ?? 0) + 1;
  let distinct = 0;
  let most = 0;
  for (const count of counts) {
    if (count > 0) distinct += 1;
    if (count > most) most = count;
  }
  return distinct > 230 && most < 64;
}

function notAStore(path: string): AppError {
  return new AppError('store.not-a-store', { at: { file: path } });
}
