/** `--smoke`: prove that a built or packaged app comes up, print one JSON line, and end. */
import { app, type BrowserWindow } from 'electron';
import type { EngineHost } from './engine-process.ts';

const patienceMs = 30_000;

/** Ends with code 0 once the page has loaded and the engine has answered, else with 1. */
export function runSmoke(window: BrowserWindow, engine: EngineHost): void {
  const loaded = new Promise<void>((resolve) =>
    window.webContents.once('did-finish-load', () => resolve()),
  );
  const late = setTimeout(() => finish(false), patienceMs);
  void Promise.all([loaded, engine.whenReady]).then(() => {
    clearTimeout(late);
    finish(true);
  });
}

function finish(ok: boolean): void {
  const { electron, chrome, node } = process.versions;
  const report = { ok, padan: app.getVersion(), electron, chrome, node };
  process.stdout.write(`${JSON.stringify(report)}\n`, () => app.exit(ok ? 0 : 1));
}
