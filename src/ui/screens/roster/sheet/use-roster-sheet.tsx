/** The roster's grid as a sheet: what its cells say, how they are typed into, copied, pasted into and emptied. */
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { editableColumn } from '../../../../contract/roster-columns.ts';
import { mostStagedRows } from '../../../../contract/roster-grid-routes.ts';
import {
  type RosterColumnKey,
  type RosterRow,
  rosterColumnKeys,
} from '../../../../contract/roster-routes.ts';
import type { Roster } from '../../../../domain/segments.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import type { EditedCell, GridAt, GridSheet } from '../../../parts/grid/grid-column.ts';
import { sizeOf } from '../../../parts/grid/selection.ts';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { formatCount } from '../../../words/format.ts';
import { rosterColumnLabel } from '../../../words/labels.ts';
import { CellEditor } from '../cells/cell-editor.tsx';
import { type PastePlan, pastedSize, planPaste } from '../cells/plan-paste.ts';
import { cellText, storedValue, type UnitNames } from '../cells/read-cell.ts';
import { parseTsv } from '../cells/tsv.ts';
import { markOf, rowNote, shownRow } from '../stage/shown-row.ts';
import type { CellEdit } from '../stage/stage.ts';
import type { StageHandle } from '../stage/stage-context.tsx';
import type { Verdicts } from '../stage/use-stage-checks.ts';
import { copyTable, writeClipboard } from './copy-range.ts';
import { mostCopiedRows, type RosterList, readRows, rowsInView } from './list-rows.ts';

type At = GridAt<RosterRow>;

interface SheetOptions {
  readonly roster: Roster;
  readonly list: RosterList;
  readonly handle: StageHandle;
  readonly verdicts: Verdicts;
  readonly units: UnitNames;
  readonly readOnly: boolean;
  readonly onSave: () => void;
}

/** The column keys a grid knows as mere text. */
export function columnKeys(at: At, left: number, right: number): RosterColumnKey[] {
  return at.columns
    .slice(left, right + 1)
    .flatMap(({ key }) => rosterColumnKeys.find((one) => one === key) ?? []);
}

/** What the grid needs, and the paste that waits to be looked at. */
export function useRosterSheet(options: SheetOptions) {
  const { roster, handle, verdicts, units, readOnly, onSave } = options;
  const { stage, put } = handle;
  const [pasted, setPasted] = useState<PastePlan | null>(null);
  const copy = useCopy(options);
  const change = useRangeChange(options, setPasted);

  const sheet: GridSheet<RosterRow> = {
    markOf(row, key) {
      const known = rosterColumnKeys.find((one) => one === key);
      if (known === undefined) return null;
      return markOf(roster, row, known, stage.rows.get(row.id), verdicts.get(row.id), units);
    },
    rowMark: (row) => (stage.rows.has(row.id) ? rowNote(verdicts.get(row.id)) : null),
    editor: (cell) => <SheetEditor key={cell.row.id + cell.column.key} cell={cell} {...options} />,
    onCommand(command, at) {
      if (command === 'copy-full') copy.full(at);
      else if (readOnly) return;
      else if (command === 'undo') handle.undo();
      else if (command === 'redo') handle.redo();
      else if (command === 'save') onSave();
      else change.empty(at);
    },
    onCopy: copy.event,
    onPaste: readOnly ? () => undefined : change.paste,
  };
  return {
    sheet,
    copy,
    pasted,
    closePaste: () => setPasted(null),
    putPasted(edits: readonly CellEdit[]) {
      put(edits);
      setPasted(null);
    },
  };
}

function SheetEditor(props: SheetOptions & { readonly cell: EditedCell<RosterRow> }) {
  const { cell, roster, handle, units } = props;
  const { row, typed, onDone } = cell;
  const key = rosterColumnKeys.find((one) => one === cell.column.key);
  const column = key === undefined ? null : editableColumn(roster, key);
  if (key === undefined || column === null) return null;
  const staged = handle.stage.rows.get(row.id)?.cells.get(column.field);
  const stored = storedValue(column, row);
  const value = staged === undefined ? stored : staged;
  // A stored NIK is never shown whole: it is replaced, not edited.
  const hidden = column.field === 'nik' && staged === undefined;
  return (
    <CellEditor
      roster={roster}
      column={column}
      label={rosterColumnLabel(roster, key)}
      text={typed ?? (hidden ? '' : cellText(column, value, units))}
      value={value}
      replaced={typed !== null}
      units={units}
      onDone={(next, after) => {
        if (next !== undefined && roomFor(handle, [row.id])) {
          const { id: entryId, name, version } = row;
          handle.put([{ entryId, name, version, field: column.field, stored, value: next }]);
        }
        onDone(after);
      }}
    />
  );
}

/** Says so when more rows would wait than may. */
function roomFor({ stage }: StageHandle, entryIds: readonly number[]): boolean {
  const more = entryIds.filter((id) => !stage.rows.has(id)).length;
  if (stage.rows.size + more <= mostStagedRows) return true;
  notifications.show({
    color: 'yellow',
    title: `Paling banyak ${formatCount(mostStagedRows)} baris sekaligus`,
    message: 'Simpan perubahan yang ada dahulu, atau pakai Ubah massal.',
  });
  return false;
}

