import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRow,
  emptyPack,
  type RowPack,
  rowOf,
  unpackRows,
} from '../../../src/engine/import/row-pack.ts';
import type { StagedRowToWrite } from '../../../src/store/import/stage-writer.ts';

const odd = fc.oneof(fc.json(), fc.string({ unit: 'grapheme', minLength: 1 }));
const rowsFrom = (first: number) =>
  fc
    .array(
      fc.record({
        sheet: fc.constantFrom('', 'Data', 'Lembar 2'),
        row: fc.nat(1_048_576),
        action: fc.constantFrom('add', 'update', 'same', 'leave', 'conflict', 'reject' as const),
        severity: fc.constantFrom('error', 'warning', 'info', null),
        personId: fc.option(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
        entryId: fc.option(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
        values: odd,
        issues: fc.option(odd),
      }),
    )
    .map((rows) => rows.map((row, index) => ({ ...row, seq: first + index })));

function packOf(rows: readonly StagedRowToWrite[], done?: RowPack): RowPack {
  const pack = emptyPack(rows[0]?.seq ?? 1, done);
  for (const row of rows) expect(addRow(pack, row)).toBe(true);
  return pack;
}
const plain = (seq: number, values: string): StagedRowToWrite => ({
  seq,
  sheet: '',
  row: seq,
  action: 'add',
  severity: null,
  personId: null,
  entryId: null,
  values,
  issues: null,
});

describe('a pack of planned rows', () => {
  it('gives every row back as it was, in memory used before and through a message', () => {
    let done: RowPack | undefined;
    fc.assert(
      fc.property(fc.nat(2_000_000).chain(rowsFrom), (rows) => {
        const pack = packOf(rows, done);
        expect([...unpackRows(structuredClone(pack))]).toEqual(rows);
        for (const row of rows) expect(rowOf(pack, row.seq)).toEqual(row);
        expect(rowOf(pack, (rows[0]?.seq ?? 1) - 1)).toBeUndefined();
        expect(rowOf(pack, (rows[0]?.seq ?? 1) + rows.length)).toBeUndefined();
        done = pack;
      }),
    );
  });

  it('is full after ten thousand rows, or when a text has no room beside the others', () => {
    const pack = emptyPack(1);
    for (let seq = 1; seq <= 10_000; seq += 1) expect(addRow(pack, plain(seq, '{}'))).toBe(true);
    expect(addRow(pack, plain(10_001, '{}'))).toBe(false);
    const huge = 'é'.repeat(3_000_000);
    const next = emptyPack(1, pack);
    expect(addRow(next, plain(1, '{}'))).toBe(true);
    expect(addRow(next, plain(2, huge))).toBe(false);
    const own = emptyPack(2);
    expect(addRow(own, plain(2, huge))).toBe(true);
    expect(rowOf(own, 2)?.values).toBe(huge);
  });
});
