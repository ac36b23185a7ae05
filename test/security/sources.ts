/** The project's own source files, for rules that look at text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const projectRoot = join(import.meta.dirname, '../..');

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Every code file under the folders; paths relative to the project, with forward slashes. */
export function readSources(folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs|cjs|css|html)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({
        path: relative(projectRoot, file).split(sep).join('/'),
        text: readFileSync(file, 'utf8'),
      })),
  );
}
