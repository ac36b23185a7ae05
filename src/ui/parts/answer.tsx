/** Shows a query's answer, or its designed loading and error states in the same place. */
import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AppError } from '../../domain/app-error.ts';
import { ErrorNote } from './error-note.tsx';

interface AnswerProps<T> {
  readonly query: {
    readonly data: T | undefined;
    readonly error: AppError | null;
    readonly refetch: () => unknown;
  };
  /** Lines of grey while the first answer is awaited; their height keeps the page still. */
  readonly skeletonRows?: number;
  readonly skeletonHeight?: number;
  readonly children: (data: T) => ReactNode;
}

/** An answer that once came stays on screen while it is asked again. */
export function Answer<T>(props: AnswerProps<T>) {
  const { query, skeletonRows = 4, skeletonHeight = 20, children } = props;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) {
    return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <Stack gap="xs" aria-busy="true" aria-label="Memuat">
      {Array.from({ length: skeletonRows }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity
        <Skeleton key={line} h={skeletonHeight} />
      ))}
    </Stack>
  );
}
