/** Files in: drop or choose, say what each one is, look at the plan, save it. */
import { Button, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useOpenStore } from '../../app/store-context.tsx';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { DropArea } from '../../parts/drop-area.tsx';
import { Page } from '../../parts/page.tsx';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';
import { BatchList } from './batch-list.tsx';
import { PickedFileCard } from './picked-file-card.tsx';
import { usePickedFiles } from './picked-files.tsx';
import { RememberedSources } from './remembered-sources.tsx';
import { SampleFiles } from './sample-files.tsx';

/** The list of files, waiting and done. */
export function ImportScreen() {
  const { shell } = useBridge();
  const { readOnly } = useOpenStore();
  const picked = usePickedFiles();

  async function pick() {
    picked.add(await shell.openTables());
  }

  async function drop(files: readonly File[]) {
    picked.add(await shell.adoptDropped(files));
  }

  return (
    <Page
      title="Impor"
      hint="Setiap berkas dibaca dan diperiksa dahulu. Tidak ada yang tersimpan sebelum Anda menekan Simpan."
    >
      <Stack gap="md">
        <DropArea
          disabled={readOnly}
          onFiles={(files) => drop(files).catch((error) => showError(asAppError(error)))}
        >
          <IconFileSpreadsheet size={30} stroke={1.4} aria-hidden="true" />
          <div>
            <Text fw={600}>Letakkan berkas di sini, atau pilih dari komputer</Text>
            <Text size="sm" c="dimmed">
              .xlsx, .xls, .ods, .csv: daftar OPD, desa, pekerja rentan, dan ekspor BPJS
            </Text>
          </div>
          <Button
            size="sm"
            disabled={readOnly}
            onClick={() => pick().catch((error) => showError(asAppError(error)))}
          >
            Pilih berkas
          </Button>
        </DropArea>
        {picked.waiting.map((file) => (
          <PickedFileCard key={file.file} file={file} />
        ))}
        <SampleFiles />
        <BatchList />
        <RememberedSources />
      </Stack>
    </Page>
  );
}
