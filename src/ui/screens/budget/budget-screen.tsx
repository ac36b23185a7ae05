/** The premium need of a year, line by line, with what it rests on and what it leaves out. */
import { Button, Grid, Group, Loader, NumberInput, SegmentedControl, Stack } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { BudgetView } from '../../../contract/budget-routes.ts';
import { places } from '../../app/places.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { Page } from '../../parts/page.tsx';
import { BudgetBasis } from './budget-basis.tsx';
import { BudgetLines } from './budget-lines.tsx';
import { BudgetTotals } from './budget-totals.tsx';
import { SourceBars } from './source-bars.tsx';

// The chart library weighs more than the rest of the app; it is fetched when a chart is shown.
const MonthChart = lazy(() =>
  import('./month-chart.tsx').then((module) => ({ default: module.MonthChart })),
);

const scopes = [
  { value: 'missing', label: 'Yang belum terdaftar' },
  { value: 'active', label: 'Yang sudah aktif' },
  { value: 'all', label: 'Semua pekerja' },
] as const;
type Scope = BudgetView['scope'];

/** Year and scope above, answers below. */
export function BudgetScreen() {
  const store = useOpenStore();
  const [year, setYear] = useState(store.fiscalYear);
  const [scope, setScope] = useState<Scope>('missing');
  const view = useRoute('budget.compute', { year, scope }, { keep: true });
  return (
    <Page
      title="Anggaran"
      hint="Kebutuhan iuran dihitung dari daftar, hasil pemadanan, dan tarif yang berlaku tiap bulan."
      actions={
        <Group gap="xs" wrap="nowrap">
          <Button
            component={Link}
            href={places.plan()}
            variant="default"
            leftSection={<IconScale size={16} aria-hidden="true" />}
          >
            Skenario dan target
          </Button>
          {view.isPlaceholderData ? <Loader size="xs" aria-label="Menghitung" /> : null}
          <SegmentedControl
            aria-label="Siapa yang dihitung"
            value={scope}
            onChange={(value) =>
              setScope(scopes.find((one) => one.value === value)?.value ?? 'missing')
            }
            data={[...scopes]}
          />
          <NumberInput
            aria-label="Tahun anggaran"
            w={92}
            min={2015}
            max={2100}
            allowDecimal={false}
            value={year}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 2015 && value <= 2100) setYear(value);
            }}
          />
        </Group>
      }
    >
      <Answer query={view} skeletonRows={8} skeletonHeight={34}>
        {(data) => (
          <Stack gap="md">
            <BudgetTotals view={data} />
            <BudgetLines view={data} />
            {data.byMonth.length === 0 ? null : (
              <Grid gap="md">
                <Grid.Col span={8}>
                  <Card title="Per bulan" remark="Iuran yang jatuh pada tiap bulan" h="100%">
                    <div style={{ height: 220 }}>
                      <Suspense fallback={null}>
                        <MonthChart months={data.byMonth} />
                      </Suspense>
                    </div>
                  </Card>
                </Grid.Col>
                <Grid.Col span={4}>
                  <Card title="Per sumber dana" h="100%">
                    <SourceBars view={data} />
                  </Card>
                </Grid.Col>
              </Grid>
            )}
            <BudgetBasis view={data} />
          </Stack>
        )}
      </Answer>
    </Page>
  );
}
