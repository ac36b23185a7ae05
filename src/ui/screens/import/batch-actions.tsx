/** Save, drop or undo a plan; after saving, the next step. */
import { Alert, Button, Group, List, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Batch } from '../../../contract/import-routes.ts';
import { rosters } from '../../../domain/segments.ts';
import { places } from '../../app/places.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useCommand, useJob } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { showError } from '../../parts/show-error.tsx';
import { formatCount } from '../../words/format.ts';
import { rosterInSentence, rowsToWrite } from '../../words/labels.ts';
import { undoReasonText } from '../../words/work-words.ts';
import classes from './batch-screen.module.css';
import { ExportFindings } from './export-findings.tsx';
import { ModeSelect } from './import-mode.tsx';
import { needsWord, SaveDialog } from './save-dialog.tsx';
import { useRestage } from './use-restage.ts';

/** What can be done with the plan in its present state. */
export function BatchActions({ batch }: { readonly batch: Batch }) {
  return (
    <div className={classes.actions}>
      {batch.state === 'staged' ? <StagedActions batch={batch} /> : null}
      {batch.state === 'committed' ? <CommittedActions batch={batch} /> : null}
      {batch.state === 'undone' ? <UndoneNote /> : null}
    </div>
  );
}

function StagedActions({ batch }: { readonly batch: Batch }) {
  const commit = useJob('import.commit');
  const discard = useCommand('import.discard');
  const { readOnly } = useOpenStore();
  const [, navigate] = useLocation();
  const toWrite = rowsToWrite(batch.counts);
  const restaging = useRestage(batch);
  const [asking, setAsking] = useState(false);
  const left = batch.counts.conflict + batch.counts.reject;

  if (commit.running) {
    return (
      <JobProgressNote
        title="Menyimpan impor"
        progress={commit.progress}
        onCancel={commit.cancel}
      />
    );
  }
  if (restaging.stage.running) {
    return (
      <JobProgressNote
        title="Membaca ulang berkas"
        progress={restaging.stage.progress}
        onCancel={restaging.stage.cancel}
      />
    );
  }
  const save = () => {
    setAsking(false);
    const said = { confirmLeave: batch.counts.leave > 0, confirmOrders: needsWord(batch) };
    void commit.run({ batchId: batch.id, ...said });
  };
  return (
    <>
      {commit.error === null ? null : <ErrorNote error={commit.error} />}
      {restaging.stage.error === null ? null : <ErrorNote error={restaging.stage.error} />}
      <SaveDialog
        key={String(asking)}
        batch={batch}
        opened={asking}
        onClose={() => setAsking(false)}
        onSave={save}
      />
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {planSentence(batch)}
          {left > 0 ? ` ${formatCount(left)} baris tidak ikut; periksa di bawah.` : ''}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <ExportFindings batch={batch} />
          <PlanMode batch={batch} restaging={restaging} />
          <Button
            variant="default"
            size="sm"
            loading={discard.isPending}
            onClick={() =>
              discard.mutate(
                { batchId: batch.id },
                { onSuccess: () => navigate(places.imports), onError: showError },
              )
            }
          >
            Batalkan
          </Button>
          <Button
            size="sm"
            disabled={toWrite === 0 || readOnly}
            onClick={() => (needsWord(batch) ? setAsking(true) : save())}
          >
            Simpan{batch.counts.leave > 0 || toWrite === 0 ? '' : ` ${formatCount(toWrite)} baris`}
          </Button>
        </Group>
      </Group>
    </>
  );
}

function planSentence({ counts }: Batch): string {
  const rows = counts.add + counts.update;
  const parts = [
    ...(rows > 0 ? [`${formatCount(rows)} baris akan disimpan`] : []),
    ...(counts.leave > 0 ? [`${formatCount(counts.leave)} orang akan ditandai keluar`] : []),
  ];
  return parts.length === 0 ? 'Tidak ada baris yang perlu disimpan.' : `${parts.join(', ')}.`;
}

