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

/**
 * Installs from the lockfile when something is missing; does nothing otherwise. `npm ci` would refuse: the
 * lockfile cannot name the optional packages of platforms that the registry it was made from does not
 * carry. `install --no-save` takes every named version and hash as it stands and leaves the lockfile alone.
 */
export async function ensurePackages() {
  const missing = missingPackages(
    readJson(join(root, 'package-lock.json')),
    readJson(join(modulesDir, '.package-lock.json')),
    (path) => existsSync(join(root, path, 'package.json')),
  );
  if (missing.length === 0) return;
  say(`padan: installing npm packages (${missing.length} missing or changed) …`);
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  if ((await runNpm(['install', '--no-save', ...quiet])) !== 0) {
    stop('npm install failed; its message is above. Is the package registry reachable?');
  }
}
