/** NIP, the 18-digit number of civil servants and PPPK: birth date, month of appointment, sex, sequence. */

/** True for 18 digits. */
export function isNip(text: string): boolean {
  return /^\d{18}$/.test(text);
}

/** A long number without the spaces, dots and apostrophes it is often written with; other text stays as it is. */
export function bareNumber(text: string): string {
  const bare = text.replace(/[\s.'’`-]/g, '');
  return /^\d+$/.test(bare) ? bare : text.trim();
}
