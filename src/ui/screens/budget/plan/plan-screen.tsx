/** Scenarios of a year: kept and compared, their assumptions moved, a coverage aimed at, and what protection is worth. */
import { Button, Group, NumberInput, Tabs } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type PlanTab, places } from '../../../app/places.ts';
import { useOpenStore } from '../../../app/store-context.tsx';
import { useRoute } from '../../../bridge/use-engine.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Page } from '../../../parts/page.tsx';
import { AssumptionsTab } from './assumptions-tab.tsx';
import { BenefitsTab } from './benefits-tab.tsx';
import { CompareTab } from './compare-tab.tsx';
import { TargetTab } from './target-tab.tsx';

const tabs: readonly { readonly value: PlanTab; readonly label: string }[] = [
  { value: 'banding', label: 'Bandingkan' },
  { value: 'asumsi', label: 'Asumsi' },
  { value: 'target', label: 'Target cakupan' },
  { value: 'manfaat', label: 'Manfaat' },
];

/** The tab stands in the address; the year and the scenario looked at are kept while it is open. */
export function PlanScreen({ tab }: { readonly tab: PlanTab }) {
  const store = useOpenStore();
  const [, go] = useLocation();
  const [year, setYear] = useState(store.fiscalYear);
  const [scenarioId, setScenarioId] = useState<number | null>(null);
  const list = useRoute('plan.list', { year });
  const edit = (id: number) => {
    setScenarioId(id);
    go(places.plan('asumsi'));
  };
  return (
    <Page
      title="Skenario dan target"
      hint="Angka dihitung ulang dari daftar setiap kali asumsi berubah; yang disimpan hanya asumsinya."
      actions={
        <Group gap="xs" wrap="nowrap">
          <Button
            component={Link}
            href={places.budget}
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
          >
            Anggaran
          </Button>
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
      <Tabs
        value={tab}
        onChange={(value) => {
          const next = tabs.find((one) => one.value === value);
          if (next !== undefined) go(places.plan(next.value));
        }}
      >
        <Tabs.List mb="md">
          {tabs.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="manfaat">
          <BenefitsTab year={year} />
        </Tabs.Panel>
        <Answer query={list} skeletonRows={8} skeletonHeight={34}>
          {({ scenarios, bases, asOf, sources }) => (
            <>
              <Tabs.Panel value="banding">
                <CompareTab key={year} year={year} scenarios={scenarios} onEdit={edit} />
              </Tabs.Panel>
              <Tabs.Panel value="asumsi">
                <AssumptionsTab
                  key={year}
                  year={year}
                  scenarios={scenarios}
                  scenarioId={scenarioId}
                  onPick={setScenarioId}
                />
              </Tabs.Panel>
              <Tabs.Panel value="target">
                <TargetTab
                  key={year}
                  year={year}
                  bases={bases}
                  counted={{ asOf, sources }}
                  onSaved={() => go(places.plan('banding'))}
                />
              </Tabs.Panel>
            </>
          )}
        </Answer>
      </Tabs>
    </Page>
  );
}
