/** A list that came back: what its answers would do, then doing it. */
import { Button, Checkbox, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { type AnswersRead, answerProblems } from '../../../../contract/review-routes.ts';
import { answerProblemWords } from '../../../../contract/words/review-words.ts';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { useJob } from '../../../bridge/use-engine.ts';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { Figure } from '../../../parts/figure.tsx';
import { JobProgressNote } from '../../../parts/job-progress.tsx';
import { ScrollRegion } from '../../../parts/scroll-region.tsx';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { formatCount } from '../../../words/format.ts';
import { showDeed } from './deed-note.ts';

interface AnswersDialogProps {
  readonly operator: string | null;
  /** Hears the deed, so that it can be taken back. */
  readonly onDone: (journalId: number) => void;
  readonly onClose: () => void;
}

export function AnswersDialog({ operator, onDone, onClose }: AnswersDialogProps) {
  const { shell } = useBridge();
  const read = useJob('review.readAnswers');
  const apply = useJob('review.applyAnswers');
  const [file, setFile] = useState<string | null>(null);
  const [replace, setReplace] = useState(false);
  const running = read.running || apply.running;

  async function pick() {
    const [picked] = await shell.openTables();
    if (picked === undefined) return;
    setFile(picked.file);
    await read.run({ file: picked.file });
  }

  async function save(sha256: string) {
    if (file === null) return;
    const done = await apply.run({ file, sha256, operator, replace });
    if (done === null) return;
    showDeed(`${formatCount(done.applied)} jawaban diterapkan; tekan U untuk mengurungkan`);
    if (done.journalId !== null) onDone(done.journalId);
    onClose();
  }

  const data = read.result;
  return (
    <Modal opened onClose={running ? () => undefined : onClose} title="Baca jawaban OPD" size="xl">
      <Stack gap="sm">
        {running ? (
          <JobProgressNote
            title={read.running ? 'Membaca jawaban' : 'Menerapkan jawaban'}
            progress={read.progress ?? apply.progress}
            onCancel={read.running ? read.cancel : apply.cancel}
          />
        ) : (
          <>
            {read.error === null ? null : <ErrorNote error={read.error} />}
            {apply.error === null ? null : <ErrorNote error={apply.error} />}
            {data === null ? (
              <Text size="sm">
                Pilih daftar periksa yang sudah diisi OPD. Sebelum diterapkan, hasilnya ditampilkan
                dahulu.
              </Text>
            ) : (
              <Preview data={data} replace={replace} onReplace={setReplace} />
            )}
            <Group justify="flex-end">
              <Button
                variant="default"
                onClick={() => pick().catch((error) => showError(asAppError(error)))}
              >
                {data === null ? 'Pilih berkas' : 'Pilih berkas lain'}
              </Button>
              {data === null ? null : (
                <Button
                  disabled={toApply(data, replace) === 0}
                  onClick={() => void save(data.sha256)}
                >
                  Terapkan {formatCount(toApply(data, replace))} jawaban
                </Button>
              )}
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}

const toApply = (data: AnswersRead, replace: boolean): number =>
  data.same + data.different + (replace ? data.problems.contradicts : 0);

interface PreviewProps {
  readonly data: AnswersRead;
  readonly replace: boolean;
  readonly onReplace: (replace: boolean) => void;
}

function Preview({ data, replace, onReplace }: PreviewProps) {
  const found = answerProblems.filter((problem) => data.problems[problem] > 0);
  return (
    <>
      <Text size="sm" fw={600}>
        {data.fileName}
      </Text>
      <Group gap={36}>
        <Figure label="Sama" value={formatCount(data.same)} />
        <Figure label="Beda" value={formatCount(data.different)} />
        <Figure label="Tidak tahu" value={formatCount(data.unknown)} />
        <Figure label="Belum dijawab" value={formatCount(data.blank)} />
        <Figure label="Sudah tercatat" value={formatCount(data.repeated)} />
      </Group>
      {found.length === 0 ? null : (
        <Text size="sm">
          Tidak diterapkan:{' '}
          {found
            .map(
              (one) =>
                `${formatCount(data.problems[one])} ${answerProblemWords[one][0].toLowerCase()}`,
            )
            .join(', ')}
          .
        </Text>
      )}
      {data.listed.length === 0 ? null : (
        <div style={{ maxHeight: 230, display: 'flex' }}>
          <ScrollRegion label="Baris yang bermasalah">
            <Table stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th ta="right">Baris</Table.Th>
                  <Table.Th>Nama</Table.Th>
                  <Table.Th>Jawaban</Table.Th>
                  <Table.Th>Masalah</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.listed.map((one) => (
                  <Table.Tr key={`${one.row}`}>
                    <Table.Td ta="right">{formatCount(one.row)}</Table.Td>
                    <Table.Td>{one.name === '' ? one.key : one.name}</Table.Td>
                    <Table.Td>{one.answer}</Table.Td>
                    <Table.Td>{answerProblemWords[one.problem].join(': ')}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollRegion>
        </div>
      )}
      {data.problems.contradicts === 0 ? null : (
        <Checkbox
          checked={replace}
          onChange={(event) => onReplace(event.currentTarget.checked)}
          label={`Ganti juga ${formatCount(data.problems.contradicts)} keputusan yang berbeda dengan jawaban OPD`}
        />
      )}
    </>
  );
}
