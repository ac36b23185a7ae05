/** `npm start`: builds when needed and opens Padan; without a screen it does the main job as the demo does. */
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { hasDisplay } from './lib/display.mjs';
import { findElectron } from './lib/electron-runtime.mjs';
import { nodeBinary } from './lib/node-binary.mjs';
import { root, say, stop } from './lib/project.mjs';
import { run } from './lib/run.mjs';

async function withoutScreen() {
  const out = join(root, 'dist', 'demo');
  say('padan: there is no display here, so no window can open. Doing the main job without one:');
  say(`padan:   npm run demo -- --out ${out}`);
  const code = await run(nodeBinary(), [join(root, 'scripts/padan.mjs'), 'demo', '--out', out]);
  if (code === 0) say(`padan: the packet, the lists and the summary are in ${out}`);
  return code;
}

async function withWindow(args) {
  const runtime =
    findElectron() ?? stop('no Electron runtime; run `npm start` again to set it up.');
  if ((await ensureBuild()) !== 0) stop('the build failed; its message is above.');
  const switches = [];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say('padan: running as root, where Chromium refuses its sandbox: started with --no-sandbox.');
    switches.push('--no-sandbox');
  }
  const env = { ELECTRON_OVERRIDE_DIST_PATH: runtime.dist };
  return run(runtime.executable, [root, ...switches, ...args], { env });
}

process.exitCode = hasDisplay() ? await withWindow(process.argv.slice(2)) : await withoutScreen();
