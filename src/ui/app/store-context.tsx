/** What every screen may know of the open file. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { StoreStatus } from '../../contract/store-routes.ts';

export interface OpenStore {
  readonly sample: boolean;
  readonly readOnly: boolean;
  readonly fileName: string;
  readonly regencyName: string;
  readonly fiscalYear: number;
}

const StoreContext = createContext<OpenStore | null>(null);

/** The open file; only below `StoreProvider`. */
export function useOpenStore(): OpenStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('no open store above this component');
  return store;
}

/** Provides the open file's facts. */
export function StoreProvider(props: {
  readonly status: StoreStatus;
  readonly children: ReactNode;
}) {
  const { status, children } = props;
  const store = useMemo<OpenStore>(
    () => ({
      sample: status.sample,
      readOnly: status.readOnly,
      fileName: status.fileName ?? '',
      regencyName: status.regencyName ?? '',
      fiscalYear: status.fiscalYear ?? new Date().getFullYear(),
    }),
    [status],
  );
  return <StoreContext value={store}>{children}</StoreContext>;
}
