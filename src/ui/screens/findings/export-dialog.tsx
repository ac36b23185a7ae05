/** A list into a file: kind of file, NIK masked or in full, then the folder. */
import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { FindingExport } from '../../../contract/finding-routes.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useJob } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { MadeFile } from '../../parts/made-file.tsx';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';
import { formatBytes, formatCount } from '../../words/format.ts';

interface Made {
  readonly folder: string;
  readonly format: 'xlsx' | 'csv';
  readonly fullNik: boolean;
}

interface ExportDialogProps {
  readonly title: string;
  readonly total: number;
  /** Set for a file without people: XLSX only, no NIK. */
  readonly plain?: boolean;
  readonly inputOf: (made: Made) => FindingExport;
  readonly onClose: () => void;
}

export function ExportDialog({ title, total, plain = false, inputOf, onClose }: ExportDialogProps) {
  const { shell } = useBridge();
  const job = useJob('finding.export');
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [fullNik, setFullNik] = useState(false);

  async function run() {
    const folder = await shell.chooseFolder();
    if (folder !== null) await job.run(inputOf({ folder: folder.file, format, fullNik }));
  }

  return (
    <Modal
      opened
      onClose={job.running ? () => undefined : onClose}
      title={title}
      closeButtonProps={{ 'aria-label': 'Tutup' }}
    >
      <Stack gap="sm">
        {job.running ? (
          <JobProgressNote title="Mengekspor" progress={job.progress} onCancel={job.cancel} />
        ) : job.result !== null ? (
          <MadeFile
            made={job.result}
            detail={`${formatCount(job.result.rows)} baris, ${formatBytes(job.result.bytes)}`}
          />
        ) : (
          <>
            <Text size="sm">{formatCount(total)} baris, sesuai saringan di layar.</Text>
            {plain ? null : (
              <>
                <SegmentedControl
                  aria-label="Jenis berkas"
                  value={format}
                  onChange={(value) => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
                  data={[
                    { value: 'xlsx', label: 'Excel (XLSX)' },
                    { value: 'csv', label: 'CSV' },
                  ]}
                />
                <Checkbox
                  label="NIK lengkap"
                  description="Tanpa centang, NIK disamarkan. Ekspor NIK lengkap dicatat di riwayat."
                  checked={fullNik}
                  onChange={(event) => setFullNik(event.currentTarget.checked)}
                />
              </>
            )}
            {job.error === null ? null : <ErrorNote error={job.error} />}
            <Group justify="flex-end" mt="xs">
              <Button variant="default" onClick={onClose}>
                Batal
              </Button>
              <Button onClick={() => run().catch((error) => showError(asAppError(error)))}>
                Pilih folder dan ekspor
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
