/**
 * The month after: both lists change a little, and the run that matches only what changed is held against one over all
 * rows: CPU seconds of the matcher, rows matched, and where the two differ.
 *
 *   node test/bench/linkage/next-month.ts [--rows 20000] [--profile typical|bad|none] [--seed 1]
 */
import { parseArgs } from 'node:util';
import { fingerprintsOf } from '../../../src/engine/reconcile/fingerprints.ts';
import { matchAll, rematch } from '../../../src/engine/reconcile/rematch.ts';
import { whatChanged } from '../../../src/engine/reconcile/what-changed.ts';
import type { LinkageResult, PairTable } from '../../../src/linkage/types.ts';
import { row } from '../measure.ts';
import type { Profile } from './errors.ts';
import { generate } from './generator.ts';
import { memoryAfter, nextMonth, sideOfRows, thresholds } from './two-months.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    profile: { type: 'string', default: 'typical' },
    seed: { type: 'string', default: '1' },
  },
});

/** CPU seconds of `work`, user and system, and what it gives. */
function timedCpu<Result>(work: () => Result): readonly [seconds: number, result: Result] {
  const from = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(from);
  return [(user + system) / 1e6, result];
}

/** What became of each left row: its partner's row and the class, or the wait. */
function fates({ links, candidates }: LinkageResult): Map<number, string> {
  const found = new Map<number, string>();
  const note = (pairs: PairTable, at: number, word: string): void => {
    const left = pairs.leftRow[at] ?? 0;
    if (!found.has(left)) found.set(left, `${word} ${pairs.class[at]} ${pairs.rightRow[at]}`);
  };
  for (let at = 0; at < links.size; at++) note(links, at, 'link');
  for (let at = 0; at < candidates.size; at++) note(candidates, at, 'wait');
  return found;
}

const scene = generate({
  rows: Number(values.rows),
  profile: values.profile as Profile,
  seed: Number(values.seed),
});
const months = nextMonth(scene, Number(values.seed));
const first = { left: sideOfRows(months[0].left), right: sideOfRows(months[0].right) };
const second = { left: sideOfRows(months[1].left), right: sideOfRows(months[1].right) };
const printsOf = (sides: typeof first) => ({
  left: fingerprintsOf(sides.left),
  right: fingerprintsOf(sides.right),
});
const decided = { same: [], different: [], twins: [] };
const memory = memoryAfter(matchAll(first, { thresholds }).result, printsOf(first));

const [fullCpu, full] = timedCpu(() => matchAll(second, { thresholds }).result);
const [partCpu, part] = timedCpu(() => {
  const changes = whatChanged(memory, {
    sides: second,
    prints: printsOf(second),
    decided,
    thresholds,
  });
  if (changes === null) throw new Error('too much has changed');
  return rematch(second, memory, changes, { thresholds });
});
const all = fates(full);
const some = fates(part.result);
const differing = [...new Set([...all.keys(), ...some.keys()])].filter(
  (left) => all.get(left) !== some.get(left),
);
row(
  `${values.profile}, ${values.rows} rows, seed ${values.seed}: all rows`,
  `${fullCpu.toFixed(2)} s CPU`,
);
row('only what changed', `${partCpu.toFixed(2)} s CPU`);
row('rows matched again', `${part.rescored} of ${part.rescored + part.unchanged}`);
row('roster rows that end otherwise', `${differing.length} of ${second.left.rows}`);
for (const left of differing.slice(0, 5))
  row(`  row ${left}`, `${all.get(left)} | ${some.get(left)}`);
