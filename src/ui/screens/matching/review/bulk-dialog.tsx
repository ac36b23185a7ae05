/** All pairs from a share on, in one deed; what it may cost stands before the button. */
import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReviewFilter } from '../../../../contract/review-routes.ts';
import { useJob, useRoute } from '../../../bridge/use-engine.ts';
import { Answer } from '../../../parts/answer.tsx';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { Figure } from '../../../parts/figure.tsx';
import { JobProgressNote } from '../../../parts/job-progress.tsx';
import { formatCount } from '../../../words/format.ts';
import { showDeed } from './deed-note.ts';
import { formatExpected } from './words.ts';

interface BulkDialogProps {
  readonly filter: ReviewFilter;
  readonly operator: string | null;
  /** Hears the deed, so that it can be taken back. */
  readonly onDone: (journalId: number) => void;
  readonly onClose: () => void;
}

export function BulkDialog({ filter, operator, onDone, onClose }: BulkDialogProps) {
  const [percent, setPercent] = useState(60);
  const from = percent / 100;
  const preview = useRoute('review.bulkPreview', { filter, from }, { keep: true });
  const job = useJob('review.bulkAccept');

  async function accept(pairs: number) {
    const done = await job.run({ filter, from, pairs, operator });
    if (done === null) return;
    showDeed(`${formatCount(done.pairs)} pasangan diterima; tekan U untuk mengurungkan`);
    onDone(done.journalId);
    onClose();
  }

  return (
    <Modal
      opened
      onClose={job.running ? () => undefined : onClose}
      title="Terima banyak pasangan"
      size="lg"
    >
      {job.running ? (
        <JobProgressNote title="Menerima" progress={job.progress} onCancel={job.cancel} />
      ) : (
        <Stack gap="md">
          <NumberInput
            label="Terima semua dengan kemungkinan sedikitnya (%)"
            data-autofocus
            min={5}
            max={100}
            step={5}
            w={340}
            allowDecimal={false}
            clampBehavior="strict"
            value={percent}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 5) setPercent(value);
            }}
          />
          <Answer query={preview} skeletonRows={2} skeletonHeight={40}>
            {(data) => (
              <>
                <Group gap={40}>
                  <Figure
                    label="Pasangan yang diterima"
                    value={formatCount(data.pairs)}
                    size="lg"
                  />
                  <Figure
                    label="Perkiraan yang keliru di antaranya"
                    value={formatExpected(data.expectedWrong)}
                    size="lg"
                  />
                </Group>
                <Text size="sm" c="dimmed">
                  Hanya pasangan menurut saringan di layar. {formatCount(data.left)} pasangan tetap
                  di antrean karena nomornya bertentangan, wajib dilihat orang, atau kepesertaannya
                  sudah diputuskan milik orang lain; {formatCount(data.rivalled)} lainnya kalah dari
                  calon yang lebih mungkin.
                </Text>
                {job.error === null ? null : <ErrorNote error={job.error} />}
                <Group justify="flex-end">
                  <Button variant="default" onClick={onClose}>
                    Batal
                  </Button>
                  <Button
                    disabled={data.pairs === 0 || preview.isPlaceholderData}
                    onClick={() => void accept(data.pairs)}
                  >
                    Terima {formatCount(data.pairs)} pasangan
                  </Button>
                </Group>
              </>
            )}
          </Answer>
        </Stack>
      )}
    </Modal>
  );
}
