/** Starts the built app for one test, with a profile of its own, and ends it afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { findElectron } from '../../../scripts/lib/electron-runtime.mjs';
import { rootSwitches } from './root-switches.ts';

export const projectRoot = join(import.meta.dirname, '../../..');

export interface Padan extends AsyncDisposable {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userDataDir: string;
}

export interface LaunchOptions {
  /** Given when a test starts the app twice on one profile; the test then removes it. */
  readonly userDataDir?: string;
}

/** The executable of the runtime that the set-up found. */
export function electronExecutable(): string {
  const runtime = findElectron();
  if (runtime === undefined) throw new Error('no Electron runtime: run `node scripts/setup.mjs`');
  return runtime.executable;
}

/** The environment without what would make Electron behave as plain Node. */
export function cleanEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE' && entry[0] !== 'NODE_OPTIONS',
  );
  return Object.fromEntries(entries);
}

/** Launches Padan and waits for its first window; `await using` ends it. */
export async function launchPadan(options: LaunchOptions = {}): Promise<Padan> {
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'padan-e2e-')));
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [projectRoot, ...rootSwitches(), `--user-data-dir=${userDataDir}`],
    cwd: projectRoot,
    env: cleanEnv(),
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return {
    app,
    page,
    userDataDir,
    async [Symbol.asyncDispose]() {
      await app.close();
      if (options.userDataDir === undefined) {
        await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}
