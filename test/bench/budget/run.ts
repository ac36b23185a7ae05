/**
 * A full-year budget from the store: 10,000, 100,000 and 1,000,000 wage earners, each with a wage of their own, JKK, JKM,
 * JHT and JP, some beginning or ending inside the year. Every run is a fresh process: its time from an open store to the
 * result, and its peak memory, are its own. `run.ts budget [sizes…]`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, row, seconds } from '../measure.ts';

interface Run {
  readonly ms: number;
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly persons: number;
  readonly total: number;
}

const runs = 5;
const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [10_000, 100_000, 1_000_000];
const roundings = ['component', 'person', 'total'] as const;

function child(script: string, ...args: readonly string[]): string {
  const path = join(import.meta.dirname, script);
  const ended = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return ended.stdout;
}

const perPerson = new Map<string, number[]>();
for (const size of sizes) {
  const dir = mkdtempSync(join(tmpdir(), 'padan-bench-'));
  const store = join(dir, 'anggaran.padan');
  try {
    child('make-store.ts', store, String(size));
    for (const per of roundings) {
      const found = Array.from(
        { length: per === 'component' ? runs : 1 },
        () => JSON.parse(child('price-store.ts', store, per)) as Run,
      );
      const wall = median(found.map(({ ms }) => ms));
      const cpu = median(found.map(({ cpuMs }) => cpuMs));
      const rss = Math.max(...found.map(({ rssMb }) => rssMb));
      perPerson.set(per, [...(perPerson.get(per) ?? []), (cpu * 1000) / size]);
      row(
        `budget of ${size.toLocaleString('en')} people, rounded per ${per}`,
        `${seconds(wall)} wall, ${seconds(cpu)} CPU, peak ${rss.toFixed(0)} MB, ` +
          `${found.length} runs [${found.map(({ ms }) => seconds(ms)).join(', ')}]`,
      );
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
for (const [per, costs] of perPerson) {
  const growth = (costs.at(-1) ?? 0) / (costs[0] ?? 1);
  row(
    `CPU a person, rounded per ${per}, smallest → largest`,
    `${costs.map((cost) => `${cost.toFixed(2)} µs`).join(' → ')}, factor ${growth.toFixed(2)}`,
  );
}
