import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { AppError } from '../domain/app-error.ts';
import { openCsv, textHead } from './csv-source.ts';
import { fileError, throwIfAborted, toReadError } from './file-error.ts';
import { foreignByHead, foreignByParts, looksLike } from './foreign-file.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import { openOds } from './ods/ods-source.ts';
import { createEncodingProbe, type TextEncoding } from './text-encoding.ts';
import type { FileFacts, OpenOptions, TableSource } from './types.ts';
import { openCompound, openHtmlTable } from './whole-workbook.ts';
import { openXlsx } from './xlsx/xlsx-source.ts';
import { openZip, readEntryText } from './zip-reader.ts';

const CHUNK = 1024 * 1024;

interface Examined {
  readonly facts: Pick<FileFacts, 'bytes' | 'sha256'>;
  readonly head: Buffer;
  readonly encoding: TextEncoding;
}

/** One pass over the whole file: hash, encoding, first bytes. */
async function examine(path: string, limits: ReadLimits, signal?: AbortSignal): Promise<Examined> {
  const info = await stat(path);
  if (!info.isFile()) throw fileError('file.unsupported', path);
  if (info.size === 0) throw fileError('file.empty', path);
  if (info.size > limits.fileBytes) throw fileError('file.too-large', path);
  const handle = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    const probe = createEncodingProbe();
    const buffer = Buffer.allocUnsafe(CHUNK);
    let head: Buffer | undefined;
    let bytes = 0;
    for (;;) {
      throwIfAborted(signal);
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, bytes);
      if (bytesRead === 0) break;
      bytes += bytesRead;
      const piece = buffer.subarray(0, bytesRead);
      head ??= Buffer.from(piece.subarray(0, 65_536));
      hash.update(piece);
      probe.push(piece);
    }
    return {
      facts: { bytes, sha256: hash.digest('hex') },
      head: head ?? Buffer.alloc(0),
      encoding: probe.encoding(),
    };
  } finally {
    await handle.close();
  }
}

const startsWith = (head: Buffer, bytes: readonly number[]) =>
  bytes.every((byte, at) => head[at] === byte);

const isZip = (head: Buffer) => startsWith(head, [0x50, 0x4b, 0x03, 0x04]);
const isCompound = (head: Buffer) => startsWith(head, [0xd0, 0xcf, 0x11, 0xe0]);

/** Control characters that no list holds but every binary file does. DOS's end-of-file mark is allowed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/;
const FOREIGN = /^\s*(?:%PDF-|\{\\rtf|<\?xml)/;
const HTML = /^\s*<(?:!doctype html|html|table|head|body|meta|style|div)\b/i;

async function openZipped(path: string, facts: Examined['facts'], limits: ReadLimits) {
  const archive = await openZip(path, facts.bytes);
  const limit = { maxBytes: 4096 };
  const mimetype = archive.entries.has('mimetype')
    ? await readEntryText(archive, 'mimetype', limit)
    : '';
  if (mimetype?.startsWith('application/vnd.oasis.opendocument.spreadsheet') === true) {
    return openOds(path, facts, limits);
  }
  return openXlsx(path, facts, limits).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'file.unsupported') throw error;
    const params = looksLike(foreignByParts(archive.entries.keys()));
    throw fileError('file.unsupported', path, { params, cause: error });
  });
}

async function openText(
  path: string,
  examined: Examined,
  limits: ReadLimits,
  options: OpenOptions,
): Promise<TableSource> {
  const encoding = options.encoding ?? examined.encoding;
  const facts = { ...examined.facts, encoding };
  const head = await textHead(path, encoding);
  const start = head.slice(0, 4096);
  if (BINARY.test(start) || FOREIGN.test(start)) {
    const params = looksLike(foreignByHead(examined.head));
    throw fileError('file.unsupported', path, { params });
  }
  if (HTML.test(start)) return openHtmlTable(path, facts, limits);
  return openCsv(path, facts, head, limits, options);
}

/**
 * Opens a table file: .xlsx, .xls, .ods, delimited text, or an HTML table. What it is is told by its content, never
 * by its name. Nothing is kept open between calls; rows are streamed (.xlsx, text) in batches.
 *
 * Errors (all `AppError`, with the file's name): `file.missing`, `file.locked`, `file.unreadable`, `file.empty`,
 * `file.unsupported`, `file.encrypted`, `file.damaged`, `file.too-large`, `job.cancelled`; also from `rows`.
 */
export async function openTable(path: string, options: OpenOptions = {}): Promise<TableSource> {
  const limits = { ...defaultLimits, ...options.limits };
  try {
    const examined = await examine(path, limits, options.signal);
    if (isZip(examined.head)) return await openZipped(path, examined.facts, limits);
    if (isCompound(examined.head)) return await openCompound(path, examined.facts, limits);
    return await openText(path, examined, limits, options);
  } catch (error) {
    throw toReadError(error, path);
  }
}
