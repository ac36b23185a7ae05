/** The demo at its default size, as a whole process, several times. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, row, seconds, timed } from './measure.ts';

const runs = 3;
const walls: number[] = [];
for (let run = 0; run < runs; run += 1) {
  const dir = mkdtempSync(join(tmpdir(), 'padan-bench-'));
  walls.push(
    await timed(() => {
      const ended = spawnSync(
        process.execPath,
        ['scripts/padan.mjs', 'demo', '--out', dir, '--json'],
        { encoding: 'utf8' },
      );
      if (ended.status !== 0) throw new Error(ended.stderr);
    }),
  );
  rmSync(dir, { recursive: true, force: true });
}
row(
  'demo, default size, wall (goal 20 s)',
  `${seconds(median(walls))}  [${walls.map(seconds).join(', ')}]`,
);
