/** A list into a file: kind of file, NIK masked or in full, then the folder. */
import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconExternalLink, IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import type { FindingExport } from '../../../contract/finding-routes.ts';
import type { RouteOut } from '../../../contract/routes.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useJob } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
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
          <Exported made={job.result} />
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

function Exported({ made }: { readonly made: RouteOut<'finding.export'> }) {
  const { shell } = useBridge();
  const failed = (error: unknown) => showError(asAppError(error));
  return (
    <>
      <Text size="sm" fw={600}>
        {made.fileName}
      </Text>
      <Text size="sm" role="status">
        {formatCount(made.rows)} baris, {formatBytes(made.bytes)}
      </Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden="true" />}
          onClick={() => shell.show(made.folder).catch(failed)}
        >
          Buka folder
        </Button>
        <Button
          variant="default"
          leftSection={<IconExternalLink size={16} aria-hidden="true" />}
          onClick={() => shell.open(made.file).catch(failed)}
        >
          Buka berkas
        </Button>
      </Group>
    </>
  );
}
