/** Turns rows into planned rows and writes them, a few thousand to a transaction. */
import type { Severity } from '../../contract/common.ts';
import type { ImportMode, RowAction, RowIssue } from '../../contract/import-routes.ts';
import type { CivilDate } from '../../domain/brand.ts';
import type { BpjsExportKind, ImportKind, OwnFundSource, Roster } from '../../domain/segments.ts';
import { readStagedRows } from '../../store/import/batches.ts';
import { rosterLookup } from '../../store/import/roster-lookup.ts';
import type { StagedRowToWrite } from '../../store/import/stage-writer.ts';
import type { WriteStore } from '../../store/store.ts';
import { bpjsRowReader } from './bpjs-row.ts';
import type { ReadContext } from './cell-readers.ts';
import type { ColumnProfile } from './column-profile.ts';
import { isRosterKind } from './fields.ts';
import { type EarlierRow, inFileWatcher } from './in-file.ts';
import { worstOf } from './issues.ts';
import { inMode, planWithTwin, type RowPlan } from './plan-row.ts';
import { type RosterValues, rosterRowReader, type UnitDefaults } from './roster-row.ts';
import { addRow, rowOf } from './row-pack.ts';
import type { SheetLayout } from './sheet-layout.ts';
import type { SheetRow } from './sheet-row.ts';
import type { StagedSink } from './staged-sink.ts';
import { issuesJson, rosterValuesOf, valuesJson } from './staged-values.ts';
import { isOfficeName, isPlainSheetName, type UnitBook } from './units.ts';

export interface PlannerContext {
  readonly store: WriteStore;
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly batchId: number;
  readonly sink: StagedSink;
  readonly units: UnitBook;
  readonly ownFunds: readonly OwnFundSource[];
  readonly asOf: CivilDate;
  readonly regency: string;
  readonly sheetsUsed: number;
  readonly planned: (
    action: RowAction,
    issues: readonly RowIssue[],
    severity: Severity | null,
  ) => void;
}

export interface SheetPlanner {
  readonly row: (row: SheetRow) => void;
  /** A line between the rows names the unit of those that follow. */
  readonly section: (text: string) => void;
}

const added: RowPlan = { action: 'add', personId: null, entryId: null, issues: [], changed: [] };

