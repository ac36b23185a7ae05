/** FileIds: what the page holds instead of paths. Kept in main for the life of the app. */
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { PickedFile } from '../../src/contract/shell.ts';

export interface FileRegistry {
  /** An id for a path the user chose; the same path keeps its id. */
  readonly grant: (path: string) => PickedFile;
  /** Takes over an id that the engine gave to a file it made. */
  readonly adopt: (id: string, path: string) => void;
  readonly pathOf: (id: string) => string | null;
}

/** An empty registry. */
export function createFileRegistry(): FileRegistry {
  const paths = new Map<string, string>();
  const ids = new Map<string, string>();
  return {
    grant(path) {
      const id = ids.get(path) ?? randomUUID();
      ids.set(path, id);
      paths.set(id, path);
      const stats = statSync(path, { throwIfNoEntry: false });
      const bytes = stats?.isFile() === true ? stats.size : 0;
      return { file: id, fileName: basename(path), bytes };
    },
    adopt(id, path) {
      paths.set(id, path);
    },
    pathOf: (id) => paths.get(id) ?? null,
  };
}
