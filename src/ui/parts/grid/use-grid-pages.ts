/** Rows of a long list by position: only the pages in view are asked for, and only once scrolling rests. */
import { useDebouncedValue } from '@mantine/hooks';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { AppError } from '../../../domain/app-error.ts';

/** How soon a page is asked again while its list is still being counted. */
const countedAgainMs = 150;

/** Rows asked for at once. */
export const pageSize = 100;

export interface GridPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** Set while `total` is only what was counted so far. */
  readonly counting?: boolean | undefined;
}

export interface GridPagesOptions<Row> {
  /** Names the list; another key is another list. */
  readonly listKey: readonly unknown[];
  readonly first: number;
  readonly last: number;
  readonly load: (offset: number, limit: number) => Promise<GridPage<Row>>;
}

export interface GridPages<Row> {
  /** Known number of rows; `null` until the first page came. */
  readonly total: number | null;
  /** True while the total is still growing. */
  readonly counting: boolean;
  readonly rowAt: (index: number) => Row | undefined;
  readonly error: AppError | null;
  readonly retry: () => void;
}

/** The pages that hold rows `first`…`last`, and page 0, which tells the total. */
export function useGridPages<Row>(options: GridPagesOptions<Row>): GridPages<Row> {
  const { listKey, first, last, load } = options;
  const wantedFrom = Math.floor(first / pageSize);
  const wantedTo = Math.floor(Math.max(first, last) / pageSize);
  const [from] = useDebouncedValue(wantedFrom, 60);
  const [to] = useDebouncedValue(wantedTo, 60);
  const numbers = pageNumbers(from, to);
  const listName = JSON.stringify(listKey);
  const lastTotal = useRef<{ list: string; total: number } | null>(null);

  const combine = useCallback(
    (results: UseQueryResult<GridPage<Row>, AppError>[]) => ({
      pages: results.map((result) => result.data),
      error: results.find((result) => result.error !== null)?.error ?? null,
      retry: () => {
        for (const result of results) if (result.error !== null) void result.refetch();
      },
    }),
    [],
  );
  const { pages, error, retry } = useQueries({
    queries: numbers.map((page) => ({
      queryKey: [...listKey, page],
      queryFn: () => load(page * pageSize, pageSize),
      refetchInterval: ({ state }: { state: { data?: GridPage<Row> | undefined } }) =>
        state.data?.counting === true ? countedAgainMs : false,
    })),
    combine,
  });

  // A page that came when all were counted knows more than one that came before.
  const told =
    pages.find((page) => page !== undefined && page.counting !== true) ??
    pages.find((page) => page !== undefined);
  const known = told?.total;
  if (known !== undefined) lastTotal.current = { list: listName, total: known };
  const remembered = lastTotal.current?.list === listName ? lastTotal.current.total : null;

  return {
    total: known ?? remembered,
    counting: told?.counting === true,
    rowAt(index) {
      const page = pages[numbers.indexOf(Math.floor(index / pageSize))];
      return page?.rows[index % pageSize];
    },
    error,
    retry,
  };
}

function pageNumbers(from: number, to: number): readonly number[] {
  const numbers = [0];
  for (let page = Math.max(1, from); page <= to; page += 1) numbers.push(page);
  return numbers;
}
