import type { CivilDate } from '../../domain/brand.ts';
import { formatDate } from '../../domain/civil-date.ts';
import type { OutCell } from '../../tabular/types.ts';
import type { NikDamage } from './messy-values.ts';
import { chooseDamage } from './messy-values.ts';
import { type Random, randomAt } from './random.ts';
import type { People, SamplePerson } from './sample-person.ts';
import type { SamplePlan, SampleUnit } from './sample-plan.ts';
import type { TruthBook } from './truth.ts';

/** What the writers of sample files share. */
export interface SampleContext {
  readonly plan: SamplePlan;
  readonly people: People;
  readonly truth: TruthBook;
  readonly signal: AbortSignal | undefined;
}

/** One line of a roster: a person, seen by one office on one day. */
export interface RosterLine {
  readonly person: SamplePerson;
  readonly random: Random;
  readonly damage: NikDamage;
  readonly repeated: boolean;
}

const rosterStreams = { 'non-asn': 11, desa: 12, rentan: 13 } as const;
/** Marks a person's second line in the same list, which needs a stream of its own. */
const REPEATED = 20;

/** The line of a person in a roster; `repeated` for the second one in the same file. */
export function rosterLine(
  { plan, people }: SampleContext,
  roster: keyof typeof rosterStreams,
  index: number,
  repeated = false,
): RosterLine {
  const stream = rosterStreams[roster] + (repeated ? REPEATED : 0);
  const random = randomAt(plan.seed, stream, index);
  const damage = repeated ? 'none' : chooseDamage(random, plan.rates.damage);
  return { person: people.at(index), random, damage, repeated };
}

/** The lines of a unit in its own roster: everyone once, then those entered twice by mistake. */
export function* unitLines(
  context: SampleContext,
  roster: keyof typeof rosterStreams,
  unit: SampleUnit,
): Generator<RosterLine> {
  const { plan, signal } = context;
  const twice: number[] = [];
  for (let index = unit.start; index < unit.start + unit.size; index += 1) {
    signal?.throwIfAborted();
    const line = rosterLine(context, roster, index);
    if (line.damage === 'none' && line.random.chance(plan.rates.duplicate)) twice.push(index);
    yield line;
  }
  for (const index of twice) yield rosterLine(context, roster, index, true);
}

/** Kop and place-and-date line of the regency, in capitals and in words. */
export function regencyWords(plan: SamplePlan): {
  readonly kop: string;
  readonly placeAndDate: string;
} {
  const place = plan.regency.name.replace(/^(?:Kabupaten|Kota)\s+/i, '');
  return {
    kop: `PEMERINTAH ${plan.regency.name.toUpperCase()}`,
    placeAndDate: `${place}, ${formatDate(plan.asOf as CivilDate)}`, // checked when asked for
  };
}

/** A wage as this sheet writes it: a number, or text the way people type it. */
export function wageCell(wage: number, asText: boolean): OutCell {
  if (!asText) return { v: wage, style: 'rupiah' };
  return { v: `Rp ${String(wage).replace(/\B(?=(\d{3})+$)/g, '.')},-`, style: 'text' };
}
