/** Where the matcher accepts and where it asks; what a change does stands beside what is. */
import { Button, Group, Modal, NumberInput, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { ReviewSettings } from '../../../../contract/review-routes.ts';
import type { RouteOut } from '../../../../contract/routes.ts';
import { useJob, useRoute } from '../../../bridge/use-engine.ts';
import { Answer } from '../../../parts/answer.tsx';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { JobProgressNote } from '../../../parts/job-progress.tsx';
import { formatCount } from '../../../words/format.ts';
import { formatExpected } from './words.ts';

type Preview = RouteOut<'review.thresholds'>;

interface ThresholdDialogProps {
  readonly settings: ReviewSettings;
  readonly onClose: () => void;
}

export function ThresholdDialog({ settings, onClose }: ThresholdDialogProps) {
  const [accept, setAccept] = useState(Math.round(settings.accept * 100));
  const [review, setReview] = useState(Math.round(settings.review * 100));
  const next = { accept: accept / 100, review: review / 100 };
  const crossed = review >= accept;
  const preview = useRoute('review.thresholds', next, { keep: true, enabled: !crossed });
  const job = useJob('review.setThresholds');
  const changed = next.accept !== settings.accept || next.review !== settings.review;

  async function apply() {
    if ((await job.run(next)) === null) return;
    notifications.show({ color: 'teal', message: 'Ambang tersimpan; antrean sudah mengikuti' });
    onClose();
  }

  return (
    <Modal
      opened
      onClose={job.running ? () => undefined : onClose}
      title="Ambang pemadanan"
      size="lg"
    >
      {job.running ? (
        <JobProgressNote title="Mengubah antrean" progress={job.progress} />
      ) : (
        <Stack gap="md">
          <Group align="flex-end">
            <PercentInput
              label="Ditetapkan otomatis mulai (%)"
              value={accept}
              min={50}
              max={99}
              onChange={setAccept}
            />
            <PercentInput
              label="Ditanyakan mulai (%)"
              value={review}
              min={1}
              max={50}
              onChange={setReview}
            />
          </Group>
          {crossed ? (
            <Text size="sm" c="var(--padan-error-text)" role="alert">
              Ambang bertanya harus di bawah ambang otomatis.
            </Text>
          ) : (
            <Answer query={preview} skeletonRows={6}>
              {(data) => <Effects data={data} />}
            </Answer>
          )}
          {job.error === null ? null : <ErrorNote error={job.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Batal
            </Button>
            <Button
              disabled={!changed || crossed || preview.isPlaceholderData}
              onClick={() => void apply()}
            >
              Terapkan
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

interface PercentInputProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function PercentInput({ onChange, ...input }: PercentInputProps) {
  return (
    <NumberInput
      {...input}
      w={230}
      allowDecimal={false}
      clampBehavior="strict"
      onChange={(value) => {
        if (typeof value === 'number' && value >= input.min && value <= input.max) onChange(value);
      }}
    />
  );
}

function Effects({ data }: { readonly data: Preview }) {
  const rows: readonly (readonly [label: string, (of: Preview['now']) => string])[] = [
    ['Pasangan yang ditetapkan', ({ links }) => formatCount(links)],
    ['Perkiraan yang keliru di antaranya', (of) => formatExpected(of.expectedWrong)],
    ['Menunggu pemeriksaan', ({ queue }) => formatCount(queue)],
  ];
  const moves = [
    [data.released, 'kembali ke antrean'],
    [data.accepted, 'langsung ditetapkan'],
    [data.joining, 'masuk antrean'],
    [data.leaving, 'keluar dari antrean'],
  ] as const;
  const said = moves
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${formatCount(count)} ${what}`);
  return (
    <>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Akibat</Table.Th>
            <Table.Th ta="right">Sekarang</Table.Th>
            <Table.Th ta="right">Dengan ambang ini</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([label, read]) => (
            <Table.Tr key={label}>
              <Table.Td>{label}</Table.Td>
              <Table.Td ta="right">{read(data.now)}</Table.Td>
              <Table.Td ta="right" fw={600}>
                {read(data.planned)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" role="status">
        {said.length === 0 ? 'Tidak ada pasangan yang berpindah.' : `${said.join(', ')}.`} Pemadanan
        berikutnya memakai ambang ini; keputusan petugas tidak berubah.
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Otomatis mulai</Table.Th>
            <Table.Th ta="right">Ditetapkan</Table.Th>
            <Table.Th ta="right">Perkiraan keliru</Table.Th>
            <Table.Th ta="right">Antrean</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.steps.map((step) => (
            <Table.Tr key={step.accept}>
              <Table.Td>{Math.round(step.accept * 100)} %</Table.Td>
              <Table.Td ta="right">{formatCount(step.links)}</Table.Td>
              <Table.Td ta="right">{formatExpected(step.expectedWrong)}</Table.Td>
              <Table.Td ta="right">{formatCount(step.queue)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
