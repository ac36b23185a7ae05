/**
 * Marital status as offices write it. One list says K and T, another TK and K, Formulir 2a L and K, a civil registry 1
 * to 4: the letters mean something only together, so a column is decided once from all its codes.
 */
import type { Marital } from './segments.ts';

/** What a code means wherever it stands, in capitals. */
const always: Readonly<Record<Marital, readonly string[]>> = {
  kawin: ['KAWIN', 'SUDAH KAWIN', 'MENIKAH', 'SUDAH MENIKAH', 'NIKAH', 'K', 'M', 'Y', 'YA', 'KW'],
  belum: [
    'BELUM',
    'BELUM KAWIN',
    'BELUM MENIKAH',
    'BELUM NIKAH',
    'TIDAK KAWIN',
    'LAJANG',
    'SINGLE',
    'BK',
    'BM',
    'TK',
    'T',
    'TIDAK',
  ],
  cerai: ['CERAI', 'CERAI HIDUP', 'CERAI MATI', 'JANDA', 'DUDA', 'CH', 'CM', 'J', 'D'],
};

/** The civil registry's own numbers. */
const registry: readonly (readonly [string, Marital])[] = [
  ['1', 'belum'],
  ['2', 'kawin'],
  ['3', 'cerai'],
  ['4', 'cerai'],
];

const words: ReadonlyMap<string, Marital> = new Map(
  (['kawin', 'belum', 'cerai'] as const).flatMap((one) =>
    always[one].map((code) => [code, one] as const),
  ),
);

/** A cell as its code: capitals, single spaces, no dots. */
export function maritalCode(text: string): string {
  return text.toUpperCase().replaceAll('.', '').replaceAll(/\s+/g, ' ').trim();
}

/**
 * What each code of a column means; a code that is not among them means nothing certain. L is lajang only where no P
 * stands beside it, which would make it the sex; numbers are the registry's only where they go beyond 2.
 */
export function decideMarital(codes: Iterable<string>): ReadonlyMap<string, Marital> {
  const seen = new Set(codes);
  const meaning = new Map<string, Marital>();
  for (const code of seen) {
    // K/1 and TK/0 as in the tax office's lists: married or not, and how many depend on them.
    const found = words.get(code.replace(/^(K|TK)\/\d$/, '$1'));
    if (found !== undefined) meaning.set(code, found);
  }
  if (seen.has('L') && !seen.has('P')) meaning.set('L', 'belum');
  if (seen.has('3') || seen.has('4')) {
    for (const [code, means] of registry) if (seen.has(code)) meaning.set(code, means);
  }
  return meaning;
}

/** Every word that means something by itself, as for a cell that a person types. */
export function typedMaritals(): ReadonlyMap<string, Marital> {
  return words;
}
