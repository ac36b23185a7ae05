/** npm packages exactly as the lockfile names them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { modulesDir, readJson, root, say, stop } from './project.mjs';
import { runNpm } from './run.mjs';

/**
 * What node_modules lacks against the lockfile: npm's own record of the last complete installation is
 * compared entry by entry, so an interrupted install and a changed lockfile are both seen.
 */
export function missingPackages(lock, installed, exists) {
  return Object.entries(lock?.packages ?? {})
    .filter(([path, entry]) => path !== '' && !entry.optional && !entry.link)
    .filter(
      ([path, entry]) => installed?.packages?.[path]?.version !== entry.version || !exists(path),
    )
    .map(([path]) => path);
}

/** Installs from the lockfile when something is missing; does nothing otherwise. */
export async function ensurePackages() {
  const missing = missingPackages(
    readJson(join(root, 'package-lock.json')),
    readJson(join(modulesDir, '.package-lock.json')),
    (path) => existsSync(join(root, path, 'package.json')),
  );
  if (missing.length === 0) return;
  say(`padan: installing npm packages (${missing.length} missing or changed) …`);
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) stop('npm ci failed; its message is above. Is the package registry reachable?');
}
