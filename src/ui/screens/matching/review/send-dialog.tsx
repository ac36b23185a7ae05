/** A list for the office that knows the people: the pairs of the filter on screen, with a column for answers. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReviewFilter } from '../../../../contract/review-routes.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { useJob } from '../../../bridge/use-engine.ts';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { JobProgressNote } from '../../../parts/job-progress.tsx';
import { MadeFile } from '../../../parts/made-file.tsx';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { formatCount } from '../../../words/format.ts';

interface SendDialogProps {
  readonly filter: ReviewFilter;
  readonly open: number;
  readonly onClose: () => void;
}

export function SendDialog({ filter, open, onClose }: SendDialogProps) {
  const { shell } = useBridge();
  const job = useJob('review.sendOut');

  async function run() {
    const folder = await shell.chooseFolder();
    if (folder !== null)
      await job.run({ folder: folder.file, filter: { ...filter, state: 'open' } });
  }

  return (
    <Modal
      opened
      onClose={job.running ? () => undefined : onClose}
      title="Kirim daftar periksa ke OPD"
    >
      <Stack gap="sm">
        {job.running ? (
          <JobProgressNote title="Menulis daftar" progress={job.progress} onCancel={job.cancel} />
        ) : job.result !== null ? (
          <MadeFile made={job.result} detail={`${formatCount(job.result.rows)} pasangan`} />
        ) : (
          <>
            <Text size="sm">
              {formatCount(open)} pasangan yang menunggu menurut saringan di layar. Pilih satu unit
              di saringan agar OPD hanya menerima orangnya sendiri.
            </Text>
            <Text size="sm" c="dimmed">
              OPD mengisi kolom Jawaban: SAMA, BEDA, atau TIDAK TAHU. NIK disamarkan kecuali angka
              yang berbeda. Jawabannya dibaca kembali lewat Baca jawaban OPD.
            </Text>
            {job.error === null ? null : <ErrorNote error={job.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Batal
              </Button>
              <Button
                disabled={open === 0}
                onClick={() => run().catch((error) => showError(asAppError(error)))}
              >
                Pilih folder dan tulis
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
