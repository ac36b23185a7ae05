/** Starts the built app for one test, with a profile of its own, and ends it afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { type ElectronRuntime, findElectron } from '../../../scripts/lib/electron-runtime.mjs';
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

/** The runtime that the set-up found. */
export function electronRuntime(): ElectronRuntime {
  const runtime = findElectron();
  if (runtime === undefined) throw new Error('no Electron runtime: run `node scripts/setup.mjs`');
  return runtime;
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
  // No `executablePath`: given one, Playwright leaves out the loader that holds the app's start until it is
  // attached, and now and then waits for ever. Without one it asks the electron package, which looks here.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = electronRuntime().dist;
  const app = await _electron.launch({
    args: [projectRoot, ...rootSwitches(), `--user-data-dir=${userDataDir}`],
    // Playwright would switch the sandbox off for everybody.
    chromiumSandbox: true,
    cwd: projectRoot,
    env: cleanEnv(),
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  await untilShown(app);
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

/** The window shows itself once the page has drawn; a test that looks earlier sees nothing. */
async function untilShown(app: ElectronApplication): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined || window.isVisible()) return;
    await new Promise<void>((resolve) => window.once('show', () => resolve()));
  });
}
