/**
 * `reconcile.run` and `finding.refresh` over a store, in a process of their own, so that time and memory are their own.
 *
 *   node test/bench/linkage/reconcile-once.ts STORE [--only-changed]
 */
import { refreshTask } from '../../../src/engine/findings/refresh-task.ts';
import { reconcileTask } from '../../../src/engine/reconcile/reconcile-task.ts';
import { openHelpers } from '../../../src/engine/worker/run-beside.ts';
import type { TaskContext } from '../../../src/engine/worker/task.ts';
import { threadModule } from '../../../src/engine/worker/thread-module.ts';
import { benchPassphrase } from './fill-store.ts';

const [path = '', ...flags] = process.argv.slice(2);
const access = { path, passphrase: benchPassphrase };
using helpers = openHelpers(threadModule(), access);
const started = performance.now();
const stages = new Map<string, number>();
let last = { stage: 'start', at: started };
let longest = { stage: '', ms: 0 };
let heard = started;

/** Notes how long it was since the run last asked whether to stop. */
function look(stage: string): void {
  const now = performance.now();
  if (now - heard > longest.ms) longest = { stage: `${last.stage}–${stage}`, ms: now - heard };
  heard = now;
}

const context: TaskContext = {
  access,
  resourcesDir: 'resources',
  now: () => new Date(),
  signal: new AbortController().signal,
  helper: helpers.helper,
  isStopped() {
    look(last.stage);
    return false;
  },
  progress(stage) {
    look(stage);
    const now = performance.now();
    stages.set(last.stage, (stages.get(last.stage) ?? 0) + now - last.at);
    last = { stage, at: now };
  },
};

function report(name: string, from: { readonly at: number; readonly cpu: NodeJS.CpuUsage }): void {
  const ended = performance.now();
  stages.set(last.stage, (stages.get(last.stage) ?? 0) + ended - last.at);
  const { user, system } = process.cpuUsage(from.cpu);
  const parts = [...stages].map(([stage, ms]) => `${stage} ${Math.round(ms)}`).join(', ');
  process.stdout.write(
    `${name}: wall ${((ended - from.at) / 1000).toFixed(2)} s, CPU ${((user + system) / 1e6).toFixed(2)} s, ` +
      `peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\nms: ${parts}\n` +
      `longest without a look at cancel: ${Math.round(longest.ms)} ms (${longest.stage}), ${Math.round(ended - heard)} ms at the end\n`,
  );
  stages.clear();
  longest = { stage: '', ms: 0 };
  last = { stage: 'start', at: performance.now() };
  heard = last.at;
}

const full = !flags.includes('--only-changed');
let from = { at: started, cpu: { user: 0, system: 0 } };
await reconcileTask({ asOf: '2026-11-23', full }, context);
report(full ? 'store to stored links' : 'the same, only what changed', from);
from = { at: performance.now(), cpu: process.cpuUsage() };
await refreshTask({ afterRun: true }, context);
report('findings', from);
