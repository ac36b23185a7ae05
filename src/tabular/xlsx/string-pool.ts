import { fileError } from '../file-error.ts';
import { type EntryReadOptions, readEntry, type ZipArchive } from '../zip-reader.ts';
import { joinRuns, prefixOf } from './xml.ts';

/** A workbook's shared strings, by index. */
export interface StringPool {
  readonly size: number;
  /** `undefined` beyond the pool. */
  get(index: number): string | undefined;
}

/** Strings are numbered by first use, so the lowest indices are the often repeated ones. */
const CACHED = 1 << 16;
/** No single shared string may leave its reader waiting for more than this. */
const MAX_PENDING = 16 * 1024 * 1024;

/** Keeps all strings in one UTF-8 buffer: a million of them cost their bytes, not a million objects. */
function createPool() {
  let bytes = Buffer.allocUnsafe(1 << 16);
  let ends = new Uint32Array(1 << 12);
  let size = 0;
  let used = 0;
  const cache: string[] = [];
  return {
    add(text: string): void {
      const room = text.length * 3;
      if (used + room > bytes.length) {
        const wider = Buffer.allocUnsafe(Math.max(bytes.length * 2, used + room));
        bytes.copy(wider, 0, 0, used);
        bytes = wider;
      }
      if (size === ends.length) {
        const wider = new Uint32Array(size * 2);
        wider.set(ends);
        ends = wider;
      }
      used += bytes.write(text, used, 'utf8');
      ends[size] = used;
      size += 1;
    },
    pool: {
      get size() {
        return size;
      },
      get(index: number): string | undefined {
        if (!(index >= 0 && index < size)) return undefined;
        const known = cache[index];
        if (known !== undefined) return known;
        const text = bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]);
        if (index < CACHED && index <= cache.length) cache[index] = text;
        return text;
      },
    } satisfies StringPool,
  };
}

export const emptyPool: StringPool = createPool().pool;

/** Adds the complete `<si>` elements of `text`; returns where the incomplete rest begins. */
function addStrings(text: string, p: string, add: (text: string) => void): number {
  const open = `<${p}si`;
  const close = `</${p}si>`;
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    if (start < 0) return Math.max(at, text.length - open.length);
    const tagEnd = text.indexOf('>', start);
    if (tagEnd < 0) return start;
    if (text.charCodeAt(tagEnd - 1) === 47) {
      add('');
      at = tagEnd + 1;
      continue;
    }
    const end = text.indexOf(close, tagEnd);
    if (end < 0) return start;
    add(joinRuns(text.slice(tagEnd + 1, end), p));
    at = end + close.length;
  }
}

/** Reads the shared strings as they are unpacked. Errors: those of `readEntry`. */
export async function readStringPool(
  archive: ZipArchive,
  member: string | undefined,
  options: EntryReadOptions,
): Promise<StringPool> {
  const entry = archive.entries.get((member ?? '').toLowerCase());
  if (entry === undefined) return emptyPool;
  const { add, pool } = createPool();
  const decoder = new TextDecoder();
  let pending = '';
  let prefix: string | undefined;
  for await (const chunk of readEntry(archive, entry, options)) {
    pending += decoder.decode(chunk, { stream: true });
    prefix ??= prefixOf(pending, 'sst');
    pending = pending.slice(addStrings(pending, prefix, add));
    if (pending.length > MAX_PENDING) throw fileError('file.too-large', archive.path);
  }
  return pool;
}