/** Copying what is seen, and copying with full NIKs, which the history says. */
function useCopy({ roster, list, handle, units }: SheetOptions) {
  const [done, setDone] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { engine } = useBridge();
  const failed = (error: unknown) => showError(asAppError(error));
  const tooMany = (rows: number): boolean => {
    if (rows <= mostCopiedRows) return false;
    notifications.show({
      color: 'yellow',
      title: `Paling banyak ${formatCount(mostCopiedRows)} baris dapat disalin`,
      message: 'Untuk daftar yang lebih panjang, pakai Ekspor.',
    });
    return true;
  };
  const shown = (rows: readonly RosterRow[]) =>
    rows.map((row) => shownRow(row, handle.stage.rows.get(row.id), units));
  const said = (at: At) => {
    const { rows, columns } = sizeOf(at.range);
    setDone(`${formatCount(rows)} baris × ${formatCount(columns)} kolom disalin`);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setDone(null), 4_000);
  };
  const gather = async (at: At) => {
    const { rows } = sizeOf(at.range);
    return rowsInView(at, at.range.top, rows) ?? (await readRows(engine, list, at.range.top, rows));
  };
  return {
    /** What was just copied, in words. */
    done,
    event(event: ClipboardEvent, at: At) {
      const { top, left, right } = at.range;
      const { rows: count } = sizeOf(at.range);
      if (at.total === 0) return;
      event.preventDefault();
      if (tooMany(count)) return;
      const columns = columnKeys(at, left, right);
      const rows = rowsInView(at, top, count);
      if (rows !== null && event.clipboardData !== null) {
        const table = copyTable(shown(rows), columns, units);
        event.clipboardData.setData('text/plain', table.plain);
        event.clipboardData.setData('text/html', table.html);
        said(at);
        return;
      }
      gather(at)
        .then((all) => writeClipboard(copyTable(shown(all), columns, units)))
        .then(() => said(at), failed);
    },
    /** For the button: there is no event to put the text into. */
    masked(at: At) {
      if (tooMany(sizeOf(at.range).rows)) return;
      const columns = columnKeys(at, at.range.left, at.range.right);
      gather(at)
        .then((all) => writeClipboard(copyTable(shown(all), columns, units)))
        .then(() => said(at), failed);
    },
    full(at: At) {
      const { rows: count } = sizeOf(at.range);
      if (at.total === 0) return;
      if (count > mostStagedRows) {
        notifications.show({
          color: 'yellow',
          title: `Paling banyak ${formatCount(mostStagedRows)} baris dengan NIK lengkap`,
          message: 'Untuk daftar yang lebih panjang, pakai Ekspor.',
        });
        return;
      }
      const columns = columnKeys(at, at.range.left, at.range.right);
      const copyAll = async () => {
        const rows = await gather(at);
        const entryIds = rows.map(({ id }) => id);
        const { niks } = columns.includes('nik')
          ? await engine.call('roster.copyNik', { roster, entryIds })
          : { niks: [] };
        const full = new Map(niks.map(({ entryId, nik }) => [entryId, nik]));
        for (const [id, row] of handle.stage.rows) {
          const typed = row.cells.get('nik');
          if (typed !== undefined && full.has(id))
            full.set(id, typed === null ? null : String(typed));
        }
        await writeClipboard(copyTable(shown(rows), columns, units, full));
      };
      copyAll().then(() => said(at), failed);
    },
  };
}

/** Pasting over the selection and emptying it: both end as cells that wait to be saved. */
function useRangeChange(
  { roster, list, handle, units }: SheetOptions,
  show: (plan: PastePlan) => void,
) {
  const { engine } = useBridge();
  const failed = (error: unknown) => showError(asAppError(error));
  const rowsFrom = async (at: At, count: number) =>
    rowsInView(at, at.range.top, Math.min(count, at.total - at.range.top)) ??
    (await readRows(engine, list, at.range.top, count));

  async function pasteInto(text: string, at: At) {
    const block = parseTsv(text);
    if (block.length === 0 || at.total === 0) return;
    const size = pastedSize(block, sizeOf(at.range));
    if (size.rows > mostStagedRows) {
      notifications.show({
        color: 'yellow',
        title: `${formatCount(size.rows)} baris terlalu banyak untuk ditempel`,
        message: `Paling banyak ${formatCount(mostStagedRows)} baris sekaligus. Daftar panjang dibawa masuk lewat Impor.`,
      });
      return;
    }
    const rows = await rowsFrom(at, size.rows);
    const columns = columnKeys(at, at.range.left, at.columns.length - 1);
    const plan = planPaste(block, size, { roster, rows, firstRow: at.range.top, columns, units });
    if (plan.edits.length === 0 && plan.refused.length === 0) return;
    if (!roomFor(handle, [...new Set(plan.edits.map(({ entryId }) => entryId))])) return;
    const [only] = plan.edits;
    // One value into one cell needs no second look: it is seen where it was put.
    if (plan.refused.length === 0 && plan.edits.length === 1 && only !== undefined) {
      handle.put([only]);
    } else show(plan);
  }

  async function emptyRange(at: At) {
    const { rows: count } = sizeOf(at.range);
    if (count > mostStagedRows) {
      roomFor(
        handle,
        Array.from({ length: count }, (_, index) => -index - 1),
      );
      return;
    }
    const rows = await rowsFrom(at, count);
    const columns = columnKeys(at, at.range.left, at.range.right).flatMap(
      (key) => editableColumn(roster, key) ?? [],
    );
    const edits = rows.flatMap((row) =>
      columns
        .filter(({ emptiable }) => emptiable)
        .map(
          (column): CellEdit => ({
            entryId: row.id,
            name: row.name,
            version: row.version,
            field: column.field,
            stored: storedValue(column, row),
            value: null,
          }),
        ),
    );
    if (roomFor(handle, [...new Set(edits.map(({ entryId }) => entryId))])) handle.put(edits);
  }

  return {
    paste: (text: string, at: At) => void pasteInto(text, at).catch(failed),
    empty: (at: At) => void emptyRange(at).catch(failed),
  };
}
