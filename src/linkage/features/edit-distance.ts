/** Edit distance of two folded words, as far as it matters: 0, 1, 2 or 3 for "more". */

/** 0 equal, 1 one letter inserted, lost, replaced or swapped with its neighbour, 2 two of them, 3 more. */
export function editDistance(
  letters: Uint8Array,
  aAt: number,
  aLength: number,
  bAt: number,
  bLength: number,
): number {
  if (Math.abs(aLength - bLength) > 2) return 3;
  let head = 0;
  const shorter = Math.min(aLength, bLength);
  while (head < shorter && letters[aAt + head] === letters[bAt + head]) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    letters[aAt + aLength - 1 - tail] === letters[bAt + bLength - 1 - tail]
  ) {
    tail++;
  }
  const n = aLength - head - tail;
  const m = bLength - head - tail;
  if (n === 0 || m === 0) return Math.min(3, n + m);
  if (n === 1 && m === 1) return 1;
  if (n === 2 && m === 2) {
    const a = aAt + head;
    const b = bAt + head;
    return letters[a] === letters[b + 1] && letters[a + 1] === letters[b] ? 1 : 2;
  }
  return middleDistance(letters, aAt + head, n, bAt + head, m);
}

const row0 = new Uint8Array(64);
const row1 = new Uint8Array(64);
const row2 = new Uint8Array(64);

/** Optimal string alignment of the unequal middles. */
function middleDistance(letters: Uint8Array, a: number, n: number, b: number, m: number): number {
  let before = row0;
  let previous = row1;
  let current = row2;
  for (let j = 0; j <= m; j++) previous[j] = j;
  for (let i = 1; i <= n; i++) {
    current[0] = i;
    let best = i;
    const letter = letters[a + i - 1];
    for (let j = 1; j <= m; j++) {
      const other = letters[b + j - 1];
      let cost = previous[j - 1]! + (letter === other ? 0 : 1);
      cost = Math.min(cost, previous[j]! + 1, current[j - 1]! + 1);
      if (i > 1 && j > 1 && letter === letters[b + j - 2] && letters[a + i - 2] === other) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      current[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > 2) return 3;
    const spare = before;
    before = previous;
    previous = current;
    current = spare;
  }
  return Math.min(3, previous[m]!);
}
