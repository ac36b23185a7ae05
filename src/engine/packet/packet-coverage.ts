/** The packet's coverage figures, read from the same tables the screens show. */
import type { CoverageFigure } from '../../contract/common.ts';
import type { CoverageRow } from '../../contract/roster-routes.ts';
import { rosterLabels } from '../../contract/words/labels.ts';
import type { Coverage, CoverageFigures, DistrictCoverage } from '../../reports/packet-input.ts';
import { countPeopleOnSeveralRows } from '../../store/double-rosters.ts';
import type { ReadStore } from '../../store/store.ts';
import { listUnits, type UnitRow } from '../../store/units.ts';
import { coverageTable } from '../roster/coverage-table.ts';

const withoutUnit = 'Tanpa unit';
const withoutVillage = 'Tanpa desa';

export async function packetCoverage(store: ReadStore): Promise<Coverage> {
  const units = new Map((await listUnits(store)).map((unit) => [unit.id, unit]));
  const [segments, opd, districts, villages] = await Promise.all(
    (['roster', 'opd', 'kecamatan', 'desa'] as const).map((by) => coverageTable(store, by)),
  );
  if (!segments || !opd || !districts || !villages) throw new Error('four tables were asked for');
  return {
    definition: {
      numerator: 'pekerja dalam daftar yang kepesertaannya aktif pada tanggal posisi',
      denominator: 'pekerja dalam daftar segmen yang sama, tidak termasuk yang sudah keluar',
    },
    total: figures(segments.total),
    segments: segments.rows.flatMap((row) =>
      row.roster === null
        ? []
        : [{ ...figures(row), roster: row.roster, label: rosterLabels[row.roster] }],
    ),
    byOpd: opd.rows.map((row) => ({ ...figures(row), ...named(row, units, withoutUnit) })),
    byDistrict: districts.rows.map((row) => district(row, villages.rows, units)),
    personsOnSeveralRows: countPeopleOnSeveralRows(store),
  };
}

function district(
  row: CoverageRow,
  villages: readonly CoverageRow[],
  units: ReadonlyMap<number, UnitRow>,
): DistrictCoverage {
  const inside = villages.filter((village) => districtOf(village, units) === row.unitId);
  return {
    ...figures(row),
    ...named(row, units, withoutUnit),
    villages: inside.map((village) => ({
      ...figures(village),
      // Entries that name their kecamatan only stand under it on a row of their own.
      ...(village.unitId === row.unitId
        ? { code: '', name: withoutVillage }
        : named(village, units, withoutVillage)),
    })),
  };
}

function districtOf(village: CoverageRow, units: ReadonlyMap<number, UnitRow>): number | null {
  if (village.unitId === null) return null;
  return units.get(village.unitId)?.parentId ?? village.unitId;
}

function named(row: CoverageRow, units: ReadonlyMap<number, UnitRow>, fallback: string) {
  const unit = row.unitId === null ? undefined : units.get(row.unitId);
  return { code: unit?.code ?? '', name: row.label === '' ? fallback : row.label };
}

function figures(figure: CoverageFigure): CoverageFigures {
  return {
    workers: figure.workers,
    active: figure.active,
    inactive: figure.inactive,
    unenrolled: figure.missing,
    unresolved: figure.toCheck,
  };
}
