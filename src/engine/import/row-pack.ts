/** A chunk of planned rows by columns: an array of objects costs several times as much to hand to a thread. */
import type { StagedRowToWrite } from '../../store/import/stage-writer.ts';

export interface RowPack {
  readonly firstSeq: number;
  readonly sheets: readonly string[];
  readonly sheet: Uint16Array;
  readonly row: Uint32Array;
  readonly action: Uint8Array;
  /** 0 is none. */
  readonly severity: Uint8Array;
  /** 0 is none, as ids begin with 1. */
  readonly personId: Float64Array;
  readonly entryId: Float64Array;
  readonly values: readonly string[];
  readonly issues: readonly (string | null)[];
}

const actions = ['add', 'update', 'same', 'leave', 'conflict', 'reject'] as const;
const severities = [null, 'info', 'warning', 'error'] as const;

/** Packs rows whose numbers follow one another. */
export function packRows(rows: readonly StagedRowToWrite[]): RowPack {
  const sheets = [...new Set(rows.map(({ sheet }) => sheet))];
  return {
    firstSeq: rows[0]?.seq ?? 0,
    sheets,
    sheet: Uint16Array.from(rows, ({ sheet }) => sheets.indexOf(sheet)),
    row: Uint32Array.from(rows, ({ row }) => row),
    action: Uint8Array.from(rows, ({ action }) => actions.indexOf(action)),
    severity: Uint8Array.from(rows, ({ severity }) => severities.indexOf(severity)),
    personId: Float64Array.from(rows, ({ personId }) => personId ?? 0),
    entryId: Float64Array.from(rows, ({ entryId }) => entryId ?? 0),
    values: rows.map(({ values }) => values),
    issues: rows.map(({ issues }) => issues),
  };
}

/** The rows as they were packed. */
export function unpackRows(pack: RowPack): StagedRowToWrite[] {
  return pack.values.map((values, index) => ({
    seq: pack.firstSeq + index,
    sheet: pack.sheets[pack.sheet[index] ?? 0] ?? '',
    row: pack.row[index] ?? 0,
    action: actions[pack.action[index] ?? 0] ?? 'reject',
    severity: severities[pack.severity[index] ?? 0] ?? null,
    personId: pack.personId[index] || null,
    entryId: pack.entryId[index] || null,
    values,
    issues: pack.issues[index] ?? null,
  }));
}
