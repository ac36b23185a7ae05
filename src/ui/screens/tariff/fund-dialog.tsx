/** Adds a regency's own fund source, or changes or removes it. */
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { FundView } from '../../../contract/fund-routes.ts';
import { type FundKind, fundKinds, longestFundName } from '../../../domain/segments.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { fundKindTitles } from '../../words/tariff-words.ts';
import { useAuthor } from './use-author.ts';

interface FundDialogProps {
  /** Null for a new one. */
  readonly fund: FundView | null;
  readonly onClose: () => void;
}

export function FundDialog({ fund, onClose }: FundDialogProps) {
  const [name, setName] = useState(fund?.name ?? '');
  const [kind, setKind] = useState<FundKind>(fund?.kind ?? 'apbd');
  const [author, setAuthor] = useAuthor();
  const add = useCommand('fund.add');
  const change = useCommand('fund.change');
  const remove = useCommand('fund.remove');
  const error = add.error ?? change.error ?? remove.error;
  const busy = add.isPending || change.isPending || remove.isPending;
  const incomplete = name.trim().length < 2 || author.trim().length < 2;

  /** The error of an earlier try says nothing of this one. */
  function forget() {
    for (const one of [add, change, remove]) one.reset();
  }
  const done = (message: string) => ({
    onSuccess: () => {
      notifications.show({ color: 'teal', message });
      onClose();
    },
  });
  function save() {
    const given = { name, kind, author };
    forget();
    if (fund === null) add.mutate(given, done('Sumber dana tersimpan'));
    else change.mutate({ id: fund.id, ...given }, done('Sumber dana tersimpan'));
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={fund === null ? 'Sumber dana daerah' : `Ubah ${fund.name}`}
      closeButtonProps={{ 'aria-label': 'Tutup' }}
      size={460}
    >
      <Stack gap="sm">
        <TextInput
          label="Nama"
          placeholder="misalnya Baznas Kabupaten"
          maxLength={longestFundName}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label="Jenis"
          value={kind}
          onChange={(event) =>
            setKind(fundKinds.find((one) => one === event.currentTarget.value) ?? kind)
          }
          data={fundKinds.map((value) => ({ value, label: fundKindTitles[value] }))}
        />
        <TextInput
          label="Nama petugas"
          maxLength={100}
          value={author}
          onChange={(event) => setAuthor(event.currentTarget.value)}
        />
        {fund === null ? null : (
          <Text size="sm" c="dimmed">
            Nama dan jenis yang baru dipakai pekerja, anggaran, pembayaran, dan skenario yang
            menyebutnya.
          </Text>
        )}
        {error === null ? null : <ErrorNote error={error} />}
        <Group justify="space-between">
          {fund === null ? (
            <span />
          ) : (
            <Button
              variant="default"
              disabled={busy || author.trim().length < 2}
              onClick={() => {
                forget();
                remove.mutate({ id: fund.id, author }, done('Sumber dana dihapus dari pilihan'));
              }}
            >
              Hapus
            </Button>
          )}
          <Button loading={busy} disabled={incomplete} onClick={save}>
            Simpan
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
