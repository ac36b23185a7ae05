/** How often something that keeps dying may be started again. */

/** Answers true at most `limit` times within any `windowMs`. */
export function createRestartBudget(
  limit: number,
  windowMs: number,
  now: () => number,
): () => boolean {
  let taken: readonly number[] = [];
  return () => {
    const at = now();
    taken = taken.filter((time) => at - time < windowMs);
    if (taken.length >= limit) return false;
    taken = [...taken, at];
    return true;
  };
}
