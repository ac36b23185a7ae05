/**
 * Which characters a TrueType font can draw. A name may hold an emoji or a letter of another script; PDF/A
 * refuses a page with a character that no font shows, so such a character prints as a box.
 */
import { readFileSync } from 'node:fs';

/** Replaces what the font lacks with "□"; plain ASCII text comes back as it is. */
export type Coverable = (text: string) => string;

const beyondAscii = /[^\p{ASCII}\u200b]/gu;
const box = '□';

/** The replacement for a font file with a Unicode BMP character map (cmap format 4). */
export function coverableBy(fontPath: string): Coverable {
  const segments = readSegments(readFileSync(fontPath));
  const covers = (code: number) =>
    segments.some(([first, last]) => first <= code && code <= last && code !== 0xffff);
  const substitute = covers(box.charCodeAt(0)) ? box : '?';
  const known = new Map<string, string>();
  return (text) =>
    text.replace(beyondAscii, (character) => {
      let shown = known.get(character);
      if (shown === undefined) {
        shown = covers(character.codePointAt(0) ?? 0) ? character : substitute;
        known.set(character, shown);
      }
      return shown;
    });
}

/** First and last code of each run in the font's cmap (OpenType 1.9, "cmap" format 4). */
function readSegments(font: Buffer): (readonly [number, number])[] {
  const table = tableOffset(font, 'cmap');
  const count = font.readUInt16BE(table + 2);
  for (let i = 0; i < count; i += 1) {
    const at = table + font.readUInt32BE(table + 4 + i * 8 + 4);
    if (font.readUInt16BE(at) !== 4) continue;
    const length = font.readUInt16BE(at + 6);
    return Array.from({ length: length / 2 }, (_, segment) => {
      const last = font.readUInt16BE(at + 14 + segment * 2);
      const first = font.readUInt16BE(at + 16 + length + segment * 2);
      return [first, last] as const;
    });
  }
  return [];
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i += 1) {
    const at = 12 + i * 16;
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`font without ${tag}`);
}
