/** What a task in a worker thread is given; a task is plain data in, plain data out. */
import type { Transferable } from 'node:worker_threads';
import { AppError } from '../../domain/app-error.ts';
import type { OpenStoreOptions } from '../../store/open-store.ts';

/** A store's path and what opens it: the key, once the engine has it open. */
export type StoreAccess = OpenStoreOptions;

export interface TaskContext {
  /** Null for tasks that need no store. */
  readonly access: StoreAccess | null;
  readonly resourcesDir: string;
  readonly now: () => Date;
  /** Aborted on cancel; in a synchronous loop it turns at the next call of `progress`. */
  readonly signal: AbortSignal;
  /** Whether a cancel has come, also in the middle of a loop; absent where nobody can cancel. */
  readonly isStopped?: () => boolean;
  /**
   * To be called last in a transaction: throws `job.cancelled` when a cancel has come; one that comes later is too
   * late, and the task ends as done.
   */
  readonly settle?: () => void;
  readonly progress: (stage: string, done: number, total: number | null) => void;
  /**
   * Tells the output before the task ends: whoever waits goes on, while the task tidies up behind itself. Undefined
   * where nobody could go on.
   */
  readonly early?: (output: unknown) => void;
  /**
   * Runs another task beside this one, in a thread of its own that ends with this one's. Undefined where a task may
   * have no second thread: it then does that part itself.
   */
  readonly helper?: (
    name: string,
    input: unknown,
    transfer: readonly Transferable[],
  ) => Promise<unknown>;
}

export type Task<Input, Output> = (input: Input, task: TaskContext) => Promise<Output>;

/** The store a task was given; throws `store.not-open` when it was given none. */
export function needAccess({ access }: TaskContext): StoreAccess {
  if (access === null) throw new AppError('store.not-open');
  return access;
}
