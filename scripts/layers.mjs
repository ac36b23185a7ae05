/** The layer rule of .dependency-cruiser.cjs over src/ and electron/. `--root DIR` checks another tree. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, format } from 'dependency-cruiser';
import { writeImportGraph } from './lib/import-graph.mjs';
import { cacheDir } from './lib/project.mjs';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const at = process.argv.indexOf('--root');
const root = at > 0 ? resolve(process.argv[at + 1]) : home;

// Inside the project, so that packages resolve as they do for the sources themselves.
mkdirSync(cacheDir, { recursive: true });
const target = mkdtempSync(join(cacheDir, 'layers-'));
try {
  const folders = ['src', 'electron'];
  const sourceOf = writeImportGraph(root, folders, target);
  const { doNotFollow, enhancedResolveOptions } = config.options;
  const { output } = await cruise(
    folders,
    {
      baseDir: target,
      doNotFollow,
      enhancedResolveOptions,
      validate: true,
      ruleSet: { forbidden: config.forbidden },
    },
    { extensions: ['.js', '.json', '.css'] },
  );
  const report = await format(output, { outputType: 'err' });
  const named = report.output.replace(/[\w./-]+\.js/g, (stub) => sourceOf.get(stub) ?? stub);
  if (report.exitCode > 0) process.stdout.write(named);
  else process.stdout.write(`${sourceOf.size} files, no layer crossed\n`);
  process.exitCode = report.exitCode > 0 ? 1 : 0;
} finally {
  rmSync(target, { recursive: true, force: true });
}
