import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows, unpackRows } from '../../../src/engine/import/row-pack.ts';

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
        values: fc.json(),
        issues: fc.option(fc.json()),
      }),
    )
    .map((rows) => rows.map((row, index) => ({ ...row, seq: first + index })));

describe('a pack of planned rows', () => {
  it('gives every row back as it was, also through a message', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000).chain(rowsFrom), (rows) => {
        expect(unpackRows(structuredClone(packRows(rows)))).toEqual(rows);
      }),
    );
  });
});
