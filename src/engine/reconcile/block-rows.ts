/** Reads the blocks of rows that the store hands out, without making strings of what is not asked for as one. */
import { blockMark, type RowBlock } from '../../store/matching-rows.ts';

/** The row in hand: where its fields lie in `bytes`. */
export interface BlockRow {
  bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const decoder = new TextDecoder();

/** An empty row of so many fields, to be reused. */
export function newBlockRow(fields: number): BlockRow {
  return {
    bytes: new Uint8Array(0),
    starts: new Int32Array(fields),
    ends: new Int32Array(fields),
  };
}

/** Calls `take` for each row of a block, with its fields in `row`. */
export function eachRow({ bytes }: RowBlock, row: BlockRow, take: () => void): void {
  if (bytes === null) return;
  row.bytes = bytes;
  const last = row.starts.length - 1;
  let field = 0;
  row.starts[0] = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? blockMark.row;
    if (byte === blockMark.field && field < last) {
      row.ends[field++] = at;
      row.starts[field] = at + 1;
    } else if (byte === blockMark.row) {
      row.ends[field] = at;
      take();
      field = 0;
      row.starts[0] = at + 1;
    }
  }
}

/** A field as text; null where it is empty. */
export function textOf({ bytes, starts, ends }: BlockRow, field: number): string | null {
  const start = starts[field] ?? 0;
  const end = ends[field] ?? 0;
  return start === end ? null : decoder.decode(bytes.subarray(start, end));
}

/** A field of digits as a number; 0 where it is empty. */
export function numberOf({ bytes, starts, ends }: BlockRow, field: number): number {
  let value = 0;
  for (let at = starts[field] ?? 0; at < (ends[field] ?? 0); at++) {
    value = value * 10 + (bytes[at] ?? 48) - 48;
  }
  return value;
}
