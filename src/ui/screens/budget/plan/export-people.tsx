/** The people a target enrols, into a sheet for the units to act on. */
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { PlanAssumptionsIn } from '../../../../contract/plan-assumptions.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { useJob } from '../../../bridge/use-engine.ts';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { JobProgressNote } from '../../../parts/job-progress.tsx';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { formatCount } from '../../../words/format.ts';
import { PlanFiles } from './export-plans.tsx';

interface ExportPeopleProps {
  readonly year: number;
  readonly assumptions: PlanAssumptionsIn;
  readonly persons: number;
  readonly onClose: () => void;
}

export function ExportPeople({ year, assumptions, persons, onClose }: ExportPeopleProps) {
  const { shell } = useBridge();
  const job = useJob('plan.exportPeople');
  const [fullNik, setFullNik] = useState(false);

  async function run() {
    const folder = await shell.chooseFolder();
    if (folder === null) return;
    await job.run({ folder: folder.file, year, assumptions, fullNik });
  }

  return (
    <Modal
      opened
      onClose={job.running ? () => undefined : onClose}
      title="Ekspor daftar calon peserta"
    >
      <Stack gap="sm">
        {job.running ? (
          <JobProgressNote title="Menulis daftar" progress={job.progress} onCancel={job.cancel} />
        ) : job.result !== null ? (
          <PlanFiles made={job.result} />
        ) : (
          <>
            <Text size="sm">
              {formatCount(persons)} orang menurut unit, dalam urutan pendaftaran, agar tiap OPD dan
              desa dapat mendaftarkannya.
            </Text>
            <Checkbox
              label="NIK lengkap"
              description="Tanpa centang, NIK disamarkan. Ekspor NIK lengkap dicatat di riwayat."
              checked={fullNik}
              onChange={(event) => setFullNik(event.currentTarget.checked)}
            />
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
