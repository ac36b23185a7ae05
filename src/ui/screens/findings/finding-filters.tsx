/** What narrows the list of findings. */
import { Group, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { FindingFilter } from '../../../contract/finding-routes.ts';
import { findingWords, followUpLabels, turnLabels } from '../../../contract/words/finding-words.ts';
import { findingCodes, followUps } from '../../../domain/findings.ts';
import { rosters } from '../../../domain/segments.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { rosterLabels } from '../../words/labels.ts';

/** The state of a finding in one choice: open findings first, what is done on request. */
export const views = {
  open: { label: 'Masih ditemukan', filter: { present: true } },
  overdue: { label: 'Lewat tenggat', filter: { overdue: true } },
  new: { label: turnLabels.new, filter: { turn: 'new' } },
  returned: { label: turnLabels.returned, filter: { turn: 'returned' } },
  solved: { label: turnLabels.solved, filter: { turn: 'solved' } },
  all: { label: 'Semua', filter: {} },
} as const satisfies Readonly<Record<string, { label: string; filter: FindingFilter }>>;
export type View = keyof typeof views;

export interface ListFilter
  extends Pick<FindingFilter, 'code' | 'status' | 'roster' | 'unitId' | 'pic'> {
  readonly view: View;
}

interface FindingFiltersProps {
  readonly filter: ListFilter;
  readonly search: string;
  readonly onChange: (filter: ListFilter) => void;
  readonly onSearch: (text: string) => void;
}

const anyCode = { value: '', label: 'Semua kode' };

/** Each narrows further. */
export function FindingFilters({ filter, search, onChange, onSearch }: FindingFiltersProps) {
  const pics = useRoute('finding.pics', {}, { keep: true });
  const { roster } = filter;
  return (
    <Group gap={6} wrap="wrap">
      <TextInput
        aria-label="Cari nama"
        placeholder="Cari nama"
        w={140}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label="Kode temuan"
        w={232}
        value={filter.code ?? ''}
        onChange={(event) =>
          onChange({
            ...filter,
            code: findingCodes.find((one) => one === event.currentTarget.value),
          })
        }
        data={[
          anyCode,
          ...findingCodes.map((code) => ({
            value: code,
            label: `${code} ${findingWords[code].label}`,
          })),
        ]}
      />
      <NativeSelect
        aria-label="Keadaan"
        w={150}
        value={filter.view}
        onChange={(event) => onChange({ ...filter, view: viewOf(event.currentTarget.value) })}
        data={Object.entries(views).map(([value, { label }]) => ({ value, label }))}
      />
      <NativeSelect
        aria-label="Status tindak lanjut"
        w={150}
        value={filter.status ?? ''}
        onChange={(event) =>
          onChange({
            ...filter,
            status: followUps.find((one) => one === event.currentTarget.value),
          })
        }
        data={[
          { value: '', label: 'Semua status' },
          ...followUps.map((value) => ({ value, label: followUpLabels[value] })),
        ]}
      />
      <NativeSelect
        aria-label="PIC"
        w={140}
        value={filter.pic ?? ''}
        onChange={(event) => onChange({ ...filter, pic: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: 'Semua PIC' },
          ...(pics.data ?? []).map((value) => ({ value, label: value })),
        ]}
      />
      <NativeSelect
        aria-label="Daftar"
        w={130}
        value={roster ?? ''}
        onChange={(event) =>
          onChange({
            ...filter,
            roster: rosters.find((one) => one === event.currentTarget.value),
            unitId: undefined,
          })
        }
        data={[
          { value: '', label: 'Semua daftar' },
          ...rosters.map((value) => ({ value, label: rosterLabels[value] })),
        ]}
      />
      {roster === undefined ? null : (
        <UnitSelect
          roster={roster}
          value={filter.unitId ?? null}
          onChange={(unitId) => onChange({ ...filter, unitId: unitId ?? undefined })}
          width={170}
        />
      )}
    </Group>
  );
}

function viewOf(value: string): View {
  return (Object.keys(views) as View[]).find((one) => one === value) ?? 'open';
}

/** The filter as the engine is asked. */
export function askedFilter({ view, ...filter }: ListFilter, search: string): FindingFilter {
  return {
    ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
    ...views[view].filter,
    ...(search === '' ? {} : { search }),
  };
}
