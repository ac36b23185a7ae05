/** Rows that may be one person, together: each decided for itself, none merged in silence. */
import { Button, Group, Paper, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import {
  type Cluster,
  type ClusterKind,
  clusterKinds,
  type RowDecision,
} from '../../../contract/import-edit-routes.ts';
import type { Batch, StagedRow } from '../../../contract/import-routes.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useCommand, useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { showError } from '../../parts/show-error.tsx';
import { Tag } from '../../parts/tag.tsx';
import { formatCount } from '../../words/format.ts';
import { issueText } from '../../words/issue-words.ts';
import { rowActionLabels } from '../../words/labels.ts';
import classes from './batch-screen.module.css';
import { valueText } from './cell-words.ts';
import { mayBeDecided } from './row-menu.tsx';

const pageSize = 50;

const kindLabels: Readonly<Record<ClusterKind, string>> = {
  'in-file': 'Di dalam berkas',
  'same-roster': 'Bertentangan dengan daftar',
  'other-roster': 'Di daftar lain',
};

export function ClustersTab({ batch }: { readonly batch: Batch }) {
  const [kind, setKind] = useState<ClusterKind>('in-file');
  const [starts, setStarts] = useState<readonly number[]>([]);
  const { readOnly } = useOpenStore();
  const canEdit = batch.state === 'staged' && !readOnly;
  const after = starts.at(-1);
  const input = {
    batchId: batch.id,
    kind,
    limit: pageSize,
    ...(after === undefined ? {} : { after }),
  };
  const clusters = useRoute('import.clusters', input, { keep: true });
  return (
    <>
      <Group mb="xs" justify="space-between">
        <SegmentedControl
          aria-label="Di mana kesamaannya"
          value={kind}
          onChange={(value) => {
            setKind(clusterKinds.find((one) => one === value) ?? 'in-file');
            setStarts([]);
          }}
          data={clusterKinds.map((value) => ({ value, label: kindLabels[value] }))}
        />
        {clusters.data === undefined ? null : (
          <Pager
            page={starts.length}
            pageSize={pageSize}
            shown={clusters.data.clusters.length}
            total={clusters.data.total}
            onPrevious={() => setStarts((before) => before.slice(0, -1))}
            onNext={() => {
              const last = clusters.data.clusters.at(-1);
              if (last !== undefined) setStarts((before) => [...before, last.seq]);
            }}
          />
        )}
      </Group>
      <Answer query={clusters} skeletonRows={8}>
        {(data) =>
          data.clusters.length === 0 ? (
            <Text size="sm" c="dimmed" p="md">
              Tidak ada baris yang mungkin orang yang sama.
            </Text>
          ) : (
            <ScrollRegion label="Baris yang mungkin orang yang sama">
              <Stack gap="sm" p={2}>
                {data.clusters.map((cluster) => (
                  <ClusterCard
                    key={cluster.seq}
                    cluster={cluster}
                    batchId={batch.id}
                    canEdit={canEdit}
                  />
                ))}
              </Stack>
            </ScrollRegion>
          )
        }
      </Answer>
    </>
  );
}

interface ClusterCardProps {
  readonly cluster: Cluster;
  readonly batchId: number;
  readonly canEdit: boolean;
}

const shown = ['name', 'nik', 'birthDate', 'unit'] as const;
/** The name takes what the others leave. */
const widths = { name: undefined, nik: 165, birthDate: 110, unit: 190 } as const;

function ClusterCard({ cluster, batchId, canEdit }: ClusterCardProps) {
  const rest = cluster.total - cluster.rows.length;
  return (
    <Paper withBorder={true}>
      <Table layout="fixed">
        <Table.Tbody>
          {cluster.rows.map((row) => (
            <Table.Tr key={row.seq}>
              <Table.Td w={110} className={classes.value ?? ''}>
                <Text span size="sm" c="dimmed">
                  {row.sheet === '' ? 'Baris' : `${row.sheet} ·`} {formatCount(row.row)}
                </Text>
              </Table.Td>
              <Table.Td w={90}>
                <Tag tone={row.action === 'conflict' ? 'mixed' : 'neutral'}>
                  {rowActionLabels[row.action]}
                </Tag>
              </Table.Td>
              {shown.map((field) => (
                <Table.Td key={field} w={widths[field]} className={classes.value ?? ''}>
                  {valueText(field, row.values[field] ?? row.values[`${field}Raw`] ?? null)}
                </Table.Td>
              ))}
              <Table.Td w={310}>
                <ClusterRow row={row} batchId={batchId} canEdit={canEdit} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rest > 0 ? (
        <Text size="sm" c="dimmed" px="md" py={6}>
          dan {formatCount(rest)} baris lain
        </Text>
      ) : null}
    </Paper>
  );
}

const told: ReadonlySet<string> = new Set([
  'duplicate.in-file',
  'nik.of-two-people',
  'duplicate.same-name',
  'duplicate.other-roster',
  'nik.other-person',
  'nik.differs-from-roster',
  'decided.same',
  'decided.other',
  'row.excluded',
]);

function ClusterRow({
  row,
  batchId,
  canEdit,
}: {
  readonly row: StagedRow;
  readonly batchId: number;
  readonly canEdit: boolean;
}) {
  const decide = useCommand('import.decide');
  const { seq } = row;
  const say = (decision: RowDecision | null) =>
    decide.mutate({ batchId, seq, decision }, { onError: showError });
  const decided = row.issues.some(({ code }) => code.startsWith('decided.'));
  const texts = row.issues
    .filter(({ code }) => told.has(code))
    .map(({ code, params }) => issueText(code, params));
  return (
    <>
      <Text size="sm">{texts.join(' · ')}</Text>
      {canEdit && mayBeDecided(row) && !decided ? (
        <Group gap={6} mt={4}>
          <Button size="compact-sm" variant="default" onClick={() => say('same')}>
            Orang yang sama
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => say('other')}>
            Orang lain
          </Button>
        </Group>
      ) : null}
      {canEdit && decided ? (
        <Button size="compact-sm" variant="subtle" mt={4} onClick={() => say(null)}>
          Tarik keputusan
        </Button>
      ) : null}
    </>
  );
}
