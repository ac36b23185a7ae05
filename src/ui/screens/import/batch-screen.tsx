/** One plan: what the file holds, how it was understood, what saving will do. */
import { Button, Group, Tabs, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Batch } from '../../../contract/import-routes.ts';
import { rosters } from '../../../domain/segments.ts';
import { places } from '../../app/places.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { formatCount, formatMoment } from '../../words/format.ts';
import { importKindLabels } from '../../words/labels.ts';
import { BatchActions } from './batch-actions.tsx';
import classes from './batch-screen.module.css';
import { BatchStateTag } from './batch-state-tag.tsx';
import { ClustersTab } from './clusters-tab.tsx';
import { ColumnsTab } from './columns-tab.tsx';
import { FactsTab } from './facts-tab.tsx';
import { usePickedFiles } from './picked-files.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { RowsTab } from './rows-tab.tsx';
import { SetAsideTab } from './set-aside-tab.tsx';
import { ValuesTab } from './values-tab.tsx';

/** The preview is the plan that is saved, by its number. */
export function BatchScreen({ batchId }: { readonly batchId: number }) {
  const batch = useRoute('import.batch', { batchId });
  return (
    <Page
      title={batch.data?.fileName ?? 'Rencana impor'}
      hint={batch.data === undefined ? undefined : <BatchHint batch={batch.data} />}
      body="fill"
      actions={
        <Button variant="default" component={Link} href={places.imports}>
          Semua impor
        </Button>
      }
    >
      <Answer query={batch} skeletonRows={10}>
        {(data) => (
          <>
            <BatchActions batch={data} />
            <PlanSummary batch={data} />
            <BatchTabs batch={data} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function BatchHint({ batch }: { readonly batch: Batch }) {
  return (
    <Group gap="xs">
      <Text size="sm">{importKindLabels[batch.kind]}</Text>
      <BatchStateTag state={batch.state} />
      <Text size="sm">{formatMoment(batch.committedAt ?? batch.stagedAt)}</Text>
    </Group>
  );
}

/** A file read anew shows the tab on which it was asked for. */
function BatchTabs({ batch }: { readonly batch: Batch }) {
  const { tabOf, showTab } = usePickedFiles();
  const columns = batch.sheets.reduce(
    (sum, sheet) => sum + (sheet.used ? sheet.columns.length : 0),
    0,
  );
  const isRoster = rosters.some((roster) => roster === batch.kind);
  return (
    <Tabs
      value={tabOf(batch.id)}
      onChange={(tab) => showTab(batch.id, tab ?? 'rows')}
      className={classes.tabs ?? ''}
    >
      <Tabs.List>
        <Tabs.Tab value="rows">Baris ({formatCount(batch.counts.read)})</Tabs.Tab>
        <Tabs.Tab value="clusters">Mungkin sama</Tabs.Tab>
        {isRoster ? <Tabs.Tab value="values">Nilai</Tabs.Tab> : null}
        <Tabs.Tab value="columns">Kolom ({formatCount(columns)})</Tabs.Tab>
        <Tabs.Tab value="aside">Disisihkan ({formatCount(batch.counts.setAside)})</Tabs.Tab>
        <Tabs.Tab value="facts">Tentang berkas</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="rows" className={classes.panel ?? ''}>
        <RowsTab batch={batch} />
      </Tabs.Panel>
      {/* Both look through the whole plan: asked when they are opened. */}
      <Tabs.Panel value="clusters" className={classes.panel ?? ''} keepMounted={false}>
        <ClustersTab batch={batch} />
      </Tabs.Panel>
      <Tabs.Panel value="values" className={classes.panel ?? ''} keepMounted={false}>
        <ValuesTab batch={batch} />
      </Tabs.Panel>
      <Tabs.Panel value="columns" className={classes.panel ?? ''}>
        <ColumnsTab batch={batch} />
      </Tabs.Panel>
      <Tabs.Panel value="aside" className={classes.panel ?? ''}>
        <SetAsideTab batchId={batch.id} total={batch.counts.setAside} />
      </Tabs.Panel>
      <Tabs.Panel value="facts" className={classes.panel ?? ''}>
        <FactsTab batch={batch} />
      </Tabs.Panel>
    </Tabs>
  );
}
