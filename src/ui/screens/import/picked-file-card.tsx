/** One chosen file: what it looks like, what it shall be read as. */
import { Alert, Button, Group, NativeSelect, Paper, Skeleton, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { RouteOut } from '../../../contract/routes.ts';
import { type ImportKind, importKinds, rosters } from '../../../domain/segments.ts';
import { places } from '../../app/places.ts';
import type { PickedFile } from '../../bridge/shell-client.ts';
import { useJob } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { formatBytes } from '../../words/format.ts';
import { importKindLabels } from '../../words/labels.ts';
import { type ModeChoice, ModeSelect, usualMode } from './import-mode.tsx';
import { usePickedFiles } from './picked-files.tsx';
import { useStageFile } from './use-stage-file.ts';

/** Looks into the file at once; reading it starts when its kind is confirmed. */
export function PickedFileCard({ file }: { readonly file: PickedFile }) {
  const inspect = useInspection(file.file);
  const { stage, read } = useStageFile();
  const [chosen, setChosen] = useState<ImportKind | null>(null);
  const [how, setHow] = useState<ModeChoice>(usualMode);
  const facts = inspect.result;
  const kind = chosen ?? facts?.guess ?? null;
  const roster = rosters.find((one) => one === kind);
  const known = facts?.importedAs ?? null;
  const error = inspect.error ?? stage.error;

  if (stage.running) {
    return (
      <JobProgressNote
        title={`Membaca ${file.fileName}`}
        progress={stage.progress}
        onCancel={stage.cancel}
      />
    );
  }
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-end" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} truncate="end">
            {file.fileName}
          </Text>
          <FileFacts facts={facts} looking={inspect.running} />
        </div>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <KindSelect kind={kind} onChange={setChosen} />
          {roster === undefined ? null : (
            <ModeSelect roster={roster} value={how} onChange={setHow} label="Cara impor" />
          )}
          <Button
            onClick={() => {
              if (kind !== null)
                void read(file.file, kind, known !== null, roster === undefined ? undefined : how);
            }}
            disabled={kind === null || inspect.running}
          >
            {known === null ? 'Baca berkas' : 'Impor lagi'}
          </Button>
          <DropFile file={file.file} />
        </Group>
      </Group>
      {known === null ? null : (
        <Alert color="yellow" mt="sm">
          Isi berkas ini sudah pernah diimpor.{' '}
          <Link href={places.batch(known)}>Lihat impor sebelumnya</Link>
        </Alert>
      )}
      {error === null ? null : (
        <div style={{ marginTop: 12 }}>
          <ErrorNote error={error} />
        </div>
      )}
    </Paper>
  );
}

/** Starts once for a file, also under React's double effects. */
function useInspection(file: string) {
  const inspect = useJob('import.inspect');
  const started = useRef(false);
  const { run } = inspect;
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void run({ file });
  }, [run, file]);
  return inspect;
}

interface FileFactsProps {
  readonly facts: RouteOut<'import.inspect'> | null;
  readonly looking: boolean;
}

function FileFacts({ facts, looking }: FileFactsProps) {
  if (looking) return <Skeleton h={16} w={200} mt={4} />;
  return (
    <Text size="sm" c="dimmed">
      {facts === null
        ? 'Isi berkas belum dikenali'
        : `${formatBytes(facts.bytes)} · .${facts.format} · ${facts.sheets} lembar`}
    </Text>
  );
}

interface KindSelectProps {
  readonly kind: ImportKind | null;
  readonly onChange: (kind: ImportKind | null) => void;
}

function KindSelect({ kind, onChange }: KindSelectProps) {
  return (
    <NativeSelect
      label="Dibaca sebagai"
      w={290}
      value={kind ?? ''}
      onChange={(event) =>
        onChange(importKinds.find((one) => one === event.currentTarget.value) ?? null)
      }
      data={[
        { value: '', label: 'Pilih jenis data', disabled: true },
        ...importKinds.map((one) => ({ value: one, label: importKindLabels[one] })),
      ]}
    />
  );
}

function DropFile({ file }: { readonly file: string }) {
  const picked = usePickedFiles();
  return (
    <Button variant="default" onClick={() => picked.remove(file)}>
      Lepas
    </Button>
  );
}
