/** An error in place: what happened, what to do, and a way to try again. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { AppErrorData, ErrorCode } from '../../domain/app-error.ts';
import { errorWords } from '../words/errors.ts';

interface ErrorNoteProps {
  readonly error: AppErrorData;
  readonly onRetry?: (() => void) | undefined;
  readonly retryLabel?: string;
}

/** Errors that only say what comes first; nothing went wrong. */
const guidance: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'import.already-imported',
  'import.no-findings',
  'import.nothing-to-commit',
  'packet.nothing-to-print',
  'reconcile.not-run',
  'reconcile.nothing-to-match',
]);

/** Reads out at once; nothing on the page moves it away. */
export function ErrorNote({ error, onRetry, retryLabel = 'Coba lagi' }: ErrorNoteProps) {
  const words = errorWords(error);
  return (
    <Alert
      role="alert"
      color={guidance.has(error.code) ? 'yellow' : 'red'}
      icon={<IconAlertCircle size={18} aria-hidden="true" />}
      title={words.title}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Text size="sm">{words.advice}</Text>
      {onRetry === undefined ? null : (
        <Group mt="xs">
          <Button variant="default" onClick={onRetry}>
            {retryLabel}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
