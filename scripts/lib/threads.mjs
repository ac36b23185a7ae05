/**
 * What worker threads run outside the desktop build: one plain JavaScript bundle. A thread that starts from the
 * TypeScript sources strips their types in WebAssembly of its own, and several such threads starting and ending at
 * once can take the whole process down inside the JavaScript engine.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { build } from 'vite';
import { newestChange } from './build.mjs';
import { cacheDir, root } from './project.mjs';

const threadsDir = join(cacheDir, 'threads');
/** A bundle nobody has made or asked for this long is taken away. */
const keepMs = 24 * 60 * 60_000;

/** The bundle of a module of the project (a path from its root), made when a source is newer. */
export async function threadBundle(entry = 'src/engine/worker/main.ts') {
  const changed = ['src', entry, 'package-lock.json'].map((path) => newestChange(join(root, path)));
  const stamp = Math.round(Math.max(...changed)).toString(36);
  const name = basename(entry, extname(entry));
  const home = join(threadsDir, `${name}-${stamp}`);
  const file = join(home, `${name}.js`);
  if (existsSync(file)) return file;
  dropOld();
  const making = `${home}.${process.pid}`;
  await bundle(join(root, entry), making);
  try {
    renameSync(making, home);
  } catch (error) {
    // Another process was faster; its bundle is of the same sources.
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(file)) throw error;
  }
  return file;
}

async function bundle(entry, outDir) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { [basename(entry, extname(entry))]: entry },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[hash].js' },
      },
    },
  });
}

function dropOld() {
  mkdirSync(threadsDir, { recursive: true });
  for (const name of readdirSync(threadsDir)) {
    const path = join(threadsDir, name);
    if (Date.now() - statSync(path).mtimeMs < keepMs) continue;
    rmSync(path, { recursive: true, force: true });
  }
}
