/** One `match` run in a process of its own, so that its time and memory are its own. */
import { runMatch } from '../../../src/engine/match/match-files.ts';
import { openHelpers } from '../../../src/engine/worker/run-beside.ts';
import { threadModule } from '../../../src/engine/worker/thread-module.ts';

const [left = '', right = '', out = '', threads = 'two'] = process.argv.slice(2);
using helpers = openHelpers(threadModule());
const started = performance.now();
const stages = new Map<string, number>();
let last = { stage: 'start', at: started };
const summary = await runMatch({
  left,
  right,
  out,
  ...(threads === 'two' ? { helper: helpers.helper } : {}),
  onProgress({ stage }) {
    const now = performance.now();
    stages.set(last.stage, (stages.get(last.stage) ?? 0) + now - last.at);
    last = { stage, at: now };
  },
});
const wall = performance.now() - started;
const usage = process.resourceUsage();
const main = process.threadCpuUsage();
const parts = [...stages].map(([stage, ms]) => `${stage} ${Math.round(ms)}`).join(', ');
process.stdout.write(
  `wall ${(wall / 1000).toFixed(2)} s, CPU ${((usage.userCPUTime + usage.systemCPUTime) / 1e6).toFixed(2)} s (this thread ${((main.user + main.system) / 1e6).toFixed(2)}), ` +
    `peak RSS ${Math.round(usage.maxRSS / 1024)} MB, ${summary.model.pairsWeighed} pairs weighed, prior ${summary.model.prior.toFixed(2)}\n` +
    `ms: ${parts}\n`,
);
