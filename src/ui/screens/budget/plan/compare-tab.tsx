/** Which scenarios there are, which of them stand side by side, and what sets them apart. */
import { Button, EmptyState, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconPrinter, IconScale, IconTableExport } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { ScenarioView } from '../../../../contract/plan-routes.ts';
import { planKindLabels } from '../../../../contract/words/plan-words.ts';
import { type PlanKind, usualAssumptions } from '../../../../domain/plan-types.ts';
import { useCommand, useRoute } from '../../../bridge/use-engine.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Card } from '../../../parts/card.tsx';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { CompareTable } from './compare-table.tsx';
import { DifferenceCard } from './difference-card.tsx';
import { ExportPlans } from './export-plans.tsx';
import { NameDialog } from './name-dialog.tsx';
import { ScenarioRow } from './scenario-row.tsx';

const CompareChart = lazy(() =>
  import('./plan-charts.tsx').then((module) => ({ default: module.CompareChart })),
);

const most = 4;

interface CompareTabProps {
  readonly year: number;
  readonly scenarios: readonly ScenarioView[];
  readonly onEdit: (id: number) => void;
}

export function CompareTab({ year, scenarios, onEdit }: CompareTabProps) {
  const [unpicked, setUnpicked] = useState<ReadonlySet<number>>(new Set());
  const [printing, setPrinting] = useState<'compare' | 'rka' | null>(null);
  const [naming, setNaming] = useState(false);
  const create = useCommand('plan.create');
  const picked = scenarios.filter(({ id }) => !unpicked.has(id)).slice(0, most);
  const addUsual = async () => {
    for (const kind of ['active', 'all', 'target'] as const) {
      const assumptions = usualAssumptions(kind, year);
      await create.mutateAsync({ year, name: planKindLabels[kind], kind, assumptions });
    }
  };
  const add = async (name: string, kind: PlanKind) => {
    const made = await create.mutateAsync({
      year,
      name,
      kind,
      assumptions: usualAssumptions(kind, year),
    });
    setNaming(false);
    onEdit(made.id);
  };
  if (scenarios.length === 0) {
    return (
      <Card>
        <EmptyState
          size="sm"
          icon={<IconScale stroke={1.4} />}
          title={`Belum ada skenario untuk tahun ${year}`}
          description="Mulai dari tiga skenario yang biasa dibandingkan; semuanya dapat diubah."
        >
          <Button
            loading={create.isPending}
            onClick={() => addUsual().catch((error) => showError(asAppError(error)))}
          >
            Buat tiga skenario awal
          </Button>
        </EmptyState>
      </Card>
    );
  }
  const toggle = (id: number) => {
    const next = new Set(unpicked);
    if (!next.delete(id)) next.add(id);
    setUnpicked(next);
  };
  return (
    <Stack gap="md">
      <Card
        title="Skenario"
        remark={`Centang yang dibandingkan, paling banyak ${most}`}
        actions={
          <Group gap="xs" wrap="nowrap">
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setNaming(true)}
            >
              Skenario baru
            </Button>
            <Button
              variant="default"
              disabled={picked.length === 0}
              leftSection={<IconTableExport size={16} aria-hidden="true" />}
              onClick={() => setPrinting('compare')}
            >
              Ekspor perbandingan
            </Button>
            <Button
              disabled={picked.length === 0}
              leftSection={<IconPrinter size={16} aria-hidden="true" />}
              onClick={() => setPrinting('rka')}
            >
              Cetak RKA
            </Button>
          </Group>
        }
      >
        <Stack gap={4}>
          {scenarios.map((one) => (
            <ScenarioRow
              key={one.id}
              scenario={one}
              picked={picked.some(({ id }) => id === one.id)}
              full={picked.length >= most}
              onToggle={() => toggle(one.id)}
              onEdit={() => onEdit(one.id)}
            />
          ))}
        </Stack>
      </Card>
      {picked.length === 0 ? (
        <Text size="sm" c="dimmed">
          Belum ada skenario yang dicentang.
        </Text>
      ) : (
        <Compared year={year} picked={picked} />
      )}
      {printing === null ? null : (
        <ExportPlans
          year={year}
          what={printing}
          plans={picked.map(({ name, assumptions }) => ({ name, assumptions }))}
          onClose={() => setPrinting(null)}
        />
      )}
      {naming ? (
        <NameDialog
          title="Skenario baru"
          withKind
          busy={create.isPending}
          onClose={() => setNaming(false)}
          onName={(name, kind) =>
            void add(name, kind).catch((error) => showError(asAppError(error)))
          }
        />
      ) : null}
    </Stack>
  );
}

function Compared({
  year,
  picked,
}: {
  readonly year: number;
  readonly picked: readonly ScenarioView[];
}) {
  const plans = picked.map(({ assumptions }) => assumptions);
  const compared = useRoute('plan.compare', { year, plans }, { keep: true });
  return (
    <Answer query={compared} skeletonRows={10} skeletonHeight={28}>
      {({ plans: views }) => {
        const columns = picked.flatMap((scenario, at) => {
          const view = views[at];
          return view === undefined ? [] : [{ id: scenario.id, name: scenario.name, view }];
        });
        return (
          <Stack gap="md">
            <CompareTable columns={columns} />
            <Card title="Kebutuhan per bulan" remark="Garis dan tanda berbeda untuk tiap skenario">
              <div style={{ height: 240 }}>
                <Suspense fallback={null}>
                  <CompareChart columns={columns} />
                </Suspense>
              </div>
            </Card>
            {picked.length < 2 ? null : <DifferenceCard year={year} scenarios={picked} />}
          </Stack>
        );
      }}
    </Answer>
  );
}
