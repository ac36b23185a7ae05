/** Node 24 or newer: the machine's own, else the one the npm package `node` carries. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { modulesDir, say, stop } from './project.mjs';
import { runNpm } from './run.mjs';

const needed = 24;
const packaged = join(
  modulesDir,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Path of a Node that runs the project's TypeScript as it stands. */
export function nodeBinary() {
  const own = Number(process.versions.node.split('.')[0]);
  return own >= needed || !existsSync(packaged) ? process.execPath : packaged;
}

/** npm may have been told not to run install scripts; the `node` package needs its own. */
export async function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) >= needed || existsSync(packaged)) return;
  say(`padan: this machine has Node ${process.versions.node}; fetching Node ${needed} from npm …`);
  await runNpm(['rebuild', 'node', '--foreground-scripts', '--ignore-scripts=false']);
  if (!existsSync(packaged)) {
    stop(
      `Node ${needed} is needed and could not be fetched; install it from nodejs.org and try again.`,
    );
  }
}
