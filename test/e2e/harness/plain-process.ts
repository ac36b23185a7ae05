/** Runs the app as a user does, without a debugger attached, and looks at it from outside. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnv, electronRuntime, projectRoot } from './launch.ts';
import { rootSwitches } from './root-switches.ts';

export interface PlainRun {
  readonly child: ChildProcess;
  /** Resolves with the exit code and everything it printed. */
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string }>;
}

/** Starts the app on a profile; the caller ends it. */
export function runPlainly(userDataDir: string, ...args: readonly string[]): PlainRun {
  const command = electronRuntime().executable;
  return start(command, [
    projectRoot,
    ...rootSwitches(),
    `--user-data-dir=${userDataDir}`,
    ...args,
  ]);
}

const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];

/**
 * Whether this machine lets root start the app as an ordinary user with Chromium's sandbox on: user
 * namespaces must be allowed, and the project must be readable to everyone.
 */
export function canRunAsNobody(): boolean {
  if (rootSwitches().length === 0) return false;
  const built = join(projectRoot, 'out/main/index.js');
  const probe = ['unshare', '--user', '--map-root-user', 'test', '-r', built];
  return spawnSync('setpriv', [...asNobody, ...probe]).status === 0;
}

/** As `runPlainly`, but as an ordinary user and with the sandbox on; `home` must belong to that user. */
export function runAsNobody(home: string): PlainRun {
  const app = [electronRuntime().executable, projectRoot, `--user-data-dir=${home}`];
  return start('setpriv', [...asNobody, 'env', `HOME=${home}`, ...app]);
}

function start(command: string, args: readonly string[]): PlainRun {
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: cleanEnv(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  const ended = new Promise<{ code: number | null; stdout: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, stdout })),
  );
  return { child, ended };
}

/** The app's own log of a profile; empty while there is none. */
export function readLog(userDataDir: string): string {
  try {
    return readFileSync(join(userDataDir, 'logs/padan.log'), 'utf8');
  } catch {
    return '';
  }
}

/** A process and all below it (Linux). */
function processTree(root: number): readonly number[] {
  const parentOf = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
      parentOf.set(Number(name), Number(parent));
    } catch {
      // It ended while we looked.
    }
  }
  const tree = [root];
  for (const pid of tree) {
    for (const [child, parent] of parentOf) if (parent === pid) tree.push(child);
  }
  return tree;
}

function socketsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const match = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`));
      return match?.[1] === undefined ? [] : [match[1]];
    });
  } catch {
    return [];
  }
}

export interface InternetSockets {
  readonly processes: number;
  /** Local addresses of TCP sockets that listen, and of any UDP socket. */
  readonly open: readonly string[];
}

/** TCP listeners and UDP sockets of a process tree (Linux). */
export function internetSockets(root: number): InternetSockets {
  const tree = processTree(root);
  const mine = new Set(tree.flatMap(socketsOf));
  const listening = '0A';
  const open = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => mine.has(cells[9] ?? ''))
      .filter((cells) => kind.startsWith('udp') || cells[3] === listening)
      .map((cells) => `${kind} ${cells[1]}`),
  );
  return { processes: tree.length, open };
}

/** Seccomp modes of the page processes below a process (Linux): 2 is a filter, which is the sandbox. */
export function pageSeccompModes(root: number): readonly string[] {
  return processTree(root)
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'))
    .map((pid) => /^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '');
}
