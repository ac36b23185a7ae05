/** The bytes of a text file as UTF-8 in large pieces, whatever its encoding. */
import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '../../domain/app-error.ts';
import { type CsvDialect, sniffDialect } from '../../tabular/csv-dialect.ts';
import { textChunks } from '../../tabular/csv-source.ts';
import { fileError, toReadError } from '../../tabular/file-error.ts';
import { createEncodingProbe, type TextEncoding } from '../../tabular/text-encoding.ts';

export interface TextFileFacts {
  readonly path: string;
  readonly bytes: number;
  readonly encoding: TextEncoding;
  readonly dialect: CsvDialect;
}

const pieceBytes = 1 << 20;
const headBytes = 256 * 1024;

function decodeHead(head: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true });
}

async function probe(file: FileHandle, path: string): Promise<TextFileFacts> {
  const { size } = await file.stat();
  const found = createEncodingProbe();
  const buffer = Buffer.allocUnsafe(pieceBytes);
  let head: Uint8Array | undefined;
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(buffer, 0, pieceBytes, at);
    if (bytesRead === 0) break;
    const piece = buffer.subarray(0, bytesRead);
    head ??= Uint8Array.from(piece.subarray(0, headBytes));
    found.push(piece);
    at += bytesRead;
  }
  const encoding = found.encoding();
  const text = head === undefined ? '' : decodeHead(head, encoding);
  if (text.trim() === '') throw fileError('file.empty', path);
  if (text.includes('\u0000')) throw fileError('file.unsupported', path);
  return { path, bytes: size, encoding, dialect: sniffDialect(text) };
}

/** Size, encoding and delimiter of a text file. Errors: `file.missing`, `file.empty`, `file.unsupported`, … */
export async function inspectTextFile(path: string): Promise<TextFileFacts> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    return await probe(file, path);
  } catch (error) {
    throw toReadError(error, path);
  } finally {
    await file?.close();
  }
}

async function* plainPieces(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(path, 'r');
  try {
    const buffer = new Uint8Array(pieceBytes);
    for (let at = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, pieceBytes, at);
      if (bytesRead === 0) return;
      const isMarked = at === 0 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
      at += bytesRead;
      yield buffer.subarray(isMarked ? 3 : 0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Pieces of the file in UTF-8, without a byte-order mark; a piece holds until the next one is asked for. */
export async function* utf8Pieces(
  facts: TextFileFacts,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (facts.encoding === 'utf-8' && facts.dialect.newline === '\n') {
    yield* plainPieces(facts.path);
    return;
  }
  const encoder = new TextEncoder();
  for await (const text of textChunks(facts.path, facts.encoding, () => undefined)) {
    yield encoder.encode(facts.dialect.newline === '\r' ? text.replaceAll('\r', '\n') : text);
  }
}

/** Throws `job.cancelled` when the caller has given up. */
export function stopIfAborted(signal: { readonly aborted: boolean } | undefined): void {
  if (signal?.aborted === true) throw new AppError('job.cancelled');
}
