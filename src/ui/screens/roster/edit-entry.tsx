/** Changes one entry where it is shown. */
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import type { EntryDetail } from '../../../contract/roster-routes.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { draftOf } from './entry-draft.ts';
import { EntryForm } from './entry-form.tsx';
import { SameNikNote } from './same-nik-note.tsx';
import { useEntryForm } from './use-entry-form.ts';

interface EditEntryProps {
  /** As it stood when editing began; what changes meanwhile is refused on saving. */
  readonly entry: EntryDetail;
  readonly onDone: () => void;
}

export function EditEntry({ entry: given, onDone }: EditEntryProps) {
  const [entry] = useState(given);
  const [initial] = useState(() => draftOf(entry));
  const form = useEntryForm(entry.roster, entry.id, initial);
  const update = useCommand('roster.update');
  const save = () =>
    update.mutate(
      { entryId: entry.id, version: entry.version, changes: form.fields },
      { onSuccess: onDone },
    );
  return (
    <form
      aria-label="Ubah data"
      onSubmit={(event) => {
        event.preventDefault();
        if (form.changed && form.sound) save();
      }}
    >
      <Stack gap="sm">
        <EntryForm
          roster={entry.roster}
          draft={form.draft}
          onChange={form.setDraft}
          findings={form.findings}
          unread={form.unread}
          nikMasked={entry.nikMasked}
        />
        <SameNikNote entries={form.sameNik} />
        {update.error === null ? null : <ErrorNote error={update.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Batal
          </Button>
          <Button type="submit" disabled={!form.changed || !form.sound} loading={update.isPending}>
            Simpan
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
