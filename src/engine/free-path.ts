/** Names for files Padan makes: what is there already stays. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `name.xlsx` in a folder, or `name (2).xlsx` when that is taken. */
export function freePath(dir: string, name: string, extension: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(dir, `${name}${count === 1 ? '' : ` (${count})`}.${extension}`);
    if (!existsSync(path)) return path;
  }
}
