import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { systemCode, toWriteError } from './file-error.ts';

const ATTEMPTS = 9;
let written = 0;

/** Renames with patience: on office PCs a virus scanner may hold a fresh file for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error));
      if (!held || attempt === ATTEMPTS) throw error;
      await delay(10 * 2 ** attempt);
    }
  }
}

/** Makes a rename last over a power cut; Windows neither needs nor allows it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file whole or not at all: into a neighbour, flushed to disk, then renamed over `path`. The folder is made
 * if need be. On failure nothing of ours is left behind and an older file at `path` is untouched.
 * Errors: `store.disk-full`, `file.locked`, `file.unwritable`; an `AppError` of `write` passes through.
 */
export async function writeAtomically(
  path: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const folder = dirname(path);
  written += 1;
  const temporary = join(folder, `.${basename(path)}.${process.pid}-${written}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(temporary, 'wx');
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(temporary, path);
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw toWriteError(error, path);
  }
}
