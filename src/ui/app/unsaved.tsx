/** What is typed and not yet saved: whatever would throw it away asks first. */
import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { formatCount } from '../words/format.ts';

/** A place where something waits to be saved. */
export interface Waiting {
  /** As it stands inside a sentence. */
  readonly where: string;
  readonly changes: number;
}

interface Unsaved {
  /** Says anew all that waits; nothing for none. */
  readonly report: (waiting: readonly Waiting[]) => void;
  /** Does `go` at once when nothing waits, otherwise after somebody agreed to lose it. */
  readonly guard: (go: () => void) => void;
}

const UnsavedContext = createContext<Unsaved>({ report: () => undefined, guard: (go) => go() });

/** Reporting what waits, and asking before it is lost. */
export function useUnsaved(): Unsaved {
  return useContext(UnsavedContext);
}

/** Keeps what waits; while anything does, the window asks before it closes or loads anew. */
export function UnsavedProvider({ children }: { readonly children: ReactNode }) {
  const waiting = useRef<readonly Waiting[]>([]);
  const asking = useRef(false);
  const value = useMemo<Unsaved>(
    () => ({
      report: (next) => {
        waiting.current = next;
      },
      guard: (go) => {
        if (waiting.current.length === 0) {
          go();
          return;
        }
        if (asking.current) return;
        asking.current = true;
        askToLose(waiting.current, go, () => {
          asking.current = false;
        });
      },
    }),
    [],
  );
  useEffect(() => {
    // The shell puts the question in words; the page only says that there is one.
    const hold = (event: BeforeUnloadEvent) => {
      if (waiting.current.length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, []);
  return <UnsavedContext value={value}>{children}</UnsavedContext>;
}

function askToLose(waiting: readonly Waiting[], go: () => void, onClose: () => void): void {
  const parts = waiting.map(
    ({ where, changes }) => `${formatCount(changes)} perubahan di daftar ${where}`,
  );
  modals.openConfirmModal({
    title: 'Tutup tanpa menyimpan?',
    children: (
      <Text size="sm">
        {parts.join(' dan ')} belum disimpan dan akan hilang. Untuk menyimpannya, kembali lalu pilih
        Simpan di bawah tabel.
      </Text>
    ),
    labels: { confirm: 'Tutup tanpa menyimpan', cancel: 'Kembali' },
    confirmProps: { color: 'red' },
    onConfirm: go,
    onClose,
  });
}
