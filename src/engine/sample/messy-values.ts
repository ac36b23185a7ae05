/** How offices write down what they know: the damage is chosen per row, from the row's own stream. */

import type { CivilDate } from '../../domain/brand.ts';
import { formatDate } from '../../domain/civil-date.ts';
import type { OutCell } from '../../tabular/types.ts';
import type { Random } from './random.ts';
import type { SamplePerson } from './sample-person.ts';
import type { SamplePlan } from './sample-plan.ts';

/** What happened to a NIK on its way into a file. The first four lose nothing. */
export const nikDamages = [
  'none',
  'apostrophe',
  'spaced',
  'dotted',
  'number',
  'scientific',
  'empty',
  'typo',
  'short',
  'kk',
] as const;
export type NikDamage = (typeof nikDamages)[number];

/** Shares of rows, at `damage: 1`. */
const shares: readonly (readonly [NikDamage, number])[] = [
  ['apostrophe', 0.06],
  ['spaced', 0.02],
  ['dotted', 0.01],
  ['number', 0.03],
  ['scientific', 0.004],
  ['empty', 0.004],
  ['typo', 0.003],
  ['short', 0.002],
  ['kk', 0.001],
];

/** Whether the true NIK can still be read from the cell. */
export function keepsNik(damage: NikDamage): boolean {
  return ['none', 'apostrophe', 'spaced', 'dotted'].includes(damage);
}

/** Picks the damage of one row. */
export function chooseDamage(random: Random, rate: number): NikDamage {
  let lot = random.next();
  for (const [damage, share] of shares) {
    lot -= share * rate;
    if (lot < 0) return damage;
  }
  return 'none';
}

/** A NIK as text, as the damage leaves it. `kk`: a family card's number, with its issue date inside. */
export function damagedNik(nik: string, damage: NikDamage): string {
  switch (damage) {
    case 'none':
      return nik;
    case 'apostrophe':
      return `'${nik}`;
    case 'spaced':
      return `${nik.slice(0, 4)} ${nik.slice(4, 8)} ${nik.slice(8, 12)} ${nik.slice(12)}`;
    case 'dotted':
      return `${nik.slice(0, 6)}.${nik.slice(6, 12)}.${nik.slice(12)}`;
    case 'number':
      return `${nik.slice(0, 15)}0`;
    case 'scientific':
      return `${nik[0]}.${nik.slice(1, 6)}E+15`;
    case 'empty':
      return '';
    case 'typo':
      // District 7x exists nowhere: the wrong number is nobody else's.
      return `${nik.slice(0, 4)}7${nik.slice(5)}`;
    case 'short':
      return nik.slice(0, 15);
    case 'kk':
      return `${nik.slice(0, 6)}120719${nik.slice(12)}`;
  }
}

/** The cell of a NIK: a number cell where Excel took it for one (and dropped its last digit). */
export function nikCell(nik: string, damage: NikDamage): OutCell {
  const text = damagedNik(nik, damage);
  if (damage === 'number') return { v: Number(text), style: 'general' };
  return { v: text, style: 'text' };
}

const shortMonths = [
  'JAN',
  'FEB',
  'MAR',
  'APR',
  'MEI',
  'JUN',
  'JUL',
  'AGS',
  'SEP',
  'OKT',
  'NOV',
  'DES',
];
const [dash, slash] = ['-', '/'];

/** A date as office text: always day first, never the American way. */
export function dateText(date: CivilDate, form: 'dash' | 'slash' | 'long' | 'short'): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (form === 'long') return formatDate(date);
  if (form === 'short') return `${Number(day)}-${shortMonths[Number(month) - 1]}-${year.slice(2)}`;
  return [day, month, year].join(form === 'dash' ? dash : slash);
}

/** The cell of a date: a real one mostly, text of some form elsewhere. `usual` is the sheet's own habit. */
export function dateCell(date: CivilDate, random: Random, usual: 'serial' | 'text'): OutCell {
  const lot = random.next();
  const serial = usual === 'serial' ? lot < 0.93 : lot < 0.07;
  if (serial) return { v: date, style: 'date' };
  const form = lot < 0.95 ? 'dash' : lot < 0.97 ? 'slash' : 'long';
  return { v: dateText(date, form), style: 'text' };
}

function withTitles(plan: SamplePlan, person: SamplePerson, random: Random, name: string): string {
  let titled = name;
  const { titles } = person;
  if (titles !== null && random.chance(0.7)) {
    titled = `${titled}, ${random.pick(plan.names.titles[titles])}`;
  }
  if (random.chance(0.05)) titled = `${person.sex === 'L' ? 'H.' : 'Hj.'} ${titled}`;
  return titled;
}

function withVariant(plan: SamplePlan, name: string, random: Random): string {
  const fitting = plan.names.variants.filter(([plain]) => name.split(' ').includes(plain));
  if (fitting.length === 0) return name;
  const [plain, variant] = random.pick(fitting);
  return name
    .split(' ')
    .map((word) => (word === plain ? variant : word))
    .join(' ');
}

/**
 * A name as a roster has it: titles, `Alm.`, capitals. Spelt otherwise than in the BPJS files only where the NIK is
 * readable, so that the pair can still be known for one.
 */
export function rosterName(
  plan: SamplePlan,
  person: SamplePerson,
  random: Random,
  options: { readonly damage: NikDamage; readonly capitals: boolean },
): string {
  const varied = random.chance(plan.rates.nameVariant) && keepsNik(options.damage);
  const spelt = varied ? withVariant(plan, person.name, random) : person.name;
  const titled = withTitles(plan, person, random, spelt);
  const cased = options.capitals ? titled.toUpperCase() : titled;
  if (!person.deceased) return cased;
  if (random.chance(0.5)) return `${person.sex === 'L' ? 'Alm.' : 'Almh.'} ${cased}`;
  return `${cased} (${person.sex === 'L' ? 'Alm' : 'Almh'})`;
}
