/** The budget year as it goes: what was decided, what was paid, who is behind. */
import { Button, NativeSelect, Stack, Tabs } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { places } from '../../app/places.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { formatCount } from '../../words/format.ts';
import { ArrearsTab } from './arrears-tab.tsx';
import { ExportSpending } from './export-spending.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { PaymentsTab } from './payments-tab.tsx';
import { RunningOutTab } from './running-out-tab.tsx';
import { VersionsTab } from './versions-tab.tsx';

export function SpendingScreen() {
  const store = useOpenStore();
  const [year, setYear] = useState(() => Math.min(store.fiscalYear, new Date().getFullYear()));
  const [tab, setTab] = useState('overview');
  const overview = useRoute('spending.overview', { year }, { keep: true });
  const years = [...new Set([...(overview.data?.years ?? []), year, store.fiscalYear])];
  return (
    <Page
      title="Realisasi"
      hint="Anggaran yang ditetapkan, iuran yang sudah dibayar, dan siapa yang menunggak."
      actions={
        <>
          <Button variant="default" component={Link} href={places.budget}>
            Kebutuhan anggaran
          </Button>
          <ExportSpending year={year} />
          <NativeSelect
            aria-label="Tahun anggaran"
            value={String(year)}
            onChange={(event) => setYear(Number(event.currentTarget.value))}
            data={years.toSorted((a, b) => b - a).map(String)}
          />
        </>
      }
    >
      <Answer query={overview} skeletonRows={8} skeletonHeight={34}>
        {(data) => (
          <Tabs value={tab} onChange={(next) => setTab(next ?? 'overview')}>
            <Tabs.List mb="md">
              <Tabs.Tab value="overview">Ringkasan</Tabs.Tab>
              <Tabs.Tab value="payments">Pembayaran ({formatCount(data.payments)})</Tabs.Tab>
              <Tabs.Tab value="arrears">Tunggakan</Tabs.Tab>
              <Tabs.Tab value="running-out">Masa aktif BPU</Tabs.Tab>
              <Tabs.Tab value="versions">
                Dokumen anggaran ({formatCount(data.versions.length)})
              </Tabs.Tab>
            </Tabs.List>
            <Stack gap="md">
              <Tabs.Panel value="overview">
                <OverviewTab overview={data} onGo={setTab} />
              </Tabs.Panel>
              <Tabs.Panel value="payments">
                <PaymentsTab year={year} />
              </Tabs.Panel>
              <Tabs.Panel value="arrears">
                <ArrearsTab year={year} />
              </Tabs.Panel>
              <Tabs.Panel value="running-out">
                <RunningOutTab />
              </Tabs.Panel>
              <Tabs.Panel value="versions">
                <VersionsTab overview={data} />
              </Tabs.Panel>
            </Stack>
          </Tabs>
        )}
      </Answer>
    </Page>
  );
}
