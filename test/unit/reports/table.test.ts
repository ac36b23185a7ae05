import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../src/reports/document.ts';
import { columnWidths } from '../../../src/reports/paper.ts';
import { keepTogether } from '../../../src/reports/print-form.ts';
import {
  cellValue,
  columnNumbers,
  headRows,
  sumCells,
  withTotals,
} from '../../../src/reports/table.ts';

const columns: Column[] = [
  { key: 'name', title: 'Nama', kind: 'text', width: 20, grow: 1 },
  { key: 'a', title: 'A', kind: 'integer', width: 10, group: 'G', summed: true },
  { key: 'b', title: 'B', kind: 'integer', width: 10, group: 'G', summed: true },
  { key: 'ab', title: 'AB', kind: 'integer', width: 10, derive: { kind: 'sum', of: ['a', 'b'] } },
  {
    key: 'share',
    title: '%',
    kind: 'percent',
    width: 10,
    derive: { kind: 'ratio', of: 'a', per: 'ab' },
  },
];
const count = fc.nat({ max: 1_000_000_000 });
const cells = fc.record({ a: count, b: count });

describe('totals', () => {
  it('add up over any groups, derived columns included', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cells, { maxLength: 5 }), { maxLength: 5 }), (groups) => {
        const rows = withTotals(
          columns,
          groups.map((group, i) => ({ label: `${i}`, subtotalLabel: 'J', rows: group })),
          'Jumlah',
        );
        const all = groups.flat();
        const last = rows.at(-1);
        if (last?.kind !== 'total') throw new Error('no total');
        const sum = all.reduce((total, row) => total + row.a + row.b, 0);
        expect(cellValue(columns, columns[3]!, last.cells)).toBe(sum);
        const subtotals = rows.flatMap((row) => (row.kind === 'subtotal' ? [row.cells] : []));
        expect(sumCells(columns, subtotals)).toEqual(last.cells);
      }),
    );
  });
});

describe('heads', () => {
  it('join a group over its columns and let the others span both rows', () => {
    const [upper, lower] = headRows(columns);
    expect(upper?.map(({ text, columns: wide, rows }) => [text, wide, rows])).toEqual([
      ['Nama', 1, 2],
      ['G', 2, 1],
      ['AB', 1, 2],
      ['%', 1, 2],
    ]);
    expect(lower?.map(({ text, at }) => [text, at])).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
  });

  it('number the columns with the sums they hold', () => {
    expect(columnNumbers(columns)).toEqual(['1', '2', '3', '4=2+3', '5=2:4']);
  });

  it('fill the page or shrink to it', () => {
    const wide = columnWidths(columns, 160);
    expect(wide).toEqual([120, 10, 10, 10, 10]);
    const narrow = columnWidths(columns, 30);
    expect(narrow.reduce((total, width) => total + width, 0)).toBeCloseTo(30);
  });
});

describe('rows that stay together', () => {
  it('are a group head with its first row and sums with the row above', () => {
    const kinds = ['group', 'body', 'body', 'body', 'subtotal', 'total'] as const;
    expect(keepTogether(kinds)).toEqual([2, 0, 1, 3, 0, 0]);
    expect(keepTogether(['group', 'body', 'subtotal'])).toEqual([3, 0, 0]);
  });

  it('cover every row once', () => {
    const kind = fc.constantFrom('group', 'body', 'subtotal', 'total', 'empty');
    fc.assert(
      fc.property(fc.array(kind), (kinds) => {
        const keep = keepTogether(kinds as never);
        expect(keep.reduce((total, rows) => total + rows, 0)).toBe(kinds.length);
      }),
    );
  });
});
