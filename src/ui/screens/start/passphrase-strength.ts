/** Simple, honest advice on a passphrase: length counts most, sameness counts against it. */

/** Fewest characters a passphrase may have. */
export const shortestPassphrase = 8;

export interface PassphraseAdvice {
  /** 0 too short, 1 weak, 2 fair, 3 strong. */
  readonly level: 0 | 1 | 2 | 3;
  readonly text: string;
}

const commonWords = [
  'password',
  'passw0rd',
  'admin',
  'qwerty',
  'rahasia',
  'sandi',
  'bpjs',
  'padan',
];

/** Judges what was typed so far. */
export function passphraseAdvice(text: string): PassphraseAdvice {
  if (text.length < shortestPassphrase) {
    return { level: 0, text: `Minimal ${shortestPassphrase} karakter` };
  }
  const lower = text.toLowerCase();
  const distinct = new Set(lower).size;
  const sequence = /^(?:0123456789|1234567890|abcdefghij)/.test(lower.padEnd(10, '~').slice(0, 10));
  const common = commonWords.some((word) => lower.includes(word) && lower.length < word.length + 5);
  if (distinct < 5 || sequence || common || /^\d+$/.test(text)) {
    return { level: 1, text: 'Mudah ditebak; tambahkan kata lain' };
  }
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(text)).length;
  if (text.length >= 16 || (text.length >= 12 && kinds >= 3)) return { level: 3, text: 'Kuat' };
  return { level: 2, text: 'Cukup; lebih panjang lebih baik' };
}
