/** Programmes and wage base of each group where the scenario differs from the settings of the year. */
import { Button, Chip, Group, NativeSelect, NumberInput, Table, Text } from '@mantine/core';
import type { GroupRule, GroupRuleKey } from '../../../../domain/budget-types.ts';
import { sen } from '../../../../domain/money.ts';
import type { EmployerGroup, Segment } from '../../../../domain/segments.ts';
import { memberProgrammes } from '../../../../domain/segments.ts';
import { Card } from '../../../parts/card.tsx';
import { programmeLabels } from '../../../words/labels.ts';
import type { DraftProps } from './assumption-form.tsx';

interface Kind {
  readonly key: GroupRuleKey;
  readonly label: string;
  readonly segment: Segment;
}

const kind = (group: EmployerGroup, segment: Segment, label: string): Kind => ({
  key: `${group}/${segment}`,
  segment,
  label,
});
const kinds: readonly Kind[] = [
  kind('non-asn', 'pu', 'Non-ASN'),
  kind('perangkat-desa', 'pu', 'Perangkat desa'),
  kind('bpd', 'bpu', 'BPD'),
  kind('rt-rw', 'bpu', 'RT/RW'),
  kind('lembaga-desa', 'bpu', 'Lembaga desa'),
  kind('rentan', 'bpu', 'Pekerja rentan'),
];

const bases: Readonly<
  Record<Segment, readonly { readonly value: string; readonly label: string }[]>
> = {
  pu: [
    { value: 'actual', label: 'Menurut daftar' },
    { value: 'fixed', label: 'Nilai tetap' },
    { value: 'umk', label: 'UMK' },
    { value: 'ump', label: 'UMP' },
    { value: 'siltap', label: 'Siltap minimum' },
  ],
  bpu: [
    { value: 'bpu-base', label: 'Dasar Rp1.000.000' },
    { value: 'fixed', label: 'Nilai tetap' },
  ],
};

const fixedAtFirst = sen(100_000_000);

/** A group without a rule of its own follows the settings. */
export function RulesTable({ draft, onChange }: DraftProps) {
  const set = (key: GroupRuleKey, rule: GroupRule | null) => {
    const { [key]: _, ...others } = draft.rules;
    onChange({ rules: rule === null ? others : { ...others, [key]: rule } });
  };
  return (
    <Card
      title="Program dan dasar upah"
      remark="Tanpa pilihan sendiri, kelompok ikut pengaturan tahun ini"
    >
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {kinds.map((one) => (
            <RuleRow
              key={one.key}
              kind={one}
              rule={draft.rules[one.key] ?? null}
              onSet={(rule) => set(one.key, rule)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

interface RuleRowProps {
  readonly kind: Kind;
  readonly rule: GroupRule | null;
  readonly onSet: (rule: GroupRule | null) => void;
}

function RuleRow({ kind: { label, segment }, rule, onSet }: RuleRowProps) {
  if (rule === null) {
    const usual: GroupRule = {
      programmes: ['jkk', 'jkm'],
      wageBase: { kind: segment === 'bpu' ? 'bpu-base' : 'actual' },
    };
    return (
      <Table.Tr>
        <Table.Td w={130}>{label}</Table.Td>
        <Table.Td>
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" c="dimmed">
              Ikut pengaturan
            </Text>
            <Button
              variant="subtle"
              aria-label={`Atur sendiri ${label}`}
              onClick={() => onSet(usual)}
            >
              Atur sendiri
            </Button>
          </Group>
        </Table.Td>
      </Table.Tr>
    );
  }
  const { programmes, wageBase } = rule;
  const offered = memberProgrammes.filter((one) => segment === 'pu' || one !== 'jp');
  return (
    <Table.Tr>
      <Table.Td w={130}>{label}</Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <Group gap={6} wrap="nowrap">
            {offered.map((programme) => (
              <Chip
                key={programme}
                size="xs"
                checked={programmes.includes(programme)}
                onChange={(on) => {
                  const next = offered.filter((one) =>
                    one === programme ? on : programmes.includes(one),
                  );
                  if (next.length > 0) onSet({ ...rule, programmes: next });
                }}
              >
                {programmeLabels[programme]}
              </Chip>
            ))}
            <NativeSelect
              aria-label={`Dasar upah ${label}`}
              value={wageBase.kind}
              onChange={(event) => onSet({ ...rule, wageBase: baseOf(event.currentTarget.value) })}
              data={[...bases[segment]]}
            />
            {wageBase.kind === 'fixed' ? (
              <NumberInput
                aria-label={`Nilai dasar upah ${label}`}
                w={130}
                prefix="Rp"
                thousandSeparator="."
                decimalSeparator=","
                decimalScale={2}
                min={1}
                max={10_000_000_000}
                value={wageBase.wage / 100}
                onChange={(value) => {
                  if (typeof value !== 'number' || value <= 0) return;
                  onSet({
                    ...rule,
                    wageBase: { kind: 'fixed', wage: sen(Math.round(value * 100)) },
                  });
                }}
              />
            ) : null}
          </Group>
          <Button
            variant="subtle"
            aria-label={`${label} ikut pengaturan`}
            onClick={() => onSet(null)}
          >
            Lepas
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function baseOf(value: string): GroupRule['wageBase'] {
  switch (value) {
    case 'fixed':
      return { kind: 'fixed', wage: fixedAtFirst };
    case 'umk':
    case 'ump':
    case 'siltap':
    case 'bpu-base':
      return { kind: value };
    default:
      return { kind: 'actual' };
  }
}
