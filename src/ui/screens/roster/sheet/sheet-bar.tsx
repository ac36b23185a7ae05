/** Under the grid: what is selected, what is said of the cell with the focus, what waits to be saved. */
import { ActionIcon, Button, Group, Menu, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCopy, IconPencilCog } from '@tabler/icons-react';
import { useState } from 'react';
import { columnOfField, editableColumn } from '../../../../contract/roster-columns.ts';
import {
  type BulkTarget,
  type CellFinding,
  mostNamedRows,
} from '../../../../contract/roster-grid-routes.ts';
import { type RosterRow, rosterColumnKeys } from '../../../../contract/roster-routes.ts';
import type { Roster } from '../../../../domain/segments.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import type { GridAt } from '../../../parts/grid/grid-column.ts';
import { sizeOf } from '../../../parts/grid/selection.ts';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { formatCount } from '../../../words/format.ts';
import { issueText } from '../../../words/issue-words.ts';
import { cellText, storedValue, type UnitNames } from '../cells/read-cell.ts';
import { countCells } from '../stage/stage.ts';
import type { StageHandle } from '../stage/stage-context.tsx';
import type { Verdicts } from '../stage/use-stage-checks.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import type { RosterList } from './list-rows.ts';
import classes from './sheet-bar.module.css';
import type { useRosterSheet } from './use-roster-sheet.tsx';
import type { useSaveStage } from './use-save-stage.ts';

interface SheetBarProps {
  readonly roster: Roster;
  readonly list: RosterList;
  readonly at: GridAt<RosterRow>;
  readonly handle: StageHandle;
  readonly verdicts: Verdicts;
  readonly units: UnitNames;
  readonly copy: ReturnType<typeof useRosterSheet>['copy'];
  readonly saving: ReturnType<typeof useSaveStage>;
  readonly readOnly: boolean;
}

export function SheetBar(props: SheetBarProps) {
  const { at, copy, readOnly } = props;
  if (at.total === 0) return null;
  const { rows, columns } = sizeOf(at.range);
  const all = rows === at.total && rows > 1;
  return (
    <div className={classes.bar}>
      <Text size="sm" c="dimmed" role="status" className={classes.selected ?? ''}>
        {copy.done !== null
          ? copy.done
          : all
            ? `Semua ${formatCount(rows)} baris dipilih`
            : rows * columns === 1
              ? `Baris ${formatCount(at.row + 1)}`
              : `${formatCount(rows)} baris × ${formatCount(columns)} kolom dipilih`}
      </Text>
      <CellNote {...props} />
      <Group gap={6} wrap="nowrap" ml="auto">
        {readOnly ? null : <StageButtons {...props} />}
        <Menu position="top-end" shadow="md">
          <Menu.Target>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconCopy size={14} aria-hidden="true" />}
            >
              Salin
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item rightSection="Ctrl+C" onClick={() => copy.masked(at)}>
              Salin
            </Menu.Item>
            <Menu.Item rightSection="Ctrl+Shift+C" onClick={() => copy.full(at)}>
              Salin dengan NIK lengkap (dicatat)
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {readOnly ? null : <BulkButton {...props} all={all} rows={rows} />}
      </Group>
    </div>
  );
}

/** What is said of the cell with the focus, and the value that would settle it. */
function CellNote({ roster, at, handle, verdicts, units }: SheetBarProps) {
  const row = at.rowAt(at.row);
  const key = rosterColumnKeys.find((one) => one === at.columns[at.column]?.key);
  const column = key === undefined ? null : editableColumn(roster, key);
  if (row === undefined || column === null) return null;
  const staged = handle.stage.rows.get(row.id);
  const said = (verdicts.get(row.id)?.findings ?? []).filter(({ field }) => field === column.field);
  const [finding] = said;
  if (staged === undefined || finding === undefined) return null;
  const put = ({ field, value }: NonNullable<CellFinding['fix']>) => {
    const other = columnOfField(field);
    const target = other === null ? null : editableColumn(roster, other);
    if (target === null) return;
    const { id: entryId, name, version } = row;
    const stored = storedValue(target, row);
    handle.put([{ entryId, name, version, field: target.field, stored, value }]);
    at.focus();
  };
  return (
    <Group gap={6} wrap="nowrap" className={classes.note ?? ''}>
      <Text
        size="sm"
        truncate="end"
        {...(finding.severity === 'error' ? { c: 'red' } : {})}
        title={said.map(({ code, params }) => issueText(code, params)).join('. ')}
      >
        {issueText(finding.code, finding.params)}
      </Text>
      {finding.fix === null ? null : (
        <FixButton roster={roster} fix={finding.fix} units={units} onPut={put} />
      )}
    </Group>
  );
}

