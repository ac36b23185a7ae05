/** Header texts as they are compared: case, marks, units and brackets do not tell two columns apart. */

/** `namaLengkap`, `NAMA_LENGKAP` and `Nama  Lengkap *)` all become `NAMA LENGKAP`. */
export function headerWords(text: string): string {
  const spaced = text
    .normalize('NFKD')
    .replace(/\([^)]*\)?|\*+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toUpperCase()
    .replace(/\d+(?:[.,]\d+)?\s*%/g, ' ')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
  // `N I K` is one word written wide.
  return /^(?:[A-Z] ){1,}[A-Z]$/.test(spaced) ? spaced.replaceAll(' ', '') : spaced;
}

/** The words without spaces: `NO KTP` and `NOKTP` are one header. */
export function headerKey(text: string): string {
  return headerWords(text).replaceAll(' ', '');
}

const invisible = /[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\s]+/g;

/** Words of ASCII with one space between them. By hand: it is asked of every cell of a file, twice. */
function isPlainWords(text: string): boolean {
  let before = 32;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 || code > 126 || (code === 32 && before === 32)) return false;
    before = code;
  }
  return before !== 32;
}

/** A cell's text with odd spaces made plain and the ends trimmed; the characters stay as they are. */
export function cleanCell(text: string): string {
  if (text === '') return text;
  // Most cells of a large file are plain words: only those with anything odd pay for a pattern.
  if (isPlainWords(text)) return text;
  return text.replace(invisible, ' ').trim();
}
