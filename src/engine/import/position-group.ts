/** Segment and employer group of a roster entry, from its roster and position (domain facts: job taxonomy). */
import {
  type EmployerGroup,
  type FundSource,
  type OwnFundSource,
  ownFundName,
  type Roster,
  type Segment,
} from '../../domain/segments.ts';

export interface EntryGroup {
  readonly segment: Segment;
  readonly group: EmployerGroup;
}

const officials =
  /\b(?:KADES|KEPALA DESA|PJ KADES|SEKDES|SEKRETARIS DESA|CARIK|KAUR|KEPALA URUSAN|KASI|KEPALA SEKSI|KADUS|KEPALA DUSUN|KAWIL|KEPALA KEWILAYAHAN|BEKEL|STAF|STAFF|PERANGKAT DESA|BENDAHARA DESA|KEBAYAN|MODIN)\b/;
const council = /\b(?:BPD|BADAN PERMUSYAWARATAN)\b/;
const neighbourhood = /\b(?:RT|RW|RUKUN TETANGGA|RUKUN WARGA)\b/;

const villageGroups: readonly (readonly [RegExp, EntryGroup])[] = [
  [council, { segment: 'bpu', group: 'bpd' }],
  [neighbourhood, { segment: 'bpu', group: 'rt-rw' }],
  [officials, { segment: 'pu', group: 'perangkat-desa' }],
];

/** A village post that is none of the known ones counts as a village institution, BPU. */
export function groupOf(roster: Roster, position: string): EntryGroup {
  if (roster === 'non-asn') return { segment: 'pu', group: 'non-asn' };
  if (roster === 'rentan') return { segment: 'bpu', group: 'rentan' };
  const words = position
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .replace(/\bR T\b/, 'RT')
    .replace(/\bR W\b/, 'RW');
  const found = villageGroups.find(([pattern]) => pattern.test(words));
  return found?.[1] ?? { segment: 'bpu', group: 'lembaga-desa' };
}

/** Who pays when the file does not say. */
export const usualFund: Readonly<Record<Roster, FundSource>> = {
  'non-asn': 'apbd-pad',
  desa: 'add',
  rentan: 'apbd-pad',
};

const funds: readonly (readonly [RegExp, FundSource])[] = [
  [/DBH ?CHT|CUKAI/, 'dbhcht'],
  [/DANA DESA|\bDD\b/, 'dana-desa'],
  [/ALOKASI DANA DESA|\bADD\b|APBDES|APB DESA/, 'add'],
  [/PADES|PENDAPATAN ASLI DESA/, 'pades'],
  [/BAGI HASIL|\bPBH\b/, 'pbh'],
  [/BANKEU|BANTUAN KEUANGAN/, 'bankeu'],
  [/\bDAU\b/, 'apbd-dau'],
  [/APBD|\bPAD\b/, 'apbd-pad'],
  [/\bCSR\b|TJSL/, 'csr'],
  [/DONASI|BAZNAS|ZAKAT|GOTA/, 'donasi'],
  [/MANDIRI|PRIBADI|SENDIRI/, 'mandiri'],
];

/** The fund source a cell names, a regency's own by its whole name; null when none is recognised. */
export function fundNamed(text: string, own: readonly OwnFundSource[] = []): FundSource | null {
  const bare = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const named = own.find((one) => bare(ownFundName(one)) === bare(text));
  if (named !== undefined) return named;
  const words = text
    .toUpperCase()
    .replace(/[^A-Z]+/g, ' ')
    .trim();
  // "Alokasi Dana Desa" holds "Dana Desa": the longer name is asked first.
  if (/ALOKASI DANA DESA/.test(words)) return 'add';
  return funds.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
