/** Which rows of a plan are shown: by what will happen to them, by what was found in them. */
import { Group, NativeSelect, SegmentedControl } from '@mantine/core';
import { type Severity, severity } from '../../../contract/common.ts';
import { type Batch, type RowAction, rowActions } from '../../../contract/import-routes.ts';
import { formatCount } from '../../words/format.ts';
import { fieldLabel } from '../../words/import-words.ts';
import { issueName, severityLabels } from '../../words/issue-words.ts';
import { rowActionLabels } from '../../words/labels.ts';

export interface RowsFilter {
  readonly action: RowAction | null;
  readonly code: string | null;
  readonly severity: Severity | null;
}

export const noFilter: RowsFilter = { action: null, code: null, severity: null };

interface RowsFiltersProps {
  readonly batch: Batch;
  readonly filter: RowsFilter;
  readonly onChange: (filter: RowsFilter) => void;
}

/** Both filters at once narrow further. */
export function RowsFilters({ batch, filter, onChange }: RowsFiltersProps) {
  const findings = findingsOf(batch);
  return (
    <Group gap="sm" wrap="nowrap">
      <SegmentedControl
        aria-label="Tindakan"
        value={filter.action ?? 'all'}
        onChange={(value) =>
          onChange({ ...filter, action: rowActions.find((one) => one === value) ?? null })
        }
        data={[
          { value: 'all', label: 'Semua' },
          ...shownActions(batch).map((one) => ({
            value: one,
            label: `${rowActionLabels[one]} ${formatCount(batch.counts[one])}`,
          })),
        ]}
      />
      <NativeSelect
        aria-label="Temuan"
        w={330}
        value={filter.code ?? filter.severity ?? ''}
        onChange={(event) => onChange({ ...filter, ...findingFilter(event.currentTarget.value) })}
        data={[
          { value: '', label: `Semua temuan (${formatCount(findings.length)} macam)` },
          {
            value: 'error',
            label: `${severityLabels.error} (${formatCount(batch.counts.errors)} baris)`,
          },
          {
            value: 'warning',
            label: `${severityLabels.warning} (${formatCount(batch.counts.warnings)} baris)`,
          },
          { group: 'Macam temuan', items: [...findings] },
        ]}
      />
    </Group>
  );
}

/** A degree, or one kind of finding; nothing shows all rows. */
function findingFilter(value: string): Pick<RowsFilter, 'code' | 'severity'> {
  const degree = severity.options.find((one) => one === value) ?? null;
  return { severity: degree, code: degree === null && value !== '' ? value : null };
}

/** Only a full list makes anybody leave. */
function shownActions({ choices }: Batch): readonly RowAction[] {
  return rowActions.filter((one) => one !== 'leave' || choices.mode === 'replace');
}

/** One choice for each code, also when it was found in several fields or at several degrees. */
function findingsOf(batch: Batch): readonly { readonly value: string; readonly label: string }[] {
  const byCode = new Map<string, { field: string; rows: number }>();
  for (const { code, field, rows } of batch.issueCounts) {
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, { field, rows });
    else known.rows += rows;
  }
  return [...byCode].map(([code, { field, rows }]) => ({
    value: code,
    label: `${fieldLabel(field)}: ${issueName(code)} (${formatCount(rows)})`,
  }));
}
