/** Programmes, risk class, wage bases and fund of each group of workers, a row a group. */

import { Checkbox, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import type { BudgetConfigView } from '../../../contract/tariff-routes.ts';
import type { EmployerGroup } from '../../../domain/segments.ts';
import { employerGroups, isFundSource, programmes } from '../../../domain/segments.ts';
import { riskClasses } from '../../../domain/tariff-table.ts';
import { Card } from '../../parts/card.tsx';
import { useFundChoices } from '../../parts/use-fund-sources.ts';
import { groupTitles, riskLabels } from '../../words/tariff-words.ts';
import { type ConfigDraft, withGroup } from './config-draft.ts';

type Choice = BudgetConfigView['config']['groups'][EmployerGroup];

const wageChoices = [
  { value: 'actual none', label: 'Upah di daftar' },
  { value: 'actual umk', label: 'Upah daftar; kosong: UMK' },
  { value: 'actual ump', label: 'Upah daftar; kosong: UMP' },
  { value: 'actual siltap', label: 'Upah daftar; kosong: siltap' },
  { value: 'umk', label: 'UMK' },
  { value: 'ump', label: 'UMP' },
  { value: 'siltap', label: 'Siltap terendah jabatan' },
  { value: 'fixed', label: 'Jumlah tetap' },
] as const;

const bpuChoices = [
  { value: 'bpu-base', label: 'Rp1.000.000 (baris 1)' },
  { value: 'actual', label: 'Penghasilan di daftar' },
  { value: 'fixed', label: 'Jumlah tetap' },
] as const;

function wageBaseOf(value: string): Choice['wageBase'] {
  const [kind, ifMissing] = value.split(' ');
  if (kind === 'fixed') return { kind, sen: 100_000_000 };
  if (kind === 'umk' || kind === 'ump' || kind === 'siltap') return { kind };
  const instead = (['umk', 'ump', 'siltap'] as const).find((one) => one === ifMissing);
  return { kind: 'actual', ifMissing: instead ?? 'none' };
}

function bpuBaseOf(value: string): Choice['bpuBase'] {
  if (value === 'fixed') return { kind: 'fixed', sen: 100_000_000 };
  return { kind: value === 'actual' ? 'actual' : 'bpu-base' };
}

interface GroupRulesProps {
  readonly draft: ConfigDraft;
  readonly bad: ReadonlySet<string>;
  readonly onChange: (draft: ConfigDraft) => void;
}

export function GroupRules({ draft, bad, onChange }: GroupRulesProps) {
  return (
    <Card title="Kelompok pekerja">
      <Text size="sm" c="dimmed" mb="xs">
        Bawaan JKK dan JKM, batas terendah menurut SE Mendagri 842.2/5193/SJ. Tentang JHT sumber
        berbeda: sebagian membaca Permenaker 1/2025 sebagai JKK dan JKM saja, sebagian menambah JHT.
        Karena itu daerah yang memutuskan.
      </Text>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={126}>Kelompok</Table.Th>
            <Table.Th w={262}>Program</Table.Th>
            <Table.Th w={70}>Risiko</Table.Th>
            <Table.Th>Dasar upah (PU)</Table.Th>
            <Table.Th>Dasar (BPU)</Table.Th>
            <Table.Th w={152}>Dana bila kosong</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {employerGroups.map((group) => (
            <GroupRow key={group} group={group} draft={draft} bad={bad} onChange={onChange} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function GroupRow(props: GroupRulesProps & { readonly group: EmployerGroup }) {
  const { group, draft, onChange } = props;
  const { config } = draft;
  const choice = config.groups[group];
  const title = groupTitles[group];
  const funds = useFundChoices(choice.fundWhenMissing);
  const set = (change: Partial<Choice>) => onChange(withGroup(draft, group, change));
  const offered = programmes.filter(
    (one) => (one !== 'jkp' || config.jkp) && (one !== 'jkn' || config.health),
  );
  return (
    <Table.Tr>
      <Table.Td fw={600}>{title}</Table.Td>
      <Table.Td>
        <Group gap={10}>
          {offered.map((one) => (
            <Checkbox
              key={one}
              size="xs"
              styles={{ label: { paddingInlineStart: 6 } }}
              label={one.toUpperCase()}
              aria-label={`${one.toUpperCase()} ${title}`}
              checked={choice.programmes.includes(one)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                set({
                  programmes: offered.filter((other) =>
                    other === one ? on : choice.programmes.includes(other),
                  ),
                });
              }}
            />
          ))}
        </Group>
      </Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={`Kelas risiko ${title}`}
          size="xs"
          value={String(choice.riskClass)}
          data={riskClasses.map((one) => ({ value: String(one), label: riskLabels[one] }))}
          onChange={(event) => {
            const found = riskClasses.find((one) => String(one) === event.currentTarget.value);
            if (found !== undefined) set({ riskClass: found });
          }}
        />
      </Table.Td>
      <Table.Td>
        <BaseField
          label={`Dasar upah ${title}`}
          field={`wage.${group}`}
          value={
            choice.wageBase.kind === 'actual'
              ? `actual ${choice.wageBase.ifMissing}`
              : choice.wageBase.kind
          }
          choices={wageChoices}
          onPick={(value) => set({ wageBase: wageBaseOf(value) })}
          {...props}
        />
      </Table.Td>
      <Table.Td>
        <BaseField
          label={`Dasar BPU ${title}`}
          field={`bpu.${group}`}
          value={choice.bpuBase.kind}
          choices={bpuChoices}
          onPick={(value) => set({ bpuBase: bpuBaseOf(value) })}
          {...props}
        />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={`Sumber dana bila kosong ${title}`}
          size="xs"
          value={choice.fundWhenMissing ?? ''}
          data={[{ value: '', label: 'Tidak dihitung' }, ...funds]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            set({ fundWhenMissing: isFundSource(value) ? value : null });
          }}
        />
      </Table.Td>
    </Table.Tr>
  );
}

interface BaseFieldProps extends GroupRulesProps {
  readonly label: string;
  readonly field: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onPick: (value: string) => void;
}

/** A rule, and beside it the amount where the rule is one amount for all. */
function BaseField({ label, field, value, choices, onPick, draft, bad, onChange }: BaseFieldProps) {
  return (
    <Stack gap={4}>
      <NativeSelect
        aria-label={label}
        size="xs"
        value={value}
        data={[...choices]}
        onChange={(event) => onPick(event.currentTarget.value)}
      />
      {value === 'fixed' ? (
        <TextInput
          aria-label={`${label}, jumlah`}
          size="xs"
          leftSection="Rp"
          value={draft.amounts[field] ?? ''}
          error={bad.has(field) ? 'Isi rupiah' : null}
          onChange={(event) =>
            onChange({
              ...draft,
              amounts: { ...draft.amounts, [field]: event.currentTarget.value },
            })
          }
        />
      ) : null}
    </Stack>
  );
}
