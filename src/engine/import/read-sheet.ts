/** The rows of a sheet below its head, each told apart: a person, or set aside with the reason. */
import type { TableSource } from '../../tabular/types.ts';
import { type AsideReason, type RowShape, rowJudge } from './row-shape.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { type SheetRow, tidyRow } from './sheet-row.ts';

export interface SheetVisitor {
  readonly data: (row: SheetRow) => void;
  readonly aside: (row: SheetRow, reason: AsideReason, section: string | undefined) => void;
  /** Called after each batch of rows, when others may be let in; it may ask for a pause. */
  readonly batch: () => void | Promise<void>;
}

/** Goes through a sheet once, top down. */
export async function readSheet(
  source: TableSource,
  layout: SheetLayout,
  visitor: SheetVisitor,
  signal?: AbortSignal,
): Promise<void> {
  const { header } = layout;
  if (header === null) return;
  const first = header.rows[0] ?? 1;
  const last = header.rows.at(-1) ?? 1;
  const judge = rowJudge(header.heads, layout.at, layout.kind);
  for await (const batch of source.rows(layout.sheet.index, signal)) {
    for (const raw of batch) {
      if (raw.row >= first && raw.row <= last) continue;
      const row = tidyRow(raw);
      const shape = shapeOf(row, first, header.numberRow, judge);
      if (shape.kind === 'data') visitor.data(row);
      else visitor.aside(row, shape.reason, shape.section);
    }
    await visitor.batch();
  }
}

function shapeOf(
  row: SheetRow,
  firstHeadRow: number,
  numberRow: number | null,
  judge: (cells: readonly string[]) => RowShape,
): RowShape {
  if (row.row < firstHeadRow) return { kind: 'aside', reason: 'title' };
  if (row.row === numberRow) return { kind: 'aside', reason: 'column-labels' };
  return judge(row.cells);
}
