/** Every task a worker thread can run, by name. */
import type { Task } from './task.ts';

export const tasks = {} as const;

export type TaskName = keyof typeof tasks;
type TaskOf<N extends TaskName> = (typeof tasks)[N];
export type TaskInput<N extends TaskName> = TaskOf<N> extends Task<infer I, unknown> ? I : never;
export type TaskOutput<N extends TaskName> = TaskOf<N> extends Task<never, infer O> ? O : never;
