/** How the values of a plan are written, on the page and in the box where they are put right. */
import { maskNik } from '../../parts/mask-nik.ts';
import { formatCount, formatDate } from '../../words/format.ts';
import {
  fundLabelOf,
  labelOf,
  maritalLabels,
  segmentLabels,
  statusLabels,
} from '../../words/labels.ts';

export const moneyFields: ReadonlySet<string> = new Set(['wageSen', 'contributionSen']);

/** Fields of the plan whose findings and names go by the column they were read from. */
export const readFrom: Readonly<Record<string, string>> = {
  wageSen: 'wage',
  contributionSen: 'contribution',
};

const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A value as the page shows it; a NIK stays masked. */
export function valueText(field: string, value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    return formatCount(moneyFields.has(field) ? Math.trunc(value / 100) : value);
  }
  if (field === 'nik') return maskNik(value);
  if (field === 'fundSource') return fundLabelOf(value);
  if (field === 'marital') return labelOf(maritalLabels, value);
  if (field === 'segment') return labelOf(segmentLabels, value);
  if (field === 'status') return labelOf(statusLabels, value);
  return day.test(value) ? formatDate(value) : value;
}

/** The same as it is typed: the digits of a NIK, a date as 31-12-1980, whole rupiah. */
export function typedText(field: string, shown: string): string {
  if (moneyFields.has(field) && /^\d+$/.test(shown)) {
    return (Number(shown) / 100).toLocaleString('id-ID', { useGrouping: false });
  }
  if (field === 'fundSource') return fundLabelOf(shown);
  if (field === 'marital') return labelOf(maritalLabels, shown);
  return shown.replace(day, '$3-$2-$1');
}

/** A text of a plan's column, of a list of its values. */
export function listedText(key: string, value: string): string {
  if (value === '') return '(kosong)';
  if (moneyFields.has(key) && /^\d+$/.test(value)) return valueText(key, Number(value));
  return valueText(key, value);
}
