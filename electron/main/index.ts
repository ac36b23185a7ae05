/** The desktop shell: one instance, one window, one engine. */
import { app, BrowserWindow, Menu, MessageChannelMain } from 'electron';
import type { ShellEvent } from '../../src/contract/shell.ts';
import { AppError } from '../../src/domain/app-error.ts';
import { showAbout } from './about.ts';
import { type EngineHost, startEngine } from './engine-process.ts';
import { createFileRegistry } from './file-registry.ts';
import { listen } from './ipc.ts';
import { lockEverything } from './lockdown.ts';
import { openLog } from './log.ts';
import { buildMenu } from './menu.ts';
import { findPlaces } from './places.ts';
import { registerScheme, servePage } from './serve-page.ts';
import { dispatchShell } from './shell-dispatch.ts';
import { createShellHandlers } from './shell-handlers.ts';
import { runSmoke } from './smoke.ts';
import { openWindow } from './window.ts';

const known = new Set<number>();
const registry = createFileRegistry();

function tellPages(event: ShellEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    window.webContents.send('padan:event', event);
  }
}

/** One channel for a port, one for everything else. */
function answerPages(engine: EngineHost, log: ReturnType<typeof openLog>): void {
  const handlers = createShellHandlers(registry);
  listen('padan:connect', { known, log }, (sender) => {
    const { port1, port2 } = new MessageChannelMain();
    if (!engine.connect(port1)) throw new AppError('bridge.engine-gone');
    sender.postMessage('padan:port', null, [port2]);
    return null;
  });
  listen('padan:shell', { known, log }, (sender, input) => {
    const window = BrowserWindow.fromWebContents(sender);
    if (window === null) throw new AppError('bridge.untrusted-sender');
    return dispatchShell(handlers, window, input);
  });
}

/** The engine closes the store before the app ends. */
function endTogether(engine: EngineHost): void {
  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void engine.stop().finally(() => {
      ended = true;
      app.quit();
    });
  });
}

function start(): void {
  const places = findPlaces();
  const log = openLog(places.logs, () => new Date());
  servePage(places.page);
  const engine = startEngine({
    places,
    registry,
    log,
    onGone: (restarting) => tellPages({ t: 'engine-gone', restarting }),
  });
  answerPages(engine, log);
  endTogether(engine);
  const window = openWindow(places, known, log);
  Menu.setApplicationMenu(
    buildMenu(
      (command) => tellPages({ t: 'menu', command }),
      () => showAbout(window),
    ),
  );
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  if (app.commandLine.hasSwitch('smoke')) runSmoke(window, engine);
}

// Chromium has no sandbox to enable for root (a build server, never an office PC); pages ask for it anyway.
if (process.getuid?.() !== 0) app.enableSandbox();
registerScheme();
lockEverything();
app.on('window-all-closed', () => app.quit());
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();
