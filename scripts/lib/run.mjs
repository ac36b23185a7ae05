/** Running other programs: one way for all scripts. */
import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { modulesDir, root } from './project.mjs';

/** The environment of every child: the project's own programs (and its Node) come first in PATH. */
export function childEnv(extra = {}) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = join(modulesDir, '.bin');
  const path = [bin, ...(env[pathName] ?? '').split(delimiter).filter((part) => part !== bin)];
  return { ...env, [pathName]: path.join(delimiter), ...extra };
}

/** Runs a program with its output shown; resolves to its exit code (signals count as 1). */
export function run(
  command,
  args,
  { env = {}, cwd = root, stdio = 'inherit', shell = false } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio, shell, env: childEnv(env) });
    // Whoever ends the script means what it runs; an interrupt reaches both from the terminal anyway.
    const forward = () => child.kill('SIGTERM');
    process.on('SIGTERM', forward);
    const end = (code) => {
      process.off('SIGTERM', forward);
      resolve(code);
    };
    child.on('error', () => end(1));
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs a short program and returns what it printed; never shown. */
export function capture(command, args, { env = {}, cwd = root, timeout = 60_000 } = {}) {
  const done = spawnSync(command, args, { cwd, env: childEnv(env), encoding: 'utf8', timeout });
  return { code: done.status ?? 1, out: done.stdout ?? '', err: done.stderr ?? '' };
}

/** npm as the one that started us, else the one in PATH. Its chatter goes to stderr. */
export function runNpm(args, options = {}) {
  const stdio = ['ignore', 2, 2];
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], { stdio, ...options });
  return run('npm', args, { stdio, shell: process.platform === 'win32', ...options });
}
