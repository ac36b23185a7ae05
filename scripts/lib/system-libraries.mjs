/** System libraries that Electron and the end-to-end tests need on Linux. */
import { existsSync } from 'node:fs';
import { say, stop } from './project.mjs';
import { capture, run } from './run.mjs';

export const debianPackages = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'fonts-liberation',
  'poppler-utils',
];

/** Names not installed, going by dpkg-query's lines; Debian 13 renamed some packages with `t64`. */
export function missingDebianPackages(wanted, dpkgLines) {
  const installed = new Set(
    dpkgLines
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0].split(':')[0]),
  );
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

function queryDpkg() {
  const names = debianPackages.flatMap((name) => [name, `${name}t64`]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own format language
  const format = '${Package} ${db:Status-Status}\n';
  return capture('dpkg-query', ['-W', '-f', format, ...names]).out;
}

/** `libasound2` is only a virtual name on newer releases: take the real one. */
function realName(name) {
  return capture('apt-cache', ['show', name]).out.trim() === '' ? `${name}t64` : name;
}

async function installOnDebian(missing) {
  say(`padan: installing system libraries for the tests: ${missing.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = ['ignore', 2, 2];
  await run('apt-get', ['update', '-qq'], { env, stdio });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...missing.map(realName)];
  if ((await run('apt-get', args, { env, stdio })) !== 0) {
    stop(`apt-get could not install: ${missing.join(' ')}`);
  }
}

/** Debian as root: installs what is missing. Elsewhere on Linux: names it and goes on. */
export async function ensureSystemLibraries() {
  if (process.platform !== 'linux') return;
  if (!existsSync('/usr/bin/dpkg-query')) {
    if (existsSync('/usr/bin/Xvfb')) return;
    say(`padan: the tests need Xvfb and, by their Debian names: ${debianPackages.join(' ')}`);
    return;
  }
  const missing = missingDebianPackages(debianPackages, queryDpkg());
  if (missing.length === 0) return;
  if (process.getuid?.() === 0) await installOnDebian(missing);
  else say(`padan: missing for the tests: sudo apt-get install -y ${missing.join(' ')}`);
}
