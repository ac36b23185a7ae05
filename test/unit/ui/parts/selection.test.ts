import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../../src/ui/parts/grid/grid-keys.ts';
import {
  clampSelection,
  isInRange,
  keyTarget,
  rangeOf,
  selectAll,
  selectCell,
  sizeOf,
  stepTo,
} from '../../../../src/ui/parts/grid/selection.ts';

const size = { rows: 100, columns: 8 };
const press = (key: string, over: Partial<{ ctrl: boolean; shift: boolean }> = {}) => ({
  key,
  ctrl: false,
  shift: false,
  ...over,
});
const at = (row: number, column: number) => ({ row, column });

describe('keyTarget', () => {
  it.each([
    ['ArrowDown', {}, at(5, 3), at(6, 3)],
    ['ArrowDown', {}, at(99, 3), at(99, 3)],
    ['ArrowUp', {}, at(5, 3), at(4, 3)],
    ['ArrowLeft', {}, at(5, 0), at(5, 0)],
    ['ArrowRight', {}, at(5, 3), at(5, 4)],
    ['ArrowDown', { ctrl: true }, at(5, 3), at(99, 3)],
    ['ArrowRight', { ctrl: true }, at(5, 3), at(5, 7)],
    ['Home', {}, at(5, 3), at(5, 0)],
    ['End', {}, at(5, 3), at(5, 7)],
    ['Home', { ctrl: true }, at(5, 3), at(0, 0)],
    ['End', { ctrl: true }, at(5, 3), at(99, 7)],
    ['PageDown', {}, at(5, 3), at(22, 3)],
    ['PageDown', {}, at(95, 3), at(99, 3)],
    ['PageUp', {}, at(5, 3), at(0, 3)],
    ['Tab', {}, at(5, 3), at(5, 4)],
    ['Tab', { shift: true }, at(5, 3), at(5, 2)],
    ['Tab', {}, at(5, 7), null],
    ['Tab', { shift: true }, at(5, 0), null],
    ['a', {}, at(5, 3), null],
  ] as const)('%s %j from %j leads to %j', (key, over, from, to) => {
    expect(keyTarget(press(key, over), from, size, 17)).toEqual(to);
  });

  it('does nothing in an empty grid', () => {
    expect(keyTarget(press('End'), at(0, 0), { rows: 0, columns: 8 }, 10)).toBeNull();
  });

  const keys = fc.constantFrom(
    'ArrowDown',
    'ArrowUp',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Tab',
  );

  it('never leaves the grid, wherever the keys lead', () => {
    const presses = fc.array(fc.tuple(keys, fc.boolean(), fc.boolean()), { maxLength: 60 });
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 1_200_000 }),
      columns: fc.integer({ min: 1, max: 22 }),
    });
    fc.assert(
      fc.property(presses, sizes, (list, grid) => {
        let selection = selectCell(at(0, 0));
        for (const [key, ctrl, shift] of list) {
          const one = press(key, { ctrl, shift });
          const to = keyTarget(one, selection.head, grid, 17);
          if (to !== null) selection = stepTo(selection, to, one);
          const range = rangeOf(selection);
          expect(range.top).toBeGreaterThanOrEqual(0);
          expect(range.bottom).toBeLessThan(grid.rows);
          expect(range.left).toBeGreaterThanOrEqual(0);
          expect(range.right).toBeLessThan(grid.columns);
        }
      }),
    );
  });
});

describe('a selection', () => {
  const place = fc.record({ row: fc.nat(500), column: fc.nat(20) });

  it('is the rectangle between its corners, whichever way it was drawn', () => {
    fc.assert(
      fc.property(place, place, place, (anchor, head, other) => {
        const range = rangeOf({ anchor, head });
        expect(range).toEqual(rangeOf({ anchor: head, head: anchor }));
        expect(isInRange(range, anchor) && isInRange(range, head)).toBe(true);
        const between = (value: number, a: number, b: number) =>
          value >= Math.min(a, b) && value <= Math.max(a, b);
        expect(isInRange(range, other)).toBe(
          between(other.row, anchor.row, head.row) &&
            between(other.column, anchor.column, head.column),
        );
      }),
    );
  });

  it('is all there is after Ctrl+A, and shrinks with the list', () => {
    const all = selectAll(size);
    expect(sizeOf(rangeOf(all))).toEqual(size);
    expect(rangeOf(clampSelection(all, { rows: 3, columns: 2 }))).toEqual({
      top: 0,
      bottom: 2,
      left: 0,
      right: 1,
    });
  });

  it('stretches with Shift, but not with Tab', () => {
    const start = selectCell(at(2, 2));
    expect(stepTo(start, at(3, 2), press('ArrowDown', { shift: true })).anchor).toEqual(at(2, 2));
    expect(stepTo(start, at(2, 1), press('Tab', { shift: true })).anchor).toEqual(at(2, 1));
  });
});

describe('meaningOf', () => {
  const key = (name: string, over: object = {}) =>
    meaningOf({
      key: name,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      ...over,
    });
  it.each([
    ['F2', {}, { do: 'edit', typed: null }],
    ['Enter', {}, { do: 'edit', typed: null }],
    ['x', {}, { do: 'edit', typed: 'x' }],
    ['X', { shiftKey: true }, { do: 'edit', typed: 'X' }],
    ['Backspace', {}, { do: 'edit', typed: '' }],
    ['Delete', {}, { do: 'command', command: 'empty' }],
    [' ', {}, { do: 'open' }],
    ['a', { ctrlKey: true }, { do: 'select-all' }],
    ['z', { ctrlKey: true }, { do: 'command', command: 'undo' }],
    ['Z', { ctrlKey: true, shiftKey: true }, { do: 'command', command: 'redo' }],
    ['y', { ctrlKey: true }, { do: 'command', command: 'redo' }],
    ['C', { ctrlKey: true, shiftKey: true }, { do: 'command', command: 'copy-full' }],
    // The browser's own copy and paste bring their events; the menu's keys stay the menu's.
    ['c', { ctrlKey: true }, null],
    ['v', { ctrlKey: true }, null],
    ['f', { ctrlKey: true }, null],
    ['x', { altKey: true }, null],
    ['F5', {}, null],
    ['Dead', {}, null],
  ])('%s %j', (name, over, expected) => {
    expect(key(name, over)).toEqual(expected);
  });
});
