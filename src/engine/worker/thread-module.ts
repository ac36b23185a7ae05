/** Which module the engine's threads run when Padan runs from its sources: the command line, tests and benches. */
import { pathToFileURL } from 'node:url';

/**
 * The bundle named by `PADAN_THREADS`, which scripts and tests set; else the sources, whose types every thread would
 * strip for itself.
 */
export function threadModule(env: Readonly<Record<string, string | undefined>> = process.env): URL {
  const bundle = env['PADAN_THREADS'];
  return bundle === undefined || bundle === ''
    ? new URL('./main.ts', import.meta.url)
    : pathToFileURL(bundle);
}
