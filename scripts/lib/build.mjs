/** Building the app, only when a source is newer than the last complete build. */
import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary } from './node-binary.mjs';
import { modulesDir, outDir, root } from './project.mjs';
import { run } from './run.mjs';

const sources = [
  'src',
  'electron',
  'electron.vite.config.ts',
  'package-lock.json',
  'tsconfig.json',
];
const stamp = join(outDir, '.complete');

/** The latest change under a path; a folder's own time tells of files taken away. */
export function newestChange(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newestChange(join(path, name))),
    stats.mtimeMs,
  );
}

function isFresh() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return sources.every((source) => newestChange(join(root, source)) < built);
}

/** Builds main, engine, preload and page into out/; returns the exit code. */
export async function ensureBuild({ force = false, stdio = ['ignore', 2, 2] } = {}) {
  if (!force && isFresh()) return 0;
  rmSync(outDir, { recursive: true, force: true });
  const cli = join(modulesDir, 'electron-vite', 'bin', 'electron-vite.js');
  const started = new Date();
  const code = await run(nodeBinary(), [cli, 'build', '--logLevel', 'warn'], { stdio });
  if (code === 0) {
    writeFileSync(stamp, '');
    utimesSync(stamp, started, started);
  }
  return code;
}
