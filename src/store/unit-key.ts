/** Keys under which names are looked up; they decide equality in the store, not matching. */

/** `Desa Karang-Anyar ` and `KARANG ANYAR` are one unit: upper-cased letters and digits only. */
export function unitKey(name: string): string {
  return name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/^\s*(DESA|KELURAHAN|KEL\.?|KECAMATAN|KEC\.?)\s+/, '')
    .replace(/[^A-Z0-9]/g, '');
}

/** Upper-cased words of a person's name without marks, single-spaced: the roster's sort order. */
export function personKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}
