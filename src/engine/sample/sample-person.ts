/** One invented person, made from seed and index alone: nothing of a million people is ever held. */

import type { CivilDate } from '../../domain/brand.ts';
import { addDays, datePartsOf } from '../../domain/civil-date.ts';
import type { MembershipState } from '../../domain/enrolment.ts';
import type { Roster, Segment, Sex } from '../../domain/segments.ts';
import { type Random, randomAt } from './random.ts';
import {
  composeKpj,
  composeNik,
  createIdentityMaker,
  type IdentityMaker,
  yearsBefore,
} from './sample-identity.ts';
import { type SamplePlan, type SampleUnit, type SampleVillage, unitOf } from './sample-plan.ts';
import type { SampleJob } from './word-lists.ts';

export type SampleStatus = MembershipState | 'belum';

export interface SampleMembership {
  readonly kpj: string;
  /** `pu` and `bpu`: paid through the regency; `elsewhere`: by another employer. */
  readonly channel: Segment | 'elsewhere';
  readonly since: CivilDate;
  readonly endedOn: CivilDate | null;
  readonly graceUntil: CivilDate | null;
}

export interface SamplePerson {
  readonly index: number;
  readonly sex: Sex;
  readonly name: string;
  readonly birthDate: CivilDate;
  readonly birthPlace: string;
  readonly nik: string;
  readonly village: SampleVillage;
  /** `null`: only BPJS knows this person. */
  readonly roster: Roster | null;
  readonly unit: SampleUnit | undefined;
  readonly position: string;
  readonly kind: string;
  readonly wage: number;
  readonly titles: SampleJob['titles'];
  readonly deceased: boolean;
  readonly status: SampleStatus;
  readonly memberships: readonly SampleMembership[];
  /** Reported monthly wage; below `wage` for the under-reported. */
  readonly reportedWage: number;
  /** Set for the few who stand in a second roster: their village there. */
  readonly alsoIn: Roster | null;
}

/** Everything that makes persons of one plan. */
export interface People {
  readonly plan: SamplePlan;
  at(index: number): SamplePerson;
}

/** Every so many non-ASN also sits in a village's BPD; every so many village hands also on the informal list. */
const ALSO_VILLAGE = 211;
const ALSO_INFORMAL = 37;

const rosterOf = ({ bounds }: SamplePlan, index: number): Roster | null => {
  if (index < bounds.desa) return 'non-asn';
  if (index < bounds.rentan) return 'desa';
  return index < bounds.only ? 'rentan' : null;
};

/** Village of the second roster of a non-ASN person, `undefined` for those who have none. */
export function secondVillageUnit(plan: SamplePlan, index: number): SampleUnit | undefined {
  if (index >= plan.bounds.desa || index % ALSO_VILLAGE !== 7) return undefined;
  const units = plan.units.desa;
  return units[Math.floor(index / ALSO_VILLAGE) % units.length];
}

/** Non-ASN people who also stand in the list of a village, by the village's place among the units. */
export function* secondRowsOfVillage(plan: SamplePlan, unit: number): Generator<number> {
  const step = ALSO_VILLAGE * plan.units.desa.length;
  for (let at = ALSO_VILLAGE * unit + 7; at < plan.bounds.desa; at += step) yield at;
}

function endOfMonth(asOf: CivilDate, months: number): CivilDate {
  const { year, month } = datePartsOf(asOf);
  const next = year * 12 + month + months;
  const first = `${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}-01`;
  return addDays(first as CivilDate, -1); // first day of an existing month
}

function statusOf(random: Random, unit: SampleUnit | undefined, segment: Segment): SampleStatus {
  const lot = random.next();
  if (unit === undefined) return 'aktif';
  if (lot < unit.activeRate) return 'aktif';
  if (lot < unit.activeRate + 0.05) return 'nonaktif';
  return segment === 'bpu' && lot < unit.activeRate + 0.1 ? 'grace' : 'belum';
}

function membershipDates(random: Random, status: SampleStatus, segment: Segment, asOf: CivilDate) {
  if (segment === 'pu') {
    const endedOn = status === 'nonaktif' ? endOfMonth(asOf, -random.between(2, 24)) : null;
    return { endedOn, graceUntil: null };
  }
  const months = { aktif: [0, 11], grace: [-2, -1], nonaktif: [-18, -5], belum: [0, 0] }[status];
  const end = random.between(months[0] ?? 0, months[1] ?? 0);
  return { endedOn: endOfMonth(asOf, end), graceUntil: endOfMonth(asOf, end + 3) };
}

/** When a membership began: never after it lapsed, and not before the person could work. */
function startOf(random: Random, status: SampleStatus, birthDate: CivilDate, asOf: CivilDate) {
  const years = random.between(status === 'nonaktif' ? 3 : 1, random.chance(0.06) ? 19 : 6);
  const sixteen = yearsBefore(birthDate, -16);
  const since = addDays(yearsBefore(asOf, years), -random.between(0, 300));
  if (since >= sixteen) return since;
  return sixteen < asOf ? sixteen : yearsBefore(asOf, 1);
}

function membershipsOf(
  random: Random,
  index: number,
  status: SampleStatus,
  segment: Segment,
  dates: { readonly birthDate: CivilDate; readonly asOf: CivilDate },
): SampleMembership[] {
  if (status === 'belum') return [];
  const { asOf, birthDate } = dates;
  const since = startOf(random, status, birthDate, asOf);
  const kpj = (card: number, date: CivilDate) => composeKpj(index, card, Number(date.slice(0, 4)));
  if (status === 'aktif' && random.chance(segment === 'bpu' ? 0.04 : 0.005)) {
    return [{ kpj: kpj(2, since), channel: 'elsewhere', since, endedOn: null, graceUntil: null }];
  }
  const ends = membershipDates(random, status, segment, asOf);
  const current = { kpj: kpj(0, since), channel: segment, since, ...ends };
  const earlier = addDays(since, -random.between(700, 1500));
  if (status !== 'aktif' || !random.chance(0.03) || earlier < yearsBefore(birthDate, -16)) {
    return [current];
  }
  const endedOn = addDays(earlier, random.between(100, 600));
  return [
    current,
    { kpj: kpj(1, earlier), channel: 'elsewhere', since: earlier, endedOn, graceUntil: null },
  ];
}

