/** One cell of a plan: Enter opens it, Enter again keeps what was typed, Esc leaves it as it was. */
import { Table, Text } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { shownText } from '../../../contract/cell-text.ts';
import { type FixableField, fixableFields } from '../../../contract/import-edit-routes.ts';
import type { StagedRow } from '../../../contract/import-routes.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { showError } from '../../parts/show-error.tsx';
import { fieldLabel } from '../../words/import-words.ts';
import classes from './batch-screen.module.css';
import { listedText, moneyFields, readFrom, typedText, valueText } from './cell-words.ts';

/** A cell that was put right: its column, what stood there, what stands there now. */
export interface FixedCell {
  readonly field: FixableField;
  readonly from: string;
  readonly to: string;
}

export interface Editing {
  readonly batchId: number;
  /** False for BPJS lists: rows may be left out, what the branch wrote stays. */
  readonly cells: boolean;
  readonly onFixed: (cell: FixedCell) => void;
}

interface ValueCellProps {
  readonly row: StagedRow;
  readonly field: string;
  readonly editing: Editing | undefined;
  readonly tabStop: boolean;
}

export function ValueCell({ row, field, editing, tabStop }: ValueCellProps) {
  const source = readFrom[field] ?? field;
  const fixable = fixableFields.find((one) => one === source);
  const worst = row.issues.find((issue) => issue.field === source && issue.severity !== 'info');
  const changed = String(row.values['changed'] ?? '')
    .split(',')
    .includes(field);
  const value = row.values[field] ?? row.values[`${field}Raw`] ?? null;
  const original = row.original?.[field];
  const [open, setOpen] = useState(false);
  const cell = useRef<HTMLTableCellElement>(null);
  const canFix = editing?.cells === true && fixable !== undefined && row.row > 0;
  const close = () => {
    setOpen(false);
    // After the box is gone, the cell it stood in goes on being where the keyboard is.
    requestAnimationFrame(() => cell.current?.focus());
  };
  return (
    <Table.Td
      ref={cell}
      className={`${classes.value} ${worst === undefined ? '' : classes.flagged}`}
      data-severity={worst?.severity}
      data-changed={changed || undefined}
      data-fixed={original === undefined ? undefined : true}
      data-cell={canFix ? `${row.seq} ${field}` : undefined}
      tabIndex={canFix ? (tabStop ? 0 : -1) : undefined}
      title={changed ? 'Berubah' : undefined}
      ta={moneyFields.has(field) ? 'right' : 'left'}
      onDoubleClick={canFix ? () => setOpen(true) : undefined}
      onKeyDown={(event) => {
        if (!canFix || open || (event.key !== 'Enter' && event.key !== 'F2')) return;
        event.preventDefault();
        setOpen(true);
      }}
    >
      {open && canFix ? (
        <CellBox row={row} field={fixable} name={field} editing={editing} onClose={close} />
      ) : (
        valueText(field, value)
      )}
      {original === undefined ? null : (
        <Text span size="xs" c="dimmed" className={classes.original ?? ''}>
          semula {listedText(field, original)}
        </Text>
      )}
    </Table.Td>
  );
}

interface CellBoxProps {
  readonly row: StagedRow;
  readonly field: FixableField;
  readonly name: string;
  readonly editing: Editing;
  readonly onClose: () => void;
}

function CellBox({ row, field, name, editing, onClose }: CellBoxProps) {
  const fix = useCommand('import.fix');
  const from = shownText(row.values, row.issues, field);
  const before = typedText(name, from);
  // Leaving the box by Enter or Esc also takes the focus from it; only the first counts.
  const left = useRef(false);

  const keep = (typed: string) => {
    if (left.current) return;
    left.current = true;
    if (typed.trim() === before) {
      onClose();
      return;
    }
    fix.mutate(
      { batchId: editing.batchId, seq: row.seq, field, value: typed },
      {
        onSuccess: () => editing.onFixed({ field, from, to: typed }),
        onError: showError,
        onSettled: onClose,
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.key === 'Enter') keep(event.currentTarget.value);
    if (event.key !== 'Escape') return;
    left.current = true;
    onClose();
  };
  return (
    <input
      className={classes.box}
      aria-label={`${fieldLabel(field)}, baris ${row.row}`}
      // biome-ignore lint/a11y/noAutofocus: it stands where the keyboard already is
      autoFocus={true}
      defaultValue={before}
      maxLength={300}
      disabled={fix.isPending}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
