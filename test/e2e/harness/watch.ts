/** What main sees of the window's requests and navigations, and the page of broken policy. */
import type { Padan } from './launch.ts';

/** Starts watching, and loads the page anew so that its first requests are seen. */
export async function watch({ app, page }: Padan): Promise<void> {
  await app.evaluate(({ session, webContents }) => {
    const requests: string[] = [];
    const navigations: [string, boolean][] = [];
    Reflect.set(globalThis, 'e2eSeen', { requests, navigations });
    session.defaultSession.webRequest.onCompleted(({ url }) => requests.push(url));
    for (const contents of webContents.getAllWebContents()) {
      contents.on('will-frame-navigate', (event) =>
        navigations.push([event.url, event.defaultPrevented]),
      );
    }
  });
  await page.addInitScript(() => {
    const violations: string[] = [];
    Reflect.set(window, 'e2eViolations', violations);
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.reload();
  await waitForApp({ page });
}

/** Resolves when the app has drawn something. */
export async function waitForApp({ page }: Pick<Padan, 'page'>): Promise<void> {
  await page.waitForFunction(() => document.querySelector('#root')?.hasChildNodes());
}

/** Addresses of the requests that were answered. */
export function requests({ app }: Padan): Promise<readonly string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'e2eSeen').requests);
}

/** Addresses that a page asked to go to, and whether it was refused. */
export function navigations({ app }: Padan): Promise<readonly [string, boolean][]> {
  return app.evaluate(() => Reflect.get(globalThis, 'e2eSeen').navigations);
}

/** Violations of the content security policy since the page was loaded. */
export function violations({ page }: Padan): Promise<readonly string[]> {
  return page.evaluate(() => Reflect.get(window, 'e2eViolations'));
}
