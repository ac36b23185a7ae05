/** How one column's dates or amounts are read, where its values leave a choice. */
import { NativeSelect } from '@mantine/core';
import type { ColumnChoice, SheetPlan } from '../../../contract/import-routes.ts';

const choices = {
  date: [
    { value: 'dmy', label: 'hari-bulan-tahun' },
    { value: 'mdy', label: 'bulan-hari-tahun' },
  ],
  money: [
    { value: 'comma', label: 'koma desimal' },
    { value: 'dot', label: 'titik desimal' },
  ],
} as const satisfies Readonly<Record<string, readonly { value: ColumnChoice; label: string }[]>>;

const readAs: Readonly<Record<string, ColumnChoice | ''>> = {
  'date.dmy': 'dmy',
  'date.mdy': 'mdy',
  'money.decimal-comma': 'comma',
  'money.decimal-dot': 'dot',
  'money.ambiguous': '',
};

interface ReadingSelectProps {
  readonly column: string;
  readonly field: string | null;
  readonly decisions: SheetPlan['decisions'];
  readonly chosen: ColumnChoice | undefined;
  readonly onRead: ((field: string, choice: ColumnChoice) => void) | null;
}

/** Nothing for a column that reads one way only. */
export function ReadingSelect({ column, field, decisions, chosen, onRead }: ReadingSelectProps) {
  const decided = decisions.find(({ decision }) => Object.hasOwn(readAs, decision));
  if (decided === undefined || field === null || onRead === null) return null;
  const offered = decided.decision.startsWith('date.') ? choices.date : choices.money;
  const current = chosen ?? readAs[decided.decision] ?? '';
  return (
    <NativeSelect
      aria-label={`Cara membaca kolom ${column}`}
      size="xs"
      w={190}
      mt={4}
      value={current}
      data={[
        ...(current === '' ? [{ value: '', label: 'Pilih tanda desimal', disabled: true }] : []),
        ...offered,
      ]}
      onChange={(event) => {
        const choice = offered.find(({ value }) => value === event.currentTarget.value);
        if (choice !== undefined) onRead(field, choice.value);
      }}
    />
  );
}