interface Work {
  readonly position: string;
  readonly kind: string;
  readonly titles: SampleJob['titles'];
  readonly wage: number;
  readonly segment: Segment;
}

const roundTo = (value: number, step: number) => Math.round(value / step) * step;

function villagePosition(plan: SamplePlan, place: number): string {
  const { first } = plan.work.village;
  const fixed = first[place];
  if (fixed !== undefined) return fixed;
  const number = Math.floor((place - first.length) / 5) + 1;
  const slot = (place - first.length) % 5;
  const rw = String(number).padStart(2, '0');
  return slot === 0 ? `Ketua RW ${rw}` : `Ketua RT ${String(slot).padStart(2, '0')}/${rw}`;
}

function villageWage(plan: SamplePlan, position: string, random: Random): number {
  const wages = plan.work.village.wages;
  const key = position.includes('BPD') ? 'BPD' : /^Ketua R[TW]/.test(position) ? 'R' : position;
  const [low, high] = wages[key] ?? wages['Ka'] ?? [0, 0];
  return roundTo(random.between(low, high), key === 'R' || key === 'BPD' ? 25_000 : 20);
}

function workOf(
  plan: SamplePlan,
  roster: Roster | null,
  unit: SampleUnit | undefined,
  index: number,
  random: Random,
): Work {
  if (roster === 'desa' && unit !== undefined) {
    const position = villagePosition(plan, index - unit.start);
    const wage = villageWage(plan, position, random);
    return { position, kind: '', titles: null, wage, segment: wage >= 2_000_000 ? 'pu' : 'bpu' };
  }
  if (roster === 'rentan') {
    const position = random.pick(plan.work.informal);
    return { position, kind: position, titles: null, wage: 0, segment: 'bpu' };
  }
  const jobs = unit?.jobs ?? ['admin'];
  const job = plan.work.jobs[random.pick(jobs)];
  if (job === undefined) throw new RangeError('an office names a job that is not in the list');
  const wage = roundTo(random.between(job.wage[0], job.wage[1]), 50_000);
  return { position: job.position, kind: job.kind, titles: job.titles, wage, segment: 'pu' };
}

function nameOf(plan: SamplePlan, sex: Sex, random: Random): string {
  const { names } = plan;
  const first = random.pick(sex === 'L' ? names.male : names.female);
  const second = random.pick(sex === 'L' ? names.maleSecond : names.femaleSecond);
  const lot = random.next();
  if (lot < 0.05) return first;
  const middle = random.pick(sex === 'L' ? names.male : names.female);
  const words = lot < 0.8 ? [first, second] : [first, middle, second];
  return [...new Set(words)].join(' ');
}

function outsideAge(roster: Roster | null, random: Random): 'old' | 'young' | null {
  const lot = random.next();
  if (roster !== 'rentan') return null;
  return lot < 0.02 ? 'old' : lot < 0.021 ? 'young' : null;
}

function make(plan: SamplePlan, identity: IdentityMaker, index: number): SamplePerson {
  const random = randomAt(plan.seed, 1, index);
  const asOf = plan.asOf as CivilDate; // checked when the sample was asked for
  const roster = rosterOf(plan, index);
  const unit = roster === null ? undefined : unitOf(plan, roster, index);
  const sex: Sex = random.chance(roster === 'desa' ? 0.75 : 0.5) ? 'L' : 'P';
  const name = nameOf(plan, sex, random);
  const home = random.pick(plan.villages);
  const village = unit?.village ?? secondVillageUnit(plan, index)?.village ?? home;
  const birth = identity.birth(index, outsideAge(roster, random));
  const migrant = random.chance(0.08) && plan.foreignAreas.length > 0;
  const area = migrant
    ? random.pick(plan.foreignAreas)
    : village.code.slice(0, 8).replaceAll('.', '');
  const work = workOf(plan, roster, unit, index, random);
  const status = statusOf(random, unit, work.segment);
  const memberships = membershipsOf(random, index, status, work.segment, {
    birthDate: birth.birthDate,
    asOf,
  });
  const under = random.chance(plan.rates.underReported);
  const alsoVillage = secondVillageUnit(plan, index) !== undefined;
  const alsoInformal = roster === 'desa' && work.segment === 'bpu' && index % ALSO_INFORMAL === 5;
  return {
    index,
    sex,
    name,
    birthDate: birth.birthDate,
    birthPlace: migrant ? 'Jakarta' : village.kecamatan,
    nik: composeNik(area, sex, birth),
    village,
    roster,
    unit,
    ...work,
    deceased: roster !== null && random.chance(plan.rates.deceased),
    status,
    memberships,
    reportedWage: under ? Math.max(500_000, roundTo(work.wage * 0.6, 50_000)) : work.wage,
    alsoIn: alsoVillage ? 'desa' : alsoInformal ? 'rentan' : null,
  };
}

/** The people of a plan. */
export function createPeople(plan: SamplePlan): People {
  const identity = createIdentityMaker(plan.seed, plan.asOf as CivilDate); // checked when asked for
  return { plan, at: (index) => make(plan, identity, index) };
}
