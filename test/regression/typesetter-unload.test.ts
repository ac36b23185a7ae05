/** Printing in a worker thread once took the whole engine down when that thread ended. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { threadBundle } from '../../scripts/lib/threads.mjs';

const moduleUrl = (path: string) => pathToFileURL(join(import.meta.dirname, '../..', path)).href;

it('ends cleanly after a thread that loaded the typesetter, once the main thread holds it', async () => {
  const renderer = pathToFileURL(await threadBundle('src/reports/render-typst.ts')).href;
  const dir = mkdtempSync(join(tmpdir(), 'padan-typst-'));
  const script = join(dir, 'run.mjs');
  writeFileSync(
    script,
    `import { isMainThread, Worker } from 'node:worker_threads';
     if (isMainThread) {
       const { holdTypst } = await import(${JSON.stringify(moduleUrl('src/reports/hold-typst.ts'))});
       await holdTypst();
       for (let n = 0; n < 2; n += 1) {
         await new Promise((resolve) => new Worker(new URL(import.meta.url)).on('exit', resolve));
       }
       console.log('ended');
     } else {
       await import(${JSON.stringify(renderer)});
     }`,
  );
  const ran = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  rmSync(dir, { recursive: true, force: true });
  expect([ran.status, ran.signal, ran.stdout.trim()]).toEqual([0, null, 'ended']);
});
