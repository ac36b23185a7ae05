/** What the shell does for the page, one function a route; a missing one does not compile. */
import { app, type BrowserWindow, nativeTheme, shell } from 'electron';
import type { PickedFile } from '../../src/contract/shell.ts';
import { AppError } from '../../src/domain/app-error.ts';
import { askForFolder, askForNewStore, askForStore, askForTables } from './dialogs.ts';
import { isDroppable, isOpenable } from './file-kinds.ts';
import type { FileRegistry } from './file-registry.ts';
import type { ShellHandlers } from './shell-dispatch.ts';

/** The handlers over one registry of files. */
export function createShellHandlers(registry: FileRegistry): ShellHandlers<BrowserWindow> {
  const orNull = (path: string | null): PickedFile | null =>
    path === null ? null : registry.grant(path);
  return {
    'files.openTables': async (_input, window) => (await askForTables(window)).map(registry.grant),
    'files.openStore': async (_input, window) => orNull(await askForStore(window)),
    'files.newStore': async ({ suggestedName }, window) =>
      orNull(await askForNewStore(window, suggestedName)),
    'files.chooseFolder': async (_input, window) => orNull(await askForFolder(window)),
    'files.adoptDropped': ({ paths }) => {
      const taken = paths.filter(isDroppable);
      if (taken.length === 0) throw new AppError('file.unsupported');
      return taken.map(registry.grant);
    },
    'files.show': ({ file }) => {
      shell.showItemInFolder(knownPath(registry, file));
      return { ok: true };
    },
    'files.open': async ({ file }) => {
      const path = knownPath(registry, file);
      if (!isOpenable(path)) throw new AppError('file.unsupported');
      if ((await shell.openPath(path)) !== '') throw new AppError('file.unreadable');
      return { ok: true };
    },
    'app.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      platform: process.platform,
      packaged: app.isPackaged,
    }),
    'app.theme': ({ theme }) => {
      nativeTheme.themeSource = theme;
      return { ok: true };
    },
  };
}

function knownPath(registry: FileRegistry, id: string): string {
  const path = registry.pathOf(id);
  if (path === null) throw new AppError('not-found', { params: { what: 'file' } });
  return path;
}
