/** The first look of the day: how many are protected, how many are not, what to do next. */
import { Grid, Stack } from '@mantine/core';
import type { RouteOut } from '../../../contract/routes.ts';
import { rosters } from '../../../domain/segments.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { CoverageHeadline } from './coverage-headline.tsx';
import { NeedCard } from './need-card.tsx';
import { nextStep } from './next-step.ts';
import { NextStepCard } from './next-step-card.tsx';
import { RosterCard } from './roster-card.tsx';
import { UnitsTable } from './units-table.tsx';

/** Everything here is a figure of the open file with its source and date. */
export function HomeScreen() {
  const { fiscalYear } = useOpenStore();
  const counts = useRoute('roster.counts', {});
  return (
    <Page title="Beranda" hint={`Posisi perlindungan pekerja, tahun anggaran ${fiscalYear}`}>
      <Answer query={counts} skeletonRows={6} skeletonHeight={60}>
        {(rosterCounts) => <HomeBody counts={rosterCounts} />}
      </Answer>
    </Page>
  );
}

function HomeBody({ counts }: { readonly counts: RouteOut<'roster.counts'> }) {
  const coverage = useRoute('coverage.table', { by: 'roster' });
  const latest = useRoute('reconcile.latest', {});
  const imports = useRoute('import.list', {});
  const entries = counts.reduce((sum, one) => sum + one.entries, 0);
  const matched = latest.data !== undefined && latest.data !== null;

  return (
    <Stack gap="md">
      {latest.data === undefined || imports.data === undefined ? null : (
        <NextStepCard step={nextStep(counts, imports.data, latest.data)} />
      )}
      {entries === 0 ? null : (
        <Answer query={coverage} skeletonRows={3} skeletonHeight={70}>
          {(table) => (
            <>
              <Grid gap="md">
                <Grid.Col span={matched ? 8 : 12}>
                  <CoverageHeadline table={table} matched={matched} />
                </Grid.Col>
                {matched ? (
                  <Grid.Col span={4}>
                    <NeedCard />
                  </Grid.Col>
                ) : null}
              </Grid>
              <Grid gap="md">
                {rosters.map((roster) => (
                  <Grid.Col span={4} key={roster}>
                    <RosterCard
                      roster={roster}
                      counts={counts.find((one) => one.roster === roster)}
                      figure={table.rows.find((row) => row.roster === roster)}
                      matched={matched}
                    />
                  </Grid.Col>
                ))}
              </Grid>
              {matched ? <UnitsTable /> : null}
            </>
          )}
        </Answer>
      )}
    </Stack>
  );
}
