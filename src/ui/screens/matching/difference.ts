/** Which characters of two writings of the same thing differ. */

export interface Piece {
  readonly text: string;
  readonly same: boolean;
}

/**
 * Splits `text` into pieces that are, or are not, in the longest common subsequence with `other`, letter
 * case aside. Texts are field values: at most `longest` characters are compared, the rest counts as equal.
 */
export function differingPieces(text: string, other: string): readonly Piece[] {
  const longest = 120;
  const left = [...text.slice(0, longest)];
  const right = [...other.slice(0, longest)];
  const common = commonLengths(left, right);
  const pieces: { text: string; same: boolean }[] = [];
  const push = (letter: string, same: boolean) => {
    const last = pieces.at(-1);
    if (last !== undefined && last.same === same) last.text += letter;
    else pieces.push({ text: letter, same });
  };

  let r = 0;
  for (let l = 0; l < left.length; l += 1) {
    const letter = left[l] ?? '';
    while (
      r < right.length &&
      !equal(letter, right[r]) &&
      at(common, l, r + 1) >= at(common, l + 1, r)
    ) {
      r += 1;
    }
    const same = r < right.length && equal(letter, right[r]);
    push(letter, same);
    if (same) r += 1;
  }
  const rest = text.slice(left.join('').length);
  if (rest !== '') push(rest, true);
  return pieces;
}

/**
 * As {@link differingPieces}, place by place: for numbers of one length, where a digit means its place. Numbers of
 * two lengths are compared as text.
 */
export function differingDigits(text: string, other: string): readonly Piece[] {
  if (text.length !== other.length) return differingPieces(text, other);
  const pieces: { text: string; same: boolean }[] = [];
  for (const [at, sign] of [...text].entries()) {
    const same = sign === other[at];
    const last = pieces.at(-1);
    if (last?.same === same) last.text += sign;
    else pieces.push({ text: sign, same });
  }
  return pieces;
}

function commonLengths(left: readonly string[], right: readonly string[]): readonly Uint8Array[] {
  const rows = Array.from({ length: left.length + 1 }, () => new Uint8Array(right.length + 1));
  for (let l = left.length - 1; l >= 0; l -= 1) {
    const row = rows[l];
    for (let r = right.length - 1; r >= 0; r -= 1) {
      const value = equal(left[l], right[r])
        ? at(rows, l + 1, r + 1) + 1
        : Math.max(at(rows, l + 1, r), at(rows, l, r + 1));
      if (row !== undefined) row[r] = value;
    }
  }
  return rows;
}

function at(rows: readonly Uint8Array[], l: number, r: number): number {
  return rows[l]?.[r] ?? 0;
}

function equal(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}
