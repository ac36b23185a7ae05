/** Rows of a plan that may be one person, put together for review. */
import type { Cluster, ClusterKind } from '../../contract/import-edit-routes.ts';
import { clusterPage } from '../../store/import/row-clusters.ts';
import { readStagedRow } from '../../store/import/staged-edits.ts';
import type { ReadStore } from '../../store/store.ts';
import { stagedRowViews } from './staged-row-view.ts';

/** Findings that bring rows together, by where the likeness is. */
const codes: Readonly<Record<ClusterKind, readonly string[]>> = {
  'in-file': ['duplicate.in-file', 'nik.of-two-people', 'duplicate.same-name'],
  'same-roster': ['nik.other-person', 'nik.differs-from-roster'],
  'other-roster': ['duplicate.other-roster', 'duplicate.same-name'],
};

/** More rows than this of one person are not listed one by one. */
const mostRows = 20;

/** One page of clusters, in the order of their first rows. */
export function clustersOf(
  { sql }: ReadStore,
  batchId: number,
  kind: ClusterKind,
  after: number,
  limit: number,
): { clusters: Cluster[]; total: number } {
  const inFile = kind === 'in-file';
  const { groups, total } = clusterPage(sql, { batchId, codes: codes[kind], inFile, after, limit });
  const clusters = groups.map(({ first, seqs }) => {
    const numbers = [...new Set(inFile ? [first, ...seqs] : seqs)].sort((a, b) => a - b);
    const rows = numbers
      .slice(0, mostRows)
      .map((seq) => readStagedRow(sql, batchId, seq))
      .filter((row) => row !== undefined);
    const views = stagedRowViews(sql, batchId, rows);
    return { seq: first, kind, rows: views, total: numbers.length };
  });
  return { clusters, total };
}
