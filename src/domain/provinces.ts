/**
 * Province codes of Kemendagri that a NIK may begin with: the 38 of Kepmendagri 300.2.2-2430/2025, and 54 (Timor
 * Timur), retired in 1999 but still carried by people first registered there.
 */
const provinceCodes: ReadonlySet<string> = new Set(
  (
    '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 ' +
    '91 92 93 94 95 96 54'
  ).split(' '),
);

/** True for a two-digit code of a present or former province. */
export function isProvinceCode(code: string): boolean {
  return provinceCodes.has(code);
}
