/** Matching: start it, watch it, read what came of it. */
import { Button, Grid, Group, Stack, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RunSummary } from '../../../contract/reconcile-routes.ts';
import { places } from '../../app/places.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useJob, useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Figure } from '../../parts/figure.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { Page } from '../../parts/page.tsx';
import { civilDateOf, formatCount, formatLongDate, formatMoment } from '../../words/format.ts';
import { ExportWarnings } from '../findings/run-notes.tsx';
import { CoverageCard } from './coverage-card.tsx';
import { LinkClasses } from './link-classes.tsx';

/** The button, the last run, coverage after it. */
export function MatchingScreen() {
  const latest = useRoute('reconcile.latest', {});
  return (
    <Page
      title="Pemadanan"
      hint="Daftar kabupaten/kota dicocokkan dengan data BPJS: NIK dahulu, lalu KPJ, lalu nama dan tanggal lahir."
    >
      <Stack gap="md">
        <RunCard stale={latest.data?.stale ?? false} first={latest.data === null} />
        <Answer query={latest} skeletonRows={5} skeletonHeight={40}>
          {(run) => (run === null ? null : <Results run={run} />)}
        </Answer>
      </Stack>
    </Page>
  );
}

function RunCard({ stale, first }: { readonly stale: boolean; readonly first: boolean }) {
  const { readOnly } = useOpenStore();
  const [asOf, setAsOf] = useState<string | null>(() => civilDateOf(new Date()));
  const run = useJob('reconcile.run');
  const findings = useRoute('finding.summary', {}, { keep: true });

  if (run.running) {
    return <JobProgressNote title="Memadankan" progress={run.progress} onCancel={run.cancel} />;
  }
  return (
    <>
      {run.error === null ? null : <ErrorNote error={run.error} />}
      {run.error?.code === 'reconcile.nothing-to-match' ? (
        <Group>
          <Button variant="default" component={Link} href={places.imports}>
            Ke impor
          </Button>
        </Group>
      ) : null}
      <ExportWarnings warnings={findings.data?.warnings ?? []} />
      <Card>
        <Group justify="space-between" align="flex-end" wrap="nowrap">
          <Text size="sm" maw={560} {...(stale ? { c: 'var(--padan-warning-text)' } : {})}>
            {stale
              ? 'Daftar atau data BPJS berubah setelah pemadanan terakhir. Angka di bawah belum memuat perubahan itu.'
              : first
                ? 'Belum pernah dipadankan. Hasil dapat diulang kapan saja; keputusan Anda tetap dipakai.'
                : 'Hasil di bawah sesuai dengan data yang ada. Padankan menilai ulang hanya baris yang berubah; keputusan Anda tetap dipakai.'}
          </Text>
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <DateField label="Posisi kepesertaan per" value={asOf} onChange={setAsOf} width={160} />
            {first ? null : (
              <Button
                variant="default"
                disabled={asOf === null || readOnly}
                onClick={() => {
                  if (asOf !== null) void run.run({ asOf, full: true });
                }}
              >
                Hitung ulang semua
              </Button>
            )}
            <Button
              leftSection={<IconChecklist size={17} aria-hidden="true" />}
              disabled={asOf === null || readOnly}
              onClick={() => {
                if (asOf !== null) void run.run({ asOf });
              }}
            >
              Padankan
            </Button>
          </Group>
        </Group>
      </Card>
    </>
  );
}

/** What the run did, in rows of both sides. */
function workDone({ rescored, unchanged }: RunSummary): string {
  if (unchanged === 0) return `Semua ${formatCount(rescored)} baris dinilai.`;
  const stood = `${formatCount(unchanged)} baris tetap`;
  if (rescored === 0) return `Tidak ada yang berubah; ${stood}.`;
  return `${formatCount(rescored)} baris dinilai ulang, ${stood}.`;
}

function Results({ run }: { readonly run: RunSummary }) {
  return (
    <>
      <Grid gap="md">
        <Grid.Col span={5}>
          <Card title="Hasil terakhir" remark={`Posisi ${formatLongDate(run.asOf)}`} h="100%">
            <Group gap={40}>
              <Figure label="Baris di daftar" value={formatCount(run.entries)} />
              <Figure label="Baris kepesertaan BPJS" value={formatCount(run.memberships)} />
            </Group>
            <Text size="sm" c="dimmed" mt="sm">
              Selesai {formatMoment(run.finishedAt)}. {workDone(run)}
              {run.learnedFrom === 0
                ? ''
                : ` Kemungkinan disesuaikan dengan ${formatCount(run.learnedFrom)} keputusan petugas.`}
            </Text>
            {run.findingsStale ? (
              <Text size="sm" c="var(--padan-warning-text)" mt={4}>
                Temuan belum dihitung ulang dari hasil ini.
              </Text>
            ) : null}
            <Group mt="md" gap="sm">
              <Figure label="Pasangan yang perlu diperiksa" value={formatCount(run.review)} />
              {run.review === 0 ? null : (
                <Button component={Link} href={places.review} ml="auto">
                  Periksa pasangan
                </Button>
              )}
              <Button
                component={Link}
                href={places.findings()}
                variant="default"
                {...(run.review === 0 ? { ml: 'auto' } : {})}
              >
                Lihat temuan
              </Button>
            </Group>
          </Card>
        </Grid.Col>
        <Grid.Col span={7}>
          <LinkClasses byClass={run.byClass} />
        </Grid.Col>
      </Grid>
      <CoverageCard />
    </>
  );
}
