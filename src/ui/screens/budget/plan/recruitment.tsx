/** People still to be hired or listed: how many of whom, in which unit, from when, from which fund. */

import { ActionIcon, Group, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { employerGroupLabels } from '../../../../contract/words/labels.ts';
import { sen } from '../../../../domain/money.ts';
import { type PlannedRecruitment, rosterOfGroup } from '../../../../domain/plan-types.ts';
import { type EmployerGroup, employerGroups, isFundSource } from '../../../../domain/segments.ts';
import { UnitSelect } from '../../../parts/unit-select.tsx';
import { useFundChoices } from '../../../parts/use-fund-sources.ts';
import { MonthField } from './assumption-form.tsx';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const isPu = (group: EmployerGroup) => group === 'non-asn' || group === 'perangkat-desa';
const usualFunds: Readonly<Record<EmployerGroup, PlannedRecruitment['fundSource']>> = {
  'non-asn': 'apbd-pad',
  'perangkat-desa': 'add',
  bpd: 'add',
  'rt-rw': 'add',
  'lembaga-desa': 'add',
  rentan: 'apbd-pad',
};

interface RecruitmentProps {
  readonly year: number;
  readonly one: PlannedRecruitment;
  readonly onChange: (one: PlannedRecruitment) => void;
  readonly onRemove: () => void;
}

/** The same people in another group: its usual segment and fund; a unit of another list is let go. */
function inGroup(one: PlannedRecruitment, group: EmployerGroup): PlannedRecruitment {
  const pu = isPu(group);
  const sameUnits =
    (rosterOfGroup(group) === 'non-asn') === (rosterOfGroup(one.employerGroup) === 'non-asn');
  return {
    ...one,
    employerGroup: group,
    segment: pu ? 'pu' : 'bpu',
    fundSource: usualFunds[group],
    unitId: sameUnits ? one.unitId : null,
    wage: pu ? (one.wage ?? sen(200_000_000)) : null,
  };
}

/** Two rows of fields: who and when above, where and from what below. */
export function Recruitment({ year, one, onChange, onRemove }: RecruitmentProps) {
  const funds = useFundChoices(one.fundSource);
  return (
    <Stack
      gap={6}
      pb="xs"
      style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <NativeSelect
          label="Tambah"
          w={160}
          value={one.employerGroup}
          onChange={(event) => {
            const group = employerGroups.find((each) => each === event.currentTarget.value);
            if (group !== undefined) onChange(inGroup(one, group));
          }}
          data={employerGroups.map((value) => ({
            value,
            label: capital(employerGroupLabels[value]),
          }))}
        />
        <NumberInput
          label="Orang"
          w={100}
          min={0}
          max={10_000_000}
          allowDecimal={false}
          thousandSeparator="."
          decimalSeparator=","
          value={one.persons}
          onChange={(value) => onChange({ ...one, persons: typeof value === 'number' ? value : 0 })}
        />
        <MonthField
          year={year}
          label="Mulai"
          value={one.from}
          onChange={(from) => onChange({ ...one, from })}
        />
        <ActionIcon aria-label="Hapus baris penambahan" onClick={onRemove}>
          <IconTrash size={16} aria-hidden="true" />
        </ActionIcon>
      </Group>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <UnitSelect
          label={rosterOfGroup(one.employerGroup) === 'non-asn' ? 'OPD' : 'Desa atau kecamatan'}
          placeholder="Belum ditentukan"
          roster={rosterOfGroup(one.employerGroup)}
          value={one.unitId}
          onChange={(unitId) => onChange({ ...one, unitId })}
        />
        <NativeSelect
          label="Sumber dana"
          w={160}
          value={one.fundSource}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (isFundSource(value)) onChange({ ...one, fundSource: value });
          }}
          data={funds}
        />
        {isPu(one.employerGroup) ? <WageField one={one} onChange={onChange} /> : null}
      </Group>
    </Stack>
  );
}

function WageField({ one, onChange }: Pick<RecruitmentProps, 'one' | 'onChange'>) {
  return (
    <NumberInput
      label="Upah sebulan"
      w={130}
      prefix="Rp"
      min={1}
      max={10_000_000_000}
      thousandSeparator="."
      decimalSeparator=","
      value={one.wage === null ? '' : one.wage / 100}
      onChange={(value) =>
        onChange({
          ...one,
          wage: typeof value === 'number' && value > 0 ? sen(Math.round(value * 100)) : null,
        })
      }
    />
  );
}
