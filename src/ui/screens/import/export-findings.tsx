/** The rows with findings as a workbook, to send back to the office that wrote the file. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTableExport } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Batch } from '../../../contract/import-routes.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useJob } from '../../bridge/use-engine.ts';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';
import { formatCount } from '../../words/format.ts';

/** Disabled while no row asks for a look. */
export function ExportFindings({ batch }: { readonly batch: Batch }) {
  const { shell } = useBridge();
  const job = useJob('import.exportFindings');

  async function save() {
    const folder = await shell.chooseFolder();
    if (folder === null) return;
    const done = await job.run({ batchId: batch.id, folder: folder.file });
    if (done === null) return;
    notifications.show({
      title: `${formatCount(done.rows)} baris ditulis`,
      message: `${done.fileName} berisi NIK lengkap; kirim hanya ke pengirim daftar.`,
    });
  }

  useEffect(() => {
    if (job.error !== null) showError(job.error);
  }, [job.error]);

  return (
    <Button
      variant="default"
      size="sm"
      leftSection={<IconTableExport size={17} aria-hidden="true" />}
      disabled={batch.counts.errors + batch.counts.warnings === 0}
      loading={job.running}
      onClick={() => save().catch((error) => showError(asAppError(error)))}
    >
      Ekspor temuan
    </Button>
  );
}
