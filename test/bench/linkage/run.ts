/**
 * Matching bench: generates both lists, runs `match` CSV to CSV in a process of its own, and prints time,
 * memory, quality, calibration, review share and which kinds of true pairs were lost.
 *
 *   node test/bench/linkage/run.ts [--rows 100000] [--profile typical|bad|none] [--seed 1] [--no-places] [--no-wages]
 *                                  [--raise nameTypo] [--show 20] [--keep FOLDER] [--store]
 * With --store the lists stand in a store, and a `reconcile.run` task matches them: time and memory only.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ErrorKind, Profile } from './errors.ts';
import { fillStore } from './fill-store.ts';
import { generate, type Row, type Scene } from './generator.ts';
import { besideGoal, goalsFor, speedGoal } from './goals.ts';
import {
  calibrationError,
  type FoundPair,
  lostByKind,
  officeJoin,
  qualityOf,
  truePeople,
} from './measure.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    profile: { type: 'string', default: 'typical' },
    seed: { type: 'string', default: '1' },
    'no-places': { type: 'boolean', default: false },
    'no-wages': { type: 'boolean', default: false },
    raise: { type: 'string' },
    show: { type: 'string', default: '0' },
    keep: { type: 'string' },
    store: { type: 'boolean', default: false },
  },
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function writeRows(path: string, rows: readonly Row[]): void {
  const file = openSync(path, 'w');
  let text = 'id,nik,kpj,name,birth_date,sex,village,wage\n';
  const cell = (value: string): string =>
    /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  for (const row of rows) {
    const cells = [
      row.id,
      row.nik,
      row.kpj,
      row.name,
      row.birthDate,
      row.sex,
      row.village,
      row.wage,
    ];
    text += `${cells.map(cell).join(',')}\n`;
    if (text.length < 1 << 20) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}

interface Decided extends FoundPair {
  readonly decision: string;
  readonly why: string;
}

function readPairs(path: string, scene: Scene): Decided[] {
  const rowOf = (rows: readonly Row[]): Map<string, number> =>
    new Map(rows.map((row, i) => [row.id, i]));
  const left = rowOf(scene.left);
  const right = rowOf(scene.right);
  const pairs: Decided[] = [];
  const bytes = readFileSync(path);
  for (let at = bytes.indexOf(10) + 1; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const line = bytes.toString('utf8', at, end);
    at = end + 1;
    const [l, r, decision, probability] = line.split(',', 4) as [string, string, string, string];
    if (decision === 'non-match') continue;
    const why = line.slice(line.indexOf('"') + 1, -1);
    pairs.push({
      left: left.get(l)!,
      right: right.get(r)!,
      probability: Number(probability),
      decision,
      why,
    });
  }
  return pairs;
}

const percent = (value: number, digits = 3): string => `${(100 * value).toFixed(digits)} %`;

function showRow(row: Row): string {
  return [row.nik, row.kpj, row.name, row.birthDate, row.sex, row.village].join(' | ');
}

function showTroubles(
  scene: Scene,
  truth: Set<number>,
  pairs: readonly Decided[],
  count: number,
): void {
  const accepted = pairs.filter((pair) => pair.probability >= 0.5);
  const wrong = accepted.filter((p) => scene.left[p.left]!.person !== scene.right[p.right]!.person);
  print(`\nwrong links (${wrong.length}):`);
  for (const pair of wrong.slice(0, count)) {
    print(
      `  ${showRow(scene.left[pair.left]!)}\n  ${showRow(scene.right[pair.right]!)}\n    ${pair.decision} ${pair.why}`,
    );
  }
  const found = new Set(accepted.map((p) => scene.left[p.left]!.person));
  const byPerson = new Map(scene.right.map((row) => [row.person, row]));
  const pairOf = new Map(pairs.map((p) => [p.left, p]));
  const lost = scene.left
    .map((row, i) => ({ row, i }))
    .filter(({ row }) => truth.has(row.person) && !found.has(row.person));
  print(`\nlost pairs (${lost.length}):`);
  for (const { row, i } of lost.slice(0, count)) {
    const pair = pairOf.get(i);
    print(
      `  ${showRow(row)}  [${[...row.errors].join(' ')}]\n  ${showRow(byPerson.get(row.person)!)}  [${[...byPerson.get(row.person)!.errors].join(' ')}]`,
    );
    if (pair !== undefined)
      print(
        `    ${pair.decision} with ${pair.right === scene.right.indexOf(byPerson.get(row.person)!) ? 'the true one' : showRow(scene.right[pair.right]!)}: ${pair.why}`,
      );
  }
}

function report(scene: Scene, pairs: readonly Decided[]): void {
  const truth = truePeople(scene);
  const match = pairs.filter((pair) => pair.decision === 'match');
  const half = pairs.filter((pair) => pair.probability >= 0.5);
  const show = (name: string, list: readonly FoundPair[]): void => {
    const q = qualityOf(scene, truth, list);
    print(
      `${name.padEnd(26)} P ${q.precision.toFixed(5)}  R ${q.recall.toFixed(5)}  F1 ${q.f1.toFixed(5)}  (${q.links} links, ${truth.size} true)`,
    );
  };
  show('p >= 0.5', half);
  show('decision = match', match);
  const goals = goalsFor(values.profile as Profile, !values['no-places']);
  print(
    `F1 at p >= 0.5             ${besideGoal(qualityOf(scene, truth, half).f1, goals.f1, true)}`,
  );
  const { precision } = qualityOf(scene, truth, match);
  print(`accepted by itself         ${besideGoal(precision, goals.precision, true)}`);
  print(
    `calibration error          all shown ${besideGoal(calibrationError(scene, pairs), goals.calibration, false)}, links ${calibrationError(scene, match).toFixed(5)}`,
  );
  const review = pairs.length - match.length;
  print(
    `to review                  ${review} pairs, share of left rows ${besideGoal(review / scene.left.length, goals.review, false)}`,
  );
  for (const [low, high] of [
    [0, 0.1],
    [0.1, 0.3],
    [0.3, 0.5],
    [0.5, 0.7],
    [0.7, 0.9],
    [0.9, 0.95],
    [0.95, 0.99],
    [0.99, 0.999],
    [0.999, 1.1],
  ] as const) {
    const bin = pairs.filter((p) => p.probability >= low && p.probability < high);
    const hit = bin.filter(
      (p) => scene.left[p.left]!.person === scene.right[p.right]!.person,
    ).length;
    const mean = bin.reduce((sum, p) => sum + p.probability, 0) / bin.length;
    if (bin.length > 0)
      print(
        `  p ${low}–${high}: ${bin.length} pairs, said ${mean.toFixed(4)}, true ${(hit / bin.length).toFixed(4)}`,
      );
  }
  show('office: exact NIK', officeJoin(scene, false));
  show('office: NIK, name + date', officeJoin(scene, true));
  const lost = lostByKind(scene, truth, half).filter(([, tally]) => tally.lost > 0);
  print('lost true pairs by error kind (lost of total):');
  for (const [kind, tally] of lost.slice(0, 16))
    print(
      `  ${kind.padEnd(18)} ${tally.lost} of ${tally.total} (${percent(tally.lost / tally.total)})`,
    );
  const count = Number(values.show);
  if (count > 0) showTroubles(scene, truth, pairs, count);
}

/** Runs a worker in a process of its own and prints what it says of its time and memory. */
function runApart(file: string, args: readonly string[]): void {
  const worker = fileURLToPath(new URL(file, import.meta.url));
  const run = spawnSync(process.execPath, [worker, ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  print(
    `${run.stdout.trim()}\ntime and memory goal       ${speedGoal(Number(values.rows), values.store)}`,
  );
}

function main(): void {
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'linkage-bench-'));
  mkdirSync(folder, { recursive: true });
  const paths = {
    left: join(folder, 'left.csv'),
    right: join(folder, 'right.csv'),
    out: join(folder, 'pairs.csv'),
  };
  const scene = generate({
    rows: Number(values.rows),
    profile: values.profile as Profile,
    seed: Number(values.seed),
    places: !values['no-places'],
    wages: !values['no-wages'],
    raise: values.raise as ErrorKind | undefined,
  });
  print(
    `${values.profile}, ${scene.left.length} x ${scene.right.length} rows, seed ${values.seed}${values['no-places'] ? ', no places' : ''}${values['no-wages'] ? ', no wages' : ''}${values.raise ? `, ${values.raise} x 10` : ''}`,
  );
  if (values.store) {
    const path = join(folder, 'bench.padan');
    fillStore(path, scene);
    runApart('./reconcile-once.ts', [path]);
  } else {
    writeRows(paths.left, scene.left);
    writeRows(paths.right, scene.right);
    runApart('./match-once.ts', [paths.left, paths.right, paths.out]);
    report(scene, readPairs(paths.out, scene));
  }
  if (values.keep === undefined) rmSync(folder, { recursive: true });
}

main();
