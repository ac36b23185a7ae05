/** Commits a batch in a process of its own and stands still, mid-transaction, at the n-th word of its progress. */
import { writeSync } from 'node:fs';
import { commitTask } from '../../../src/engine/import/commit-task.ts';

const [path = '', batchId = '', haltAt = ''] = process.argv.slice(2);
let told = 0;

await commitTask(
  { batchId: Number(batchId), confirmLeave: true },
  {
    access: { path, passphrase: process.env['PADAN_PASSPHRASE'] ?? '' },
    resourcesDir: '',
    now: () => new Date('2026-11-23T03:00:00Z'),
    signal: new AbortController().signal,
    progress(stage, done, total) {
      if (stage !== 'commit') return;
      told += 1;
      if (told !== Number(haltAt)) return;
      writeSync(1, `${done}/${total}\n`);
      // The thread waits for ever: what ends it is the kill alone.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    },
  },
);
writeSync(1, 'committed\n');
