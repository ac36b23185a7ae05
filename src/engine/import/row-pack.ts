/**
 * A chunk of planned rows by columns, in memory that two threads share: rows made of texts would live until the chunk
 * is full, be moved by the garbage collector, and be copied once more on their way to the thread that writes them.
 */
import type { StagedRowToWrite } from '../../store/import/stage-writer.ts';

/** Rows whose numbers follow one another; filled by `addRow`. */
export interface RowPack {
  readonly firstSeq: number;
  count: number;
  readonly sheets: string[];
  readonly sheet: Uint16Array;
  readonly row: Uint32Array;
  readonly action: Uint8Array;
  /** 0 is none. */
  readonly severity: Uint8Array;
  /** 0 is none, as ids begin with 1. */
  readonly personId: Float64Array;
  readonly entryId: Float64Array;
  /** Where each row's values, and then its issues, end in the text. */
  readonly ends: Uint32Array;
  /** UTF-8. */
  text: Uint8Array;
}

const actions = ['add', 'update', 'same', 'leave', 'conflict', 'reject'] as const;
const severities = [null, 'info', 'warning', 'error'] as const;

const most = 10_000;
const textBytes = 4 * 1024 * 1024;
/** Bytes a UTF-16 unit has at most in UTF-8. */
const widest = 3;

const shared = (bytes: number) => new SharedArrayBuffer(bytes);

/** An empty pack whose first row will have this number; in the memory of another that is done with, if given. */
export function emptyPack(firstSeq: number, done?: RowPack): RowPack {
  if (done !== undefined) return { ...done, firstSeq, count: 0, sheets: [] };
  return {
    firstSeq,
    count: 0,
    sheets: [],
    sheet: new Uint16Array(shared(most * 2)),
    row: new Uint32Array(shared(most * 4)),
    action: new Uint8Array(shared(most)),
    severity: new Uint8Array(shared(most)),
    personId: new Float64Array(shared(most * 8)),
    entryId: new Float64Array(shared(most * 8)),
    ends: new Uint32Array(shared(most * 8)),
    text: new Uint8Array(shared(textBytes)),
  };
}

/** Adds the next row; false when there is no room for it, which an empty pack always has. */
export function addRow(pack: RowPack, row: StagedRowToWrite): boolean {
  const { count, ends, sheets } = pack;
  if (count === most) return false;
  const from = ends[count * 2 - 1] ?? 0;
  const room = (row.values.length + (row.issues?.length ?? 0)) * widest;
  if (from + room > pack.text.length) {
    if (count > 0) return false;
    pack.text = new Uint8Array(shared(room));
  }
  const text = bytesOf(pack);
  const valuesEnd = from + text.write(row.values, from);
  ends[count * 2] = valuesEnd;
  ends[count * 2 + 1] = valuesEnd + (row.issues === null ? 0 : text.write(row.issues, valuesEnd));
  if (sheets.at(-1) !== row.sheet) sheets.push(row.sheet);
  pack.sheet[count] = sheets.length - 1;
  pack.row[count] = row.row;
  pack.action[count] = actions.indexOf(row.action);
  pack.severity[count] = severities.indexOf(row.severity);
  pack.personId[count] = row.personId ?? 0;
  pack.entryId[count] = row.entryId ?? 0;
  pack.count = count + 1;
  return true;
}

/** A row of the pack by its number; undefined for one that is not in it. */
export function rowOf(pack: RowPack, seq: number): StagedRowToWrite | undefined {
  const index = seq - pack.firstSeq;
  return index >= 0 && index < pack.count ? rowAt(pack, bytesOf(pack), index) : undefined;
}

/** The rows as they were packed. */
export function* unpackRows(pack: RowPack): Generator<StagedRowToWrite> {
  const text = bytesOf(pack);
  for (let index = 0; index < pack.count; index += 1) yield rowAt(pack, text, index);
}

function bytesOf({ text }: RowPack): Buffer {
  return Buffer.from(text.buffer, text.byteOffset, text.byteLength);
}

function rowAt(pack: RowPack, text: Buffer, index: number): StagedRowToWrite {
  const { ends } = pack;
  const from = ends[index * 2 - 1] ?? 0;
  const valuesEnd = ends[index * 2] ?? 0;
  const issuesEnd = ends[index * 2 + 1] ?? 0;
  return {
    seq: pack.firstSeq + index,
    sheet: pack.sheets[pack.sheet[index] ?? 0] ?? '',
    row: pack.row[index] ?? 0,
    action: actions[pack.action[index] ?? 0] ?? 'reject',
    severity: severities[pack.severity[index] ?? 0] ?? null,
    personId: pack.personId[index] || null,
    entryId: pack.entryId[index] || null,
    values: text.toString('utf8', from, valuesEnd),
    issues: issuesEnd === valuesEnd ? null : text.toString('utf8', valuesEnd, issuesEnd),
  };
}
