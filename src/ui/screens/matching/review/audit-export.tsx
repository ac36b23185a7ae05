import { Button, Modal, Stack } from '@mantine/core';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { useJob } from '../../../bridge/use-engine.ts';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { MadeFile } from './made-file.tsx';

/** The sample as a workbook, in a folder of choice. */
export function AuditExport({ auditId }: { readonly auditId: number }) {
  const { shell } = useBridge();
  const job = useJob('review.exportAudit');

  async function run() {
    const folder = await shell.chooseFolder();
    if (folder === null) return;
    await job.run({ auditId, folder: folder.file });
  }

  return (
    <>
      <Button
        variant="default"
        loading={job.running}
        onClick={() => run().catch((error) => showError(asAppError(error)))}
      >
        Simpan sebagai XLSX
      </Button>
      {job.result === null ? null : (
        <Modal opened onClose={job.reset} title="Contoh tersimpan">
          <Stack gap="sm">
            <MadeFile made={job.result} unit="pasangan" />
          </Stack>
        </Modal>
      )}
    </>
  );
}
