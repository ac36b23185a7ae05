/** A running job in place: step, share done, time left, and a way to stop it. */
import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import type { JobProgress } from '../../contract/messages.ts';
import { formatCount, formatTimeLeft } from '../words/format.ts';
import { stageText } from '../words/work-words.ts';
import { useNow } from './use-now.ts';

interface JobProgressNoteProps {
  readonly title: string;
  readonly progress: JobProgress | null;
  readonly onCancel?: (() => void) | undefined;
}

/** Stays the same height from start to end, so that nothing jumps. */
export function JobProgressNote({ title, progress, onCancel }: JobProgressNoteProps) {
  const now = useNow(1000);
  const share = shareOf(progress);
  const left = secondsLeft(progress, now);
  return (
    <Paper withBorder p="md" role="status" aria-live="polite">
      <Group justify="space-between" mb={6} wrap="nowrap">
        <Text fw={600}>{title}</Text>
        {onCancel === undefined ? null : (
          <Button variant="default" onClick={onCancel}>
            Batalkan
          </Button>
        )}
      </Group>
      <Progress.Root size="md">
        <Progress.Section
          value={share === null ? 100 : share * 100}
          animated={share === null}
          striped={share === null}
          aria-label={title}
          {...(share === null ? { 'aria-valuenow': undefined } : {})}
        />
      </Progress.Root>
      <Group justify="space-between" mt={6} mih={20}>
        <Text size="sm" c="dimmed">
          {progress === null ? 'Memulai' : countText(progress)}
        </Text>
        <Text size="sm" c="dimmed">
          {left === null ? '' : formatTimeLeft(left)}
        </Text>
      </Group>
    </Paper>
  );
}

function countText(progress: JobProgress): string {
  const stage = stageText(progress.stage);
  if (progress.total === null) {
    return progress.done === 0 ? stage : `${stage}: ${formatCount(progress.done)}`;
  }
  return `${stage}: ${formatCount(progress.done)} dari ${formatCount(progress.total)}`;
}

/** 0…1, or `null` when the whole is not known yet. */
export function shareOf(progress: JobProgress | null): number | null {
  if (progress === null || progress.total === null || progress.total === 0) return null;
  return Math.min(1, progress.done / progress.total);
}

function secondsLeft(progress: JobProgress | null, now: number): number | null {
  const share = shareOf(progress);
  if (progress === null || share === null || share < 0.05) return null;
  const spent = (now - new Date(progress.startedAt).getTime()) / 1000;
  return spent < 3 ? null : (spent / share) * (1 - share);
}
