/** Long digit runs could be a NIK or a KPJ; they do not go into a log. */
export function redact(text: string): string {
  return text.replace(/\d{9,}/g, '•');
}
