/** Who comes and goes in the year: recruitment, appointments to PPPK, retirement. */
import { ActionIcon, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { employerGroupLabels } from '../../../../contract/words/labels.ts';
import { retirementAgeRange } from '../../../../domain/plan-types.ts';
import type { EmployerGroup } from '../../../../domain/segments.ts';
import { Card } from '../../../parts/card.tsx';
import { type DraftProps, MonthField } from './assumption-form.tsx';
import { Recruitment } from './recruitment.tsx';

interface PeopleChangesProps extends DraftProps {
  readonly year: number;
}

export function PeopleChanges({ year, draft, onChange }: PeopleChangesProps) {
  const { recruitments, leavings } = draft;
  const add = () =>
    onChange({
      recruitments: [
        ...recruitments,
        {
          employerGroup: 'rentan',
          segment: 'bpu',
          fundSource: 'apbd-pad',
          unitId: null,
          persons: 100,
          from: draft.from,
          wage: null,
        },
      ],
    });
  return (
    <Card title="Orang yang bertambah dan berkurang">
      <Stack gap="xs">
        {recruitments.map((one, at) => (
          <Recruitment
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            key={at}
            year={year}
            one={one}
            onChange={(changed) => onChange({ recruitments: recruitments.with(at, changed) })}
            onRemove={() => onChange({ recruitments: recruitments.toSpliced(at, 1) })}
          />
        ))}
        {leavings.map((one, at) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            key={at}
            gap="xs"
            align="flex-end"
            wrap="nowrap"
          >
            <NumberInput
              label="Non-ASN diangkat PPPK"
              w={170}
              min={0}
              max={10_000_000}
              allowDecimal={false}
              thousandSeparator="."
              decimalSeparator=","
              suffix=" orang"
              value={one.persons}
              onChange={(value) => {
                const persons = typeof value === 'number' ? value : 0;
                onChange({ leavings: leavings.with(at, { ...one, persons }) });
              }}
            />
            <MonthField
              year={year}
              label="Tidak dihitung sejak"
              value={one.from}
              onChange={(from) => onChange({ leavings: leavings.with(at, { ...one, from }) })}
            />
            <ActionIcon
              aria-label="Hapus baris PPPK"
              onClick={() => onChange({ leavings: leavings.toSpliced(at, 1) })}
            >
              <IconTrash size={16} aria-hidden="true" />
            </ActionIcon>
          </Group>
        ))}
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden="true" />}
            onClick={add}
          >
            Penambahan orang
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden="true" />}
            onClick={() => onChange({ leavings: [...leavings, { persons: 10, from: draft.from }] })}
          >
            Pengangkatan PPPK
          </Button>
        </Group>
        <Retirement draft={draft} onChange={onChange} />
      </Stack>
    </Card>
  );
}

const retiring: readonly EmployerGroup[] = ['non-asn', 'perangkat-desa'];

function Retirement({ draft, onChange }: DraftProps) {
  const { least, most } = retirementAgeRange;
  const { retirementAges } = draft;
  return (
    <Group gap="xs" align="flex-end">
      {retiring.map((group) => (
        <NumberInput
          key={group}
          label={`Usia pensiun ${employerGroupLabels[group]}`}
          placeholder="Tidak dihitung"
          w={200}
          min={least}
          max={most}
          allowDecimal={false}
          clampBehavior="blur"
          suffix=" tahun"
          value={retirementAges[group] ?? ''}
          onChange={(value) => {
            const { [group]: _, ...others } = retirementAges;
            const valid = typeof value === 'number' && value >= least && value <= most;
            onChange({ retirementAges: valid ? { ...others, [group]: value } : others });
          }}
        />
      ))}
      <Text size="sm" c="dimmed">
        BPU berhenti pada batas usia 65 tahun.
      </Text>
    </Group>
  );
}
