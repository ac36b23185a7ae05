import { describe, expect, it } from 'vitest';
import type { RouteOut } from '../../../../src/contract/routes.ts';
import { nextStep } from '../../../../src/ui/screens/home/next-step.ts';

type Imports = RouteOut<'import.list'>;
type Latest = NonNullable<RouteOut<'reconcile.latest'>>;

const counts = (entries: number): RouteOut<'roster.counts'> => [
  { roster: 'desa', entries, units: 3, lastImportAt: null },
];
const batch = (
  kind: Imports[number]['kind'],
  state: Imports[number]['state'],
): Imports[number] => ({
  id: 7,
  kind,
  state,
  fileName: 'berkas.xlsx',
  bytes: 1,
  sha256: '',
  counts: {
    read: 0,
    add: 0,
    update: 0,
    leave: 0,
    same: 0,
    conflict: 0,
    reject: 0,
    setAside: 0,
    errors: 0,
    warnings: 0,
  },
  stagedAt: '',
  committedAt: null,
});
const run = (change: Partial<Latest>): Latest => ({
  runId: 1,
  asOf: '2026-11-22',
  finishedAt: '',
  entries: 1,
  memberships: 1,
  byClass: {},
  findingsStale: false,
  review: 0,
  rescored: 2,
  unchanged: 0,
  stale: false,
  engineVersion: '1',
  learnedFrom: 0,
  ...change,
});
const both = [batch('desa', 'committed'), batch('bpjs-pu', 'committed')];

describe('nextStep', () => {
  it.each([
    ['an empty file wants a roster', counts(0), [], null, '/impor'],
    ['a plan that waits comes first', counts(0), [batch('desa', 'staged')], null, '/impor/7'],
    ['rosters want an export', counts(5), [batch('desa', 'committed')], null, '/impor'],
    ['an undone export is none', counts(5), [batch('bpjs-pu', 'undone')], null, '/impor'],
    ['both want matching', counts(5), both, null, '/pemadanan'],
    ['a stale run wants another', counts(5), both, run({ stale: true }), '/pemadanan'],
    ['open pairs want a look', counts(5), both, run({ review: 3 }), '/pemadanan/periksa'],
    ['then the packet', counts(5), both, run({}), '/paket'],
  ] as const)('%s', (_, rosters, imports, latest, to) => {
    expect(nextStep(rosters, [...imports], latest).to).toBe(to);
  });
});
