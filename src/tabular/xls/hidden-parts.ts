/** Which sheets and rows of an .xls are hidden ([MS-XLS] BoundSheet8 and Row); the reading library does not say. */
import { streamOf } from './compound-file.ts';

const BOUNDSHEET = 0x85;
const ROW = 0x208;
const BOF = 0x809;
const EOF = 0x0a;
const rowHidden = 0x20;

/** What is hidden of one sheet, in the order of the workbook's sheets. */
export interface HiddenParts {
  readonly sheet: boolean;
  /** 1-based rows. */
  readonly rows: ReadonlySet<number>;
}

interface BiffRecord {
  readonly id: number;
  readonly data: Buffer;
}

function* recordsFrom(stream: Buffer, start: number): Generator<BiffRecord, void, undefined> {
  for (let at = start; at + 4 <= stream.length; ) {
    const size = stream.readUInt16LE(at + 2);
    yield { id: stream.readUInt16LE(at), data: stream.subarray(at + 4, at + 4 + size) };
    at += 4 + size;
  }
}

/** Records of the substream that begins here, those of charts inside it left out. */
function* ownRecords(stream: Buffer, start: number): Generator<BiffRecord, void, undefined> {
  let depth = 0;
  for (const record of recordsFrom(stream, start)) {
    if (record.id === BOF) depth += 1;
    else if (record.id === EOF) depth -= 1;
    else if (depth === 1) yield record;
    if (depth <= 0) return;
  }
}

function hiddenRows(stream: Buffer, start: number): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { id, data } of ownRecords(stream, start)) {
    if (id !== ROW || data.length < 14) continue;
    if ((data.readUInt8(12) & rowHidden) !== 0) rows.add(data.readUInt16LE(0) + 1);
  }
  return rows;
}

/** What is hidden in the workbook, sheet by sheet; empty when the container says nothing that can be followed. */
export function hiddenParts(bytes: Buffer): readonly HiddenParts[] {
  const stream = streamOf(bytes, ['Workbook', 'Book']);
  if (stream === null) return [];
  const parts: HiddenParts[] = [];
  for (const { id, data } of ownRecords(stream, 0)) {
    if (id !== BOUNDSHEET || data.length < 6) continue;
    const sheet = (data.readUInt8(4) & 3) !== 0;
    parts.push({ sheet, rows: hiddenRows(stream, data.readUInt32LE(0)) });
  }
  return parts;
}
