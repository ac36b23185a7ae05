import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { fileError, throwIfAborted, toReadError } from './file-error.ts';

/** One member of a ZIP archive, from its central directory. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  /** Where the member's local header starts. */
  readonly offset: number;
}

export interface ZipArchive {
  readonly path: string;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

export interface EntryReadOptions {
  /** Refused with `file.too-large` beyond this many unpacked bytes. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with the packed bytes read so far. */
  readonly onRead?: ((packedBytes: number) => void) | undefined;
}

const END_RECORD = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64_RECORD = 0x06064b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MAX_DIRECTORY_BYTES = 32 * 1024 * 1024;
const CHUNK = 256 * 1024;

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

interface DirectoryPlace {
  readonly offset: number;
  readonly bytes: number;
}

async function findDirectory(
  handle: FileHandle,
  size: number,
): Promise<DirectoryPlace | undefined> {
  const tailStart = Math.max(0, size - 65_557);
  const tail = await readAt(handle, tailStart, size - tailStart);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_RECORD) end -= 1;
  if (end < 0) return undefined;
  const place = { bytes: tail.readUInt32LE(end + 12), offset: tail.readUInt32LE(end + 16) };
  const needs64 = place.bytes === 0xffffffff || place.offset === 0xffffffff;
  if (!needs64) return place;
  const locator = end - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== END64_LOCATOR) return undefined;
  const record = await readAt(handle, Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END64_RECORD) return undefined;
  return {
    bytes: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  };
}

/** Sizes and offset of a member, taken from its ZIP64 extra field where the plain ones overflow. */
function readExtent(directory: Buffer, at: number, nameEnd: number, extraEnd: number) {
  let packedBytes = directory.readUInt32LE(at + 20);
  let offset = directory.readUInt32LE(at + 42);
  const bytesOverflow = directory.readUInt32LE(at + 24) === 0xffffffff;
  for (let extra = nameEnd; extra + 4 <= extraEnd; ) {
    const id = directory.readUInt16LE(extra);
    const length = directory.readUInt16LE(extra + 2);
    if (id === 1) {
      let field = extra + 4 + (bytesOverflow ? 8 : 0);
      if (packedBytes === 0xffffffff && field + 8 <= extraEnd) {
        packedBytes = Number(directory.readBigUInt64LE(field));
        field += 8;
      }
      if (offset === 0xffffffff && field + 8 <= extraEnd) {
        offset = Number(directory.readBigUInt64LE(field));
      }
    }
    extra += 4 + length;
  }
  return { packedBytes, offset };
}

function parseDirectory(directory: Buffer): Map<string, ZipEntry> | undefined {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const next = extraEnd + directory.readUInt16LE(at + 32);
    if (next > directory.length) return undefined;
    const name = directory.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/');
    entries.set(name.toLowerCase(), {
      name,
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      crc: directory.readUInt32LE(at + 16),
      ...readExtent(directory, at, nameEnd, extraEnd),
    });
    at = next;
  }
  return entries;
}

/**
 * Reads a ZIP's central directory. Names are looked up in lower case, since spreadsheet writers disagree.
 * Errors: `file.damaged` when the directory is missing or cut off.
 */
export async function openZip(path: string, size: number): Promise<ZipArchive> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw toReadError(error, path);
  });
  try {
    const place = await findDirectory(handle, size);
    if (place === undefined || place.offset + place.bytes > size) {
      throw fileError('file.damaged', path, { params: { reason: 'zip-directory' } });
    }
    if (place.bytes > MAX_DIRECTORY_BYTES) throw fileError('file.too-large', path);
    const entries = parseDirectory(await readAt(handle, place.offset, place.bytes));
    if (entries === undefined || entries.size === 0) {
      throw fileError('file.damaged', path, { params: { reason: 'zip-directory' } });
    }
    return { path, entries };
  } finally {
    await handle.close();
  }
}

async function dataStart(path: string, entry: ZipEntry): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const header = await readAt(handle, entry.offset, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) {
      throw fileError('file.damaged', path, { params: { part: entry.name } });
    }
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}

function openEntry(path: string, entry: ZipEntry, start: number, options: EntryReadOptions) {
  if (entry.packedBytes === 0) return undefined;
  const source = createReadStream(path, {
    start,
    end: start + entry.packedBytes - 1,
    highWaterMark: CHUNK,
  });
  let packed = 0;
  if (options.onRead !== undefined) {
    const report = options.onRead;
    source.on('data', (chunk) => {
      packed += chunk.length;
      report(packed);
    });
  }
  if (entry.method === 0) return source;
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  // The callback only keeps the failure from being unhandled: it reaches us through `inflate`.
  pipeline(source, inflate, () => undefined);
  return inflate;
}

/**
 * Unpacks one member, chunk by chunk, with its checksum verified at the end.
 * Errors: `file.too-large`, `file.damaged`, `file.encrypted`, `file.unsupported` (packing method),
 * `job.cancelled`.
 */
export async function* readEntry(
  archive: ZipArchive,
  entry: ZipEntry,
  options: EntryReadOptions,
): AsyncGenerator<Buffer, void, undefined> {
  const { path } = archive;
  if (entry.encrypted) throw fileError('file.encrypted', path);
  if (entry.method !== 0 && entry.method !== 8) {
    throw fileError('file.unsupported', path, { params: { method: entry.method } });
  }
  let stream: Readable | undefined;
  try {
    stream = openEntry(path, entry, await dataStart(path, entry), options);
    if (stream === undefined) return;
    let bytes = 0;
    let crc = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      throwIfAborted(options.signal);
      bytes += chunk.length;
      if (bytes > options.maxBytes) {
        throw fileError('file.too-large', path, { params: { part: entry.name } });
      }
      crc = crc32(chunk, crc);
      yield chunk;
    }
    if (crc !== entry.crc) throw fileError('file.damaged', path, { params: { part: entry.name } });
  } catch (error) {
    throw toReadError(error, path);
  } finally {
    stream?.destroy();
  }
}

/** A whole small member as text; `undefined` when the archive has none of that name. */
export async function readEntryText(
  archive: ZipArchive,
  name: string,
  options: EntryReadOptions,
): Promise<string | undefined> {
  const entry = archive.entries.get(name.toLowerCase());
  if (entry === undefined) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of readEntry(archive, entry, options)) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  const wide = whole[0] === 0xff && whole[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(whole);
}
