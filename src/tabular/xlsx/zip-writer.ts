import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { AppError } from '../../domain/app-error.ts';

interface Member {
  readonly name: Buffer;
  readonly offset: number;
  crc: number;
  bytes: number;
  packedBytes: number;
}

/** A ZIP archive being written to an open file, member after member, in constant memory. */
export interface ZipWriter {
  /** Deflates the pieces of one member; text is UTF-8. */
  add(name: string, pieces: Iterable<string>): Promise<void>;
  /** Writes the central directory. */
  finish(): Promise<void>;
}

/** 1980-01-01: archives of the same content are the same bytes whenever they are written. */
const DOS_DATE = 0x21;
const UTF8_NAMES = 0x800;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
/** Faster by half than zlib's default, files a twentieth larger. */
const LEVEL = 4;
const MAX_BYTES = 0xffff_fffe;

/** The fields that local and central header share, from "version needed" on. */
function sharedFields(member: Member): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(DOS_DATE, 8);
  fields.writeUInt32LE(member.crc, 10);
  fields.writeUInt32LE(member.packedBytes, 14);
  fields.writeUInt32LE(member.bytes, 18);
  fields.writeUInt16LE(member.name.length, 22);
  return fields;
}

function localHeader(member: Member): Buffer {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(LOCAL_HEADER);
  return Buffer.concat([signature, sharedFields(member), member.name]);
}

function centralHeader(member: Member): Buffer {
  const start = Buffer.alloc(6);
  start.writeUInt32LE(CENTRAL_HEADER, 0);
  start.writeUInt16LE(20, 4);
  const end = Buffer.alloc(14);
  end.writeUInt32LE(member.offset, 10);
  return Buffer.concat([start, sharedFields(member), end, member.name]);
}

/** Makes a writer over an empty file opened for writing. Errors: `file.too-large` beyond 4 GiB. */
export function createZipWriter(file: FileHandle): ZipWriter {
  const members: Member[] = [];
  let position = 0;

  const append = async (bytes: Buffer) => {
    await file.write(bytes, 0, bytes.length, position);
    position += bytes.length;
    if (position > MAX_BYTES) throw new AppError('file.too-large', { params: { reason: 'zip' } });
  };

  async function deflate(member: Member, pieces: Iterable<string>): Promise<void> {
    const packer = createDeflateRaw({ level: LEVEL, chunkSize: 65_536 });
    const written = (async () => {
      for await (const chunk of packer as AsyncIterable<Buffer>) {
        member.packedBytes += chunk.length;
        await append(chunk);
      }
    })();
    // A failed write ends the packer; the failure itself is seen when `written` is awaited.
    written.catch((error: Error) => packer.destroy(error));
    try {
      for (const piece of pieces) {
        const bytes = Buffer.from(piece, 'utf8');
        member.crc = crc32(bytes, member.crc);
        member.bytes += bytes.length;
        if (!packer.write(bytes)) await Promise.race([once(packer, 'drain'), written]);
      }
      packer.end();
    } catch (error) {
      packer.destroy();
      await written.catch(() => undefined);
      throw error;
    }
    await written;
    if (member.bytes > MAX_BYTES)
      throw new AppError('file.too-large', { params: { reason: 'zip' } });
  }

  return {
    async add(name, pieces) {
      const member: Member = {
        name: Buffer.from(name, 'utf8'),
        offset: position,
        crc: 0,
        bytes: 0,
        packedBytes: 0,
      };
      await append(localHeader(member));
      await deflate(member, pieces);
      const header = localHeader(member);
      await file.write(header, 0, header.length, member.offset);
      members.push(member);
    },
    async finish() {
      const start = position;
      for (const member of members) await append(centralHeader(member));
      const end = Buffer.alloc(22);
      end.writeUInt32LE(END_RECORD, 0);
      end.writeUInt16LE(members.length, 8);
      end.writeUInt16LE(members.length, 10);
      end.writeUInt32LE(position - start, 12);
      end.writeUInt32LE(start, 16);
      await append(end);
    },
  };
}
