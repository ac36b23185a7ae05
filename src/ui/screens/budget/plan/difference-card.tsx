/** From one scenario to another, assumption by assumption; the steps add up to the difference. */
import { Group, NativeSelect, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { ScenarioView } from '../../../../contract/plan-routes.ts';
import { stepLabels } from '../../../../contract/words/plan-words.ts';
import { useRoute } from '../../../bridge/use-engine.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Card } from '../../../parts/card.tsx';
import { formatCount, formatRupiah } from '../../../words/format.ts';

interface DifferenceCardProps {
  readonly year: number;
  readonly scenarios: readonly ScenarioView[];
}

export function DifferenceCard({ year, scenarios }: DifferenceCardProps) {
  const [fromId, setFrom] = useState<number | null>(null);
  const [toId, setTo] = useState<number | null>(null);
  const from = scenarios.find(({ id }) => id === fromId) ?? scenarios[0];
  const to = scenarios.find(({ id }) => id === toId) ?? scenarios[1];
  const choices = scenarios.map(({ id, name }) => ({ value: String(id), label: name }));
  if (from === undefined || to === undefined) return null;
  return (
    <Card
      title="Dari mana selisihnya"
      remark="Asumsi diganti satu per satu; tiap baris adalah akibat penggantian itu"
      actions={
        <Group gap="xs" wrap="nowrap">
          <NativeSelect
            aria-label="Dari skenario"
            value={String(from.id)}
            onChange={(event) => setFrom(Number(event.currentTarget.value))}
            data={choices}
          />
          <Text size="sm">ke</Text>
          <NativeSelect
            aria-label="Ke skenario"
            value={String(to.id)}
            onChange={(event) => setTo(Number(event.currentTarget.value))}
            data={choices}
          />
        </Group>
      }
    >
      <Steps year={year} from={from} to={to} />
    </Card>
  );
}

interface StepsProps {
  readonly year: number;
  readonly from: ScenarioView;
  readonly to: ScenarioView;
}

function Steps({ year, from, to }: StepsProps) {
  const input = { year, from: from.assumptions, to: to.assumptions };
  const answer = useRoute('plan.difference', input, { keep: true });
  return (
    <Answer query={answer} skeletonRows={3}>
      {({ steps, persons, amount }) =>
        steps.length === 0 ? (
          <Text size="sm" c="dimmed">
            Asumsi kedua skenario sama.
          </Text>
        ) : (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Asumsi yang berbeda</Table.Th>
                <Table.Th ta="right">Orang</Table.Th>
                <Table.Th ta="right">Iuran dan cadangan</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {steps.map((step) => (
                <Table.Tr key={step.what}>
                  <Table.Td>{stepLabels[step.what]}</Table.Td>
                  <Table.Td ta="right">{signed(step.persons, formatCount)}</Table.Td>
                  <Table.Td ta="right">{signed(step.amount, formatRupiah)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
            <Table.Tfoot>
              <Table.Tr>
                <Table.Th>
                  Selisih {from.name} ke {to.name}
                </Table.Th>
                <Table.Th ta="right">{signed(persons, formatCount)}</Table.Th>
                <Table.Th ta="right">{signed(amount, formatRupiah)}</Table.Th>
              </Table.Tr>
            </Table.Tfoot>
          </Table>
        )
      }
    </Answer>
  );
}

function signed(value: number, format: (value: number) => string): string {
  if (value === 0) return format(0);
  return `${value > 0 ? '+' : '−'}${format(Math.abs(value))}`;
}
