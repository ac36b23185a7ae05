/** Messages between the engine's thread and a task's thread. */
import type { AppErrorData } from '../../domain/app-error.ts';
import type { StoreAccess } from './task.ts';

export interface TaskStart {
  readonly name: string;
  readonly input: unknown;
  /** The module that threads run, for a task that starts another. */
  readonly workerUrl: string;
  readonly access: StoreAccess | null;
  readonly resourcesDir: string;
  /** Set when the clock is fixed (tests, the demo); real time otherwise. */
  readonly fixedNow: string | null;
  /** One Int32: 1 asks the task to stop; readable inside a synchronous loop. */
  readonly stop: SharedArrayBuffer;
}

export type TaskMessage =
  | {
      readonly t: 'progress';
      readonly stage: string;
      readonly done: number;
      readonly total: number | null;
    }
  | { readonly t: 'done'; readonly output: unknown }
  | { readonly t: 'failed'; readonly error: AppErrorData | null; readonly detail: string };
