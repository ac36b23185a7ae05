/** Every task a worker thread can run, by name. */
import { commitTask } from '../import/commit-task.ts';
import { inspectTask } from '../import/inspect-task.ts';
import { stageTask } from '../import/stage-task.ts';
import { undoTask } from '../import/undo-task.ts';
import { packetTask } from '../packet/packet-task.ts';
import { reconcileTask } from '../reconcile/reconcile-task.ts';
import { sampleTask } from '../sample/sample-task.ts';
import { verifyTask } from '../store/verify-task.ts';
import type { Task } from './task.ts';

export const tasks = {
  'import.inspect': inspectTask,
  'import.stage': stageTask,
  'import.commit': commitTask,
  'import.undo': undoTask,
  'sample.generate': sampleTask,
  'store.verify': verifyTask,
  'reconcile.run': reconcileTask,
  'packet.print': packetTask,
} as const;

export type TaskName = keyof typeof tasks;
type TaskOf<N extends TaskName> = (typeof tasks)[N];
export type TaskInput<N extends TaskName> = TaskOf<N> extends Task<infer I, unknown> ? I : never;
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<TaskOf<N>>>;
