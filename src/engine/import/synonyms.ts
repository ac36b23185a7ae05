/** Which field a header text names. */
import type { KnownField } from './header-ignored.ts';
import { headerSynonyms } from './header-synonyms.ts';
import { headerKey, headerWords } from './header-text.ts';

interface SynonymTable {
  readonly byKey: ReadonlyMap<string, KnownField>;
  /** Multi-word synonyms, longest first, for headers that say more than they need to. */
  readonly phrases: readonly (readonly [words: string, field: KnownField])[];
}

/** Words after which a known beginning speaks of somebody else, or of something else. */
const turnsAway =
  /\b(AYAH|IBU|SUAMI|ISTRI|ISTERI|PASANGAN|ANAK|WALI|KEPALA|AHLI|KK|PIC|PENDAMPING|SK|SEBELUM|LALU|PERUSAHAAN|PEMBERI)\b/;

function build(): SynonymTable {
  const byKey = new Map<string, KnownField>();
  const phrases: [string, KnownField][] = [];
  for (const group of headerSynonyms) {
    for (const [field, texts] of Object.entries(group) as [KnownField, readonly string[]][]) {
      for (const text of texts) {
        const words = headerWords(text);
        if (!byKey.has(headerKey(text))) byKey.set(headerKey(text), field);
        if (words.includes(' ') && words.length >= 7) phrases.push([words, field]);
      }
    }
  }
  phrases.sort((a, b) => b[0].length - a[0].length);
  return { byKey, phrases };
}

const table = build();

/** The field of a header text that is known as it stands. */
export function exactField(text: string): KnownField | null {
  return table.byKey.get(headerKey(text)) ?? null;
}

/** The field a header text names, or null when the text is not known. */
export function knownField(text: string): KnownField | null {
  const key = headerKey(text);
  if (key === '') return null;
  const exact = table.byKey.get(key);
  if (exact !== undefined) return exact;
  const words = headerWords(text);
  for (const [phrase, field] of table.phrases) {
    if (words.startsWith(`${phrase} `) && !turnsAway.test(words.slice(phrase.length))) return field;
  }
  return null;
}
