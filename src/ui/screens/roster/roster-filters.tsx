/** What narrows a roster: unit, enrolment and status at hand, the rest behind one button. */

import { Button, Group, Indicator, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { enrolments, entryStatuses, type Roster } from '../../../domain/segments.ts';
import type { RosterPlaceFilter } from '../../app/places.ts';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { useFundChoices } from '../../parts/use-fund-sources.ts';
import { enrolmentLabels, rosterColumnLabel, statusLabels } from '../../words/labels.ts';

interface FiltersProps {
  readonly roster: Roster;
  readonly filter: RosterPlaceFilter;
  readonly onChange: (filter: RosterPlaceFilter) => void;
}

export function RosterFilters({ roster, filter, onChange }: FiltersProps) {
  return (
    <>
      <UnitSelect
        roster={roster}
        value={filter.unitId ?? null}
        width={170}
        onChange={(unitId) => onChange({ ...filter, unitId: unitId ?? undefined })}
      />
      <ChoiceFilter
        label="Kepesertaan"
        all="Semua kepesertaan"
        width={165}
        values={enrolments}
        labels={enrolmentLabels}
        value={filter.enrolment}
        onChange={(enrolment) => onChange({ ...filter, enrolment })}
      />
      <ChoiceFilter
        label="Status"
        all="Semua status"
        width={128}
        values={entryStatuses}
        labels={statusLabels}
        value={filter.status}
        onChange={(status) => onChange({ ...filter, status })}
      />
      <MoreFilters roster={roster} filter={filter} onChange={onChange} />
    </>
  );
}

interface ChoiceFilterProps<Value extends string> {
  readonly label: string;
  readonly all: string;
  readonly width?: number;
  readonly visibleLabel?: boolean;
  readonly values: readonly Value[];
  readonly labels: Readonly<Record<string, string>>;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

function ChoiceFilter<Value extends string>(props: ChoiceFilterProps<Value>) {
  const { label, all, width, visibleLabel, values, labels, value, onChange } = props;
  return (
    <NativeSelect
      {...(visibleLabel === true ? { label } : { 'aria-label': label })}
      {...(width === undefined ? {} : { w: width })}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(values.find((one) => one === chosen));
      }}
      data={[
        { value: '', label: all },
        ...values.map((one) => ({ value: one, label: labels[one] ?? one })),
      ]}
    />
  );
}

const nikChoices = ['ada', 'tidak'] as const;
const nikLabels = { ada: 'Ada NIK', tidak: 'Tanpa NIK' } as const;

function MoreFilters({ roster, filter, onChange }: FiltersProps) {
  const [opened, setOpened] = useState(false);
  const { hasNik } = filter;
  const funds = useFundChoices(filter.fundSource);
  const active = [filter.position, filter.fundSource, hasNik].filter(
    (one) => one !== undefined,
  ).length;
  return (
    <Popover position="bottom-start" shadow="md" trapFocus opened={opened} onChange={setOpened}>
      <Indicator disabled={active === 0} label={active} size={16} inline>
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconFilter size={15} aria-hidden="true" />}
            onClick={() => setOpened((now) => !now)}
          >
            Saringan
          </Button>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown>
        <Stack gap="xs" w={250}>
          <PositionField
            key={filter.position ?? ''}
            label={`${rosterColumnLabel(roster, 'position')} memuat`}
            value={filter.position ?? ''}
            onSet={(position) =>
              onChange({ ...filter, position: position === '' ? undefined : position })
            }
          />
          <ChoiceFilter
            label="NIK"
            all="Ada atau tidak"
            visibleLabel
            values={nikChoices}
            labels={nikLabels}
            value={hasNik === undefined ? undefined : hasNik ? 'ada' : 'tidak'}
            onChange={(nik) =>
              onChange({ ...filter, hasNik: nik === undefined ? undefined : nik === 'ada' })
            }
          />
          <ChoiceFilter
            label="Sumber dana"
            all="Semua sumber dana"
            visibleLabel
            values={funds.map(({ value }) => value)}
            labels={Object.fromEntries(funds.map(({ value, label }) => [value, label]))}
            value={filter.fundSource}
            onChange={(fundSource) => onChange({ ...filter, fundSource })}
          />
          <Group justify="flex-end">
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={active === 0}
              onClick={() =>
                onChange({
                  ...filter,
                  position: undefined,
                  hasNik: undefined,
                  fundSource: undefined,
                })
              }
            >
              Kosongkan
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface PositionFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSet: (text: string) => void;
}

/** Asked for on Enter or on leaving: each letter would be a step in the history. */
function PositionField({ label, value, onSet }: PositionFieldProps) {
  const [text, setText] = useState(value);
  const set = () => {
    if (text.trim() !== value) onSet(text.trim());
  };
  return (
    <TextInput
      label={label}
      value={text}
      maxLength={80}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={set}
      onKeyDown={(event) => {
        if (event.key === 'Enter') set();
      }}
    />
  );
}
