/** Messages between the engine's thread and a task's thread. */
import type { AppErrorData } from '../../domain/app-error.ts';
import type { StoreAccess } from './task.ts';

/**
 * Whether a task is to stop. Who asks and who settles first decides: what is settled is not called cancelled, and
 * what is cancelled is not written.
 */
export const stopState = { running: 0, asked: 1, settled: 2 } as const;

export interface TaskStart {
  readonly name: string;
  readonly input: unknown;
  /** The module that threads run, for a task that starts another. */
  readonly workerUrl: string;
  readonly access: StoreAccess | null;
  readonly resourcesDir: string;
  /** Set when the clock is fixed (tests, the demo); real time otherwise. */
  readonly fixedNow: string | null;
  /** One Int32, of `stopState`; readable inside a synchronous loop. */
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

/** A question to a thread that stays. */
export interface ResidentAsk {
  readonly t: 'ask';
  readonly id: number;
  readonly question: unknown;
}

export type ResidentAnswer =
  | { readonly t: 'answer'; readonly id: number; readonly value: unknown }
  | {
      readonly t: 'refused';
      readonly id: number;
      readonly error: AppErrorData | null;
      readonly detail: string;
    };
