/**
 * Spelling folds for one upper-case word. Three strengths, from the rewritings whose result exists as a
 * name at least as often as not (linkage facts: share of words / share of rewritings that exist):
 *   core   old spelling and sound-alikes that hold anywhere in a word
 *   light  core plus the rules for a word's end: equality of "same name, other spelling"
 *   soft   likely variants that are too often other people: similarity only, never equality
 * O/U, E/I and a leading H are never folded: JONI/JUNI, EKA/IKA and HADI/ADI are different people.
 */

type Rule = readonly [RegExp, string];

const coreRules: readonly Rule[] = [
  [/^CHANDR/, 'CANDR'],
  [/^CHRIST/, 'KRIST'],
  [/X/g, 'KS'],
  [/OE/g, 'U'], // van Ophuijsen 1901: POERNOMO
  [/OO/g, 'U'],
  [/DJ/g, 'J'],
  [/TJ/g, 'C'],
  [/SJ/g, 'S'],
  [/CH/g, 'H'],
  [/KH/g, 'H'],
  [/SY/g, 'S'],
  [/SH/g, 'S'],
  [/DH/g, 'D'],
  [/TH/g, 'T'],
  [/DZ/g, 'Z'],
  [/PH/g, 'P'],
  [/[FV]/g, 'P'],
  [/Q/g, 'K'],
  [/IY(?=[AEIOU])/g, 'I'],
  [/IE/g, 'I'],
  [/(?<=[^AEIOUY])Y(?![AEIOU])/g, 'I'],
  [/(?<=[^AEIOUYN])Y(?=[AEIOU])/g, 'I'],
  [/(.)\1+/g, '$1'],
];

const softRules: readonly Rule[] = [
  [/AE/g, 'AI'],
  [/EI/g, 'AI'],
  [/Z/g, 'J'],
  [/NJ/g, 'NY'],
  [/AU/g, 'AW'],
  [/H$/, ''],
  [/UW/g, 'U'],
  [/(.)\1+/g, '$1'],
];

/** Letters without which no rule applies. */
const coreHint = /[XQFV]|OE|OO|[DTSPCK][JHY]|I[YE]|[^AEIOU]Y|(.)\1/;
const softHint = /[AE][EIU]|Z|NJ|H$|UW/;

function apply(word: string, rules: readonly Rule[]): string {
  let out = word;
  for (const [pattern, to] of rules) out = out.replace(pattern, to);
  return out === '' ? word : out;
}

/** Rules that hold anywhere in a word, so that folds of words written together or apart agree. */
export function coreFold(word: string): string {
  return coreHint.test(word) ? apply(word, coreRules) : word;
}

/** Equality of spelling: SOEPARNO = SUPARNO, SYAIFUL = SAIPUL, RAHMAD = RAHMAT. */
export function lightFold(word: string): string {
  return lightOfCore(coreFold(word));
}

/** The light fold of a word whose core fold is known. */
export function lightOfCore(core: string): string {
  const last = core.charAt(core.length - 1);
  if (last === 'Y' && core.length > 1) return `${core.slice(0, -1)}I`;
  return last === 'D' ? `${core.slice(0, -1)}T` : core;
}

/** Likely the same word, to be scored as a near miss: JUNAEDI ~ JUNAIDI, RIZAL ~ RIJAL, FATIMAH ~ FATIMA. */
export function softFold(word: string): string {
  return softOfLight(lightFold(word));
}

/** The soft fold of a word whose light fold is known. */
export function softOfLight(light: string): string {
  return softHint.test(light) ? apply(light, softRules) : light;
}

const soundClass: ReadonlyMap<string, string> = new Map(
  Object.entries({ B: 'P', D: 'T', G: 'K', C: 'S', Z: 'S', J: 'S', W: '', Y: '', H: '' }),
);

/** All consonant classes of a softly folded word, vowels and H left out: what stays when words are joined, split or misspelt. */
export function consonants(soft: string): string {
  let out = '';
  for (const letter of soft) {
    if (!'AEIOU'.includes(letter)) out += soundClass.get(letter) ?? letter;
  }
  return out;
}

/** Heavy skeleton of a softly folded word, for block keys only: class of the first letter and up to five consonant classes after it. */
export function skeleton(soft: string): string {
  const folded = soft.replace(/^H(?=[AEIOU])/, '');
  const first = folded.charAt(0);
  let out = 'AEIOU'.includes(first) ? 'A' : (soundClass.get(first) ?? first) || first;
  for (let i = 1; i < folded.length && out.length < 6; i++) {
    const letter = folded.charAt(i);
    if ('AEIOU'.includes(letter)) continue;
    const sound = soundClass.get(letter) ?? letter;
    if (sound !== out.charAt(out.length - 1)) out += sound;
  }
  return out;
}
