/** Files chosen but not yet saved, kept while one walks through the other screens. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { PickedFile } from '../../bridge/shell-client.ts';

export interface PickedFiles {
  readonly waiting: readonly PickedFile[];
  readonly add: (files: readonly PickedFile[]) => void;
  readonly remove: (file: string) => void;
  /** The file behind a plan, so that its columns can be understood anew; lost on a restart. */
  readonly fileOf: (batchId: number) => string | null;
  /** `insteadOf` is the plan that the new one replaces: its open tab stays open. */
  readonly staged: (file: string, batchId: number, insteadOf?: number) => void;
  readonly tabOf: (batchId: number) => string;
  readonly showTab: (batchId: number, tab: string) => void;
}

const PickedFilesContext = createContext<PickedFiles | null>(null);

/** The files waiting to be imported. */
export function usePickedFiles(): PickedFiles {
  const files = useContext(PickedFilesContext);
  if (files === null) throw new Error('no picked files above this component');
  return files;
}

export function PickedFilesProvider({ children }: { readonly children: ReactNode }) {
  const [waiting, setWaiting] = useState<readonly PickedFile[]>([]);
  const [files, setFiles] = useState<ReadonlyMap<number, string>>(new Map());
  const [shown, setShown] = useState({ batchId: 0, tab: 'rows' });
  const value = useMemo<PickedFiles>(
    () => ({
      waiting,
      add: (added) =>
        setWaiting((before) => [
          ...before,
          ...added.filter((one) => !before.some((other) => other.file === one.file)),
        ]),
      remove: (file) => setWaiting((before) => before.filter((one) => one.file !== file)),
      fileOf: (batchId) => files.get(batchId) ?? null,
      tabOf: (batchId) => (shown.batchId === batchId ? shown.tab : 'rows'),
      showTab: (batchId, tab) => setShown({ batchId, tab }),
      staged(file, batchId, insteadOf) {
        setShown((before) => (before.batchId === insteadOf ? { ...before, batchId } : before));
        setFiles((before) => new Map(before).set(batchId, file));
        setWaiting((before) => before.filter((one) => one.file !== file));
      },
    }),
    [waiting, files, shown],
  );
  return <PickedFilesContext value={value}>{children}</PickedFilesContext>;
}
