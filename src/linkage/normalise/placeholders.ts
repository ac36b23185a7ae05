/**
 * Numbers that a crowd of rows bears are no identities: the office's own NIK copied down a column, a test number.
 * Which they are shows only once both lists are read.
 */
import { countUp, newCountTable } from '../features/count-table.ts';
import { combine } from '../hash.ts';
import { sharedBytes } from '../share/shared-memory.ts';
import type { Side } from '../side.ts';
import { idKind } from './number-id.ts';

/** Rows of one side; one person's memberships and programmes stay far below. */
const crowd = 64;

interface NumberColumn {
  readonly kind: Uint8Array;
  readonly hi: Uint32Array;
  readonly lo: Uint32Array;
}

const keyOf = ({ kind, hi, lo }: NumberColumn, row: number): number =>
  kind[row] === idKind.none ? 0 : combine(hi[row]!, lo[row]!);

function crowdedKeys(column: NumberColumn): ReadonlySet<number> {
  const table = newCountTable(column.kind.length);
  for (let row = 0; row < column.kind.length; row++) countUp(table, keyOf(column, row));
  const crowded = new Set<number>();
  table.counts.forEach((count, at) => {
    if (count > crowd) crowded.add(table.keys[at]!);
  });
  return crowded;
}

/** Kinds of the column with `none` in the crowds' rows; the same array where there is no crowd. */
function withoutCrowds(column: NumberColumn, crowded: ReadonlySet<number>): Uint8Array {
  if (crowded.size === 0) return column.kind;
  const kinds = sharedBytes(column.kind.length);
  for (let row = 0; row < kinds.length; row++) {
    kinds[row] = crowded.has(keyOf(column, row)) ? idKind.none : column.kind[row]!;
  }
  return kinds;
}

const nikOf = ({ nikKind: kind, nikHi: hi, nikLo: lo }: Side): NumberColumn => ({ kind, hi, lo });
const kpjOf = ({ kpjKind: kind, kpjHi: hi, kpjLo: lo }: Side): NumberColumn => ({ kind, hi, lo });

/** Both sides with the numbers taken off that more than 64 rows of either bear. The given sides stay as they are. */
export function withoutPlaceholders(left: Side, right: Side): readonly [left: Side, right: Side] {
  const niks = new Set([...crowdedKeys(nikOf(left)), ...crowdedKeys(nikOf(right))]);
  const kpjs = new Set([...crowdedKeys(kpjOf(left)), ...crowdedKeys(kpjOf(right))]);
  if (niks.size + kpjs.size === 0) return [left, right];
  const cleaned = (side: Side): Side => ({
    ...side,
    nikKind: withoutCrowds(nikOf(side), niks),
    kpjKind: withoutCrowds(kpjOf(side), kpjs),
  });
  return [cleaned(left), cleaned(right)];
}
