/** Streams inside an OLE2 container ([MS-CFB]), found by following its sector chains. */

const HEADER = 512;
const DIRECTORY_ENTRY = 128;
/** Sector numbers from here on are marks (end of chain, free), not places. */
const FIRST_MARK = 0xfffffffa;
const ROOT = 5;

interface Container {
  readonly bytes: Buffer;
  readonly sector: number;
  readonly fat: readonly number[];
}

/** The sectors of a chain one after the other; stops at a mark, at a sector outside the file, or when it runs in a ring. */
function chainOf(fat: readonly number[], first: number): number[] {
  const chain: number[] = [];
  for (let at = first; at < FIRST_MARK && at < fat.length && chain.length <= fat.length; ) {
    chain.push(at);
    at = fat[at] ?? FIRST_MARK;
  }
  return chain;
}

function numbersIn(bytes: Buffer): number[] {
  const numbers: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at));
  return numbers;
}

function sectorOf({ bytes, sector }: Pick<Container, 'bytes' | 'sector'>, at: number): Buffer {
  return bytes.subarray(HEADER + at * sector, HEADER + (at + 1) * sector);
}

function readChain(file: Container, first: number): Buffer {
  return Buffer.concat(chainOf(file.fat, first).map((at) => sectorOf(file, at)));
}

/** The allocation table: its own sectors are listed in the header, and beyond 109 of them in a chain of lists. */
function allocationTable(bytes: Buffer, sector: number): number[] {
  const most = Math.ceil(bytes.length / sector);
  const listed = numbersIn(bytes.subarray(76, HEADER));
  let next = bytes.readUInt32LE(68);
  for (let turn = 0; next < FIRST_MARK && turn < most; turn += 1) {
    const list = numbersIn(sectorOf({ bytes, sector }, next));
    next = list.pop() ?? FIRST_MARK;
    listed.push(...list);
  }
  const places = listed.filter((at) => at < most).slice(0, most);
  return places.flatMap((at) => numbersIn(sectorOf({ bytes, sector }, at)));
}

/**
 * The bytes of the first stream that bears one of these names, or null when the container holds none or is not
 * whole. Small streams lie in a stream of their own.
 */
export function streamOf(bytes: Buffer, names: readonly string[]): Buffer | null {
  if (bytes.length < HEADER) return null;
  const sector = 1 << bytes.readUInt16LE(30);
  const mini = 1 << bytes.readUInt16LE(32);
  if (sector < HEADER || sector > 65_536 || mini < 16 || mini > sector) return null;
  const file: Container = { bytes, sector, fat: allocationTable(bytes, sector) };
  const directory = readChain(file, bytes.readUInt32LE(48));
  let small: Buffer = Buffer.alloc(0);
  for (let at = 0; at + DIRECTORY_ENTRY <= directory.length; at += DIRECTORY_ENTRY) {
    const entry = directory.subarray(at, at + DIRECTORY_ENTRY);
    const first = entry.readUInt32LE(116);
    const size = entry.readUInt32LE(120);
    if (entry[66] === ROOT) small = readChain(file, first);
    const name = entry.subarray(0, Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2));
    if (!names.includes(name.toString('utf16le'))) continue;
    if (size >= bytes.readUInt32LE(56)) return readChain(file, first).subarray(0, size);
    const fat = numbersIn(readChain(file, bytes.readUInt32LE(60)));
    const parts = chainOf(fat, first).map((part) => small.subarray(part * mini, (part + 1) * mini));
    return Buffer.concat(parts).subarray(0, size);
  }
  return null;
}
