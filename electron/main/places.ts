/** Where the parts of the app lie, unpackaged and packaged. */
import { join } from 'node:path';
import { app } from 'electron';

export interface Places {
  readonly page: string;
  readonly preload: string;
  readonly engine: string;
  readonly worker: string;
  /** Tariffs, fonts, templates: plain files, also in a packaged app. */
  readonly resources: string;
  readonly icon: string;
  readonly data: string;
  readonly logs: string;
}

/** Call when the app is ready (the user's folder is known then). */
export function findPlaces(): Places {
  const out = join(import.meta.dirname, '..');
  const resources = app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : join(app.getAppPath(), 'resources');
  const user = app.getPath('userData');
  return {
    page: join(out, 'renderer'),
    preload: join(out, 'preload', 'index.cjs'),
    engine: join(out, 'engine', 'index.js'),
    worker: join(out, 'engine', 'worker.js'),
    resources,
    icon: join(resources, 'icon.png'),
    data: join(user, 'padan'),
    logs: join(user, 'logs'),
  };
}
