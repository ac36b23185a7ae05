/** One person more, by form, with the checks an import has. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Roster } from '../../../domain/segments.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { rosterInSentence } from '../../words/labels.ts';
import { emptyDraft } from './entry-draft.ts';
import { EntryForm } from './entry-form.tsx';
import { SameNikChoice } from './same-nik-note.tsx';
import { useEntryForm } from './use-entry-form.ts';

interface AddPersonProps {
  readonly roster: Roster;
  readonly onClose: () => void;
  readonly onAdded: (entryId: number) => void;
}

export function AddPerson({ roster, onClose, onAdded }: AddPersonProps) {
  const form = useEntryForm(roster, null, emptyDraft);
  const add = useCommand('roster.add');
  const [same, setSame] = useState<string | null>(null);
  const decided = form.sameNik.length === 0 || same !== null;
  const twice = form.sameNik.some(
    (one) => String(one.personId) === same && one.roster === roster && one.status !== 'keluar',
  );
  const ready = form.checked && form.sound && decided && !twice;

  function save() {
    const { fields } = form;
    add.mutate(
      {
        roster,
        fields: {
          name: fields.name ?? '',
          nik: fields.nik ?? null,
          kpj: fields.kpj ?? null,
          birthDate: fields.birthDate ?? null,
          sex: fields.sex ?? null,
          marital: fields.marital ?? null,
          unitId: fields.unitId ?? null,
          position: fields.position ?? null,
          jobKind: fields.jobKind ?? null,
          nip: fields.nip ?? null,
          decree: fields.decree ?? null,
          startDate: fields.startDate ?? null,
          wage: fields.wage ?? null,
          fundSource: fields.fundSource ?? null,
          desil: fields.desil ?? null,
          dtsenId: fields.dtsenId ?? null,
          phone: fields.phone ?? null,
          note: fields.note ?? null,
        },
        sameAs: same === null || same === 'new' ? null : Number(same),
        seen: form.sameNik.map(({ entryId }) => entryId),
      },
      { onSuccess: ({ entryId }) => onAdded(entryId) },
    );
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={`Tambah orang ke daftar ${rosterInSentence[roster]}`}
      closeButtonProps={{ 'aria-label': 'Tutup' }}
      size={520}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save();
        }}
      >
        <Stack gap="sm">
          <EntryForm
            roster={roster}
            draft={form.draft}
            onChange={(draft) => {
              if (draft.nik !== form.draft.nik) setSame(null);
              form.setDraft(draft);
            }}
            findings={form.findings}
            unread={form.unread}
            nikMasked={null}
          />
          <SameNikChoice entries={form.sameNik} value={same} onChange={setSame} />
          {twice ? (
            <Text size="sm" role="alert">
              Orang ini sudah ada di daftar yang sama. Buka datanya lewat pencarian.
            </Text>
          ) : null}
          {add.error === null ? null : <ErrorNote error={add.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Batal
            </Button>
            <Button type="submit" disabled={!ready} loading={add.isPending}>
              Tambahkan
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
