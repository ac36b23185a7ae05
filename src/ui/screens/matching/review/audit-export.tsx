import { Button, Modal, Stack } from '@mantine/core';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { useJob } from '../../../bridge/use-engine.ts';
import { MadeFile } from '../../../parts/made-file.tsx';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { formatCount } from '../../../words/format.ts';

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
            <MadeFile made={job.result} detail={`${formatCount(job.result.rows)} pasangan`} />
          </Stack>
        </Modal>
      )}
    </>
  );
}
