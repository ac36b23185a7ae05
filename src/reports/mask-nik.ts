/** "3329123456789001" → "3329••••••••9001": the regency and the last four digits stay readable. */
export function maskNik(nik: string | null): string {
  if (nik === null || nik.trim() === '') return '(tidak ada)';
  const digits = nik.trim();
  if (digits.length < 12) return '•'.repeat(digits.length);
  return `${digits.slice(0, 4)}${'•'.repeat(digits.length - 8)}${digits.slice(-4)}`;
}
