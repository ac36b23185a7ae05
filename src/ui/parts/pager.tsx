/** `101–200 dari 5.230` and two buttons, for lists that are read a page at a time. */
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { formatCount } from '../words/format.ts';

interface PagerProps {
  /** Page shown, from 0. */
  readonly page: number;
  readonly pageSize: number;
  readonly shown: number;
  readonly total: number;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

/** Keeps its place on an empty list. */
export function Pager({ page, pageSize, shown, total, onPrevious, onNext }: PagerProps) {
  const from = page * pageSize + 1;
  return (
    <Group gap={4} wrap="nowrap">
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }} role="status">
        {shown === 0
          ? '0 baris'
          : `${formatCount(from)}–${formatCount(from + shown - 1)} dari ${formatCount(total)}`}
      </Text>
      <ActionIcon aria-label="Halaman sebelumnya" disabled={page === 0} onClick={onPrevious}>
        <IconChevronLeft size={17} />
      </ActionIcon>
      <ActionIcon
        aria-label="Halaman berikutnya"
        disabled={from + shown - 1 >= total || shown === 0}
        onClick={onNext}
      >
        <IconChevronRight size={17} />
      </ActionIcon>
    </Group>
  );
}
