/** After one cell was put right: the same, wherever the same stands; with how many before it is done. */
import { Alert, Button, CloseButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { valueKey } from '../../../contract/cell-text.ts';
import { useCommand, useRoute } from '../../bridge/use-engine.ts';
import { showError } from '../../parts/show-error.tsx';
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
  const fixAll = useCommand('import.fixAll');
  const unfixAll = useCommand('import.unfixAll');
  const rows = same.data?.rows ?? 0;
  if (applied === null && (from === '' || rows === 0)) return null;
  const key = valueKey(field);
  const words = `${fieldLabel(field)} “${listedText(key, from)}”`;
  return (
    <Alert color="blue" mb="xs" py={6} role="status">
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
              loading={fixAll.isPending}
              onClick={() =>
                fixAll.mutate(
                  { batchId, field, from, to },
                  { onSuccess: (done) => setApplied(done.rows), onError: showError },
                )
              }
            >
              Terapkan ke {formatCount(rows)} nilai yang sama
            </Button>
          ) : (
            <Button
              size="xs"
              variant="default"
              loading={unfixAll.isPending}
              onClick={() =>
                unfixAll.mutate(
                  { batchId, field, from, to },
                  { onSuccess: onDone, onError: showError },
                )
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