export function createPlanner(context: PlannerContext) {
  const { store, kind, batchId, sink } = context;
  const npps = new Set<string>();
  const newUnits = new Set<string>();
  let pending = sink.begin(1);
  let rows = 0;

  const flush = () => {
    if (pending.count === 0) return;
    sink.put(pending);
    pending = sink.begin(rows + 1);
  };

  const write = (
    layout: SheetLayout,
    row: SheetRow,
    values: object,
    issues: RowIssue[],
    plan: RowPlan,
  ) => {
    issues.push(...plan.issues);
    const severity = worstOf(issues);
    context.planned(plan.action, issues, severity);
    const next: StagedRowToWrite = {
      seq: rows + 1,
      sheet: layout.sheet.name,
      row: row.row,
      action: plan.action,
      severity,
      personId: plan.personId,
      entryId: plan.entryId,
      values: valuesJson(values, plan.changed),
      issues: issuesJson(issues),
    };
    if (!addRow(pending, next)) {
      flush();
      addRow(pending, next);
    }
    rows += 1;
  };

  const earlier = (seq: number): EarlierRow | null => {
    const waiting = rowOf(pending, seq) ?? sink.onItsWay(seq);
    if (waiting !== undefined) return { ...waiting, values: rosterValuesOf(waiting.values) };
    const stored = readStagedRows(store, { batchId }, seq - 1, 1)[0];
    if (stored === undefined) return null;
    return {
      seq,
      sheet: stored.sheet,
      row: stored.source_row,
      values: rosterValuesOf(stored.values),
    };
  };

  /** Reader and planner of one sheet, by the kind of file. */
  const sheetPlanner = isRosterKind(kind)
    ? rosterSheets(
        kind,
        rosterPlanning(rosterLookup(store.sql, kind), inFileWatcher(earlier), context.mode),
      )
    : bpjsSheets(kind);

  function rosterSheets(roster: Roster, planRoster: ReturnType<typeof rosterPlanning>) {
    return (layout: SheetLayout, profile: ColumnProfile): SheetPlanner => {
      const { units, ownFunds } = context;
      const reader = rosterRowReader({ ...readContext(layout, profile), roster, units, ownFunds });
      let defaults = defaultsOf(layout, units, context.sheetsUsed > 1);
      return {
        section: (text) => {
          defaults = withSection(defaults, text, units);
        },
        row: (row) => {
          const { values, issues } = reader(row, defaults);
          if (values.newUnit !== null) newUnits.add(values.newUnit);
          write(layout, row, values, issues, planRoster(values, rows + 1));
        },
      };
    };
  }

  function bpjsSheets(exportKind: BpjsExportKind) {
    return (layout: SheetLayout, profile: ColumnProfile): SheetPlanner => {
      const read = { ...readContext(layout, profile), kind: exportKind, facts: layout.facts };
      const reader = bpjsRowReader(read);
      return {
        section: () => undefined,
        row: (row) => {
          const { values, issues } = reader(row);
          if (values.npp !== null) npps.add(values.npp);
          const plan: RowPlan = values.name === '' ? { ...added, action: 'reject' } : added;
          write(layout, row, values, issues, plan);
        },
      };
    };
  }

  function readContext(layout: SheetLayout, profile: ColumnProfile): ReadContext {
    const { at, kkAt } = layout;
    return { at, kkAt, profile, asOf: context.asOf, regency: context.regency };
  }

  return {
    rows: () => rows,
    npp: (): ReadonlySet<string> => npps,
    newUnits: () => newUnits.size,
    flush,
    sheet: sheetPlanner,
  };
}

function rosterPlanning(
  lookup: ReturnType<typeof rosterLookup>,
  watch: ReturnType<typeof inFileWatcher>,
  mode: ImportMode,
) {
  return (values: RosterValues, seq: number): RowPlan => {
    const twin = values.name === '' ? null : watch(values, seq);
    return inMode(mode, planWithTwin(values, twin, lookup));
  };
}

/** What rows without a unit of their own belong to: the kop's unit, else the one the sheet is named after. */
function defaultsOf(
  { facts, sheet }: SheetLayout,
  units: UnitBook,
  several: boolean,
): UnitDefaults {
  const named = units.placeNamed(sheet.name);
  // A lone sheet called "Non ASN" is no office; one of several is named after whom it lists.
  const speaks = !isPlainSheetName(sheet.name) && (several || isOfficeName(sheet.name));
  // A kop speaks of many places: only a name the regency has is taken for one.
  const known = (kind: 'kecamatan' | 'desa') => {
    const text = facts[kind];
    return text === undefined ? undefined : units.placeNamed(`${kind} ${text}`)[kind];
  };
  return {
    unit: facts.unit ?? (speaks ? sheet.name : ''),
    kecamatan: known('kecamatan') ?? named.kecamatan ?? '',
    desa: known('desa') ?? named.desa ?? '',
  };
}

function withSection(defaults: UnitDefaults, text: string, units: UnitBook): UnitDefaults {
  const words = text.replace(/^(?:[IVX]+|[A-Z]|\d{1,3})[.)]\s*/, '').trim();
  if (/^(?:kecamatan|kec\.)/i.test(words))
    return { ...defaults, unit: words, kecamatan: words, desa: '' };
  const isVillage = /^(?:desa|kelurahan|kel\.)/i.test(words);
  if (isVillage && units.placeNamed(words).desa !== undefined) return { ...defaults, desa: words };
  return isVillage ? defaults : { ...defaults, unit: words };
}
