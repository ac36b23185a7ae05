import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellEdit,
  countCells,
  dropRows,
  emptyStage,
  putCells,
  rebaseRow,
  redoStep,
  type Stage,
  undoStep,
} from '../../../../src/ui/screens/roster/stage/stage.ts';

const edit = (over: Partial<CellEdit> = {}): CellEdit => ({
  entryId: 1,
  name: 'Budi',
  version: 1,
  field: 'wage',
  stored: 1_000_000,
  value: 2_000_000,
  ...over,
});
const cellsOf = ({ rows }: Stage) =>
  [...rows].map(([id, { cells }]) => [id, Object.fromEntries(cells)]).sort();

describe('cells that wait to be saved', () => {
  it('are counted, and forgotten once the stored value is typed again', () => {
    const one = putCells(emptyStage, [edit(), edit({ field: 'note', stored: null, value: 'x' })]);
    expect(countCells(one)).toBe(2);
    const back = putCells(one, [edit({ value: 1_000_000 })]);
    expect(cellsOf(back)).toEqual([[1, { note: 'x' }]]);
    expect(putCells(emptyStage, [edit({ value: 1_000_000 })])).toBe(emptyStage);
    expect(putCells(one, [edit()])).toBe(one);
  });

  it('keep the version first seen, until the newer one is accepted', () => {
    const one = putCells(putCells(emptyStage, [edit()]), [edit({ version: 4, value: 3 })]);
    expect(one.rows.get(1)?.version).toBe(1);
    const rebased = undoStep(rebaseRow(one, 1, 4));
    expect(rebased.rows.get(1)).toMatchObject({ version: 4 });
    expect(dropRows(one, [1]).rows.size).toBe(0);
    expect(undoStep(dropRows(one, [1])).rows).toEqual(one.rows);
    expect(dropRows(one, [2])).toBe(one);
  });

  it('go back step by step and forth again, whatever was typed', () => {
    const edits = fc.array(
      fc.array(
        fc.record({
          entryId: fc.integer({ min: 1, max: 4 }),
          field: fc.constantFrom('wage' as const, 'note' as const),
          value: fc.constantFrom('a', 'b', null),
        }),
        { maxLength: 4 },
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(edits, (steps) => {
        const seen: Stage[] = [emptyStage];
        for (const step of steps) {
          const before = seen.at(-1) ?? emptyStage;
          const next = putCells(
            before,
            step.map((one) => edit({ ...one, stored: null })),
          );
          if (next !== before) seen.push(next);
        }
        let stage = seen.at(-1) ?? emptyStage;
        for (const earlier of seen.slice(0, -1).reverse()) {
          stage = undoStep(stage);
          expect(cellsOf(stage)).toEqual(cellsOf(earlier));
        }
        expect(undoStep(stage)).toBe(stage);
        for (const later of seen.slice(1)) {
          stage = redoStep(stage);
          expect(cellsOf(stage)).toEqual(cellsOf(later));
        }
        expect(redoStep(stage)).toBe(stage);
      }),
    );
  });

  it('forget what was undone once something else is typed', () => {
    const one = undoStep(putCells(emptyStage, [edit()]));
    expect(
      redoStep(putCells(one, [edit({ value: 5 })]))
        .rows.get(1)
        ?.cells.get('wage'),
    ).toBe(5);
  });
});
