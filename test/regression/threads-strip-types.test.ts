/**
 * Every thread that started from the TypeScript sources compiled the type stripper, which is WebAssembly, for itself.
 * Threads starting and ending side by side then now and then took the process down: SIGSEGV, with all tests passed.
 */
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { threadModule } from '../../src/engine/worker/thread-module.ts';

interface Seen {
  readonly answer: unknown;
  readonly stripper: readonly string[];
}

/** Runs a task that is refused at once, in a thread as the engine starts it, and looks at what that thread loaded. */
function runThread(module: URL): Promise<Seen> {
  const { promise, resolve, reject } = Promise.withResolvers<Seen>();
  const script = `
    const { parentPort } = require('node:worker_threads');
    const answers = [];
    const port = { postMessage: (message) => answers.push(message) };
    const post = parentPort.postMessage.bind(parentPort);
    parentPort.postMessage = port.postMessage;
    import(${JSON.stringify(module.href)}).then(() => {
      const stripper = process.moduleLoadList.filter((name) => /amaro/.test(name));
      post({ answer: answers[0], stripper });
    });`;
  const worker = new Worker(script, {
    eval: true,
    workerData: {
      name: 'store.verify',
      input: {},
      workerUrl: module.href,
      access: null,
      resourcesDir: 'resources',
      fixedNow: null,
      stop: new SharedArrayBuffer(4),
    },
  });
  worker.once('message', resolve);
  worker.once('error', reject);
  return promise;
}

it('starts the threads from a bundle that has no types to strip', async () => {
  const { answer, stripper } = await runThread(threadModule());
  expect(answer).toMatchObject({ t: 'failed', error: { code: 'store.not-open' } });
  expect(stripper).toEqual([]);
});

it('would see the stripper in a thread that starts from the sources', async () => {
  const { answer, stripper } = await runThread(threadModule({}));
  expect(answer).toMatchObject({ t: 'failed', error: { code: 'store.not-open' } });
  expect(stripper).not.toEqual([]);
});
