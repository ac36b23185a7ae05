/** One page of staged rows: where each came from, what it says, what was found. */
import { Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { RowAction, StagedRow } from '../../../contract/import-routes.ts';
import { suggestedFixes } from '../../../contract/suggested-fixes.ts';
import type { ImportKind } from '../../../domain/segments.ts';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { formatCount } from '../../words/format.ts';
import { fieldLabel } from '../../words/import-words.ts';
import { issueText } from '../../words/issue-words.ts';
import { rowActionLabels } from '../../words/labels.ts';
import classes from './batch-screen.module.css';
import { moveBetweenCells } from './cell-keys.ts';
import { moneyFields, readFrom } from './cell-words.ts';
import { RowMenu } from './row-menu.tsx';
import { type Editing, ValueCell } from './value-cell.tsx';

const actionTones: Readonly<Record<RowAction, Tone>> = {
  add: 'good',
  update: 'info',
  same: 'neutral',
  leave: 'bad',
  conflict: 'mixed',
  reject: 'bad',
};

/** Fields that lead, in this order; the others follow as they come. */
const leading = ['name', 'nik', 'kpj', 'birthDate', 'sex', 'unit', 'place', 'position', 'jobKind'];
/** Kept with a row for the engine's own use, or shown inside another column. */
const unseen = new Set([
  'nikRaw',
  'kpjRaw',
  'unitId',
  'newUnit',
  'deceased',
  'employerGroup',
  'changed',
]);
interface StagedRowsProps {
  readonly rows: readonly StagedRow[];
  readonly kind: ImportKind;
  /** Given while the plan waits: cells can be put right, rows left out. */
  readonly editing?: Editing | undefined;
}

/** The columns are the fields that any row of the page fills. */
export function StagedRows({ rows, kind, editing }: StagedRowsProps) {
  const fields = fieldsOf(rows);
  const [active, setActive] = useState<string | null>(null);
  const stop = active ?? `${rows[0]?.seq} ${fields[0]}`;
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        Tidak ada baris dengan saringan ini.
      </Text>
    );
  }
  return (
    <Table
      stickyHeader
      miw={900}
      className={classes.staged ?? ''}
      onKeyDown={moveBetweenCells}
      onFocus={(event) => setActive(event.target.closest('td')?.dataset['cell'] ?? active)}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Asal</Table.Th>
          <Table.Th>Tindakan</Table.Th>
          <Table.Th className={classes.findings ?? ''}>Temuan</Table.Th>
          {fields.map((field) => (
            <Table.Th key={field} ta={moneyFields.has(field) ? 'right' : 'left'}>
              {headingOf(field, kind)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.seq}>
            <Table.Td className={classes.value ?? ''} title={row.sheet}>
              <Text span size="sm" c="dimmed">
                {originOf(row)}
              </Text>
            </Table.Td>
            <Table.Td>
              <Group gap={4} wrap="nowrap" justify="space-between">
                <Tag tone={actionTones[row.action]}>{rowActionLabels[row.action]}</Tag>
                {editing === undefined ? null : <RowMenu row={row} editing={editing} />}
              </Group>
            </Table.Td>
            <Table.Td>
              <Findings row={row} />
            </Table.Td>
            {fields.map((field) => (
              <ValueCell
                key={field}
                row={row}
                field={field}
                editing={editing}
                tabStop={stop === `${row.seq} ${field}`}
              />
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What must be looked at in full, one line each; notes in one line together. */
function Findings({ row }: { readonly row: StagedRow }) {
  const texts = (of: (severity: string) => boolean) =>
    row.issues
      .filter((issue) => of(issue.severity))
      .map((issue) => ({ ...issue, text: issueText(issue.code, issue.params) }));
  const noted = texts((severity) => severity === 'info').map((one) => one.text);
  const notes = [...new Set(noted)].join(' · ');
  const suggestions = suggestedFixes(row.issues).map(({ field, value }) =>
    field === 'wage' ? `Rp${formatCount(Number(value))}` : value,
  );
  return (
    <>
      {texts((severity) => severity !== 'info').map((one) => (
        <Text
          key={`${one.field} ${one.code}`}
          size="sm"
          c={one.severity === 'error' ? 'var(--padan-error-text)' : 'var(--padan-warning-text)'}
        >
          {one.text}
        </Text>
      ))}
      {notes === '' ? null : (
        <Text size="sm" c="dimmed" truncate="end" title={notes} maw={260}>
          {notes}
        </Text>
      )}
      {suggestions.length === 0 ? null : (
        <Text size="sm" c="dimmed">
          Saran: {suggestions.join(' atau ')}?
        </Text>
      )}
    </>
  );
}

/** A leaver stands in the roster, not in the file. */
function originOf({ sheet, row }: StagedRow): string {
  if (row === 0) return 'Daftar di Padan';
  return `${sheet === '' ? 'Baris' : `${sheet} ·`} ${formatCount(row)}`;
}

/** The unit of a village roster is a place, not an OPD. */
function headingOf(field: string, kind: ImportKind): string {
  if (field === 'unit' && kind !== 'non-asn') return 'Wilayah';
  return fieldLabel(readFrom[field] ?? field);
}

function fieldsOf(rows: readonly StagedRow[]): readonly string[] {
  const found = new Set<string>();
  for (const row of rows) {
    for (const [field, value] of Object.entries(row.values)) {
      if (field.endsWith('Raw')) found.add(field.slice(0, -3));
      else if (value !== null && !unseen.has(field)) found.add(field);
    }
  }
  const rest = [...found].filter((field) => !leading.includes(field));
  return [...leading.filter((field) => found.has(field)), ...rest];
}
