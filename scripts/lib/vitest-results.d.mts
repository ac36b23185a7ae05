/** Types of vitest-results.mjs for the tests. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export function countTests(report: unknown): Counts;
export function addCounts(left: Counts, right: Counts): Counts;
export function summaryLine(counts: Counts): string;
