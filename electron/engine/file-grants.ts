/** FileIds in the engine process: its own are known at once, the shell's are asked for. */
import { randomUUID } from 'node:crypto';
import { AppError } from '../../src/domain/app-error.ts';
import type { FromEngine } from './messages.ts';

export interface FileGrants {
  readonly grantFile: (path: string) => string;
  readonly resolveFile: (id: string) => Promise<string>;
  /** Takes main's answer to a question. */
  readonly answer: (ask: number, path: string | null) => void;
}

/** `tell` sends to main, which keeps every id for the life of the app, also across engine restarts. */
export function createFileGrants(tell: (message: FromEngine) => void): FileGrants {
  const pathOf = new Map<string, string>();
  const idOf = new Map<string, string>();
  const open = new Map<number, (path: string | null) => void>();
  let asked = 0;

  return {
    grantFile(path) {
      const known = idOf.get(path);
      if (known !== undefined) return known;
      const id = randomUUID();
      idOf.set(path, id);
      pathOf.set(id, path);
      tell({ t: 'granted', id, path });
      return id;
    },
    async resolveFile(id) {
      const own = pathOf.get(id);
      if (own !== undefined) return own;
      asked += 1;
      const ask = asked;
      const path = await new Promise<string | null>((resolve) => {
        open.set(ask, resolve);
        tell({ t: 'resolve', ask, id });
      });
      if (path === null) throw new AppError('not-found', { params: { what: 'file' } });
      return path;
    },
    answer(ask, path) {
      open.get(ask)?.(path);
      open.delete(ask);
    },
  };
}
