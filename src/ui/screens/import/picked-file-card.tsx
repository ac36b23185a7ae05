/** One chosen file: what it looks like, what it shall be read as. */
import { Alert, Button, Group, NativeSelect, Paper, Skeleton, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type ImportKind, importKinds } from '../../../domain/segments.ts';
import { places } from '../../app/places.ts';
import type { PickedFile } from '../../bridge/shell-client.ts';
import { useJob } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { formatBytes } from '../../words/format.ts';
import { importKindLabels } from '../../words/labels.ts';
import { usePickedFiles } from './picked-files.tsx';

/** Looks into the file at once; reading it starts when its kind is confirmed. */
export function PickedFileCard({ file }: { readonly file: PickedFile }) {
  const picked = usePickedFiles();
  const [, navigate] = useLocation();
  const inspect = useJob('import.inspect');
  const stage = useJob('import.stage');
  const [chosen, setChosen] = useState<ImportKind | null>(null);
  const started = useRef(false);
  const runInspect = inspect.run;

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void runInspect({ file: file.file });
  }, [runInspect, file.file]);

  const facts = inspect.result;
  const kind = chosen ?? facts?.guess ?? null;
  const known = facts?.importedAs ?? null;

  async function read() {
    if (kind === null) return;
    const batch = await stage.run({
      file: file.file,
      kind,
      ...(known === null ? {} : { again: true }),
    });
    if (batch === null) return;
    picked.staged(file.file, batch.id);
    navigate(places.batch(batch.id));
  }

  if (stage.running) {
    return (
      <JobProgressNote
        title={`Membaca ${file.fileName}`}
        progress={stage.progress}
        onCancel={stage.cancel}
      />
    );
  }
  const error = inspect.error ?? stage.error;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-end" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} truncate="end">
            {file.fileName}
          </Text>
          {inspect.running ? (
            <Skeleton h={16} w={200} mt={4} />
          ) : (
            <Text size="sm" c="dimmed">
              {facts === null
                ? 'Isi berkas belum dikenali'
                : `${formatBytes(facts.bytes)} · .${facts.format} · ${facts.sheets} lembar`}
            </Text>
          )}
        </div>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <NativeSelect
            label="Dibaca sebagai"
            w={290}
            value={kind ?? ''}
            onChange={(event) =>
              setChosen(importKinds.find((one) => one === event.currentTarget.value) ?? null)
            }
            data={[
              { value: '', label: 'Pilih jenis data', disabled: true },
              ...importKinds.map((one) => ({ value: one, label: importKindLabels[one] })),
            ]}
          />
          <Button onClick={() => void read()} disabled={kind === null || inspect.running}>
            {known === null ? 'Baca berkas' : 'Impor lagi'}
          </Button>
          <Button variant="default" onClick={() => picked.remove(file.file)}>
            Lepas
          </Button>
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
