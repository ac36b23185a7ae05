/** Calls `window.padan` from the page's own world, as a script in the page would. */
import type { Page } from 'playwright-core';

/** The answer of `window.padan.shell`, unchecked. */
export async function askShell(page: Page, ask: string, input: unknown = {}): Promise<unknown> {
  return page.evaluate(
    ([route, value]) => {
      // A test may ask for anything, as a hostile page would.
      const { padan } = window as unknown as { padan: { shell(request: unknown): unknown } };
      return padan.shell({ ask: route, in: value });
    },
    [ask, input] as const,
  );
}

/**
 * Asks for a fresh port and calls one route over it. The app takes the new port too (as it does after an
 * engine restart), so nothing of its own is lost.
 */
export async function callEngine(page: Page, route: string, input: unknown = {}): Promise<unknown> {
  return page.evaluate(
    ([name, value]) =>
      new Promise((resolve) => {
        const id = crypto.randomUUID();
        const take = (event: MessageEvent) => {
          const [port] = event.ports;
          if (event.data?.padan !== 'port' || port === undefined) return;
          window.removeEventListener('message', take);
          port.addEventListener('message', ({ data }) => {
            if (data.t === 'result' && data.id === id) resolve(data);
          });
          port.start();
          port.postMessage({ t: 'call', id, route: name, in: value });
        };
        window.addEventListener('message', take);
        const { padan } = window as unknown as { padan: { connect(): unknown } };
        padan.connect();
      }),
    [route, input] as const,
  );
}
