/** Coverage rows gathered into groups, districts and units; every total is the sum of the rows below it. */
import type { ProgrammeCoverageRow } from '../../../contract/finding-routes.ts';

export interface CoverageCounts {
  readonly workers: number;
  readonly registered: number;
  readonly active: number;
  readonly paid: number;
}

export interface CoverageNode extends CoverageCounts {
  readonly key: string;
  readonly label: string;
  readonly children: readonly CoverageNode[];
}

const nobody: CoverageCounts = { workers: 0, registered: 0, active: 0, paid: 0 };

export function sumCounts(rows: readonly CoverageCounts[]): CoverageCounts {
  return rows.reduce(
    (sum, row) => ({
      workers: sum.workers + row.workers,
      registered: sum.registered + row.registered,
      active: sum.active + row.active,
      paid: sum.paid + row.paid,
    }),
    nobody,
  );
}

/** Group → OPD, or group → kecamatan → desa. Rows of no unit stand as `Tanpa unit`. */
export function coverageTree(
  rows: readonly ProgrammeCoverageRow[],
  labels: Readonly<Record<ProgrammeCoverageRow['group'], string>>,
): readonly CoverageNode[] {
  return gather(rows, ({ group }) => group).map(([group, own]) => ({
    key: group,
    label: labels[own[0]?.group ?? 'non-asn'],
    ...sumCounts(own),
    children: gather(own, ({ parentId, unitId }) => String(parentId ?? `u${unitId}`)).map(
      ([key, units]) => nodeOf(`${group}/${key}`, units),
    ),
  }));
}

function nodeOf(key: string, units: readonly ProgrammeCoverageRow[]): CoverageNode {
  const [first] = units;
  const district = first?.parentName ?? null;
  return {
    key,
    label: district ?? first?.unitName ?? 'Tanpa unit',
    ...sumCounts(units),
    children:
      district === null
        ? []
        : units.map((row) => ({
            key: `${key}/${row.unitId}`,
            // Entries that name their kecamatan only.
            label: row.unitId === row.parentId ? 'Tanpa desa' : (row.unitName ?? 'Tanpa desa'),
            ...sumCounts([row]),
            children: [],
          })),
  };
}

function gather<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups];
}
