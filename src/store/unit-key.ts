/** Keys under which names are looked up; they decide equality in the store, not matching. */

/** `Desa Karang-Anyar ` and `KARANG ANYAR` are one unit: upper-cased letters and digits only. */
export function unitKey(name: string): string {
  return name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/^\s*(DESA|KELURAHAN|KEL\.?|KECAMATAN|KEC\.?)\s+/, '')
    .replace(/[^A-Z0-9]/g, '');
}

/** Most names of a list are written as their key already. */
const isKey = /^[A-Z0-9]+(?: [A-Z0-9]+)*$/;

/** Upper-cased words of a person's name without marks, single-spaced: the roster's sort order. */
export function personKey(name: string): string {
  if (isKey.test(name)) return name;
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}
