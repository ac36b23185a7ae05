/** One page of staged rows: where each came from, what it says, what was found. */
import { Table, Text } from '@mantine/core';
import type { RowAction, StagedRow } from '../../../contract/import-routes.ts';
import type { ImportKind } from '../../../domain/segments.ts';
import { maskNik } from '../../parts/mask-nik.ts';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { formatCount, formatDate } from '../../words/format.ts';
import { fieldLabel } from '../../words/import-words.ts';
import { issueText } from '../../words/issue-words.ts';
import {
  fundSourceLabels,
  labelOf,
  rowActionLabels,
  segmentLabels,
  statusLabels,
} from '../../words/labels.ts';
import classes from './batch-screen.module.css';

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
const moneyFields = new Set(['wageSen', 'contributionSen']);
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
/** Fields of the plan whose findings and names go by the column they were read from. */
const readFrom: Readonly<Record<string, string>> = {
  wageSen: 'wage',
  contributionSen: 'contribution',
};

interface StagedRowsProps {
  readonly rows: readonly StagedRow[];
  readonly kind: ImportKind;
}

/** The columns are the fields that any row of the page fills. */
export function StagedRows({ rows, kind }: StagedRowsProps) {
  const fields = fieldsOf(rows);
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        Tidak ada baris dengan saringan ini.
      </Text>
    );
  }
  return (
    <Table stickyHeader miw={900} className={classes.staged ?? ''}>
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
              <Tag tone={actionTones[row.action]}>{rowActionLabels[row.action]}</Tag>
            </Table.Td>
            <Table.Td>
              <Findings row={row} />
            </Table.Td>
            {fields.map((field) => (
              <ValueCell key={field} row={row} field={field} />
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
  const notes = texts((severity) => severity === 'info')
    .map((one) => one.text)
    .join(' · ');
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
    </>
  );
}

function ValueCell({ row, field }: { readonly row: StagedRow; readonly field: string }) {
  const source = readFrom[field] ?? field;
  const worst = row.issues.find((issue) => issue.field === source && issue.severity !== 'info');
  const changed = String(row.values['changed'] ?? '')
    .split(',')
    .includes(field);
  const value = row.values[field] ?? row.values[`${field}Raw`] ?? null;
  return (
    <Table.Td
      className={`${classes.value} ${worst === undefined ? '' : classes.flagged}`}
      data-severity={worst?.severity}
      data-changed={changed || undefined}
      title={changed ? 'Berubah' : undefined}
      ta={moneyFields.has(field) ? 'right' : 'left'}
    >
      {valueText(field, value)}
    </Table.Td>
  );
}

/** A leaver stands in the roster, not in the file. */
function originOf({ action, sheet, row }: StagedRow): string {
  if (action === 'leave') return 'Daftar di Padan';
  return `${sheet === '' ? 'Baris' : `${sheet} ·`} ${formatCount(row)}`;
}

/** The unit of a village roster is a place, not an OPD. */
function headingOf(field: string, kind: ImportKind): string {
  if (field === 'unit' && kind !== 'non-asn') return 'Wilayah';
  return fieldLabel(readFrom[field] ?? field);
}

function valueText(field: string, value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    return formatCount(moneyFields.has(field) ? Math.trunc(value / 100) : value);
  }
  if (field === 'nik') return maskNik(value);
  if (field === 'fundSource') return labelOf(fundSourceLabels, value);
  if (field === 'segment') return labelOf(segmentLabels, value);
  if (field === 'status') return labelOf(statusLabels, value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value;
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
