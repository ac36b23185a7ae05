/** The sample regency's files, each one press away from its plan. */
import { Button, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteOut } from '../../../contract/routes.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useRoute } from '../../bridge/use-engine.ts';
import { Card } from '../../parts/card.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { formatBytes } from '../../words/format.ts';
import { importKindLabels } from '../../words/labels.ts';
import { useStageFile } from './use-stage-file.ts';

type SampleFile = RouteOut<'store.sampleFiles'>[number];

/** Only in the sample store. */
export function SampleFiles() {
  const { sample } = useOpenStore();
  const files = useRoute('store.sampleFiles', {}, { enabled: sample });
  const { stage, read } = useStageFile();
  const [current, setCurrent] = useState<SampleFile | null>(null);
  if (!sample || files.data === undefined || files.data.length === 0) return null;

  return (
    <Card title="Berkas contoh" remark="Imporlah satu per satu, dari atas ke bawah">
      <Stack gap="sm">
        {stage.running ? (
          <JobProgressNote
            title={`Membaca ${current?.fileName ?? ''}`}
            progress={stage.progress}
            onCancel={stage.cancel}
          />
        ) : null}
        {stage.error === null ? null : <ErrorNote error={stage.error} />}
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Berkas</Table.Th>
              <Table.Th>Jenis data</Table.Th>
              <Table.Th ta="right">Ukuran</Table.Th>
              <Table.Th w={150}>
                <VisuallyHidden>Tindakan</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {files.data.map((file) => (
              <SampleLine
                key={file.file}
                file={file}
                disabled={stage.running}
                onRead={() => {
                  setCurrent(file);
                  void read(file.file, file.kind, file.imported);
                }}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Card>
  );
}

interface SampleLineProps {
  readonly file: SampleFile;
  readonly disabled: boolean;
  readonly onRead: () => void;
}

function SampleLine({ file, disabled, onRead }: SampleLineProps) {
  return (
    <Table.Tr>
      <Table.Td>{file.fileName}</Table.Td>
      <Table.Td>{importKindLabels[file.kind]}</Table.Td>
      <Table.Td ta="right">{formatBytes(file.bytes)}</Table.Td>
      <Table.Td ta="right">
        {file.imported ? (
          <Text span size="sm" c="var(--padan-ok-text)">
            <IconCheck size={15} aria-hidden="true" style={{ verticalAlign: -3 }} /> Sudah diimpor
          </Text>
        ) : (
          <Button
            variant="light"
            size="compact-sm"
            disabled={disabled}
            onClick={onRead}
            aria-label={`Impor ${file.fileName}`}
          >
            Impor
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
