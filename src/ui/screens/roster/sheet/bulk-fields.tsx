/** Which field is set for many, and to what. */
import { Autocomplete, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import {
  columnOfField,
  columnsOfRoster,
  type EditableColumn,
  editableColumn,
} from '../../../../contract/roster-columns.ts';
import { type BulkChange, bulkChange } from '../../../../contract/roster-grid-routes.ts';
import { type LeaveReason, leaveReasons } from '../../../../domain/entry-status.ts';
import { jobKinds } from '../../../../domain/job-kinds.ts';
import { entryStatuses, isFundSource, type Roster } from '../../../../domain/segments.ts';
import { UnitSelect } from '../../../parts/unit-select.tsx';
import { leaveReasonLabels, rosterColumnLabel, statusLabels } from '../../../words/labels.ts';
import { choiceLabel, readCell, type UnitNames } from '../cells/read-cell.ts';
import { useChoices } from '../cells/use-choices.ts';

interface BulkFieldsProps {
  readonly roster: Roster;
  readonly typed: BulkTyped;
  readonly onChange: (typed: BulkTyped) => void;
}

/** Units are picked by a field of their own, fund sources from the list, by their ids. */
const picked: UnitNames = {
  labelOf: () => undefined,
  find: () => undefined,
  findFund: (text) => (isFundSource(text) ? text : undefined),
};

/** What stands in the dialog. */
export interface BulkTyped {
  readonly field: string;
  readonly text: string;
  readonly unitId: number | null;
  readonly empty: boolean;
  readonly reason: string;
}

/** The dialog as it opens. */
export const nothingTyped: BulkTyped = {
  field: 'status',
  text: '',
  unitId: null,
  empty: false,
  reason: '',
};

export function BulkFields({ roster, typed, onChange }: BulkFieldsProps) {
  const columns = columnsOfRoster(roster).flatMap((key) => {
    const column = editableColumn(roster, key);
    return column?.bulk === true ? [{ key, column }] : [];
  });
  const column = columns.find(({ column: one }) => one.field === typed.field)?.column ?? null;
  const set = (part: Partial<BulkTyped>) => onChange({ ...typed, ...part });
  return (
    <>
      <NativeSelect
        label="Yang diubah"
        data-autofocus
        value={typed.field}
        onChange={(event) => set({ ...nothingTyped, field: event.currentTarget.value })}
        data={[
          { value: 'status', label: 'Status' },
          ...columns.map(({ key, column: one }) => ({
            value: one.field,
            label: rosterColumnLabel(roster, key),
          })),
        ]}
      />
      {column === null ? (
        <StatusFields typed={typed} set={set} />
      ) : (
        <>
          {typed.empty ? null : (
            <ValueField roster={roster} column={column} typed={typed} set={set} />
          )}
          <Checkbox
            label="Kosongkan kolom ini"
            checked={typed.empty}
            onChange={(event) => set({ empty: event.currentTarget.checked })}
          />
        </>
      )}
    </>
  );
}

interface FieldProps {
  readonly typed: BulkTyped;
  readonly set: (part: Partial<BulkTyped>) => void;
}

function StatusFields({ typed, set }: FieldProps) {
  return (
    <>
      <NativeSelect
        label="Menjadi"
        value={typed.text}
        onChange={(event) => set({ text: event.currentTarget.value, reason: '' })}
        data={[
          { value: '', label: 'Pilih status' },
          ...entryStatuses.map((value) => ({ value, label: statusLabels[value] })),
        ]}
      />
      {typed.text === 'keluar' ? (
        <NativeSelect
          label="Karena"
          value={typed.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          data={[
            { value: '', label: 'Pilih alasan' },
            ...leaveReasons.map((value) => ({ value, label: leaveReasonLabels[value] })),
          ]}
        />
      ) : null}
    </>
  );
}

function ValueField(
  props: FieldProps & { readonly roster: Roster; readonly column: EditableColumn },
) {
  const { roster, column, typed, set } = props;
  const choices = useChoices(column, null);
  const unread = typed.text !== '' && readCell(column, typed.text, picked) === undefined;
  if (column.editor === 'unit') {
    return (
      <UnitSelect
        roster={roster}
        value={typed.unitId}
        onChange={(unitId) => set({ unitId })}
        placeholder="Pilih unit"
        width="100%"
      />
    );
  }
  if (column.editor === 'choice') {
    return (
      <NativeSelect
        label="Menjadi"
        value={typed.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        data={[
          { value: '', label: 'Pilih' },
          ...choices.map((value) => ({ value, label: choiceLabel(column, value) })),
        ]}
      />
    );
  }
  if (column.suggests === true) {
    return (
      <Autocomplete
        label="Menjadi"
        maxLength={column.most ?? 200}
        data={[...jobKinds[roster]]}
        limit={8}
        value={typed.text}
        onChange={(text) => set({ text })}
      />
    );
  }
  return (
    <TextInput
      label="Menjadi"
      maxLength={column.most ?? 40}
      placeholder={placeholders[column.editor] ?? ''}
      value={typed.text}
      onChange={(event) => set({ text: event.currentTarget.value })}
      error={unread ? 'Tidak terbaca' : undefined}
    />
  );
}

const placeholders: Readonly<Partial<Record<EditableColumn['editor'], string>>> = {
  date: '1-1-2026',
  money: '2.500.000',
};

/** The change as the engine takes it; null while something is missing. */
export function changeOf(roster: Roster, typed: BulkTyped): BulkChange | null {
  const { field, text, unitId, empty, reason } = typed;
  const key = columnOfField(field);
  const column = key === null ? null : editableColumn(roster, key);
  if (column === null) {
    const chosen = leaveReasons.find((one): one is LeaveReason => one === reason) ?? null;
    if ((text === 'keluar') !== (chosen !== null)) return null;
    return parsed({ field, value: text, reason: chosen });
  }
  if (empty) return parsed({ field, value: null });
  if (column.editor === 'unit') return unitId === null ? null : parsed({ field, value: unitId });
  const value = readCell(column, text, picked);
  return value === undefined || value === null ? null : parsed({ field, value });
}

function parsed(change: unknown): BulkChange | null {
  const read = bulkChange.safeParse(change);
  return read.success ? read.data : null;
}
