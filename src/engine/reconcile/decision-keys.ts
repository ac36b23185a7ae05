/**
 * Officers decide about people, not about row ids: a decision is kept under what identifies both, so that
 * it holds when next month's export brings the same two again.
 */
export interface KeyedRecord {
  readonly nik: string | null;
  readonly kpj: string | null;
  readonly name: string;
  readonly birthDate: string | null;
}

/** A person of the rosters. */
export interface KeyedPerson extends Omit<KeyedRecord, 'kpj'> {
  readonly personId: number;
}

/**
 * A roster's side of a decision. Without a NIK two namesakes may have all else in common; then the store's
 * own number, which holds from month to month on this side, says which of them was decided about.
 */
export function leftKey({ personId, nik, name, birthDate }: KeyedPerson): string {
  return [nik ?? `#${personId}`, plain(name), birthDate ?? ''].join('|');
}

/** An export's side of a decision; the KPJ says which membership. */
export function rightKey({ nik, kpj, name, birthDate }: KeyedRecord): string {
  return [nik ?? '', kpj ?? '', plain(name), birthDate ?? ''].join('|');
}

const plain = (name: string): string =>
  name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
