/**
 * The bridge: two functions for the page, and the engine's port and the shell's events passed on. It holds
 * names only; what a request may be is checked in main.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { PadanBridge, ShellMessage, ShellResult } from '../../src/contract/shell.ts';

const page = 'app://padan';
const pass = (message: ShellMessage, ports: MessagePort[] = []): void =>
  window.postMessage(message, page, ports);

ipcRenderer.on('padan:port', (event) => pass({ padan: 'port' }, event.ports));
ipcRenderer.on('padan:event', (_event, event) => pass({ padan: 'event', event }));

/** The wire form of a request: files become paths here, where the page cannot see them. */
function toWire({ ask, in: input }: { readonly ask: string; readonly in: unknown }): unknown {
  if (ask !== 'files.adoptDropped') return { ask, in: input };
  const files = Object(input).files;
  const paths = Array.isArray(files) ? files.map((file) => webUtils.getPathForFile(file)) : [];
  return { ask, in: { paths: paths.filter((path) => path !== '') } };
}

const unreadable: ShellResult<never> = {
  ok: false,
  error: { code: 'bridge.bad-request', params: {} },
};

const bridge: PadanBridge<File> = {
  connect: () => ipcRenderer.invoke('padan:connect'),
  shell: async (request) => {
    try {
      return await ipcRenderer.invoke('padan:shell', toWire(request));
    } catch {
      // A value that cannot be cloned, or something that only looks like a File.
      return unreadable;
    }
  },
};

contextBridge.exposeInMainWorld('padan', bridge);
