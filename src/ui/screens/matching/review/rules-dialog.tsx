/** How the queue is worked: blind, and by two people where numbers contradict. */
import { Button, Group, Modal, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import type { ReviewSettings } from '../../../../contract/review-routes.ts';
import { useCommand } from '../../../bridge/use-engine.ts';
import { ErrorNote } from '../../../parts/error-note.tsx';

interface RulesDialogProps {
  readonly settings: ReviewSettings;
  readonly onClose: () => void;
}

export function RulesDialog({ settings, onClose }: RulesDialogProps) {
  const save = useCommand('review.saveSettings');
  const [blind, setBlind] = useState(settings.blind);
  const [twoPerson, setTwoPerson] = useState(settings.twoPerson);
  return (
    <Modal opened onClose={onClose} title="Cara memeriksa">
      <Stack gap="md">
        <Switch
          checked={blind}
          onChange={(event) => setBlind(event.currentTarget.checked)}
          label="Sembunyikan hitungan sampai diputuskan"
          description="Kemungkinan, golongan, dan bobot bukti tidak tampil, agar petugas menilai dari datanya saja."
        />
        <Switch
          checked={twoPerson}
          onChange={(event) => setTwoPerson(event.currentTarget.checked)}
          label="Dua petugas untuk nomor yang bertentangan"
          description="Pasangan bernomor sama dengan nama dan tanggal lahir berbeda baru ditetapkan bila dua petugas sepakat."
        />
        {save.error === null ? null : <ErrorNote error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button
            loading={save.isPending}
            onClick={() => save.mutate({ blind, twoPerson }, { onSuccess: onClose })}
          >
            Simpan
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
