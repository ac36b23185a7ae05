/** `match` with its second threads gives the same file as without, and ends as it should when something is wrong. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MatchFilesInput, runMatch } from '../../../src/engine/match/match-files.ts';
import { openHelpers } from '../../../src/engine/worker/run-beside.ts';
import { threadModule } from '../../../src/engine/worker/thread-module.ts';
import { generate, type Row } from '../../bench/linkage/generator.ts';

const workerUrl = threadModule();
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'padan-threads-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, rows: readonly Row[]): Promise<string> {
  const lines = rows.map((row) =>
    [
      row.id,
      row.nik,
      row.kpj,
      `"${row.name}"`,
      row.birthDate,
      row.sex,
      row.village,
      row.wage,
    ].join(),
  );
  const path = join(folder, name);
  await writeFile(path, ['id,nik,kpj,name,birth_date,sex,village,wage', ...lines].join('\n'));
  return path;
}

async function twoFiles(rows: number): Promise<Pick<MatchFilesInput, 'left' | 'right'>> {
  const scene = generate({ rows, profile: 'none', seed: 11 });
  return { left: await write('l.csv', scene.left), right: await write('r.csv', scene.right) };
}

describe('match with second threads', { timeout: 120_000 }, () => {
  it('writes the same file as one thread alone', async () => {
    const files = await twoFiles(8000);
    const one = join(folder, 'one.csv');
    const two = join(folder, 'two.csv');
    const alone = await runMatch({ ...files, out: one });
    using threads = openHelpers(workerUrl);
    let started = 0;
    const helper: typeof threads.helper = (...call) => {
      started++;
      return threads.helper(...call);
    };
    const together = await runMatch({ ...files, out: two, helper, helpFrom: 0 });
    expect(started).toBe(2);
    expect(together).toEqual(alone);
    expect(await readFile(two, 'utf8')).toBe(await readFile(one, 'utf8'));
  });

  it('starts none for small files', async () => {
    const files = await twoFiles(200);
    const helper = (): Promise<never> => Promise.reject(new Error('not wanted'));
    const counts = await runMatch({ ...files, out: join(folder, 'o.csv'), helper });
    expect(counts.match).toBeGreaterThan(100);
  });

  it.each([
    ['left', 'file.missing'],
    ['right', 'file.missing'],
  ] as const)('tells of a %s file that is not there', async (side, code) => {
    const files = await twoFiles(200);
    using threads = openHelpers(workerUrl);
    const input = { ...files, [side]: join(folder, 'none.csv'), out: join(folder, 'o.csv') };
    const run = runMatch({ ...input, helper: threads.helper, helpFrom: 0 });
    await expect(run).rejects.toMatchObject({ code });
  });

  it('tells of a right file without an id column', async () => {
    const files = await twoFiles(200);
    await writeFile(files.right, 'nik,name\n3329015205809001,SITI\n');
    using threads = openHelpers(workerUrl);
    const run = runMatch({
      ...files,
      out: join(folder, 'o.csv'),
      helper: threads.helper,
      helpFrom: 0,
    });
    await expect(run).rejects.toMatchObject({ code: 'import.missing-columns' });
  });

  it('stops in the middle when told to, and writes nothing', async () => {
    const files = await twoFiles(8000);
    const out = join(folder, 'o.csv');
    const signal = { aborted: false };
    using threads = openHelpers(workerUrl);
    const run = runMatch({
      ...files,
      out,
      signal,
      helper: threads.helper,
      helpFrom: 0,
      onProgress: ({ stage }) => {
        if (stage === 'candidates') signal.aborted = true;
      },
    });
    await expect(run).rejects.toMatchObject({ code: 'job.cancelled' });
    await expect(readFile(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
