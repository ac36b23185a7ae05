/**
 * `node test/bench/import/run.ts [rows] [--once] [--csv] [--undo]`: imports one large CSV and one large .xlsx, and
 * prints the medians of three runs beside the goals and beside `sqlite3 .import` and `xlsx2csv` on the same files.
 * Printed, never asserted.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from '../../../src/tabular/write-xlsx.ts';
import { median, row } from '../measure.ts';
import type { ImportRun, Step } from './once.ts';
import { cells, head } from './people.ts';

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const rows = Number(process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 1_000_000);
const runs = flags.includes('--once') ? 1 : 3;
const dir = mkdtempSync(join(tmpdir(), 'padan-bench-'));

function writeCsv(path: string): void {
  const file = openSync(path, 'w');
  let text = `PEMERINTAH KABUPATEN BREBES\r\n\r\n${head.join(';')}\r\n`;
  for (let index = 0; index < rows; index += 1) {
    text += `${cells(index).join(';')}\r\n`;
    if (text.length > 1_000_000) {
      writeSync(file, text, null, 'latin1');
      text = '';
    }
  }
  writeSync(file, text, null, 'latin1');
  closeSync(file);
}

/** Wall seconds of a program, as medians of the same number of runs; null when it is not installed. */
function peer(program: string, args: readonly string[], input = ''): number | null {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now();
    const { error, status } = spawnSync(program, args, {
      input,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    if (error !== undefined || status !== 0) return null;
    times.push((performance.now() - from) / 1000);
  }
  return median(times);
}

function beside(name: string, own: number, other: number | null): void {
  if (other === null) row(`  ${name}`, 'not installed here: left out');
  else
    row(
      `  ${name}`,
      `${other.toFixed(1)} s; staging takes ${(own / other).toFixed(1)} times as long`,
    );
}

function measure(label: string, path: string, goals: { stage: number; commit: number }): number {
  process.stdout.write(`${label}, ${(statSync(path).size / 1e6).toFixed(0)} MB, ${runs} runs\n`);
  const script = fileURLToPath(new URL('once.ts', import.meta.url));
  const done: ImportRun[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { stdout } = spawnSync(process.execPath, [script, path, ...flags], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    done.push(JSON.parse(stdout) as ImportRun);
  }
  const told = (name: string, steps: readonly Step[], goal: string) => {
    const wall = median(steps.map((step) => step.wall)).toFixed(1);
    const cpu = median(steps.map((step) => step.cpu)).toFixed(1);
    const peak = Math.max(...steps.map((step) => step.peakMb)).toFixed(0);
    row(`  ${name}`, `${wall} s (processor ${cpu} s), peak RSS ${peak} MB; ${goal}`);
  };
  told(
    'parsed, checked, staged',
    done.map((run) => run.stage),
    `goal ${goals.stage} s, 600 MB`,
  );
  told(
    'committed',
    done.map((run) => run.commit),
    `goal ${goals.commit} s, 600 MB`,
  );
  const undone = done.flatMap(({ undo }) => (undo === null ? [] : [undo]));
  if (undone.length > 0) told('undone', undone, 'no goal');
  row('  rows', JSON.stringify(done[0]?.counts));
  return median(done.map((run) => run.stage.wall));
}

const csv = join(dir, 'besar.csv');
writeCsv(csv);
const staged = measure(`${rows} rows CSV`, csv, { stage: 25, commit: 15 });
const plain = join(dir, 'polos.db');
writeFileSync(plain, '');
const script = `.mode list\n.separator ;\nDROP TABLE IF EXISTS t;\n.import --skip 2 ${csv} t\n`;
beside('sqlite3 .import into a plain table (goal 4)', staged, peer('sqlite3', [plain], script));
if (!flags.includes('--csv')) {
  const xlsx = join(dir, 'besar.xlsx');
  const sheetRows = Math.ceil(rows / 5);
  function* lines() {
    yield head.concat('Kolom 13', 'Kolom 14', 'Kolom 15');
    for (let index = 0; index < sheetRows; index += 1) yield [...cells(index), 'a', 'b', 'c'];
  }
  await writeXlsx(xlsx, [{ name: 'Data', rows: lines() }]);
  const own = measure(`${sheetRows} × 15 .xlsx`, xlsx, { stage: 12, commit: 5 });
  beside('xlsx2csv (goal 1)', own, peer('xlsx2csv', [xlsx, join(dir, 'peer.csv')]));
}
rmSync(dir, { recursive: true, force: true });
