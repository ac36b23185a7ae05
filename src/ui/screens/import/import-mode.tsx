/** What a roster file may change, as one choice of four. */
import { NativeSelect } from '@mantine/core';
import type { ImportMode, LeaveScope } from '../../../contract/import-routes.ts';
import type { Roster } from '../../../domain/segments.ts';
import { modeLabels, rosterInSentence } from '../../words/labels.ts';

export interface ModeChoice {
  readonly mode: ImportMode;
  readonly leaveScope?: LeaveScope;
}

export const usualMode: ModeChoice = { mode: 'update' };

const choices = {
  update: usualMode,
  add: { mode: 'add' },
  'replace-units': { mode: 'replace', leaveScope: 'units' },
  'replace-roster': { mode: 'replace', leaveScope: 'roster' },
} as const satisfies Readonly<Record<string, ModeChoice>>;

type ChoiceName = keyof typeof choices;
const names: readonly ChoiceName[] = ['update', 'add', 'replace-units', 'replace-roster'];

/** The choice as its name; a full list is told with its scope. */
export function modeName({ mode, leaveScope }: ModeChoice): ChoiceName {
  if (mode !== 'replace') return mode;
  return leaveScope === 'roster' ? 'replace-roster' : 'replace-units';
}

interface ModeSelectProps {
  readonly roster: Roster;
  readonly value: ModeChoice;
  readonly onChange: (choice: ModeChoice) => void;
  readonly disabled?: boolean;
  /** Without it the select stands in a line and is named for screen readers only. */
  readonly label?: string;
}

export function ModeSelect({ roster, value, onChange, disabled = false, label }: ModeSelectProps) {
  return (
    <NativeSelect
      {...(label === undefined ? { 'aria-label': 'Cara impor' } : { label })}
      w={290}
      disabled={disabled}
      value={modeName(value)}
      onChange={(event) => {
        const name = names.find((one) => one === event.currentTarget.value);
        if (name !== undefined) onChange(choices[name]);
      }}
      data={names.map((name) => ({
        value: name,
        label: modeLabels[name].replace('{roster}', rosterInSentence[roster]),
      }))}
    />
  );
}
