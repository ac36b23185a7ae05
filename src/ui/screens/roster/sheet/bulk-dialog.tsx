/** One field set for many: what and for whom, then what it does, then the deed. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { BulkTarget } from '../../../../contract/roster-grid-routes.ts';
import type { RouteOut } from '../../../../contract/routes.ts';
import type { Roster } from '../../../../domain/segments.ts';
import { useJob } from '../../../bridge/use-engine.ts';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { JobProgressNote } from '../../../parts/job-progress.tsx';
import { formatCount } from '../../../words/format.ts';
import { rosterInSentence, statusLabels } from '../../../words/labels.ts';
import { BulkFields, changeOf, nothingTyped } from './bulk-fields.tsx';

interface BulkDialogProps {
  readonly roster: Roster;
  readonly target: BulkTarget;
  /** How many rows the target stands for. */
  readonly rows: number;
  readonly onClose: () => void;
}

type Counts = RouteOut<'roster.bulkPreview'>;

export function BulkDialog({ roster, target, rows, onClose }: BulkDialogProps) {
  const preview = useJob('roster.bulkPreview');
  const edit = useJob('roster.bulkEdit');
  const [typed, setTyped] = useState(nothingTyped);
  const change = changeOf(roster, typed);
  const counts = preview.result;
  const running = preview.running ? preview : edit.running ? edit : null;

  async function run() {
    if (change === null || counts === null) return;
    const made = await edit.run({ roster, target, change, expected: counts.changed });
    if (made === null) return;
    notifications.show({
      title: `Data ${formatCount(made.changed)} orang diubah`,
      message: 'Dapat diurungkan dari Riwayat.',
    });
    onClose();
  }

  return (
    <Modal
      opened
      onClose={running === null ? onClose : () => undefined}
      size={520}
      title="Ubah massal"
      closeButtonProps={{ 'aria-label': 'Tutup' }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {target.kind === 'filter'
            ? `Semua ${formatCount(rows)} orang sesuai saringan di daftar ${rosterInSentence[roster]}.`
            : `${formatCount(rows)} orang yang dipilih.`}
        </Text>
        {running !== null ? (
          <JobProgressNote
            title={edit.running ? 'Mengubah data' : 'Menghitung dampak'}
            progress={running.progress}
            onCancel={running.cancel}
          />
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (counts !== null && counts.changed > 0) void run();
              else if (counts === null && change !== null) {
                void preview.run({ roster, target, change });
              }
            }}
          >
            <Stack gap="sm">
              <BulkFields
                roster={roster}
                typed={typed}
                onChange={(next) => {
                  setTyped(next);
                  preview.reset();
                  edit.reset();
                }}
              />
              {counts === null ? null : <Consequence counts={counts} />}
              {preview.error === null ? null : <ErrorNote error={preview.error} />}
              {edit.error === null ? null : <ErrorNote error={edit.error} />}
              <Group justify="flex-end">
                <Button variant="default" onClick={onClose}>
                  Batal
                </Button>
                {counts === null ? (
                  <Button type="submit" disabled={change === null}>
                    Lihat dampak
                  </Button>
                ) : (
                  <Button type="submit" disabled={counts.changed === 0}>
                    Ubah {formatCount(counts.changed)} orang
                  </Button>
                )}
              </Group>
            </Stack>
          </form>
        )}
      </Stack>
    </Modal>
  );
}

function Consequence({ counts }: { readonly counts: Counts }) {
  const { changed, same, refused, refusedSome } = counts;
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {formatCount(changed)} orang berubah
      </Text>
      {same === 0 ? null : (
        <Text size="sm">{formatCount(same)} orang sudah demikian; tidak disentuh.</Text>
      )}
      {refused === 0 ? null : (
        <Text size="sm">
          {formatCount(refused)} orang tidak dapat menjadi itu dari statusnya sekarang:{' '}
          {refusedSome
            .slice(0, 5)
            .map(({ name, status }) => `${name} (${statusLabels[status].toLowerCase()})`)
            .join(', ')}
          {refused > 5 ? ', …' : ''}
        </Text>
      )}
    </div>
  );
}
