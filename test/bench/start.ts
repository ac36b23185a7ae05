/** Cold start: from the launch of the process to a first screen that can be pressed. */
import { ensureBuild } from '../../scripts/lib/build.mjs';
import { hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.mjs';
import { launchPadan } from '../e2e/harness/launch.ts';
import { median, row, seconds } from './measure.ts';

const runs = 5;
await ensureBuild();
const screen = hasDisplay() ? null : await startVirtualDisplay();
if (screen !== null) process.env.DISPLAY = screen.display;
const walls: number[] = [];
try {
  // The first launch warms the disk cache and is not counted.
  for (let run = 0; run <= runs; run += 1) {
    const from = performance.now();
    await using padan = await launchPadan();
    await padan.page.getByRole('button', { name: 'Buka data contoh' }).waitFor();
    if (run > 0) walls.push(performance.now() - from);
  }
} finally {
  screen?.close();
}
row(
  'cold start to first screen (goal 2.5 s)',
  `${seconds(median(walls))}  [${walls.map(seconds).join(', ')}]`,
);
