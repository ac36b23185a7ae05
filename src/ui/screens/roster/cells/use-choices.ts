/** Codes a choice cell offers: of a fund source the regency's own too, and always the one that stands there. */
import type { EditableColumn } from '../../../../contract/roster-columns.ts';
import { useFundChoices } from '../../../parts/use-fund-sources.ts';

export function useChoices(column: EditableColumn, value: string | null): readonly string[] {
  const funds = useFundChoices(column.field === 'fundSource' ? value : null);
  if (column.field === 'fundSource') return funds.map((one) => one.value);
  return column.choices ?? [];
}
