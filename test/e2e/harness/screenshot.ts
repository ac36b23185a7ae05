/** Pictures of the window at the size of a common office screen. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Padan } from './launch.ts';
import { projectRoot } from './launch.ts';

const folder = join(projectRoot, 'test/e2e/screenshots');
const size = { width: 1366, height: 768 };

/** Gives the page exactly 1366 × 768, menu and frame aside, so that pictures compare. */
export async function setPageSize({ app, page }: Padan): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page.waitForFunction(
    ({ width, height }) => innerWidth === width && innerHeight === height,
    size,
  );
}

/** Saves `test/e2e/screenshots/<name>.png` and returns its path. */
export async function screenshot(padan: Padan, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await setPageSize(padan);
  const path = join(folder, `${name}.png`);
  await padan.page.screenshot({ path, animations: 'disabled' });
  return path;
}
