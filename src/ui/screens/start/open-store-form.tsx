/** The passphrase of an existing file. */
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PickedFile } from '../../bridge/shell-client.ts';
import { useJob } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { PassphraseInput } from '../../parts/passphrase-input.tsx';
import { errorWords } from '../../words/errors.ts';

interface OpenStoreFormProps {
  readonly file: PickedFile;
  readonly onBack: () => void;
}

/** A wrong passphrase is said at the field; any other trouble above it. */
export function OpenStoreForm({ file, onBack }: OpenStoreFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const open = useJob('store.open');
  const wrong = open.error?.code === 'store.wrong-passphrase' ? errorWords(open.error) : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    await open.run({ file: file.file, passphrase });
  }

  return (
    <Paper withBorder p="lg" component="form" onSubmit={submit}>
      <Title order={2} size="h1">
        Buka berkas
      </Title>
      <Text c="dimmed" size="sm" mb="md" truncate="end">
        {file.fileName}
      </Text>
      {open.error !== null && wrong === null ? <ErrorNote error={open.error} /> : null}
      <PassphraseInput
        label="Kata sandi"
        autoFocus
        value={passphrase}
        onChange={(event) => {
          setPassphrase(event.currentTarget.value);
          if (open.error !== null) open.reset();
        }}
        error={wrong === null ? null : `${wrong.title}. ${wrong.advice}`}
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" size="sm" onClick={onBack} disabled={open.running}>
          Kembali
        </Button>
        <Button type="submit" size="sm" loading={open.running} disabled={passphrase === ''}>
          Buka
        </Button>
      </Group>
    </Paper>
  );
}