interface FixButtonProps {
  readonly roster: Roster;
  readonly fix: NonNullable<CellFinding['fix']>;
  readonly units: UnitNames;
  readonly onPut: (fix: NonNullable<CellFinding['fix']>) => void;
}

function FixButton({ roster, fix, units, onPut }: FixButtonProps) {
  const key = columnOfField(fix.field);
  const column = key === null ? null : editableColumn(roster, key);
  if (column === null) return null;
  return (
    <Button variant="default" size="compact-xs" onClick={() => onPut(fix)}>
      Pakai {cellText(column, fix.value, units)}
    </Button>
  );
}

function StageButtons({ handle, saving, at }: SheetBarProps) {
  const { stage, undo, redo, clear } = handle;
  const count = countCells(stage);
  const back = stage.past.length > 0;
  const again = stage.future.length > 0;
  if (count === 0 && !back && !again) return null;
  return (
    <>
      <Text size="sm" fw={600} role="status" style={{ whiteSpace: 'nowrap' }}>
        {formatCount(count)} perubahan belum disimpan
        {saving.errors === 0 ? '' : `, ${formatCount(saving.errors)} perlu diperbaiki`}
      </Text>
      <Tooltip label="Urungkan ketikan (Ctrl+Z)">
        <ActionIcon color="gray" aria-label="Urungkan ketikan" disabled={!back} onClick={undo}>
          <IconArrowBackUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Ulangi ketikan (Ctrl+Y)">
        <ActionIcon color="gray" aria-label="Ulangi ketikan" disabled={!again} onClick={redo}>
          <IconArrowForwardUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Button
        variant="default"
        size="compact-sm"
        disabled={count === 0 || saving.job.running}
        onClick={() => {
          clear();
          at.focus();
        }}
      >
        Batalkan
      </Button>
      <Button
        size="compact-sm"
        disabled={count === 0 || saving.errors > 0}
        loading={saving.job.running}
        onClick={saving.save}
      >
        Simpan
      </Button>
    </>
  );
}

interface BulkButtonProps extends SheetBarProps {
  readonly all: boolean;
  readonly rows: number;
}

function BulkButton({ roster, list, at, handle, all, rows }: BulkButtonProps) {
  const { engine } = useBridge();
  const [target, setTarget] = useState<BulkTarget | null>(null);
  const waiting = handle.stage.rows.size > 0;
  const tooMany = !all && rows > mostNamedRows;

  async function open() {
    if (all) {
      setTarget({ kind: 'filter', filter: list.asked });
      return;
    }
    const { asked: filter, sort } = list;
    const { ids } = await engine.call('roster.ids', {
      filter,
      sort,
      offset: at.range.top,
      limit: rows,
    });
    if (ids.length > 0) setTarget({ kind: 'rows', entryIds: ids });
  }

  return (
    <>
      <Tooltip
        disabled={!waiting && !tooMany}
        label={
          waiting
            ? 'Simpan atau batalkan ketikan di daftar dahulu'
            : `Pilih paling banyak ${formatCount(mostNamedRows)} baris, atau semuanya (Ctrl+A)`
        }
      >
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPencilCog size={14} aria-hidden="true" />}
          disabled={waiting || tooMany}
          onClick={() => void open().catch((error) => showError(asAppError(error)))}
        >
          Ubah massal
        </Button>
      </Tooltip>
      {target === null ? null : (
        <BulkDialog
          roster={roster}
          target={target}
          rows={target.kind === 'filter' ? at.total : target.entryIds.length}
          onClose={() => {
            setTarget(null);
            at.focus();
          }}
        />
      )}
    </>
  );
}
