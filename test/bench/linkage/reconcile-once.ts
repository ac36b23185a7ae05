/** One `reconcile.run` task over a store, in a process of its own, so that its time and memory are its own. */

import { resourcesDir } from '../../../src/cli/resources.ts';
import { reconcileTask } from '../../../src/engine/reconcile/reconcile-task.ts';
import { openHelpers } from '../../../src/engine/worker/run-beside.ts';
import { threadModule } from '../../../src/engine/worker/thread-module.ts';
import { benchPassphrase } from './fill-store.ts';

const [path = ''] = process.argv.slice(2);
using helpers = openHelpers(threadModule());
const started = performance.now();
const stages = new Map<string, number>();
let last = { stage: 'start', at: started };
let longest = { stage: '', ms: 0 };
let heard = started;
await reconcileTask(
  { asOf: '2026-11-23' },
  {
    access: { path, passphrase: benchPassphrase },
    resourcesDir,
    now: () => new Date(),
    signal: new AbortController().signal,
    helper: helpers.helper,
    progress(stage) {
      const now = performance.now();
      if (now - heard > longest.ms) longest = { stage: `${last.stage}–${stage}`, ms: now - heard };
      heard = now;
      stages.set(last.stage, (stages.get(last.stage) ?? 0) + now - last.at);
      last = { stage, at: now };
    },
  },
);
const ended = performance.now();
stages.set(last.stage, (stages.get(last.stage) ?? 0) + ended - last.at);
const usage = process.resourceUsage();
const main = process.threadCpuUsage();
const parts = [...stages].map(([stage, ms]) => `${stage} ${Math.round(ms)}`).join(', ');
process.stdout.write(
  `wall ${((ended - started) / 1000).toFixed(2)} s, CPU ${((usage.userCPUTime + usage.systemCPUTime) / 1e6).toFixed(2)} s (this thread ${((main.user + main.system) / 1e6).toFixed(2)}), ` +
    `peak RSS ${Math.round(usage.maxRSS / 1024)} MB\nms: ${parts}\n` +
    `longest without a look at cancel: ${Math.round(longest.ms)} ms (${longest.stage}), ${Math.round(ended - heard)} ms at the end\n`,
);
