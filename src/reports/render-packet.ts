/** Writes a packet to a folder: PDF for paper, spreadsheets for work. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../domain/app-error.ts';
import { writeAtomically } from '../tabular/atomic-file.ts';
import { toWriteError } from '../tabular/file-error.ts';
import { writeXlsx } from '../tabular/write-xlsx.ts';
import { type Document, type Paper, tablesOf } from './document.ts';
import { buildPacket, buildUnenrolledList, isListSeparate } from './packet.ts';
import type { PacketInput } from './packet-input.ts';
import { renderListPdf } from './render-list-pdf.ts';
import { renderTypst } from './render-typst.ts';
import { sheetsOf } from './render-xlsx.ts';

export type PacketFileKind = 'packet-pdf' | 'list-pdf' | 'tables-xlsx' | 'list-xlsx';

/** A written file; `pages` for PDF only. */
export interface PacketFile {
  readonly kind: PacketFileKind;
  readonly path: string;
  readonly pages: number | null;
  readonly bytes: number;
  readonly sha256: string;
}

export interface RenderPacketOptions {
  /** Made if need be. */
  readonly dir: string;
  readonly paper: Paper;
  readonly fontsDir: string;
  readonly templatesDir: string;
  readonly createdAt: Date;
  readonly signal?: AbortSignal | undefined;
  /** Pages or rows done of the file being written; `total` is `null` where it is not known. */
  readonly onProgress?:
    | ((kind: PacketFileKind, done: number, total: number | null) => void)
    | undefined;
}

const fileNames: Readonly<Record<PacketFileKind, string>> = {
  'packet-pdf': 'paket-monev.pdf',
  'list-pdf': 'daftar-belum-terdaftar.pdf',
  'tables-xlsx': 'tabel-monev.xlsx',
  'list-xlsx': 'daftar-belum-terdaftar.xlsx',
};

/**
 * Writes `paket-monev.pdf` and `tabel-monev.xlsx`; with names to list `daftar-belum-terdaftar.xlsx`, and
 * above 2,000 of them `daftar-belum-terdaftar.pdf`. Each file is written whole or not at all, and a list
 * left from an earlier packet goes. Same input and `createdAt`, same bytes.
 * @throws AppError `input.invalid` where parts do not add up (before anything is written),
 *   `packet.nothing-to-print`, `job.cancelled`, and what writing a file can throw
 */
export async function renderPacket(
  input: PacketInput,
  options: RenderPacketOptions,
): Promise<{ readonly files: readonly PacketFile[] }> {
  const packet = buildPacket(input);
  const list = buildUnenrolledList(input);
  const files: PacketFile[] = [];
  const write = async (kind: PacketFileKind, run: Writer, document: Document) => {
    begin(kind, options);
    const path = join(options.dir, fileNames[kind]);
    const pages = await run(path, document, options);
    files.push(await describe(kind, path, pages));
  };
  await write('packet-pdf', writePacketPdf, packet);
  if (isListSeparate(input)) await write('list-pdf', writeListPdf, list);
  else await removeOld(join(options.dir, fileNames['list-pdf']));
  await write('tables-xlsx', writeTables, packet);
  if (input.unenrolled.count > 0) await write('list-xlsx', writeListSheet, list);
  else await removeOld(join(options.dir, fileNames['list-xlsx']));
  return { files };
}

/** An old list may be open in a reader, which on Windows keeps it from going. */
async function removeOld(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw toWriteError(error, path);
  }
}

/** Writes one file and returns its pages, `null` for a spreadsheet. */
type Writer = (
  path: string,
  document: Document,
  options: RenderPacketOptions,
) => Promise<number | null>;

async function writePacketPdf(path: string, document: Document, options: RenderPacketOptions) {
  const { pages, bytes } = renderTypst(document, options);
  await writeAtomically(path, (file) => file.writeFile(bytes));
  return pages;
}

async function writeListPdf(path: string, document: Document, options: RenderPacketOptions) {
  let pages = 0;
  await writeAtomically(path, async (file) => {
    const sink = sinkOf(file);
    const onPage = (page: number, total: number) => options.onProgress?.('list-pdf', page, total);
    pages = await renderListPdf(document, sink, { ...options, onPage });
  });
  return pages;
}

/** A stream into an open file; a handle's own write stream would keep it from being closed. */
function sinkOf(file: FileHandle): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      file.writeFile(chunk).then(() => done(), done);
    },
  });
}

async function writeTables(path: string, document: Document, options: RenderPacketOptions) {
  const tables = tablesOf(document).filter((table) => table.id !== 'belum-terdaftar');
  await writeXlsx(path, sheetsOf(document, tables, options.paper));
  return null;
}

async function writeListSheet(path: string, document: Document, options: RenderPacketOptions) {
  const onRows = (rows: number) => {
    options.onProgress?.('list-xlsx', rows, null);
    throwIfAborted(options.signal);
  };
  await writeXlsx(path, sheetsOf(document, tablesOf(document), options.paper), { onRows });
  return null;
}

function begin(kind: PacketFileKind, options: RenderPacketOptions): void {
  options.onProgress?.(kind, 0, null);
  throwIfAborted(options.signal);
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('job.cancelled');
}

async function describe(
  kind: PacketFileKind,
  path: string,
  pages: number | null,
): Promise<PacketFile> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const { size } = await stat(path);
  return { kind, path, pages, bytes: size, sha256: hash.digest('hex') };
}
