/** The field of a cell that is being typed into: what it is depends on the column. */
import { Select } from '@mantine/core';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { EditableColumn } from '../../../../contract/roster-columns.ts';
import { jobKinds } from '../../../../domain/job-kinds.ts';
import type { Roster } from '../../../../domain/segments.ts';
import { useRoute } from '../../../bridge/use-engine.ts';
import type { AfterEdit } from '../../../parts/grid/grid-column.ts';
import { unitOptions, unitsByName } from '../../../parts/unit-select.tsx';
import classes from './cell-editor.module.css';
import { type CellValue, choiceBegun, choiceLabel, readCell, type UnitNames } from './read-cell.ts';
import { useChoices } from './use-choices.ts';

export interface CellEditorProps {
  readonly roster: Roster;
  readonly column: EditableColumn;
  readonly label: string;
  /** The text to go on with. */
  readonly text: string;
  readonly value: CellValue;
  /** True when typing replaced what was there. */
  readonly replaced: boolean;
  readonly units: UnitNames;
  /** Called once; `value` undefined leaves the cell as it is. */
  readonly onDone: (value: CellValue | undefined, after: AfterEdit) => void;
}

/** Enter and Tab keep what is typed, Escape lets go of it. */
export function CellEditor(props: CellEditorProps) {
  switch (props.column.editor) {
    case 'choice':
      return <ChoiceEditor {...props} />;
    case 'unit':
      return <UnitEditor {...props} />;
    default:
      return <TextEditor {...props} />;
  }
}

/** The key that ends an edit, and where it leads. */
function afterKey(event: KeyboardEvent): AfterEdit | null {
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  return null;
}

const examples: Readonly<Partial<Record<EditableColumn['editor'], string>>> = {
  date: 'Contoh: 22-11-1980 atau 22 Nov 1980',
  money: 'Tulis dalam rupiah, misalnya 2.500.000',
};

function TextEditor(props: CellEditorProps) {
  const { column, label, units, onDone, replaced } = props;
  const [text, setText] = useState(props.text);
  const [refused, setRefused] = useState(false);
  const done = useRef(false);
  const list = useId();
  const touched = replaced || text !== props.text;

  function finish(after: AfterEdit) {
    if (done.current) return;
    const value = touched ? readCell(column, text, units) : undefined;
    if (touched && value === undefined && after !== 'leave') {
      setRefused(true);
      return;
    }
    done.current = true;
    onDone(value, after);
  }

  return (
    <>
      <input
        className={classes.input}
        data-editor
        data-align={column.editor === 'money' ? 'right' : undefined}
        aria-label={label}
        aria-invalid={refused}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
        autoFocus
        value={text}
        maxLength={column.most ?? 40}
        list={column.suggests === true ? list : undefined}
        onFocus={(event) => {
          const end = event.currentTarget.value.length;
          event.currentTarget.setSelectionRange(replaced ? end : 0, end);
        }}
        onChange={(event) => {
          setRefused(false);
          setText(event.currentTarget.value);
        }}
        onBlur={() => finish('leave')}
        onKeyDown={(event) => {
          const after = afterKey(event);
          if (event.key === 'Escape') {
            done.current = true;
            event.stopPropagation();
            onDone(undefined, 'stay');
          } else if (after !== null) {
            event.preventDefault();
            finish(after);
          }
        }}
      />
      {refused ? (
        <span className={classes.refused} role="alert">
          {examples[column.editor] ?? 'Isi tidak dapat dipakai'}
        </span>
      ) : null}
      {column.suggests === true ? (
        <datalist id={list}>
          {jobKinds[props.roster].map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

/** Letters further apart than this begin a word anew. */
const typingPauseMs = 1_000;

function ChoiceEditor({ column, label, text, value, replaced, onDone }: CellEditorProps) {
  const choices = useChoices(column, value === null ? null : String(value));
  const labels = choices.map((one) => choiceLabel(column, one));
  const begun = replaced ? choices[choiceBegun(labels, text)] : undefined;
  const [chosen, setChosen] = useState(begun ?? (value === null ? '' : String(value)));
  const typed = useRef({ text: replaced ? text : '', at: Number.NEGATIVE_INFINITY });
  const done = useRef(false);
  /** The first letter opened the editor, so the list's own search would begin with the second one. */
  function typeOn(event: KeyboardEvent) {
    const { key, timeStamp, ctrlKey, altKey, metaKey } = event;
    if (key.length !== 1 || ctrlKey || altKey || metaKey) return;
    const { text: before, at } = typed.current;
    // Space opens the list, unless it stands within a name.
    if (key === ' ' && before === '') return;
    event.preventDefault();
    const goesOn = at === Number.NEGATIVE_INFINITY || timeStamp - at < typingPauseMs;
    typed.current = { text: (goesOn ? before : '') + key, at: timeStamp };
    const found = choices[choiceBegun(labels, typed.current.text)];
    if (found !== undefined) setChosen(found);
  }
  function finish(after: AfterEdit, keep = true) {
    if (done.current) return;
    done.current = true;
    const code = choices.find((one) => one === chosen) ?? null;
    onDone(
      keep ? (column.field === 'desil' && code !== null ? Number(code) : code) : undefined,
      after,
    );
  }
  return (
    <select
      className={classes.input}
      data-editor
      aria-label={label}
      // biome-ignore lint/a11y/noAutofocus: as above
      autoFocus
      value={chosen}
      onChange={(event) => setChosen(event.currentTarget.value)}
      onBlur={() => finish('leave')}
      onKeyDown={(event) => {
        const after = afterKey(event);
        if (event.key === 'Escape') {
          event.stopPropagation();
          finish('stay', false);
        } else if (after !== null) {
          event.preventDefault();
          finish(after);
        } else {
          typeOn(event);
        }
      }}
    >
      <option value="">{column.emptiable ? 'Belum diketahui' : ''}</option>
      {choices.map((one) => (
        <option key={one} value={one}>
          {choiceLabel(column, one)}
        </option>
      ))}
    </select>
  );
}

function UnitEditor({ roster, label, text, value, replaced, onDone }: CellEditorProps) {
  const units = useRoute('unit.list', {});
  const options = useMemo(() => unitOptions(units.data ?? [], roster), [units.data, roster]);
  const [search, setSearch] = useState(text);
  const done = useRef(false);
  function finish(next: CellValue | undefined, after: AfterEdit) {
    if (done.current) return;
    done.current = true;
    onDone(next, after);
  }
  return (
    <div className={classes.unit} data-editor>
      <Select
        size="xs"
        aria-label={label}
        data-autofocus
        autoFocus
        searchable
        defaultDropdownOpened
        selectFirstOptionOnChange
        limit={50}
        data={[...options]}
        filter={unitsByName}
        // A value of null, given, would clear the letter that opened the editor.
        {...(replaced || value === null ? {} : { value: String(value) })}
        searchValue={search}
        onSearchChange={setSearch}
        onChange={(next) => finish(next === null ? undefined : Number(next), 'down')}
        onBlur={() => finish(undefined, 'leave')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            finish(undefined, 'stay');
          } else if (event.key === 'Tab') {
            event.preventDefault();
            finish(undefined, event.shiftKey ? 'left' : 'right');
          }
        }}
        nothingFoundMessage="Tidak ada unit itu"
        comboboxProps={{ width: 340, position: 'bottom-start' }}
      />
    </div>
  );
}
