/** The one table of a roster's columns: which exist in which roster, which can be typed into, and how. */
import { fundSources, maritals, type Roster, sexes } from '../domain/segments.ts';
import type { EntryFieldName } from './roster-edit-routes.ts';
import { type RosterColumnKey, rosterColumnKeys } from './roster-routes.ts';

/** How a cell is typed into. `number` is digits kept as text. */
export type CellEditor = 'text' | 'number' | 'date' | 'money' | 'choice' | 'unit';

export interface EditableColumn {
  readonly field: EntryFieldName;
  readonly editor: CellEditor;
  /** Delete may leave it without a value. */
  readonly emptiable: boolean;
  /** Most letters. */
  readonly most?: number;
  /** Codes of a choice. */
  readonly choices?: readonly string[];
  /** Kinds of work are offered while typing. */
  readonly suggests?: true;
  /** It can be set for many at once. */
  readonly bulk?: true;
}

const text = (field: EntryFieldName, most: number): EditableColumn => ({
  field,
  editor: 'text',
  emptiable: true,
  most,
});
const deciles: readonly string[] = Array.from({ length: 10 }, (_, index) => String(index + 1));

const editable: Readonly<Partial<Record<RosterColumnKey, EditableColumn>>> = {
  name: { field: 'name', editor: 'text', emptiable: false, most: 200 },
  nik: { field: 'nik', editor: 'number', emptiable: true, most: 40 },
  kpj: { field: 'kpj', editor: 'number', emptiable: true, most: 40 },
  birthDate: { field: 'birthDate', editor: 'date', emptiable: true },
  sex: { field: 'sex', editor: 'choice', emptiable: true, choices: sexes },
  marital: { field: 'marital', editor: 'choice', emptiable: true, choices: maritals },
  unit: { field: 'unitId', editor: 'unit', emptiable: true, bulk: true },
  position: { ...text('position', 200), suggests: true, bulk: true },
  jobKind: { ...text('jobKind', 200), suggests: true, bulk: true },
  nip: { field: 'nip', editor: 'number', emptiable: true, most: 40 },
  decree: { ...text('decree', 200), bulk: true },
  startDate: { field: 'startDate', editor: 'date', emptiable: true, bulk: true },
  desil: { field: 'desil', editor: 'choice', emptiable: true, choices: deciles, bulk: true },
  dtsenId: text('dtsenId', 40),
  wage: { field: 'wage', editor: 'money', emptiable: true, bulk: true },
  fund: {
    field: 'fundSource',
    editor: 'choice',
    emptiable: true,
    choices: fundSources,
    bulk: true,
  },
  phone: text('phone', 40),
  note: { ...text('note', 2_000), bulk: true },
};

const only: Readonly<Partial<Record<RosterColumnKey, readonly Roster[]>>> = {
  parentUnit: ['desa', 'rentan'],
  jobKind: ['non-asn'],
  nip: ['non-asn', 'desa'],
  decree: ['non-asn', 'desa'],
  desil: ['rentan'],
  dtsenId: ['rentan'],
};

/** The columns a roster has. */
export function columnsOfRoster(roster: Roster): readonly RosterColumnKey[] {
  return rosterColumnKeys.filter((key) => only[key]?.includes(roster) ?? true);
}

/** How a column is typed into; `null` when it cannot be. */
export function editableColumn(roster: Roster, key: RosterColumnKey): EditableColumn | null {
  const column = editable[key];
  return column === undefined || !(only[key]?.includes(roster) ?? true) ? null : column;
}

/** Which column a field is shown in. */
export function columnOfField(field: string): RosterColumnKey | null {
  return rosterColumnKeys.find((key) => editable[key]?.field === field) ?? null;
}

/** Fields a roster's entries have a column for; others are refused. */
export function fieldsOfRoster(roster: Roster): readonly EntryFieldName[] {
  return rosterColumnKeys.flatMap((key) => editableColumn(roster, key)?.field ?? []);
}
