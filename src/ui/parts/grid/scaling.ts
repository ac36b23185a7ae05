/**
 * Rows of one height in a scroller of limited height. Chromium clamps an element at 33,554,428 px, so
 * beyond `maxScrollHeight` the scroller is compressed: its ends stay the first and the last row, and a
 * pixel of the scrollbar stands for more than a pixel of rows. Rows are drawn in a layer that stays with the
 * view, because far from the origin the graphics card's numbers no longer tell one pixel from the next.
 */

/** Tallest sizer used, safely below Chromium's clamp. */
export const maxScrollHeight = 30_000_000;

export interface GridGeometry {
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly viewport: number;
}

/** Height of the sizer inside the scroller, in px. */
export function scrollHeight({ rowCount, rowHeight }: GridGeometry): number {
  return Math.min(rowCount * rowHeight, maxScrollHeight);
}

/** Where the rows' own coordinate stands when the scroller stands at `scrollTop`, in px of rows. */
export function rowOffset(geometry: GridGeometry, scrollTop: number): number {
  const rowsRange = rowsScrollRange(geometry);
  const domRange = Math.max(0, scrollHeight(geometry) - geometry.viewport);
  if (rowsRange === 0 || domRange === 0) return 0;
  const clamped = Math.min(Math.max(0, scrollTop), domRange);
  return rowsRange === domRange ? clamped : (clamped / domRange) * rowsRange;
}

/** The scroller's position that shows the rows' coordinate `offset`; inverse of `rowOffset`. */
export function scrollTopFor(geometry: GridGeometry, offset: number): number {
  const rowsRange = rowsScrollRange(geometry);
  const domRange = Math.max(0, scrollHeight(geometry) - geometry.viewport);
  if (rowsRange === 0) return 0;
  const clamped = Math.min(Math.max(0, offset), rowsRange);
  return rowsRange === domRange ? clamped : (clamped / rowsRange) * domRange;
}

/** First and last row (inclusive) to draw, with `overscan` rows beyond each edge; `null` when empty. */
export function visibleRows(
  geometry: GridGeometry,
  scrollTop: number,
  overscan: number,
): { readonly first: number; readonly last: number } | null {
  const { rowCount, rowHeight, viewport } = geometry;
  if (rowCount === 0) return null;
  const offset = rowOffset(geometry, scrollTop);
  const first = Math.floor(offset / rowHeight);
  const last = Math.ceil((offset + viewport) / rowHeight) - 1;
  return {
    first: Math.max(0, first - overscan),
    last: Math.min(rowCount - 1, Math.max(first, last) + overscan),
  };
}

/** Top of a row below the top edge of what is seen, in whole px: text at half a pixel would blur. */
export function rowTop(geometry: GridGeometry, scrollTop: number, row: number): number {
  return row * geometry.rowHeight - Math.round(rowOffset(geometry, scrollTop));
}

/** The scroll position that brings `row` fully into view with the least movement. */
export function scrollTopToShow(geometry: GridGeometry, scrollTop: number, row: number): number {
  const top = row * geometry.rowHeight;
  const offset = rowOffset(geometry, scrollTop);
  if (top < offset) return scrollTopFor(geometry, top);
  const bottom = top + geometry.rowHeight;
  if (bottom > offset + geometry.viewport) {
    return scrollTopFor(geometry, bottom - geometry.viewport);
  }
  return scrollTop;
}

function rowsScrollRange({ rowCount, rowHeight, viewport }: GridGeometry): number {
  return Math.max(0, rowCount * rowHeight - viewport);
}
