/** `npm run padan` and `npm run demo`: the command line, its threads running a bundle made beforehand. */
import { fileURLToPath } from 'node:url';
import { nodeBinary } from './lib/node-binary.mjs';
import { stop } from './lib/project.mjs';
import { capture } from './lib/run.mjs';

// In a process of its own: the bundler's memory is not the command's.
const made = capture(nodeBinary(), [fileURLToPath(new URL('thread-bundle.mjs', import.meta.url))]);
if (made.code !== 0) stop(`the threads' bundle could not be made:\n${made.err}`);
process.env.PADAN_THREADS = made.out;
await import('../src/cli/main.ts');
