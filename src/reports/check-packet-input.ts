/** Refuses a packet whose parts do not add up to its totals: such a paper must never leave the office. */
import { AppError } from '../domain/app-error.ts';
import type { Roster } from '../domain/segments.ts';
import type { Coverage, CoverageFigures, PacketInput, UnitCoverage } from './packet-input.ts';

const figureKeys = ['workers', 'active', 'inactive', 'unenrolled', 'unresolved'] as const;
const opdRosters: readonly Roster[] = ['non-asn'];
const districtRosters: readonly Roster[] = ['desa', 'rentan'];

/**
 * @throws AppError `packet.nothing-to-print` for an input without workers and budget lines;
 *   `input.invalid` with `at.field` naming the figure and `params.expected`/`params.actual` where
 *   a part is negative or broken, or where parts do not add up.
 */
export function checkPacketInput(input: PacketInput): void {
  if (input.coverage.total.workers === 0 && input.budget.lines.length === 0) {
    throw new AppError('packet.nothing-to-print');
  }
  checkCoverage(input.coverage);
  checkBudget(input);
  mustEqual('unenrolled.count', input.coverage.total.unenrolled, input.unenrolled.count);
}

function checkCoverage(coverage: Coverage): void {
  checkFigures('coverage.total', coverage.total);
  checkParts('coverage.segments', coverage.total, coverage.segments);
  checkParts('coverage.byOpd', sumOfRosters(coverage, opdRosters), coverage.byOpd);
  checkParts('coverage.byDistrict', sumOfRosters(coverage, districtRosters), coverage.byDistrict);
  coverage.byDistrict.forEach((district, index) => {
    if (district.villages.length === 0) return;
    checkParts(`coverage.byDistrict[${index}].villages`, district, district.villages);
  });
  checkCount('coverage.personsOnSeveralRows', coverage.personsOnSeveralRows);
}

function checkBudget({ budget }: PacketInput): void {
  checkCount('budget.persons', budget.persons);
  budget.lines.forEach((line, index) => {
    const field = `budget.lines[${index}]`;
    checkCount(`${field}.persons`, line.persons);
    checkCount(`${field}.amount`, line.amount);
    checkCount(`${field}.personMonths`, line.personMonths);
    if (line.personMonths > line.persons * 12) {
      invalid(`${field}.personMonths`, `0…${line.persons * 12}`, line.personMonths);
    }
  });
  const sum = budget.lines.reduce((total, line) => total + line.amount, 0);
  mustEqual('budget.total', sum, budget.total);
}

function sumOfRosters(coverage: Coverage, rosters: readonly Roster[]): CoverageFigures {
  return sumFigures(coverage.segments.filter((segment) => rosters.includes(segment.roster)));
}

/** Adds coverage figures up, key by key. */
export function sumFigures(parts: readonly CoverageFigures[]): CoverageFigures {
  const sum = (key: (typeof figureKeys)[number]) => parts.reduce((n, part) => n + part[key], 0);
  return {
    workers: sum('workers'),
    active: sum('active'),
    inactive: sum('inactive'),
    unenrolled: sum('unenrolled'),
    unresolved: sum('unresolved'),
  };
}

function checkParts(
  field: string,
  total: CoverageFigures,
  parts: readonly (CoverageFigures & Partial<UnitCoverage>)[],
): void {
  parts.forEach((part, index) => {
    checkFigures(`${field}[${index}]`, part);
  });
  const sums = sumFigures(parts);
  for (const key of figureKeys) mustEqual(`${field}.${key}`, total[key], sums[key]);
}

function checkFigures(field: string, figures: CoverageFigures): void {
  for (const key of figureKeys) checkCount(`${field}.${key}`, figures[key]);
  const parts = figures.active + figures.inactive + figures.unenrolled + figures.unresolved;
  mustEqual(`${field}.workers`, parts, figures.workers);
}

function checkCount(field: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) invalid(field, '≥ 0', value);
}

function mustEqual(field: string, expected: number, actual: number): void {
  if (expected !== actual) invalid(field, expected, actual);
}

function invalid(field: string, expected: string | number, actual: number): never {
  throw new AppError('input.invalid', { at: { field }, params: { expected, actual } });
}
