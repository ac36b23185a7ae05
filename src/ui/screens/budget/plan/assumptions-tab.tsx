/** One scenario's assumptions at the left, what they come to at the right, anew with every change. */
import { Alert, Button, EmptyState, Grid, Group, NativeSelect, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAdjustments } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ScenarioView } from '../../../../contract/plan-routes.ts';
import type { PlanAssumptions } from '../../../../domain/plan-types.ts';
import { useCommand, useRoute } from '../../../bridge/use-engine.ts';
import { Card } from '../../../parts/card.tsx';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { AssumptionForm } from './assumption-form.tsx';
import { LiveFigures } from './live-figures.tsx';
import { PeopleChanges } from './people-changes.tsx';
import { RulesTable } from './rules-table.tsx';

interface AssumptionsTabProps {
  readonly year: number;
  readonly scenarios: readonly ScenarioView[];
  readonly scenarioId: number | null;
  readonly onPick: (id: number) => void;
}

export function AssumptionsTab({ year, scenarios, scenarioId, onPick }: AssumptionsTabProps) {
  const scenario = scenarios.find(({ id }) => id === scenarioId) ?? scenarios[0];
  if (scenario === undefined) {
    return (
      <Card>
        <EmptyState
          size="sm"
          icon={<IconAdjustments stroke={1.4} />}
          title="Belum ada skenario"
          description="Buat skenario di tab Bandingkan, lalu ubah asumsinya di sini."
        />
      </Card>
    );
  }
  return (
    <Editor
      key={`${scenario.id} ${scenario.version}`}
      year={year}
      scenario={scenario}
      picker={
        <NativeSelect
          aria-label="Skenario"
          value={String(scenario.id)}
          onChange={(event) => onPick(Number(event.currentTarget.value))}
          data={scenarios.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      }
    />
  );
}

interface EditorProps {
  readonly year: number;
  readonly scenario: ScenarioView;
  readonly picker: ReactNode;
}

/** Shorter than a hand notices, long enough that a dragged slider asks a few times a second. */
const pauseMs = 80;

function Editor({ year, scenario, picker }: EditorProps) {
  const [draft, setDraft] = useState<PlanAssumptions>(scenario.assumptions);
  const [asked] = useDebouncedValue(draft, pauseMs);
  const live = useRoute('plan.compare', { year, plans: [asked] }, { keep: true });
  const save = useCommand('plan.save');
  const changed = JSON.stringify(draft) !== JSON.stringify(scenario.assumptions);
  const change = (part: Partial<PlanAssumptions>) => setDraft({ ...draft, ...part });
  const keep = async () => {
    const { id, version, name } = scenario;
    await save.mutateAsync({ id, version, name, assumptions: draft });
  };
  return (
    <Grid gap="md">
      <Grid.Col span={7}>
        <Stack gap="md">
          <Card
            title="Asumsi"
            actions={
              <Group gap="xs" wrap="nowrap">
                {picker}
                <Button
                  variant="default"
                  disabled={!changed}
                  onClick={() => setDraft(scenario.assumptions)}
                >
                  Kembalikan
                </Button>
                <Button
                  disabled={!changed}
                  loading={save.isPending}
                  onClick={() => keep().catch((error) => showError(asAppError(error)))}
                >
                  Simpan
                </Button>
              </Group>
            }
          >
            <AssumptionForm year={year} draft={draft} onChange={change} />
          </Card>
          <RulesTable draft={draft} onChange={change} />
          <PeopleChanges year={year} draft={draft} onChange={change} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={5}>
        <div style={{ position: 'sticky', top: 0 }}>
          {changed ? (
            <Alert mb="sm" p="xs">
              Perubahan belum disimpan; angka di bawah sudah mengikutinya.
            </Alert>
          ) : null}
          {live.error === null ? null : <ErrorNote error={live.error} />}
          {live.data?.plans[0] === undefined ? null : (
            <LiveFigures view={live.data.plans[0]} busy={live.isPlaceholderData} />
          )}
        </div>
      </Grid.Col>
    </Grid>
  );
}
