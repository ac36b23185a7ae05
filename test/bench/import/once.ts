/**
 * `node test/bench/import/once.ts FILE [--undo]`: imports one file into a new store through the engine, as the window
 * does, and prints one JSON line. A process of its own, so that its peak memory is the engine's alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RouteIn, RouteName, RouteOut } from '../../../src/contract/routes.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { call } from '../../../src/engine/router.ts';
import { createAndOpen } from '../../../src/engine/store/open.ts';
import { threadModule } from '../../../src/engine/worker/thread-module.ts';
import { peakRssMb } from '../measure.ts';

/** Wall and processor seconds of one step, and the peak memory after it. */
export interface Step {
  readonly wall: number;
  readonly cpu: number;
  readonly peakMb: number;
}
/** What one import came to. */
export interface ImportRun {
  readonly counts: object;
  readonly stage: Step;
  readonly commit: Step;
  readonly undo: Step | null;
}

const [file = '', ...flags] = process.argv.slice(2);
const dir = mkdtempSync(join(tmpdir(), 'padan-import-'));
const engine = createEngine({
  resourcesDir: resolve('resources'),
  workerUrl: threadModule(),
  dataDir: null,
  now: () => new Date(),
  log: () => undefined,
  resolveFile: async (id) => id,
  grantFile: (path) => path,
});
await createAndOpen(engine.context, {
  path: join(dir, 'besar.padan'),
  passphrase: 'kata sandi bench',
  regencyCode: '33.29',
  fiscalYear: 2027,
});
const ask = <N extends RouteName>(name: N, input: RouteIn<N>): Promise<RouteOut<N>> =>
  call(engine, name, input, { id: name });

async function step<Result>(work: () => Promise<Result>): Promise<[Step, Result]> {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const used = process.cpuUsage(cpu);
  const seconds = (performance.now() - wall) / 1000;
  return [{ wall: seconds, cpu: (used.user + used.system) / 1e6, peakMb: peakRssMb() }, result];
}

const [stage, { id: batchId, counts }] = await step(() =>
  ask('import.stage', { file, kind: 'rentan' }),
);
const [commit] = await step(() => ask('import.commit', { batchId }));
const undo = flags.includes('--undo')
  ? (await step(() => ask('import.undo', { batchId })))[0]
  : null;
const run: ImportRun = { counts, stage, commit, undo };
process.stdout.write(`${JSON.stringify(run)}\n`);
await engine[Symbol.asyncDispose]();
rmSync(dir, { recursive: true, force: true });
