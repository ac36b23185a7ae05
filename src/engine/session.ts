/** The one store that is open, and what workers need to open it too. */
import { AppError } from '../domain/app-error.ts';
import type { WriteStore } from '../store/store.ts';
import type { StoreAccess } from './worker/task.ts';

export interface OpenedStore {
  readonly store: WriteStore;
  /** Set for the sample regency: the folder its files lie in. */
  readonly sampleDir: string | null;
}

export interface Session {
  readonly opened: () => OpenedStore | null;
  /** The open store; throws `store.not-open`. */
  readonly store: () => WriteStore;
  /** What a worker needs; throws `store.not-open`. */
  readonly access: () => StoreAccess;
  readonly open: (opened: OpenedStore) => void;
  readonly close: () => void;
  /** Calls `listener` once, when the store that is open now is closed or another one takes its place. */
  readonly onClose: (listener: () => void) => void;
}

export function createSession(): Session {
  let current: OpenedStore | null = null;
  let closing: (() => void)[] = [];
  const need = (): OpenedStore => {
    if (current === null) throw new AppError('store.not-open');
    return current;
  };
  const close = () => {
    const opened = current;
    const listeners = closing;
    current = null;
    closing = [];
    for (const listener of listeners) listener();
    opened?.store[Symbol.dispose]();
  };
  return {
    opened: () => current,
    store: () => need().store,
    access: () => ({ path: need().store.path, key: need().store.key }),
    open: (opened) => {
      close();
      current = opened;
    },
    close,
    onClose: (listener) => void closing.push(listener),
  };
}
