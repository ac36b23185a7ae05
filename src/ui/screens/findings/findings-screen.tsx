/** What the latest run found out: findings and their follow-up, coverage by programme, movements, differences. */
import { Button, EmptyState, Tabs } from '@mantine/core';
import { IconListSearch, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { places } from '../../app/places.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { formatLongDate } from '../../words/format.ts';
import { DifferencesTab } from './differences-tab.tsx';
import { parseFindingPlace } from './finding-place.ts';
import classes from './findings.module.css';
import { ListTab } from './list-tab.tsx';
import { MovementsTab } from './movements-tab.tsx';
import { ProgrammeTab } from './programme-tab.tsx';
import { RulesDialog } from './rules-dialog.tsx';
import { RunNotes } from './run-notes.tsx';
import { SummaryTab } from './summary-tab.tsx';

interface FindingsScreenProps {
  readonly tab: string | undefined;
  readonly code: string | undefined;
}

/** The tab lives in the address, so that a link from elsewhere can open it and Back leaves it. */
export function FindingsScreen(address: FindingsScreenProps) {
  const { tab, code } = parseFindingPlace(address.tab, address.code);
  const summary = useRoute('finding.summary', {}, { keep: true });
  const [, navigate] = useLocation();
  const [ruling, setRuling] = useState(false);
  const run = summary.data?.run;
  return (
    <Page
      title="Temuan"
      hint={run == null ? undefined : `Hasil pemadanan untuk posisi ${formatLongDate(run.asOf)}`}
      body="fill"
      actions={
        <Button
          variant="default"
          leftSection={<IconSettings size={15} aria-hidden="true" />}
          onClick={() => setRuling(true)}
        >
          PIC dan tenggat bawaan
        </Button>
      }
    >
      {ruling ? <RulesDialog onClose={() => setRuling(false)} /> : null}
      <Answer query={summary} skeletonRows={12} skeletonHeight={26}>
        {(data) =>
          data.run === null ? (
            <NotRun />
          ) : (
            <>
              <RunNotes summary={data} />
              <Tabs
                value={tab}
                onChange={(next) => navigate(places.findings(next ?? undefined))}
                className={classes.tabs ?? ''}
                keepMounted={false}
              >
                <Tabs.List>
                  <Tabs.Tab value="ringkasan">Ringkasan</Tabs.Tab>
                  <Tabs.Tab value="daftar">Daftar temuan</Tabs.Tab>
                  <Tabs.Tab value="program">Cakupan program</Tabs.Tab>
                  <Tabs.Tab value="mutasi">Mutasi</Tabs.Tab>
                  <Tabs.Tab value="perbedaan">Perbedaan data</Tabs.Tab>
                </Tabs.List>
                <Tabs.Panel value="ringkasan" className={classes.panel ?? ''}>
                  <div className={classes.scroll}>
                    <SummaryTab summary={data} />
                  </div>
                </Tabs.Panel>
                <Tabs.Panel value="daftar" className={classes.panel ?? ''}>
                  <ListTab key={code ?? 'all'} code={code} />
                </Tabs.Panel>
                <Tabs.Panel value="program" className={classes.panel ?? ''}>
                  <ProgrammeTab />
                </Tabs.Panel>
                <Tabs.Panel value="mutasi" className={classes.panel ?? ''}>
                  <MovementsTab />
                </Tabs.Panel>
                <Tabs.Panel value="perbedaan" className={classes.panel ?? ''}>
                  <DifferencesTab />
                </Tabs.Panel>
              </Tabs>
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function NotRun() {
  return (
    <EmptyState
      mt="xl"
      icon={<IconListSearch stroke={1.4} />}
      title="Belum ada temuan"
      description="Temuan dihitung setiap kali daftar dipadankan dengan data BPJS."
    >
      <EmptyState.Actions>
        <Button size="sm" component={Link} href={places.matching}>
          Ke pemadanan
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}
