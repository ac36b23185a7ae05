import { mkdir } from 'node:fs/promises';
import { AppError } from '../domain/app-error.ts';

/** Makes a folder and what leads to it; throws `file.unwritable` where a file stands or nothing may be made. */
export async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
  } catch (cause) {
    throw new AppError('file.unwritable', { at: { file: dir }, cause });
  }
}
