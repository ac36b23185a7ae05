import type { MessagePort } from 'node:worker_threads';

/** What the thread that writes staged rows is given. */
export interface WriteRowsInput {
  readonly batchId: number;
  /** Packs of rows come in, `null` as the last; `null` goes back for each that was written. */
  readonly port: MessagePort;
}
