/**
 * `npm test`: every check there is, cheapest first; stops at the first step that fails. The last line
 * is `N passed, M failed` over all tests (a check that failed before the tests counts as one failure).
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { hasDisplay, startVirtualDisplay } from './lib/display.mjs';
import { electronVersions, findElectron } from './lib/electron-runtime.mjs';
import { nodeBinary } from './lib/node-binary.mjs';
import { cacheDir, modulesDir, root, say, stop } from './lib/project.mjs';
import { capture, run } from './lib/run.mjs';
import { addCounts, countTestsIn, summaryLine } from './lib/vitest-results.mjs';

const resultsDir = join(cacheDir, 'results');
const node = nodeBinary();
const runtime = findElectron() ?? stop('no Electron runtime; run `npm test`, which sets it up.');
let counts = { passed: 0, failed: 0, skipped: 0 };

const tool = (path, ...args) => run(node, [join(modulesDir, path), ...args], { stdio: [0, 2, 2] });

async function vitest(name, projects, env = {}) {
  const file = join(resultsDir, `${name}.json`);
  const args = projects.flatMap((project) => ['--project', project]);
  const code = await run(
    node,
    [
      join(modulesDir, 'vitest/vitest.mjs'),
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { env: { ELECTRON_OVERRIDE_DIST_PATH: runtime.dist, ...env }, stdio: [0, 2, 2] },
  );
  counts = addCounts(counts, countTestsIn(file));
  return code;
}

async function endToEnd() {
  if (hasDisplay()) return vitest('e2e', ['e2e']);
  const screen = await startVirtualDisplay();
  try {
    return await vitest('e2e', ['e2e'], { DISPLAY: screen.display });
  } finally {
    screen.close();
  }
}

const steps = [
  ['format and lint', () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')],
  ['layers', () => run(node, [join(root, 'scripts/layers.mjs')], { stdio: [0, 2, 2] })],
  ['types', () => tool('typescript/bin/tsc', '--noEmit', '-p', root)],
  ['build', () => ensureBuild()],
  ['tests', () => vitest('tests', ['unit', 'engine', 'contract', 'security', 'regression'])],
  ['end to end', endToEnd],
];

mkdirSync(resultsDir, { recursive: true });
rmSync(resultsDir, { recursive: true });
mkdirSync(resultsDir);
const versions = electronVersions(runtime);
const nodeVersion = capture(node, ['-p', 'process.versions.node']).out.trim();
let stoppedAt;
for (const [name, step] of steps) {
  const started = performance.now();
  say(`── ${name}`);
  const code = await step();
  say(
    `── ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (code !== 0) {
    stoppedAt = name;
    break;
  }
}
say(
  `Node ${nodeVersion}; Electron ${versions.electron} (${runtime.kind}), Chromium ${versions.chrome}, ` +
    `Node ${versions.node} inside it`,
);
if (stoppedAt !== undefined) {
  say(`Stopped at: ${stoppedAt}`);
  if (counts.failed === 0) counts = { ...counts, failed: 1 };
}
console.log(summaryLine(counts));
process.exitCode = stoppedAt === undefined && counts.failed === 0 && counts.passed > 0 ? 0 : 1;
