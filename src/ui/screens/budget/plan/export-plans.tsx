/** Prints scenarios: paper and layout, the folder, then what came out. */
import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconExternalLink, IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanAssumptionsIn } from '../../../../contract/plan-assumptions.ts';
import type { RouteOut } from '../../../../contract/routes.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { useJob } from '../../../bridge/use-engine.ts';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { JobProgressNote } from '../../../parts/job-progress.tsx';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { formatBytes, formatCount } from '../../../words/format.ts';

interface ExportPlansProps {
  readonly year: number;
  readonly what: 'compare' | 'rka';
  readonly plans: readonly { readonly name: string; readonly assumptions: PlanAssumptionsIn }[];
  readonly onClose: () => void;
}

export function ExportPlans({ year, what, plans, onClose }: ExportPlansProps) {
  const { shell } = useBridge();
  const job = useJob('plan.export');
  const [paper, setPaper] = useState<'A4' | 'F4'>('F4');
  const [byUnit, setByUnit] = useState(false);

  async function run() {
    const folder = await shell.chooseFolder();
    if (folder === null) return;
    await job.run({ folder: folder.file, year, paper, what, byUnit, plans: [...plans] });
  }

  return (
    <Modal
      opened
      onClose={job.running ? () => undefined : onClose}
      title={what === 'rka' ? 'Cetak RKA' : 'Ekspor perbandingan'}
    >
      <Stack gap="sm">
        {job.running ? (
          <JobProgressNote title="Menyusun berkas" progress={job.progress} onCancel={job.cancel} />
        ) : job.result !== null ? (
          <PlanFiles made={job.result} />
        ) : (
          <>
            <Text size="sm">
              {what === 'rka'
                ? `Satu RKA untuk tiap skenario (${plans.map(({ name }) => name).join(', ')}), dalam XLSX dengan rumus hidup dan PDF.`
                : `${plans.map(({ name }) => name).join(', ')} berdampingan dalam XLSX, jumlahnya dengan rumus.`}
            </Text>
            {what === 'rka' ? (
              <>
                <SegmentedControl
                  aria-label="Kertas"
                  value={paper}
                  onChange={(value) => setPaper(value === 'A4' ? 'A4' : 'F4')}
                  data={[
                    { value: 'F4', label: 'F4 (215 × 330 mm)' },
                    { value: 'A4', label: 'A4' },
                  ]}
                />
                <Checkbox
                  label="Dirinci per OPD dan desa"
                  description="Tanpa centang, satu tabel terpusat untuk seluruh kabupaten."
                  checked={byUnit}
                  onChange={(event) => setByUnit(event.currentTarget.checked)}
                />
              </>
            ) : null}
            {job.error === null ? null : <ErrorNote error={job.error} />}
            <Group justify="flex-end" mt="xs">
              <Button variant="default" onClick={onClose}>
                Batal
              </Button>
              <Button onClick={() => run().catch((error) => showError(asAppError(error)))}>
                Pilih folder dan cetak
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}

/** Files that were written, each to be opened. */
export function PlanFiles({ made }: { readonly made: RouteOut<'plan.export'> }) {
  const { shell } = useBridge();
  const failed = (error: unknown) => showError(asAppError(error));
  return (
    <Stack gap="xs" role="status">
      <Text size="sm" fw={600}>
        {made.files.length} berkas selesai ditulis
      </Text>
      {made.files.map((file) => (
        <Group key={file.file} justify="space-between" wrap="nowrap">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {file.fileName}{' '}
            <Text span c="dimmed">
              ({file.pages === null ? '' : `${formatCount(file.pages)} halaman, `}
              {formatBytes(file.bytes)})
            </Text>
          </Text>
          <Button
            variant="subtle"
            aria-label={`Buka ${file.fileName}`}
            rightSection={<IconExternalLink size={14} aria-hidden="true" />}
            onClick={() => shell.open(file.file).catch(failed)}
          >
            Buka
          </Button>
        </Group>
      ))}
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden="true" />}
          onClick={() => shell.show(made.folder).catch(failed)}
        >
          Buka folder
        </Button>
      </Group>
    </Stack>
  );
}
