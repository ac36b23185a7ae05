/** What the grid shows, into a file: kind of file, NIK in full or masked, then the folder. */
import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { RosterColumnKey, RosterFilter, RosterSort } from '../../../contract/roster-routes.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useJob } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { MadeFile } from '../../parts/made-file.tsx';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';
import { formatBytes, formatCount } from '../../words/format.ts';

interface ExportDialogProps {
  readonly filter: RosterFilter;
  readonly sort: RosterSort;
  readonly columns: readonly RosterColumnKey[];
  readonly total: number;
  readonly onClose: () => void;
}

export function ExportDialog({ filter, sort, columns, total, onClose }: ExportDialogProps) {
  const { shell } = useBridge();
  const job = useJob('roster.export');
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [fullNik, setFullNik] = useState(false);
  const hasNik = columns.includes('nik');

  async function run() {
    const folder = await shell.chooseFolder();
    if (folder === null) return;
    await job.run({
      folder: folder.file,
      format,
      filter,
      sort,
      columns: [...columns],
      fullNik: hasNik && fullNik,
    });
  }

  return (
    <Modal
      opened
      onClose={job.running ? () => undefined : onClose}
      title="Ekspor daftar"
      closeButtonProps={{ 'aria-label': 'Tutup' }}
    >
      <Stack gap="sm">
        {job.running ? (
          <JobProgressNote title="Mengekspor" progress={job.progress} onCancel={job.cancel} />
        ) : job.result !== null ? (
          <MadeFile
            made={job.result}
            detail={`${formatCount(job.result.rows)} orang, ${formatBytes(job.result.bytes)}`}
          />
        ) : (
          <>
            <Text size="sm">
              {formatCount(total)} orang dan {columns.length} kolom, sesuai saringan, urutan, dan
              kolom di layar.
            </Text>
            <SegmentedControl
              aria-label="Jenis berkas"
              value={format}
              onChange={(value) => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
              data={[
                { value: 'xlsx', label: 'Excel (XLSX)' },
                { value: 'csv', label: 'CSV' },
              ]}
            />
            {format === 'csv' ? (
              <Text size="sm" c="dimmed">
                Excel memotong angka panjang di CSV. Untuk dibuka di Excel, pilih XLSX.
              </Text>
            ) : null}
            {hasNik ? (
              <Checkbox
                label="NIK lengkap"
                description="Tanpa centang, NIK disamarkan. Ekspor NIK lengkap dicatat di riwayat."
                checked={fullNik}
                onChange={(event) => setFullNik(event.currentTarget.checked)}
              />
            ) : null}
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
