/** Before any test: the bundle that the engine's threads run; test processes and the programs they start inherit it. */
import { threadBundle } from '../../scripts/lib/threads.mjs';

export async function setup(): Promise<void> {
  process.env['PADAN_THREADS'] = await threadBundle();
}
