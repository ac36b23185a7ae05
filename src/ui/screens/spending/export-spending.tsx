/** The year's budget and payments into a workbook. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';

export function ExportSpending({ year }: { readonly year: number }) {
  const { shell, engine } = useBridge();

  async function run() {
    const folder = await shell.chooseFolder();
    if (folder === null) return;
    const made = await engine.call('spending.export', { year, folder: folder.file });
    notifications.show({
      title: made.fileName,
      message: (
        <Button variant="default" onClick={() => void shell.open(made.file)}>
          Buka berkas
        </Button>
      ),
    });
  }

  return (
    <Button variant="default" onClick={() => run().catch((error) => showError(asAppError(error)))}>
      Ekspor XLSX
    </Button>
  );
}
