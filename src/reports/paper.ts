/** Paper measures shared by the renderers, so that a table is as wide in a list PDF as in the packet. */
import type { Column, Orientation, Paper } from './document.ts';

/** Millimetres, portrait. F4 as sold in Indonesia (HVS F4/folio): 215 × 330. */
export const paperSizes: Readonly<
  Record<Paper, { readonly width: number; readonly height: number }>
> = {
  A4: { width: 210, height: 297 },
  F4: { width: 215, height: 330 },
};

/** Page margins in millimetres: a wider left edge for binding, as offices do. */
export const margins = { top: 20, right: 18, bottom: 20, left: 25 } as const;
/** Landscape pages are bound at the top. */
export const landscapeMargins = { top: 22, right: 15, bottom: 17, left: 15 } as const;

/** Page size and margins in millimetres for a paper as it lies. */
export function pageBox(paper: Paper, orientation: Orientation) {
  const { width, height } = paperSizes[paper];
  return orientation === 'portrait'
    ? { width, height, margin: margins }
    : { width: height, height: width, margin: landscapeMargins };
}

/** Width between the margins in millimetres. */
export function contentWidth(paper: Paper, orientation: Orientation): number {
  const box = pageBox(paper, orientation);
  return box.width - box.margin.left - box.margin.right;
}

/**
 * Column widths in millimetres that fill `available`: each column its own width, what is left shared
 * by `grow`; too wide a table is shrunk in proportion.
 */
export function columnWidths(columns: readonly Column[], available: number): number[] {
  const own = columns.reduce((sum, column) => sum + column.width, 0);
  if (own >= available) return columns.map((column) => (column.width * available) / own);
  const growth = columns.reduce((sum, column) => sum + (column.grow ?? 0), 0);
  const spare = available - own;
  return columns.map((column) =>
    growth === 0 ? column.width : column.width + (spare * (column.grow ?? 0)) / growth,
  );
}
