import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type GridGeometry,
  maxScrollHeight,
  rowOffset,
  rowTop,
  scrollHeight,
  scrollTopFor,
  scrollTopToShow,
  visibleRows,
} from '../../../../src/ui/parts/grid/scaling.ts';

/** Chromium clamps an element's height here. */
const chromiumLimit = 33_554_428;
const geometryOf = (rowCount: number, viewport = 570): GridGeometry => ({
  rowCount,
  rowHeight: 32,
  viewport,
});
const bottomOf = (geometry: GridGeometry) => scrollHeight(geometry) - geometry.viewport;

describe('scaling', () => {
  it('leaves lists that fit as they are', () => {
    const geometry = geometryOf(5_000);
    expect(scrollHeight(geometry)).toBe(160_000);
    expect(rowOffset(geometry, 12_345)).toBe(12_345);
  });

  it.each([1_000_000, 1_200_000, 50_000_000])(
    'reaches the first and the last of %i rows below the limit of an element',
    (rowCount) => {
      const geometry = geometryOf(rowCount);
      expect(scrollHeight(geometry)).toBeLessThanOrEqual(maxScrollHeight);
      expect(maxScrollHeight).toBeLessThan(chromiumLimit);
      expect(visibleRows(geometry, 0, 0)?.first).toBe(0);
      const end = bottomOf(geometry);
      expect(visibleRows(geometry, end, 0)?.last).toBe(rowCount - 1);
      expect(rowTop(geometry, end, rowCount - 1) + 32).toBe(geometry.viewport);
    },
  );

  it('has nothing to draw in an empty list', () => {
    expect(visibleRows(geometryOf(0), 0, 5)).toBeNull();
    expect(scrollTopFor(geometryOf(0), 100)).toBe(0);
  });

  const anyGeometry = fc
    .tuple(fc.integer({ min: 1, max: 60_000_000 }), fc.integer({ min: 64, max: 2_000 }))
    .map(([rowCount, viewport]) => geometryOf(rowCount, viewport));

  it('fills the whole view at every position', () => {
    fc.assert(
      fc.property(anyGeometry, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, share) => {
        const scrollTop = Math.max(0, bottomOf(geometry)) * share;
        const rows = visibleRows(geometry, scrollTop, 0);
        expect(rows).not.toBeNull();
        const top = rowTop(geometry, scrollTop, rows!.first);
        const bottom = rowTop(geometry, scrollTop, rows!.last) + 32;
        expect(top).toBeLessThanOrEqual(1);
        const needed = Math.min(geometry.viewport, geometry.rowCount * 32);
        expect(bottom).toBeGreaterThanOrEqual(needed - 1);
      }),
    );
  });

  it('brings any row fully into view, and moves no further than needed', () => {
    fc.assert(
      fc.property(
        anyGeometry,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (geometry, pick, share) => {
          const row = pick % geometry.rowCount;
          const from = Math.max(0, bottomOf(geometry)) * share;
          const to = scrollTopToShow(geometry, from, row);
          const top = rowTop(geometry, to, row);
          expect(top).toBeGreaterThanOrEqual(-1);
          expect(top + 32).toBeLessThanOrEqual(geometry.viewport + 1);
          expect(scrollTopToShow(geometry, to, row)).toBeCloseTo(to, 3);
        },
      ),
    );
  });

  it('turns a scroll position into rows and back', () => {
    fc.assert(
      fc.property(anyGeometry, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, share) => {
        const scrollTop = Math.max(0, bottomOf(geometry)) * share;
        const back = scrollTopFor(geometry, rowOffset(geometry, scrollTop));
        expect(Math.abs(back - scrollTop)).toBeLessThan(0.01);
      }),
    );
  });
});
