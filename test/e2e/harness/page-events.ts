/** What the shell tells the page, collected in the page. */
import type { Page } from 'playwright-core';
import type { ShellEvent } from '../../../src/contract/shell.ts';

/** Starts collecting; call once after each load of the page. */
export async function collectShellEvents(page: Page): Promise<void> {
  await page.evaluate(() => {
    const events: unknown[] = [];
    Reflect.set(window, 'shellEvents', events);
    window.addEventListener('message', ({ data }) => {
      if (data?.padan === 'event') events.push(data.event);
    });
  });
}

/** What came so far. */
export async function shellEvents(page: Page): Promise<readonly ShellEvent[]> {
  return page.evaluate(() => Reflect.get(window, 'shellEvents'));
}
