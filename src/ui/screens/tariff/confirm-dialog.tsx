/** A person's word that rows stand like this in the text of the law; kept with name and moment. */
import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { TariffRowView } from '../../../contract/tariff-routes.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { formatCount } from '../../words/format.ts';
import { figureSubject, figureValue } from '../../words/tariff-words.ts';
import { useAuthor } from './use-author.ts';

interface ConfirmDialogProps {
  readonly rows: readonly TariffRowView[];
  readonly onClose: () => void;
}

const named = 6;

export function ConfirmDialog({ rows, onClose }: ConfirmDialogProps) {
  const confirm = useCommand('tariff.confirm');
  const [by, setBy] = useAuthor();
  const [note, setNote] = useState('');
  function save() {
    confirm.mutate(
      { rows: rows.map(({ id, figureText }) => ({ row: id, figure: figureText })), by, note },
      {
        onSuccess: () => {
          notifications.show({
            color: 'teal',
            message: `${formatCount(rows.length)} baris ditandai cocok`,
          });
          onClose();
        },
      },
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Sudah dicocokkan dengan naskah"
      closeButtonProps={{ 'aria-label': 'Tutup' }}
      size={520}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          <List size="sm" spacing={2}>
            {rows.slice(0, named).map((row) => (
              <List.Item key={row.id}>
                {figureSubject(row.figure)}: {figureValue(row.figure)}
              </List.Item>
            ))}
          </List>
          {rows.length > named ? (
            <Text size="sm">dan {formatCount(rows.length - named)} baris lain di bagian ini.</Text>
          ) : null}
          <TextInput
            label="Dibaca di"
            placeholder="PP 44/2015 Lampiran II, halaman 2"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            label="Nama petugas"
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          {confirm.error === null ? null : <ErrorNote error={confirm.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Batal
            </Button>
            <Button
              type="submit"
              loading={confirm.isPending}
              disabled={note.trim().length < 3 || by.trim().length < 2}
            >
              Tandai cocok
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
