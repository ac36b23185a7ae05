import { AppError } from './app-error.ts';
import type { Month } from './brand.ts';
import { addMonths } from './month.ts';
import { checkOwnTariff, type OwnTariff, type OwnTariffValue, subjectOf } from './own-tariff.ts';
import { type DatedRow, isInForce, type OwnMark } from './resource-schema.ts';
import { type Confirmation, confirmRows } from './tariff-confirmation.ts';
import type { BpuTable, CeilingRow, RateRow, ReliefRow, TariffTable } from './tariff-table.ts';
import { parseTariffTable } from './tariff-table.ts';

/**
 * The table every price is made from: the shipped rows, those a regency confirmed against the text marked verified, and
 * the regency's own rows in place of the shipped ones for the months they hold; before and after them the shipped row
 * holds on. The order of `own` does not matter, the shipped table is not changed. Throws `tariff.overlap` for two own
 * rows of one subject in one month (or a relief that would count twice), `tariff.gap` for months left without a row
 * between two rows, `tariff.unknown-row` for a row of the table that does not exist, and what `checkOwnTariff` throws.
 */
export function mergeTariffs(
  shipped: TariffTable,
  own: readonly OwnTariff[],
  confirmations: readonly Confirmation[] = [],
): TariffTable {
  const base = confirmRows(shipped, confirmations);
  if (own.length === 0) return base;
  for (const row of own) checkOwnTariff(row);
  refuseOwnOverlaps(own);
  const rates = [...base.rates];
  const ceilings = [...base.ceilings];
  const rateRows = own.flatMap((row) =>
    row.value.kind === 'rate' ? [asRate(row, row.value)] : [],
  );
  const ceilingRows = own.flatMap((row) =>
    row.value.kind === 'ceiling' ? [asCeiling(row, row.value)] : [],
  );
  const merged = {
    ...base,
    rates: replaceWithin(rates, rateRows, rateKey),
    ceilings: replaceWithin(ceilings, ceilingRows, (row) => row.programme),
    bpuTables: base.bpuTables.flatMap((table) => cutBpuTable(table, own)),
    reliefs: mergeReliefs(base.reliefs, own),
  };
  refuseUnknownBrackets(base, own);
  refuseGaps(merged.rates, rateKey, rateRows);
  refuseGaps(merged.ceilings, (row) => row.programme, ceilingRows);
  return recheck(merged);
}

function rateKey({ programme, payer, riskClass, withJkp = false }: RateRow): string {
  return `${programme} ${payer} ${riskClass} ${withJkp}`;
}

/** The whole table once more through the door of the shipped one: reliefs that overlap show only there. */
function recheck(table: TariffTable): TariffTable {
  try {
    return parseTariffTable(table);
  } catch (error) {
    if (!(error instanceof AppError) || error.params['reason'] !== 'overlap') throw error;
    throw new AppError('tariff.overlap', { params: { rows: error.params['rows'] ?? '' } });
  }
}

function refuseOwnOverlaps(own: readonly OwnTariff[]): void {
  const last = new Map<string, OwnTariff>();
  for (const row of own.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const subject = subjectOf(row.value);
    const before = last.get(subject);
    if (before !== undefined && (before.to === null || before.to >= row.from)) {
      throw new AppError('tariff.overlap', {
        at: { field: 'from' },
        params: { rows: [before.source, row.source], from: row.from, other: before.from },
      });
    }
    last.set(subject, row);
  }
}

/** Rows of one key must follow one another; looked at only where an own row takes part. */
function refuseGaps<T extends DatedRow>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  own: readonly T[],
): void {
  for (const key of new Set(own.map(keyOf))) {
    const line = rows
      .filter((row) => keyOf(row) === key)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    line.forEach((row, index) => {
      const next = line[index + 1];
      if (next === undefined || row.to === null || addMonths(row.to, 1) === next.from) return;
      throw new AppError('tariff.gap', {
        at: { field: 'from' },
        params: { after: row.to, before: next.from },
      });
    });
  }
}

function refuseUnknownBrackets(base: TariffTable, own: readonly OwnTariff[]): void {
  for (const { value } of own) {
    if (value.kind !== 'bracket') continue;
    if (base.bpuTables.some((table) => table.rows.some((row) => row.no === value.no))) continue;
    throw new AppError('tariff.unknown-row', { params: { row: value.no } });
  }
}

function markOf({ id, author, createdAt, reason }: OwnTariff): OwnMark {
  return { id, author, on: createdAt, reason };
}

