/** What stands around a table in an office's sheet: letterhead, heads in two rows, a numbered row, signature. */
import type { CellStyle, MergedRange, OutCell } from '../../tabular/types.ts';

/** A column head: one text, or a group over several. */
export type HeadColumn = string | { readonly group: string; readonly columns: readonly string[] };

export interface TableHead {
  readonly rows: readonly (readonly OutCell[])[];
  readonly merges: readonly MergedRange[];
  readonly width: number;
}

const styled =
  (style: CellStyle) =>
  (text: string | null): OutCell => ({ v: text, style });
const header = styled('header');

/** Letterhead lines and a two-row head with its merges; `labels` is the row of numbers or letters under it. */
export function tableHead(
  kop: readonly string[],
  columns: readonly HeadColumn[],
  labels: (column: number) => string,
): TableHead {
  const top: OutCell[] = [];
  const below: OutCell[] = [];
  const merges: MergedRange[] = [];
  const first = kop.length;
  for (const column of columns) {
    const left = top.length;
    if (typeof column === 'string') {
      top.push(header(column));
      below.push(header(null));
      merges.push({ top: first, left, bottom: first + 1, right: left });
      continue;
    }
    const right = left + column.columns.length - 1;
    top.push(header(column.group), ...column.columns.slice(1).map(() => header(null)));
    below.push(...column.columns.map(header));
    merges.push({ top: first, left, bottom: first, right });
  }
  const width = top.length;
  const banner = kop.flatMap((line, at): MergedRange[] =>
    line === '' ? [] : [{ top: at, left: 0, bottom: at, right: width - 1 }],
  );
  const title = styled('title');
  return {
    rows: [
      ...kop.map((line) => (line === '' ? [] : [title(line)])),
      top,
      below,
      Array.from({ length: width }, (_, at) => header(labels(at))),
    ],
    merges: [...banner, ...merges],
    width,
  };
}

/** The block under a table, right-hand side: place and date, office, room to sign, name. */
export function signature(width: number, lines: readonly string[]): (readonly OutCell[])[] {
  const column = Math.max(0, width - 4);
  const at = (text: string): OutCell[] => [...Array.from({ length: column }, () => null), text];
  return [[], ...lines.map((line) => (line === '' ? [] : at(line)))];
}
