/** An error in place: what happened, what to do, and a way to try again. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { AppErrorData } from '../../domain/app-error.ts';
import { errorWords } from '../words/errors.ts';

interface ErrorNoteProps {
  readonly error: AppErrorData;
  readonly onRetry?: (() => void) | undefined;
  readonly retryLabel?: string;
}

/** Reads out at once; nothing on the page moves it away. */
export function ErrorNote({ error, onRetry, retryLabel = 'Coba lagi' }: ErrorNoteProps) {
  const words = errorWords(error);
  return (
    <Alert role="alert" color="red" icon={<IconAlertCircle size={18} />} title={words.title}>
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
