/**
 * Where planned rows go: into the store at once, or to a thread of its own that writes while the next rows are read
 * and checked. Either way a chunk is one transaction.
 */
import { MessageChannel } from 'node:worker_threads';
import { AppError } from '../../domain/app-error.ts';
import { type StagedRowToWrite, writeStaged } from '../../store/import/stage-writer.ts';
import { openStoreInWorker } from '../../store/open-store.ts';
import type { WriteStore } from '../../store/store.ts';
import { needAccess, type TaskContext } from '../worker/task.ts';
import { emptyPack, type RowPack, rowOf, unpackRows } from './row-pack.ts';
import type { WriteRowsInput } from './write-rows-input.ts';

export interface StagedSink {
  /** An empty pack, whose first row will have this number. */
  readonly begin: (firstSeq: number) => RowPack;
  /** Takes a pack over: it is not to be changed any more. */
  readonly put: (pack: RowPack) => void;
  /** A row that was put and may not be in the store yet. */
  readonly onItsWay: (seq: number) => StagedRowToWrite | undefined;
  /** Waits until no more than `chunks` are on their way; throws what the writing met. */
  readonly settle: (chunks: number) => Promise<void>;
  /** Ends the writer; call it also after an error. */
  readonly end: () => Promise<void>;
}

/** The sink of a batch; with a thread of its own where the task may have one. */
export function stagedSink(task: TaskContext, store: WriteStore, batchId: number): StagedSink {
  return task.helper === undefined ? directSink(store, batchId) : threadSink(task.helper, batchId);
}

function directSink(store: WriteStore, batchId: number): StagedSink {
  let done: RowPack | undefined;
  return {
    begin: (firstSeq) => emptyPack(firstSeq, done),
    put(pack) {
      store.transact([], (sql) => writeStaged(sql, batchId, unpackRows(pack)));
      done = pack;
    },
    onItsWay: () => undefined,
    settle: async () => undefined,
    end: async () => undefined,
  };
}

function threadSink(helper: NonNullable<TaskContext['helper']>, batchId: number): StagedSink {
  const { port1: mine, port2: theirs } = new MessageChannel();
  const waiting: RowPack[] = [];
  const written: RowPack[] = [];
  let changed = Promise.withResolvers<void>();
  let failure: unknown;
  const tell = () => {
    changed.resolve();
    changed = Promise.withResolvers<void>();
  };
  const input: WriteRowsInput = { batchId, port: theirs };
  const ended = helper('import.write', input, [theirs]).catch((error: unknown) => {
    failure = error;
    tell();
  });
  mine.on('message', () => {
    const done = waiting.shift();
    if (done !== undefined) written.push(done);
    tell();
  });
  return {
    begin: (firstSeq) => emptyPack(firstSeq, written.pop()),
    put(pack) {
      waiting.push(pack);
      mine.postMessage(pack);
    },
    onItsWay(seq) {
      for (const pack of waiting) {
        const row = rowOf(pack, seq);
        if (row !== undefined) return row;
      }
      return undefined;
    },
    async settle(chunks) {
      while (waiting.length > chunks && failure === undefined) await changed.promise;
      if (failure !== undefined) throw failure;
    },
    async end() {
      mine.postMessage(null);
      await ended;
      mine.close();
    },
  };
}

/** The writing thread: writes each chunk as it comes and says so, until there are no more. */
export function writeRowsTask({ batchId, port }: WriteRowsInput, task: TaskContext): Promise<void> {
  // Rows are only ever added at the end: what was written is not read again.
  const store = openStoreInWorker(needAccess(task), { cacheMb: 8 });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  port.on('message', (pack: RowPack | null) => {
    try {
      if (pack === null) return resolve();
      store.transact([], (sql) => writeStaged(sql, batchId, unpackRows(pack)));
      port.postMessage(null);
    } catch (error) {
      reject(error);
    }
  });
  port.on('close', () => reject(new AppError('job.cancelled')));
  return promise.finally(() => {
    port.close();
    store[Symbol.dispose]();
  });
}
