/** Prints the path of the threads' bundle, made anew when a source is newer. */
import { threadBundle } from './lib/threads.mjs';

process.stdout.write(await threadBundle());
