/** How a text file's letters and columns are told apart, and the way to say otherwise. */
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { type Batch, textEncoding } from '../../../contract/import-routes.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { delimiterNames, encodingNames } from '../../words/import-words.ts';
import { useRestage } from './use-restage.ts';

/** Only for a text file whose plan can still be changed. */
export function TextReading({ batch }: { readonly batch: Batch }) {
  const { stage, file, restage } = useRestage(batch);
  const read = {
    encoding: String(batch.facts['encoding']),
    delimiter: String(batch.facts['delimiter']),
  };
  const [encoding, setEncoding] = useState(read.encoding);
  const [delimiter, setDelimiter] = useState(read.delimiter);
  if (file === null || batch.facts['delimiter'] === undefined) return null;
  if (stage.running) {
    return (
      <JobProgressNote
        title="Membaca ulang berkas"
        progress={stage.progress}
        onCancel={stage.cancel}
      />
    );
  }
  const changed = encoding !== read.encoding || delimiter !== read.delimiter;
  const told = textEncoding.safeParse(encoding);
  return (
    <Stack gap="xs" px="md" pt="md">
      {stage.error === null ? null : <ErrorNote error={stage.error} />}
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label="Penyandian huruf"
          w={260}
          value={encoding}
          onChange={(event) => setEncoding(event.currentTarget.value)}
          data={Object.entries(encodingNames).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          label="Pemisah kolom"
          w={200}
          value={delimiter}
          onChange={(event) => setDelimiter(event.currentTarget.value)}
          data={delimiterOptions(read.delimiter)}
        />
        <Button
          disabled={!changed}
          onClick={() =>
            void restage({ delimiter, ...(told.success ? { encoding: told.data } : {}) })
          }
        >
          Baca ulang
        </Button>
      </Group>
    </Stack>
  );
}

/** The usual ones, and the one the file has. */
function delimiterOptions(read: string) {
  const known = Object.entries(delimiterNames).map(([value, label]) => ({ value, label }));
  return Object.hasOwn(delimiterNames, read) ? known : [...known, { value: read, label: read }];
}
