/** The one window. */
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { confirmLosing } from './dialogs.ts';
import type { Log } from './log.ts';
import { appPage, isAppPage } from './origin.ts';
import type { Places } from './places.ts';
import { createRestartBudget } from './restart-budget.ts';
import { fitTo, smallest, wanted } from './window-size.ts';

const paper = { light: '#ffffff', dark: '#1a1b1e' };

/** Opens the window on the app's page; it shows itself when there is something to see. */
export function openWindow(places: Places, known: Set<number>, log: Log): BrowserWindow {
  const room = screen.getPrimaryDisplay().workAreaSize;
  const least = fitTo(room, smallest);
  const window = new BrowserWindow({
    ...fitTo(room, wanted),
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    title: 'Padan',
    icon: places.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: places.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  const { id } = window.webContents;
  known.add(id);
  window.on('closed', () => known.delete(id));
  window.once('ready-to-show', () => {
    window.show();
    log({ level: 'info', event: 'window.shown' });
  });
  reviveOnCrash(window, log);
  comeBack(window);
  // The page holds on to what was typed and not saved. Here, prevented means: close all the same.
  window.webContents.on('will-prevent-unload', (event) => {
    if (confirmLosing(window)) event.preventDefault();
  });
  void window.loadURL(appPage);
  return window;
}

/** A page that crashed comes back; jobs live in the engine and go on meanwhile. */
function reviveOnCrash(window: BrowserWindow, log: Log): void {
  const mayReload = createRestartBudget(3, 60_000, () => performance.now());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log({ level: 'error', event: 'page.gone', reason });
    if (reason !== 'clean-exit' && mayReload()) window.webContents.reload();
  });
}

/** `about:blank` is the one address a page can reach without being asked; it finds nobody home. */
function comeBack(window: BrowserWindow): void {
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isAppPage(address)) void window.loadURL(appPage);
  });
}
