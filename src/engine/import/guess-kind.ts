/** What a file is, told by the columns it has. */
import type { ImportKind } from '../../domain/segments.ts';
import { type Field, isRosterKind, neededFields } from './fields.ts';
import type { ColumnHead } from './find-header.ts';
import { mapColumns } from './map-columns.ts';

/** Fields of a head, for a roster and for a BPJS list: the same text can mean different things. */
function fieldsIn(kind: ImportKind, heads: readonly ColumnHead[]): ReadonlySet<Field> {
  return new Set(mapColumns(kind, heads, []).at.keys());
}

const membershipOnly: readonly Field[] = [
  'jkk',
  'jkm',
  'jht',
  'jp',
  'programme',
  'contribution',
  'joinedOn',
  'endedOn',
  'graceUntil',
  'npp',
];

/** True when a head is a BPJS list's: memberships have numbers and programmes, rosters have units and posts. */
export function isBpjsHead(heads: readonly ColumnHead[]): boolean {
  const bpjs = fieldsIn('bpjs-nik', heads);
  const roster = fieldsIn('non-asn', heads);
  const strong = membershipOnly.filter((field) => bpjs.has(field)).length;
  const office = (['unit', 'workplace', 'desa', 'position', 'decree', 'desil'] as const).filter(
    (field) => roster.has(field),
  ).length;
  if (bpjs.has('kpj') && strong >= 1) return strong >= office;
  // "Daftar mutasi upah": number, name and wages, and no unit at all.
  return bpjs.has('kpj') && bpjs.has('wage') && office === 0;
}

/** The kind a file's first head speaks of; null when it could be several. */
export function guessKind(heads: readonly ColumnHead[], text: string): ImportKind | null {
  if (isBpjsHead(heads)) {
    const fields = fieldsIn('bpjs-nik', heads);
    if (fields.has('graceUntil')) return 'bpjs-bpu';
    const checked = fields.has('programme') || fields.has('endedOn') || fields.has('npp');
    if (checked && !fields.has('contribution') && !fields.has('jkk')) return 'bpjs-nik';
    if (fields.has('wage') || fields.has('contribution')) return 'bpjs-pu';
    return fields.has('jkk') || fields.has('jkm') ? 'bpjs-bpu' : null;
  }
  const fields = fieldsIn('rentan', heads);
  if (!fields.has('name') && !fields.has('firstName')) return null;
  if (/pekerja rentan|\brentan\b|petani|nelayan|DTSEN|P3KE|DBH ?CHT/i.test(text)) return 'rentan';
  if (/perangkat desa|aparatur desa|\bBPD\b|RT\s*[/&]\s*RW|pemerintah desa/i.test(text))
    return 'desa';
  if (/non\s*-?\s*asn|honorer|\bTHL\b|\bGTT\b|\bPTT\b/i.test(text)) return 'non-asn';
  if (fields.has('desil')) return 'rentan';
  if (fields.has('unit')) return 'non-asn';
  if (fields.has('desa')) return fields.has('position') ? 'desa' : 'rentan';
  return null;
}

/** Names of the needed columns a sheet lacks, the first field of each group standing for it. */
export function missingColumns(kind: ImportKind, at: ReadonlyMap<Field, number>): Field[] {
  return neededFields[kind]
    .filter((group) => !group.some((field) => at.has(field)))
    .flatMap((group) => group.slice(0, 1));
}

/** True when the file is of the other family: a roster in a BPJS slot, or a BPJS list in a roster's. */
export function isWrongSlot(kind: ImportKind, heads: readonly ColumnHead[]): boolean {
  return isRosterKind(kind) === isBpjsHead(heads);
}
