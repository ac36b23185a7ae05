/** A list whose people all share one name and birth date is bounded in work, not in luck: pairs weighed are counted. */
import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../src/linkage/reconcile.ts';
import type { PersonCells, Side } from '../../../src/linkage/side.ts';
import { createSideBuilder } from '../../../src/linkage/side-builder.ts';
import { person } from './people.ts';

function crowdOfOne(rows: number, cellsOf: (i: number) => Partial<PersonCells>): Side {
  const builder = createSideBuilder(rows);
  for (let i = 0; i < rows; i++) {
    builder.add(person({ name: 'SITI AMINAH', birthDate: '1980-05-12', ...cellsOf(i) }));
  }
  return builder.finish();
}

describe('a list of people of one name and birth date', { timeout: 240_000 }, () => {
  it('of two hundred thousand rows is left alone where nothing tells them apart', () => {
    const rows = 200_000;
    const { links, candidates, model } = reconcile(
      crowdOfOne(rows, () => ({})),
      crowdOfOne(rows, () => ({})),
    );
    expect(links.size).toBe(0);
    expect(candidates.size).toBe(0);
    expect(model.pairsWeighed).toBe(0);
  });

  it('is linked where numbers tell them apart; a number with a slip asks for a look', () => {
    const rows = 30_000;
    const kpj = (i: number): string => String(11_000_000_000 + i * 4177);
    const slip = (text: string, i: number): string =>
      i % 10 === 0 ? `${text.slice(0, 8)}${(Number(text[8]) + 3) % 10}${text.slice(9)}` : text;
    const { links, model } = reconcile(
      crowdOfOne(rows, (i) => ({ kpj: kpj(i) })),
      crowdOfOne(rows, (i) => ({ kpj: slip(kpj(i), i) })),
    );
    const wrong = Array.from(links.leftRow).filter((l, at) => l !== links.rightRow[at]);
    expect(links.size).toBeGreaterThanOrEqual(0.9 * rows);
    expect(wrong).toEqual([]);
    // The budgets of both passes, 60 and 20 an open row of either side, taken in steps that may double them; all
    // pairs of open rows would be nine millions.
    const open = 0.1 * rows;
    expect(model.pairsWeighed).toBeLessThan(2 * (80 * 2 * open + 40_000));
  });
});