/** Only rosters are taken in more than one way. */
function PlanMode(props: {
  readonly batch: Batch;
  readonly restaging: ReturnType<typeof useRestage>;
}) {
  const { kind, choices } = props.batch;
  const roster = rosters.find((one) => one === kind);
  if (roster === undefined) return null;
  const { file, restage } = props.restaging;
  return (
    <ModeSelect
      roster={roster}
      value={choices}
      disabled={file === null}
      onChange={({ mode, leaveScope }) => void restage({ mode, leaveScope })}
    />
  );
}

function CommittedActions({ batch }: { readonly batch: Batch }) {
  const undo = useJob('import.undo');
  const { readOnly } = useOpenStore();
  const roster = rosters.find((one) => one === batch.kind);

  const ask = () => askUndo(batch, () => void undo.run({ batchId: batch.id }));

  if (undo.running) {
    return (
      <JobProgressNote title="Mengurungkan impor" progress={undo.progress} onCancel={undo.cancel} />
    );
  }
  return (
    <>
      {undo.error === null ? null : <ErrorNote error={undo.error} />}
      {undo.result === null ? null : <UndoConflicts conflicts={undo.result.conflicts} />}
      <Group justify="space-between" wrap="nowrap">
        <Group gap={6} wrap="nowrap">
          <IconCheck size={18} color="var(--mantine-color-teal-7)" aria-hidden="true" />
          <Text size="sm">
            Tersimpan: {formatCount(batch.counts.add)} baru, {formatCount(batch.counts.update)}{' '}
            berubah
            {batch.counts.leave > 0 ? `, ${formatCount(batch.counts.leave)} ditandai keluar` : ''}.
          </Text>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <Button
            variant="default"
            size="sm"
            disabled={readOnly}
            leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
            onClick={ask}
          >
            Urungkan
          </Button>
          {roster === undefined ? null : (
            <Button variant="default" size="sm" component={Link} href={places.roster(roster)}>
              Lihat daftar {rosterInSentence[roster]}
            </Button>
          )}
          <Button size="sm" variant="light" component={Link} href={places.matching}>
            Ke pemadanan
          </Button>
          <Button size="sm" component={Link} href={places.imports}>
            Impor berkas berikutnya
          </Button>
        </Group>
      </Group>
    </>
  );
}

function askUndo({ counts }: Batch, onConfirm: () => void) {
  modals.openConfirmModal({
    title: 'Urungkan impor ini?',
    children: (
      <Text size="sm">
        {formatCount(counts.add)} baris baru dikeluarkan dan {formatCount(counts.update)} baris
        dikembalikan seperti sebelum impor
        {counts.leave > 0
          ? `; ${formatCount(counts.leave)} orang yang ditandai keluar dipulihkan`
          : ''}
        . Data yang sudah diubah setelahnya tidak ditimpa dan akan didaftar.
      </Text>
    ),
    labels: { confirm: 'Urungkan impor', cancel: 'Kembali' },
    onConfirm,
  });
}

function UndoConflicts(props: {
  readonly conflicts: readonly { readonly name: string; readonly reason: string }[];
}) {
  if (props.conflicts.length === 0) return null;
  return (
    <Alert
      color="yellow"
      mb="sm"
      title={`${formatCount(props.conflicts.length)} orang tidak diubah`}
    >
      <List size="sm">
        {props.conflicts.slice(0, 20).map((one) => (
          <List.Item key={`${one.name}-${one.reason}`}>
            {one.name}: {undoReasonText(one.reason)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function UndoneNote() {
  return (
    <Group justify="space-between">
      <Text size="sm">Impor ini sudah diurungkan; isinya tidak lagi dipakai.</Text>
      <Button size="sm" component={Link} href={places.imports}>
        Impor berkas lain
      </Button>
    </Group>
  );
}
