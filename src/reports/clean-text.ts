/**
 * Text from people's files on its way to paper. Nothing is interpreted: control characters and
 * bidirectional overrides go, half surrogates become U+FFFD, spaces become one, and everything else prints as it stands.
 */

// Control characters, direction overrides and isolates, byte-order mark.
const unprintable = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const spaces = /[ \u00a0]{2,}/g;
const longRun = /[^\s\u200b]{25,}/g;

/** One line of printable text. */
export function cleanText(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(unprintable, ' ').replace(spaces, ' ').trim();
}

/** Lets a run of 25 or more characters without a space break, so that it cannot leave its cell. */
export function breakable(text: string): string {
  return text.replace(longRun, (run) =>
    [...run].map((c, i) => (i % 8 === 7 ? `${c}\u200b` : c)).join(''),
  );
}
