/** After one cell was put right: the same, wherever the same stands; with how many before it is done. */
import { Alert, Button, CloseButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { valueKey } from '../../../contract/cell-text.ts';
import { useJob, useRoute } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { formatCount } from '../../words/format.ts';
import { fieldLabel } from '../../words/import-words.ts';
import { listedText } from './cell-words.ts';
import type { FixedCell } from './value-cell.tsx';

interface SameValuesBarProps {
  readonly batchId: number;
  readonly offer: FixedCell;
  readonly onDone: () => void;
}

/** Nothing while no other row says the same. */
export function SameValuesBar({ batchId, offer, onDone }: SameValuesBarProps) {
  const { field, from, to } = offer;
  const [applied, setApplied] = useState<number | null>(null);
  const same = useRoute(
    'import.sameValues',
    { batchId, field, value: from },
    { enabled: from !== '' && applied === null },
  );
  const fixAll = useJob('import.fixAll');
  const unfixAll = useJob('import.unfixAll');
  const rows = same.data?.rows ?? 0;
  if (applied === null && (from === '' || rows === 0)) return null;
  const key = valueKey(field);
  const words = `${fieldLabel(field)} “${listedText(key, from)}”`;
  const running = [fixAll, unfixAll].find((job) => job.running);
  if (running !== undefined) {
    return (
      <JobProgressNote
        title={`Mengganti ${words}`}
        progress={running.progress}
        onCancel={running.cancel}
      />
    );
  }
  const error = fixAll.error ?? unfixAll.error;
  return (
    <Alert color="blue" mb="xs" py={6} role="status">
      {error === null ? null : <ErrorNote error={error} />}
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {applied === null
            ? `${formatCount(rows)} baris lain juga berisi ${words}.`
            : `${words} diganti di ${formatCount(applied)} baris.`}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {applied === null ? (
            <Button
              size="xs"
              onClick={() =>
                void fixAll
                  .run({ batchId, field, from, to })
                  .then((done) => setApplied(done?.rows ?? null))
              }
            >
              Terapkan ke {formatCount(rows)} nilai yang sama
            </Button>
          ) : (
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                void unfixAll.run({ batchId, field, from, to }).then((done) => {
                  if (done !== null) onDone();
                })
              }
            >
              Urungkan
            </Button>
          )}
          <CloseButton aria-label="Tutup" size="sm" onClick={onDone} />
        </Group>
      </Group>
    </Alert>
  );
}
