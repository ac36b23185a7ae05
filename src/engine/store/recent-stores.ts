/** The stores opened lately, kept as a small JSON file beside the app's settings; never a passphrase. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeAtomically } from '../../tabular/atomic-file.ts';

const keep = 8;
const entry = z.object({ path: z.string(), regencyName: z.string(), openedAt: z.string() });
export type RecentStore = z.infer<typeof entry>;

const fileOf = (dataDir: string): string => join(dataDir, 'recent.json');

/** Newest first; files that are gone are left out, an unreadable list counts as empty. */
export function readRecentStores(dataDir: string): RecentStore[] {
  try {
    const parsed = z.array(entry).safeParse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
    return parsed.success ? parsed.data.filter(({ path }) => existsSync(path)) : [];
  } catch {
    return [];
  }
}

export async function rememberStore(dataDir: string, opened: RecentStore): Promise<void> {
  const others = readRecentStores(dataDir).filter(({ path }) => path !== opened.path);
  const text = JSON.stringify([opened, ...others].slice(0, keep), null, 2);
  await writeAtomically(fileOf(dataDir), (file) => file.writeFile(text));
}
