/** Coverage by roster, OPD, kecamatan or desa; every total is the sum of the rows above it. */
import type { CoverageFigure } from '../../contract/common.ts';
import type { CoverageRow } from '../../contract/roster-routes.ts';
import { shareInBasisPoints } from '../../domain/coverage.ts';
import type { Enrolment, Roster } from '../../domain/segments.ts';
import { activeExportNames, countEnrolment, type EnrolmentCount } from '../../store/coverage.ts';
import { latestRun } from '../../store/links.ts';
import type { ReadStore } from '../../store/store.ts';
import { listUnits, type UnitRow } from '../../store/units.ts';

export type CoverageBy = 'roster' | 'opd' | 'kecamatan' | 'desa';

export interface CoverageTable {
  readonly rows: CoverageRow[];
  readonly total: CoverageFigure;
  readonly asOf: string | null;
  readonly sources: string[];
}

interface Place {
  readonly key: string;
  readonly label: string;
  readonly parentLabel: string | null;
  readonly unitId: number | null;
  readonly roster: Roster | null;
}

export async function coverageTable(store: ReadStore, by: CoverageBy): Promise<CoverageTable> {
  const units = new Map((await listUnits(store)).map((unit) => [unit.id, unit]));
  const rows = new Map<string, { place: Place; counts: Tally }>();
  const total = emptyTally();
  for (const counted of countEnrolment(store)) {
    const place = placeOf(counted, by, units);
    if (place === null) continue;
    const row = rows.get(place.key) ?? { place, counts: emptyTally() };
    rows.set(place.key, row);
    row.counts[counted.enrolment] += counted.entries;
    total[counted.enrolment] += counted.entries;
  }
  return {
    rows: [...rows.values()]
      .map(({ place, counts }) => ({ ...place, ...figure(counts) }))
      .sort(byOrder(by)),
    total: figure(total),
    asOf: latestRun(store)?.asOf ?? null,
    sources: activeExportNames(store),
  };
}

type Tally = Record<Enrolment, number>;
const emptyTally = (): Tally => ({ aktif: 0, grace: 0, nonaktif: 0, belum: 0, 'perlu-periksa': 0 });

function figure(tally: Tally): CoverageFigure {
  const inactive = tally.grace + tally.nonaktif;
  const registered = tally.aktif + inactive;
  const workers = registered + tally.belum + tally['perlu-periksa'];
  return {
    workers,
    registered,
    active: tally.aktif,
    inactive,
    missing: tally.belum,
    toCheck: tally['perlu-periksa'],
    activeBasisPoints: shareInBasisPoints(tally.aktif, workers),
  };
}

const noUnit = 'tanpa-unit';

/** The row of the table that a count falls into; null when the table is not about it. */
function placeOf(
  counted: EnrolmentCount,
  by: CoverageBy,
  units: ReadonlyMap<number, UnitRow>,
): Place | null {
  const { roster, unitId } = counted;
  if (by === 'roster')
    return { key: roster, label: roster, parentLabel: null, unitId: null, roster };
  if ((by === 'opd') !== (roster === 'non-asn')) return null;
  const own = unitId === null ? undefined : units.get(unitId);
  const parent = own?.parentId == null ? undefined : units.get(own.parentId);
  const unit = by === 'kecamatan' ? (parent ?? own) : own;
  if (unit === undefined)
    return { key: noUnit, label: '', parentLabel: null, unitId: null, roster: null };
  const parentLabel = by === 'desa' ? (parent?.name ?? null) : null;
  return { key: String(unit.id), label: unit.name, parentLabel, unitId: unit.id, roster: null };
}

const rosterOrder: readonly string[] = ['non-asn', 'desa', 'rentan'];

function byOrder(by: CoverageBy): (a: CoverageRow, b: CoverageRow) => number {
  if (by === 'roster') return (a, b) => rosterOrder.indexOf(a.key) - rosterOrder.indexOf(b.key);
  const text = (row: CoverageRow) =>
    `${row.key === noUnit ? '~' : ''}${row.parentLabel ?? ''} ${row.label}`;
  return (a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0);
}
