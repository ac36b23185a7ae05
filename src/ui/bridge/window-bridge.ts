/** Joins the page to what the preload script offers: the engine's port and the window's shell. */
import type {
  PadanBridge,
  PageIn,
  ShellEvent,
  ShellMessage,
  ShellOut,
  ShellRouteName,
} from '../../contract/shell.ts';
import { AppError } from '../../domain/app-error.ts';
import type { EnginePort, PortSource } from './engine-client.ts';
import type { ShellClient } from './shell-client.ts';

declare global {
  interface Window {
    readonly padan: PadanBridge<File>;
  }
}

/** Ports of this window: one now, another whenever the shell says that the engine was replaced. */
export function windowPorts(target: Window = window): PortSource {
  return {
    listen({ connected, gone }) {
      const connect = () => {
        // Without an engine the banner stays; the shell has said why in its own dialog.
        target.padan.connect().then((answer) => {
          if (!answer.ok) gone(false);
        });
      };
      const onMessage = (event: MessageEvent<unknown>) => {
        const message = shellMessage(event, target);
        if (message?.padan === 'port') {
          const port = event.ports[0];
          if (port !== undefined) connected(enginePort(port));
        } else if (message?.event.t === 'engine-gone') {
          gone(message.event.restarting);
          if (message.event.restarting) connect();
        }
      };
      target.addEventListener('message', onMessage);
      connect();
      return () => target.removeEventListener('message', onMessage);
    },
  };
}

function enginePort(port: MessagePort): EnginePort {
  return {
    listen(listener) {
      // Setting the handler also starts the port.
      port.onmessage = (event) => listener(event.data);
    },
    postMessage: (message) => port.postMessage(message),
    close: () => port.close(),
  };
}

/** The shell of this window as the screens use it. */
export function windowShell(target: Window = window): ShellClient {
  async function ask<N extends ShellRouteName>(name: N, input: PageIn<N, File>) {
    const answer = await target.padan.shell<N>({ ask: name, in: input });
    if (answer.ok) return answer.value as ShellOut<N>;
    const { code, at, params } = answer.error;
    throw new AppError(code, at === undefined ? { params } : { at, params });
  }

  return {
    openStore: () => ask('files.openStore', {}),
    newStore: (suggestedName) => ask('files.newStore', { suggestedName }),
    openTables: () => ask('files.openTables', {}),
    adoptDropped: (files) => ask('files.adoptDropped', { files }),
    chooseFolder: () => ask('files.chooseFolder', {}),
    async show(file) {
      await ask('files.show', { file });
    },
    async open(file) {
      await ask('files.open', { file });
    },
    info: () => ask('app.info', {}),
    onMenu(listener) {
      const onMessage = (event: MessageEvent<unknown>) => {
        const message = shellMessage(event, target);
        if (message?.padan === 'event' && message.event.t === 'menu') {
          listener(message.event.command);
        }
      };
      target.addEventListener('message', onMessage);
      return () => target.removeEventListener('message', onMessage);
    },
  };
}

/** Only messages the window sent to itself, as the preload does, and only of a known shape. */
function shellMessage(event: MessageEvent<unknown>, target: Window): ShellMessage | null {
  const { data } = event;
  if (event.source !== target || typeof data !== 'object' || data === null) return null;
  if (!('padan' in data)) return null;
  if (data.padan === 'port') return { padan: 'port' };
  if (data.padan !== 'event' || !('event' in data)) return null;
  return { padan: 'event', event: data.event as ShellEvent };
}
