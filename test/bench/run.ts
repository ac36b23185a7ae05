/** `npm run bench [-- NAME …]`: prints medians and peak memory; nothing here can fail a build. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { threadBundle } from '../../scripts/lib/threads.mjs';

const benches: Readonly<Record<string, string>> = {
  budget: 'budget/run.ts',
  demo: 'demo.ts',
  findings: 'findings.ts',
  grid: 'grid.ts',
  start: 'start.ts',
  import: 'import/run.ts',
  linkage: 'linkage/run.ts',
  plan: 'plan/run.ts',
};

process.env['PADAN_THREADS'] = await threadBundle();
const [first, ...rest] = process.argv.slice(2);
const wanted = first === undefined ? Object.keys(benches) : [first];
for (const name of wanted) {
  const file = benches[name];
  const path = file === undefined ? '' : fileURLToPath(new URL(file, import.meta.url));
  if (file === undefined || !existsSync(path)) {
    process.stderr.write(`no bench named ${name}; there are: ${Object.keys(benches).join(', ')}\n`);
    process.exitCode = 2;
    continue;
  }
  process.stdout.write(`\n== ${name}\n`);
  // Each in a process of its own, so that one's memory is not the other's.
  spawnSync(process.execPath, [path, ...rest], { stdio: 'inherit' });
}
