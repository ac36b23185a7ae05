/** One page of staged rows: where each came from, what it says, what was found. */
import { Badge, Table, Text } from '@mantine/core';
import type { StagedRow } from '../../../contract/import-routes.ts';
import { maskNik } from '../../parts/mask-nik.ts';
import { formatCount, formatDate } from '../../words/format.ts';
import { fieldLabel, issueText } from '../../words/import-words.ts';
import { rowActionLabels } from '../../words/labels.ts';
import classes from './batch-screen.module.css';

const actionColours = {
  add: 'teal',
  update: 'blue',
  same: 'gray',
  conflict: 'violet',
  reject: 'red',
} as const;

/** Fields that lead, in this order; the others follow as they come. */
const leading = ['name', 'nik', 'kpj', 'birthDate', 'sex', 'unit', 'opd', 'kecamatan', 'village'];
const moneyFields = new Set(['wage']);

/** The columns are the fields that any row of the page fills. */
export function StagedRows({ rows }: { readonly rows: readonly StagedRow[] }) {
  const fields = fieldsOf(rows);
  return (
    <Table stickyHeader miw={900}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Asal</Table.Th>
          <Table.Th>Tindakan</Table.Th>
          <Table.Th className={classes.findings ?? ''}>Temuan</Table.Th>
          {fields.map((field) => (
            <Table.Th key={field} ta={moneyFields.has(field) ? 'right' : 'left'}>
              {fieldLabel(field)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.seq}>
            <Table.Td className={classes.value ?? ''} title={row.sheet}>
              <Text span size="sm" c="dimmed">
                {row.sheet} · {formatCount(row.row)}
              </Text>
            </Table.Td>
            <Table.Td>
              <Badge color={actionColours[row.action]}>{rowActionLabels[row.action]}</Badge>
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

function Findings({ row }: { readonly row: StagedRow }) {
  if (row.issues.length === 0) return <Text span size="sm" c="dimmed" aria-hidden="true" />;
  return (
    <>
      {row.issues.map((issue) => (
        <Text
          key={`${issue.field} ${issue.code}`}
          size="sm"
          c={
            issue.severity === 'error'
              ? 'red.8'
              : issue.severity === 'warning'
                ? 'orange.9'
                : 'dimmed'
          }
        >
          {issueText(issue.code, issue.params)}
        </Text>
      ))}
    </>
  );
}

function ValueCell({ row, field }: { readonly row: StagedRow; readonly field: string }) {
  const worst = row.issues.find((issue) => issue.field === field && issue.severity !== 'info');
  const value = row.values[field] ?? null;
  return (
    <Table.Td
      className={`${classes.value} ${worst === undefined ? '' : classes.flagged}`}
      data-severity={worst?.severity}
      ta={moneyFields.has(field) ? 'right' : 'left'}
    >
      {valueText(field, value)}
    </Table.Td>
  );
}

function valueText(field: string, value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return formatCount(value);
  if (field === 'nik' || field === 'kk') return maskNik(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value;
}

function fieldsOf(rows: readonly StagedRow[]): readonly string[] {
  const found = new Set<string>();
  for (const row of rows) {
    for (const [field, value] of Object.entries(row.values)) if (value !== null) found.add(field);
  }
  const rest = [...found].filter((field) => !leading.includes(field));
  return [...leading.filter((field) => found.has(field)), ...rest];
}
