/** What every worker thread of the command line runs. */
export const workerUrl = new URL('../engine/worker/main.ts', import.meta.url);
