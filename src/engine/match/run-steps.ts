/** Runs the matcher step by step on a thread that has other things to hear: a cancel, the end of a second thread. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { reconcileSteps } from '../../linkage/reconcile.ts';
import type { Side } from '../../linkage/side.ts';
import type { LinkageProgress, LinkageResult, ReconcileOptions } from '../../linkage/types.ts';
import { stopIfAborted } from './file-chunks.ts';

/** Longest stretch of work between two turns of the thread, in milliseconds. */
const turn = 40;

/** Like `reconcile`, with turns between. Errors: `job.cancelled` when the signal says so. */
export async function runSteps(
  left: Side,
  right: Side,
  options: ReconcileOptions,
  onStep: (progress: LinkageProgress) => void = () => undefined,
): Promise<LinkageResult> {
  const steps = reconcileSteps(left, right, options);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onStep(step.value);
    stopIfAborted(options.signal);
    if (performance.now() - since < turn) continue;
    await nextTurn();
    since = performance.now();
  }
}
