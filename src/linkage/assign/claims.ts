/** Which duplicate groups are already linked, on both sides. */
import type { Prepared } from '../features/prepared.ts';
import { sharedInt32 } from '../share/shared-memory.ts';

export interface Claims {
  readonly isFree: (l: number, r: number) => boolean;
  readonly isLeftFree: (l: number) => boolean;
  readonly isRightFree: (r: number) => boolean;
  readonly claim: (l: number, r: number) => void;
  /** Takes every row that is marked 0, with the rest of its group, out of what is still to be linked. */
  readonly leaveOnly: (left: Uint8Array, right: Uint8Array) => void;
}

/** Nothing claimed yet. */
export function newClaims(left: Prepared, right: Prepared): Claims {
  const takenLeft = new Uint8Array(left.side.rows);
  const takenRight = new Uint8Array(right.side.rows);
  const isLeftFree = (l: number): boolean => takenLeft[left.group[l]!] === 0;
  const isRightFree = (r: number): boolean => takenRight[right.group[r]!] === 0;
  return {
    isLeftFree,
    isRightFree,
    isFree: (l, r) => isLeftFree(l) && isRightFree(r),
    leaveOnly(leftMarks, rightMarks) {
      for (let l = 0; l < leftMarks.length; l++)
        if (leftMarks[l] === 0) takenLeft[left.group[l]!] = 1;
      for (let r = 0; r < rightMarks.length; r++) {
        if (rightMarks[r] === 0) takenRight[right.group[r]!] = 1;
      }
    },
    claim(l, r) {
      takenLeft[left.group[l]!] = 1;
      takenRight[right.group[r]!] = 1;
    },
  };
}

/** Representatives of the groups that are still free, in shared memory. */
export function openRows(
  representatives: Int32Array,
  isFree: (row: number) => boolean,
): Int32Array {
  let n = 0;
  for (const row of representatives) if (row >= 0 && isFree(row)) n++;
  const out = sharedInt32(n);
  n = 0;
  for (const row of representatives) if (row >= 0 && isFree(row)) out[n++] = row;
  return out;
}