function asRate(row: OwnTariff, value: Extract<OwnTariffValue, { kind: 'rate' }>): RateRow {
  const { programme, payer, riskClass, withJkp, millionths } = value;
  return {
    ...identityOf(row),
    programme,
    segment: 'pu',
    payer,
    riskClass,
    ...(withJkp ? { withJkp } : {}),
    millionths,
  };
}

function asCeiling(
  row: OwnTariff,
  { programme, amount }: Extract<OwnTariffValue, { kind: 'ceiling' }>,
): CeilingRow {
  return { ...identityOf(row), programme, year: Number(row.from.slice(0, 4)), amount };
}

/** A regency answers for its own row: it counts as verified, and carries who said so. */
function identityOf(row: OwnTariff) {
  const { id, from, to, source } = row;
  return { id: `own-${id}`, from, to, source, confidence: 'verified', own: markOf(row) } as const;
}

/** Shipped rows give way to own ones of the same key for the own row's months, and go on after them. */
function replaceWithin<T extends DatedRow>(
  shipped: readonly T[],
  own: readonly T[],
  keyOf: (row: T) => string,
): T[] {
  const kept = shipped.flatMap((row) => {
    let pieces: T[] = [row];
    for (const instead of own) {
      if (keyOf(instead) === keyOf(row)) pieces = pieces.flatMap((one) => without(one, instead));
    }
    return pieces;
  });
  return [...kept, ...own];
}

/** A row without the months of another: whole, cut at one side, in two pieces, or nothing. */
function without<T extends DatedRow>(row: T, taken: DatedRow): T[] {
  const pieces: T[] = [];
  if (taken.from > row.from) {
    const last = addMonths(taken.from, -1);
    pieces.push({ ...row, to: row.to !== null && row.to < last ? row.to : last });
  }
  if (taken.to !== null && (row.to === null || row.to > taken.to)) {
    const next = addMonths(taken.to, 1);
    pieces.push({ ...row, from: later(row.from, next) });
  }
  return pieces.filter((piece) => piece.to === null || piece.from <= piece.to);
}

function later(a: Month, b: Month): Month {
  return a < b ? b : a;
}

/** The table cut where an own row begins or ends, each piece with the own figures of its months. */
function cutBpuTable(table: BpuTable, own: readonly OwnTariff[]): BpuTable[] {
  const within = own.filter(({ value }) => value.kind === 'bracket' || value.kind === 'bpu-jkm');
  if (within.length === 0) return [table];
  const starts = new Set<Month>([table.from]);
  for (const row of within) {
    starts.add(row.from);
    if (row.to !== null) starts.add(addMonths(row.to, 1));
  }
  const cuts = [...starts]
    .filter((month) => month >= table.from && (table.to === null || month <= table.to))
    .toSorted();
  return cuts.map((from, index) => {
    const next = cuts[index + 1];
    const to = next === undefined ? table.to : addMonths(next, -1);
    return withOwnFigures({ ...table, from, to }, within);
  });
}

function withOwnFigures(table: BpuTable, own: readonly OwnTariff[]): BpuTable {
  const holding = own.filter((row) => isInForce({ ...row, id: String(row.id) }, table.from));
  const flat = holding.find(({ value }) => value.kind === 'bpu-jkm');
  const rows = table.rows.map((bracket) => {
    const instead = holding.find(
      ({ value }) => value.kind === 'bracket' && value.no === bracket.no,
    );
    if (instead?.value.kind !== 'bracket') return bracket;
    const { jkk, jht } = instead.value;
    const { source } = instead;
    return { ...bracket, jkk, jht, confidence: 'verified', source, own: markOf(instead) } as const;
  });
  if (flat?.value.kind !== 'bpu-jkm') return { ...table, rows };
  return {
    ...table,
    rows,
    jkm: flat.value.amount,
    jkmConfidence: 'verified',
    jkmSource: flat.source,
    jkmOwn: markOf(flat),
  };
}

/** An own relief stands for the shipped one it names, in the months it holds; or beside them all. */
function mergeReliefs(shipped: readonly ReliefRow[], own: readonly OwnTariff[]): ReliefRow[] {
  const added: ReliefRow[] = [];
  let kept = [...shipped];
  for (const row of own) {
    if (row.value.kind !== 'relief') continue;
    const { kind: _kind, replaces, ...relief } = row.value;
    if (replaces !== null && !shipped.some(({ id }) => id === replaces)) {
      throw new AppError('tariff.unknown-row', { params: { row: replaces } });
    }
    added.push({ ...identityOf(row), ...relief });
    kept = kept.flatMap((one) =>
      one.id === replaces ? without(one, { id: '', from: row.from, to: row.to }) : [one],
    );
  }
  return [...kept, ...added];
}
