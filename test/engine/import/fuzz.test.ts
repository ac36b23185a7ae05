/** Whatever file is given to the import, it is staged or refused by name, soon and within bounds. */
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threadBundle } from '../../../scripts/lib/threads.mjs';
import { errorCodes } from '../../../src/domain/app-error.ts';
import type { ImportKind } from '../../../src/domain/segments.ts';
import { numbers, wholeFiles, writeFuzzFile } from './fuzz-files.ts';
import type { FuzzAnswer, FuzzCase } from './fuzz-worker.ts';
import { type ImportFixture, importFixture } from './import-fixture.ts';

const rounds = 2_100;
/** No single file may hold the import longer. */
const patienceMs = 5_000;
/** The thread's own heap, and how much the whole process may grow. */
const heapMb = 192;
const growthBytes = 400 * 1024 * 1024;

let fixture: ImportFixture;
let worker: Worker;
beforeAll(async () => {
  fixture = await importFixture();
  const bundle = await threadBundle('test/engine/import/fuzz-worker.ts');
  worker = new Worker(pathToFileURL(bundle), {
    workerData: { access: fixture.access, resourcesDir: fixture.task.resourcesDir },
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
});
afterAll(async () => {
  await worker.terminate();
  fixture[Symbol.dispose]();
});

/** The worker's answer; fails when it dies, or does not answer in time. */
function ask(one: FuzzCase, label: string): Promise<FuzzAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<FuzzAnswer>();
  const watchdog = setTimeout(() => {
    reject(new Error(`${label}: still reading after ${patienceMs} ms`));
    void worker.terminate();
  }, patienceMs);
  const onError = (error: unknown) => reject(new Error(`${label}: ${String(error)}`));
  worker.once('error', onError);
  worker.once('message', (answer: FuzzAnswer) => {
    worker.off('error', onError);
    resolve(answer);
  });
  worker.postMessage(one);
  return promise.finally(() => clearTimeout(watchdog));
}

const kinds: readonly ImportKind[] = [
  'rentan',
  'non-asn',
  'desa',
  'bpjs-pu',
  'bpjs-bpu',
  'bpjs-nik',
];

describe('the import of files that nobody should send', () => {
  it(`stages or refuses each of ${rounds} by name`, async () => {
    const before = fixture.dump();
    const whole = await wholeFiles(fixture.dir);
    const seen = new Map<string, number>();
    const start = process.memoryUsage.rss();
    let most = 0;
    for (let seed = 0; seed < rounds; seed += 1) {
      const next = numbers(seed);
      const path = await writeFuzzFile(fixture.dir, seed, whole);
      const kind = kinds[seed % 5 === 0 ? next(kinds.length) : 0] ?? 'rentan';
      const { outcome, rss } = await ask({ path, kind }, `seed ${seed} (${path})`);
      rmSync(path, { force: true });
      expect(['staged', ...errorCodes], `seed ${seed} ${kind}`).toContain(outcome);
      expect(
        ['internal', 'file.unreadable', 'store.locked', 'store.damaged'],
        `seed ${seed}`,
      ).not.toContain(outcome);
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      most = Math.max(most, rss);
    }
    expect(most - start).toBeLessThan(growthBytes);
    // Both ends are reached, else the files are all of one sort and prove little.
    expect(seen.get('staged')).toBeGreaterThan(rounds / 10);
    expect(seen.get('file.damaged')).toBeGreaterThan(rounds / 20);
    expect(seen.size).toBeGreaterThan(4);
    expect(fixture.dump()).toBe(before);
  }, 300_000);
});
