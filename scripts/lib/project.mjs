/** Where things are, and how the scripts speak. Plain Node 18 or newer, no packages. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const cacheDir = join(root, '.cache');
export const modulesDir = join(root, 'node_modules');
export const outDir = join(root, 'out');

/** Progress goes to stderr: stdout belongs to the command that was asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends the script with one plain line and no stack. */
export function stop(line) {
  say(`padan: ${line}`);
  process.exit(1);
}

/** The parsed file, or undefined where it is missing or not JSON. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The first of the paths that exists. */
export function firstExisting(paths) {
  return paths.find((path) => existsSync(path));
}
