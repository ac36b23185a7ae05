/** Live recomputation of a plan at 100,000 and 1,000,000 people: CPU time of one moved assumption, and of the first reading. */

import { resolve } from 'node:path';
import { parseAccountTable } from '../../../src/domain/account-codes.ts';
import type { Month, Sen } from '../../../src/domain/brand.ts';
import { computePlan, planGround } from '../../../src/domain/plan-compute.ts';
import { birthCode, type PlanPerson, planGroupsBuilder } from '../../../src/domain/plan-groups.ts';
import {
  type PlanAssumptions,
  planKinds,
  usualAssumptions,
} from '../../../src/domain/plan-types.ts';
import { parseTariffTable } from '../../../src/domain/tariff-table.ts';
import { parseWageBaseTable } from '../../../src/domain/wage-base.ts';
import { readJson } from '../../../src/engine/budget/read-tables.ts';
import { namedGround } from '../../../src/engine/plan/operations.ts';
import { median, ms, peakRssMb, row } from '../measure.ts';

const year = 2027;
const resources = resolve('resources');
const tables = {
  tariffs: parseTariffTable(readJson(resources, 'tariffs/bpjs-ketenagakerjaan.json')),
  wageBases: parseWageBaseTable(readJson(resources, 'tariffs/wage-bases.json')),
  accounts: parseAccountTable([
    readJson(resources, 'accounts/apbd.json'),
    readJson(resources, 'accounts/apbdes.json'),
  ]),
};

/** CPU milliseconds of this process: other work on the machine does not count. */
function cpu(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** Mulberry32: the same people every time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A regency of that size: a fifth non-ASN with wages of their own, a fifth village, the rest vulnerable workers. */
function peopleOf(count: number): PlanPerson[] {
  const next = random(7);
  const pick = (most: number) => Math.floor(next() * most);
  return Array.from({ length: count }, (_, at): PlanPerson => {
    const kind = at % 5;
    const birth = `${1955 + pick(50)}-${String(1 + pick(12)).padStart(2, '0')}-${String(1 + pick(28)).padStart(2, '0')}`;
    const common = {
      position: null,
      from: next() < 0.03 ? (`${year}-${String(1 + pick(12)).padStart(2, '0')}` as Month) : null,
      to: null,
      birth: birthCode(birth, year),
      enrolment: next() < 0.35 ? ('aktif' as const) : ('belum' as const),
      mark: next() < 0.01 ? ('other-roster' as const) : ('none' as const),
      risk: pick(4),
    };
    if (kind === 0) {
      const wage = (80_000_000 + pick(3_000) * 100_000) as Sen;
      return {
        ...common,
        roster: 'non-asn',
        employerGroup: 'non-asn',
        segment: 'pu',
        fundSource: 'apbd-pad',
        wage,
        unit: pick(45),
        desil: 0,
      };
    }
    if (kind === 1) {
      return {
        ...common,
        roster: 'desa',
        employerGroup: 'rt-rw',
        segment: 'bpu',
        fundSource: 'add',
        wage: null,
        unit: 45 + pick(300),
        desil: 0,
      };
    }
    return {
      ...common,
      roster: 'rentan',
      employerGroup: 'rentan',
      segment: 'bpu',
      fundSource: 'dbhcht',
      wage: null,
      unit: 45 + pick(300),
      desil: pick(11),
    };
  });
}

for (const count of [10_000, 100_000, 1_000_000]) {
  const builder = planGroupsBuilder(year);
  const people = peopleOf(count);
  let groups = planGroupsBuilder(year).finish().groups;
  const reading = cpu(() => {
    for (const person of people) builder.add(person);
    groups = builder.finish().groups;
  });
  const ground = planGround({
    groups,
    bases: [],
    settings: { year, region: '33.29' },
    tables,
    unitPlace: () => -1,
  });
  const named = count.toLocaleString('id-ID');
  row(`${named} people gathered into ${groups.size.toLocaleString('id-ID')} groups`, ms(reading));
  const all = usualAssumptions('all', year);
  const four = ['jkk', 'jkm', 'jht', 'jp'] as const;
  const moved: Readonly<Record<string, (step: number) => PlanAssumptions>> = {
    'growth dragged, all, four programmes': (step) => ({
      ...all,
      growthBasisPoints: 100 + step,
      rules: { 'non-asn/pu': { programmes: four, wageBase: { kind: 'actual' } } },
    }),
    'PPPK and retirement typed': (step) => ({
      ...all,
      leavings: [{ persons: 100 + step, from: `${year}-04` as Month }],
      retirementAges: { 'non-asn': 58 },
    }),
    'target moved (60 %)': (step) => ({
      ...usualAssumptions('target', year),
      target: {
        goal: { kind: 'coverage', basisPoints: 6_000 + step },
        from: `${year}-01` as Month,
        order: ['desil', 'risk', 'cost'],
        rosters: ['non-asn', 'desa', 'rentan'],
      },
    }),
  };
  for (const [name, assume] of Object.entries(moved)) {
    const spent = Array.from({ length: 7 }, (_, step) =>
      cpu(() => computePlan(ground, assume(step))),
    );
    row(`${named}: ${name}, median CPU`, ms(median(spent)));
  }
  const side = (step: number) =>
    planKinds.map((kind) => ({ ...usualAssumptions(kind, year), growthBasisPoints: 100 + step }));
  const { viewOf } = namedGround(ground, []);
  const fresh = [0, 1, 2, 3, 4].map((step) => cpu(() => side(step).map(viewOf)));
  row(`${named}: four side by side, growth moved in all, median CPU`, ms(median(fresh)));
  const again = [5, 6, 7, 8, 9].map((step) =>
    cpu(() => [...side(0).slice(0, 3), ...side(step).slice(3)].map(viewOf)),
  );
  row(`${named}: four side by side, growth moved in one, median CPU`, ms(median(again)));
}
row('peak memory', `${peakRssMb().toFixed(0)} MB`);
