/** From the coverage of today to a target: whom to enrol first, what it costs, what an amount buys. */
import {
  Button,
  Checkbox,
  Grid,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDeviceFloppy, IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteOut } from '../../../../contract/routes.ts';
import { orderSentence } from '../../../../contract/words/plan-words.ts';
import { rupiah } from '../../../../domain/money.ts';
import {
  type PlanAssumptions,
  type PlanGoal,
  type PlanTarget,
  usualAssumptions,
} from '../../../../domain/plan-types.ts';
import { rosters } from '../../../../domain/segments.ts';
import { useCommand, useRoute } from '../../../bridge/use-engine.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Card } from '../../../parts/card.tsx';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { rosterLabels } from '../../../words/labels.ts';
import { MonthField } from './assumption-form.tsx';
import { CoverageBases } from './coverage-bases.tsx';
import { ExportPeople } from './export-people.tsx';
import { NameDialog } from './name-dialog.tsx';
import { OrderPicker } from './order-picker.tsx';
import { TargetResult } from './target-result.tsx';

type List = RouteOut<'plan.list'>;

interface TargetTabProps {
  readonly year: number;
  readonly bases: List['bases'];
  readonly counted: Pick<List, 'asOf' | 'sources'>;
  readonly onSaved: () => void;
}

export function TargetTab({ year, bases, counted, onSaved }: TargetTabProps) {
  const [draft, setDraft] = useState<PlanAssumptions>(() => usualAssumptions('target', year));
  const [asked] = useDebouncedValue(draft, 120);
  const [dialog, setDialog] = useState<'save' | 'export' | null>(null);
  const answer = useRoute('plan.target', { year, assumptions: asked }, { keep: true });
  const create = useCommand('plan.create');
  const { target } = draft;
  if (target === null) return null;
  const change = (part: Partial<PlanTarget>) =>
    setDraft({ ...draft, target: { ...target, ...part } });
  const save = async (name: string) => {
    await create.mutateAsync({ year, name, kind: 'target', assumptions: draft });
    setDialog(null);
    onSaved();
  };
  return (
    <Stack gap="md">
      <Grid gap="md">
        <Grid.Col span={6}>
          <Answer query={answer} skeletonRows={6}>
            {(view) => (
              <CoverageBases year={year} coverage={view.now} bases={bases} counted={counted} />
            )}
          </Answer>
        </Grid.Col>
        <Grid.Col span={6}>
          <Card title="Sasaran" h="100%">
            <Stack gap="sm">
              <GoalField goal={target.goal} onChange={(goal) => change({ goal })} />
              <Group gap="md" align="flex-end">
                <MonthField
                  year={year}
                  label="Peserta baru mulai"
                  value={target.from}
                  onChange={(from) => change({ from })}
                />
                <Checkbox.Group
                  label="Dari daftar"
                  value={[...target.rosters]}
                  onChange={(picked) => {
                    const next = rosters.filter((one) => picked.includes(one));
                    if (next.length > 0) change({ rosters: next });
                  }}
                >
                  <Group gap="sm" mt={6}>
                    {rosters.map((roster) => (
                      <Checkbox key={roster} value={roster} label={rosterLabels[roster]} />
                    ))}
                  </Group>
                </Checkbox.Group>
              </Group>
              <OrderPicker order={target.order} onChange={(order) => change({ order })} />
              <Text size="sm" c="dimmed">
                {orderSentence(target.order)}
              </Text>
            </Stack>
          </Card>
        </Grid.Col>
      </Grid>
      {answer.error !== null && answer.data !== undefined ? (
        <ErrorNote error={answer.error} />
      ) : null}
      {answer.data === undefined ? null : (
        <TargetResult
          view={answer.data}
          goal={asked.target?.goal ?? target.goal}
          busy={answer.isPlaceholderData}
          actions={
            <Group gap="xs" wrap="nowrap">
              <Button
                variant="default"
                leftSection={<IconTableExport size={16} aria-hidden="true" />}
                disabled={answer.data.persons === 0}
                onClick={() => setDialog('export')}
              >
                Ekspor daftar orang
              </Button>
              <Button
                leftSection={<IconDeviceFloppy size={16} aria-hidden="true" />}
                onClick={() => setDialog('save')}
              >
                Simpan sebagai skenario
              </Button>
            </Group>
          }
        />
      )}
      {dialog === 'save' ? (
        <NameDialog
          title="Simpan sebagai skenario"
          busy={create.isPending}
          onClose={() => setDialog(null)}
          onName={(name) => void save(name).catch((error) => showError(asAppError(error)))}
        />
      ) : null}
      {dialog === 'export' ? (
        <ExportPeople
          year={year}
          assumptions={draft}
          persons={answer.data?.persons ?? 0}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </Stack>
  );
}

const goals = [
  { value: 'points', label: 'Tambah poin' },
  { value: 'coverage', label: 'Capai cakupan' },
  { value: 'budget', label: 'Sesuai dana' },
] as const;

const firstGoals: Readonly<Record<PlanGoal['kind'], PlanGoal>> = {
  points: { kind: 'points', basisPoints: 1_000 },
  coverage: { kind: 'coverage', basisPoints: 6_000 },
  budget: { kind: 'budget', amount: rupiah(100_000_000) },
};

interface GoalFieldProps {
  readonly goal: PlanGoal;
  readonly onChange: (goal: PlanGoal) => void;
}

function GoalField({ goal, onChange }: GoalFieldProps) {
  return (
    <Group gap="md" align="flex-end">
      <SegmentedControl
        aria-label="Jenis sasaran"
        value={goal.kind}
        onChange={(value) => {
          const kind = goals.find((one) => one.value === value)?.value ?? 'points';
          onChange(firstGoals[kind]);
        }}
        data={[...goals]}
      />
      {goal.kind === 'budget' ? (
        <NumberInput
          aria-label="Dana yang tersedia"
          w={190}
          prefix="Rp"
          min={0}
          max={100_000_000_000_000}
          allowDecimal={false}
          thousandSeparator="."
          decimalSeparator=","
          value={Number(goal.amount)}
          onChange={(value) =>
            onChange({ kind: 'budget', amount: rupiah(typeof value === 'number' ? value : 0) })
          }
        />
      ) : (
        <NumberInput
          aria-label={goal.kind === 'points' ? 'Poin yang ditambah' : 'Cakupan yang dicapai'}
          w={120}
          suffix={goal.kind === 'points' ? ' poin' : ' %'}
          min={0}
          max={100}
          decimalScale={2}
          decimalSeparator=","
          value={goal.basisPoints / 100}
          onChange={(value) =>
            onChange({
              kind: goal.kind,
              basisPoints: typeof value === 'number' ? Math.round(value * 100) : 0,
            })
          }
        />
      )}
    </Group>
  );
}
