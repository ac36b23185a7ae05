/**
 * The closed vocabularies of the field. Roster, segment, employer group and fund source are independent:
 * an RT head stands in the village roster and is BPU in one regency, PU in the next.
 */

/** The three lists a regency keeps (Inpres 2/2021). */
export const rosters = ['non-asn', 'desa', 'rentan'] as const;
export type Roster = (typeof rosters)[number];

/** Legal kind of participation: Penerima Upah or Bukan Penerima Upah (PP 49/2023, Ps. 5). */
export const segments = ['pu', 'bpu'] as const;
export type Segment = (typeof segments)[number];

/** Groups for which a regency decides programmes and wage base on its own. */
export const employerGroups = [
  'non-asn',
  'perangkat-desa',
  'bpd',
  'rt-rw',
  'lembaga-desa',
  'rentan',
] as const;
export type EmployerGroup = (typeof employerGroups)[number];

/** The programmes of BPJS Ketenagakerjaan that a membership of these segments may hold. */
export const memberProgrammes = ['jkk', 'jkm', 'jht', 'jp'] as const;
export type MemberProgramme = (typeof memberProgrammes)[number];

/** All that can be priced: JKP only for companies (PP 6/2025), JKN is BPJS Kesehatan; both are off unless switched on. */
export const programmes = [...memberProgrammes, 'jkp', 'jkn'] as const;
export type Programme = (typeof programmes)[number];

export const payers = ['employer', 'worker'] as const;
export type Payer = (typeof payers)[number];

/** Who pays, where a regency names none of its own; decides discount eligibility and the account code. */
export const fundSources = [
  'apbd-pad',
  'apbd-dau',
  'dbhcht',
  'add',
  'dana-desa',
  'pbh',
  'pades',
  'bankeu',
  'csr',
  'donasi',
  'mandiri',
] as const;
export type KnownFundSource = (typeof fundSources)[number];

/** The coarse fund kinds that tariffs and discounts speak of. */
export const fundKinds = ['apbd', 'apbdes', 'dbhcht', 'csr', 'mandiri'] as const;
export type FundKind = (typeof fundKinds)[number];

/**
 * A source a regency added says of itself what kind it is and what it is called, `csr:Baznas Kabupaten`: a figure once
 * made stays legible and priced, also when the source is no longer offered.
 */
export type OwnFundSource = `${FundKind}:${string}`;
export type FundSource = KnownFundSource | OwnFundSource;

/** Life of a roster entry. */
export const entryStatuses = [
  'diusulkan',
  'terverifikasi',
  'didaftarkan',
  'aktif',
  'menunggak',
  'nonaktif',
  'keluar',
] as const;
export type EntryStatus = (typeof entryStatuses)[number];

/** The forms in which BPJS data arrives: Formulir 2 / rincian iuran, BPU list, branch NIK check. */
export const bpjsExportKinds = ['bpjs-pu', 'bpjs-bpu', 'bpjs-nik'] as const;
export type BpjsExportKind = (typeof bpjsExportKinds)[number];

/** What a file may be imported as. */
export const importKinds = [...rosters, ...bpjsExportKinds] as const;
export type ImportKind = (typeof importKinds)[number];

export const sexes = ['L', 'P'] as const;
export type Sex = (typeof sexes)[number];

/** Marital status; who was married and no longer is counts apart from who never was. */
export const maritals = ['kawin', 'belum', 'cerai'] as const;
export type Marital = (typeof maritals)[number];

/** Enrolment of a roster entry as of a date: terdaftar is not aktif. */
export const enrolments = ['aktif', 'grace', 'nonaktif', 'belum', 'perlu-periksa'] as const;
export type Enrolment = (typeof enrolments)[number];

const kindOfSource: Readonly<Record<KnownFundSource, FundKind>> = {
  'apbd-pad': 'apbd',
  'apbd-dau': 'apbd',
  dbhcht: 'dbhcht',
  add: 'apbdes',
  'dana-desa': 'apbdes',
  pbh: 'apbdes',
  pades: 'apbdes',
  bankeu: 'apbd',
  csr: 'csr',
  donasi: 'csr',
  mandiri: 'mandiri',
};

/** The kind of a fund source. Bantuan keuangan is APBD money wherever it is spent; a donation is private like CSR. */
export function fundKindOf(source: FundSource): FundKind {
  return isKnownFund(source) ? kindOfSource[source] : partsOf(source).kind;
}

export function isKnownFund(source: string): source is KnownFundSource {
  return Object.hasOwn(kindOfSource, source);
}

/** Longest name of an own source. */
export const longestFundName = 60;
// No commas: lists of sources are parted by them.
const ownFund = new RegExp(
  `^(?:${fundKinds.join('|')}):[^\\s,;\\p{Cc}](?:[^,;\\p{Cc}]*[^\\s,;\\p{Cc}])?$`,
  'u',
);

/** True for the sources everybody has, and for a kind with a name of 1 to 60 characters without commas. */
export function isFundSource(text: string): text is FundSource {
  if (isKnownFund(text)) return true;
  return ownFund.test(text) && text.length - text.indexOf(':') - 1 <= longestFundName;
}

/** What an own source is called. */
export function ownFundName(source: OwnFundSource): string {
  return partsOf(source).name;
}

/** Sources as lists show them: those everybody has in their order, then a regency's own by name; each once. */
export function inFundOrder(sources: Iterable<string>): readonly FundSource[] {
  const given = new Set(sources);
  const own = [...given].filter(
    (one): one is OwnFundSource => !isKnownFund(one) && isFundSource(one),
  );
  return [
    ...fundSources.filter((one) => given.has(one)),
    ...own.toSorted((a, b) => ownFundName(a).localeCompare(ownFundName(b), 'id')),
  ];
}

function partsOf(source: OwnFundSource): { readonly kind: FundKind; readonly name: string } {
  const at = source.indexOf(':');
  // The type says that a kind stands before the colon.
  return { kind: source.slice(0, at) as FundKind, name: source.slice(at + 1) };
}
