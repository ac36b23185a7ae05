/** Rules of the findings F01–F12 that need no store: codes, how a finding lives on, signs read from text. */
import type { CivilDate } from './brand.ts';
import { addDays } from './civil-date.ts';
import { memberProgrammes, type Programme, type Roster } from './segments.ts';

/** Kinds of findings of a reconciliation, in the order of the Berita Acara. */
export const findingCodes = [
  'F01',
  'F02',
  'F03',
  'F04',
  'F05',
  'F06',
  'F07',
  'F08',
  'F09',
  'F10',
  'F11',
  'F12',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Where the follow-up of a finding stands. `kembali`: it was done with, and a later export shows it again. */
export const followUps = ['baru', 'ditindaklanjuti', 'selesai', 'diabaikan', 'kembali'] as const;
export type FollowUp = (typeof followUps)[number];

/** Follow-ups that still ask somebody to do something. */
export const openFollowUps: readonly FollowUp[] = ['baru', 'ditindaklanjuti', 'kembali'];

/** What an officer may set; `baru` takes a decision back, `kembali` is only ever found by a run. */
export const settableFollowUps = ['baru', 'ditindaklanjuti', 'selesai', 'diabaikan'] as const;

/** Findings that only new BPJS data can settle; the others hang on the rosters too. */
const settledByBpjs: ReadonlySet<FindingCode> = new Set(['F01', 'F02', 'F03', 'F04', 'F10']);

/** Which of the two sides' data decides whether something said to be done is really gone. */
export function settledBy(code: FindingCode): 'bpjs' | 'roster' {
  return settledByBpjs.has(code) ? 'bpjs' : 'roster';
}

export interface SeenAgain {
  readonly status: FollowUp;
  /** The run has found it, too. */
  readonly found: boolean;
  /** The run before had found it. */
  readonly foundBefore: boolean;
  /** The data that settles it changed after it was said to be done. */
  readonly dataChanged: boolean;
}

/**
 * The follow-up after another run. What is no longer found is done, unless somebody chose to pass it over; what comes
 * back after it was gone, or is still there in newer data although it was said to be done, has returned.
 */
export function followUpAfterRun({ status, found, foundBefore, dataChanged }: SeenAgain): FollowUp {
  if (status === 'diabaikan') return status;
  if (!found) return 'selesai';
  if (status !== 'selesai') return status;
  return !foundBefore || dataChanged ? 'kembali' : status;
}

const days: Readonly<Record<FindingCode, number>> = {
  F01: 30,
  F02: 30,
  F03: 14,
  F04: 7,
  F05: 30,
  F06: 30,
  F07: 14,
  F08: 14,
  F09: 30,
  F10: 30,
  F11: 14,
  F12: 14,
};

/** Days until a finding should be settled, unless the office sets its own. */
export function defaultDays(code: FindingCode): number {
  return days[code];
}

/** The day by which a finding first seen on `since` should be settled. */
export function deadlineOf(since: CivilDate, within: number): CivilDate {
  return addDays(since, within);
}

/** Late: asked for, not done, and its day is past. */
export function isOverdue(
  finding: { readonly status: FollowUp; readonly present: boolean; readonly deadline: string },
  today: string,
): boolean {
  return finding.present && openFollowUps.includes(finding.status) && finding.deadline < today;
}

/** Who pays a membership: the regency, its offices and villages; somebody else; or nobody knows. */
export type Payer = 'own' | 'other' | 'unknown';

const publicOffice =
  /\b(?:PEMKAB|PEMKOT|PEMDA|PEMERINTAH(?:AN)?|PEMDES|DINAS|SETDA|SEKRETARIAT (?:DAERAH|DPRD)|KECAMATAN|KELURAHAN|INSPEKTORAT|SATPOL|SATUAN POLISI|PUSKESMAS|RSUD|BAPPEDA|BKPSDM|BKD|BPBD|BPKAD|KANTOR DESA|KEPALA DESA)\b/;

/** True when an employer's name is that of a regional or village office. */
export function isPublicEmployer(name: string): boolean {
  const words = name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
  // A company or a foundation stays one whatever office it is named after.
  if (/^(?:PT|CV|UD|YAYASAN|KOPERASI|TOKO|PERUMDA|PERUSAHAAN)\b/.test(words)) return false;
  return publicOffice.test(words);
}

/** How somebody in a non-ASN list shows to be a civil servant: a NIP, or the words of the post. */
export type AsnSign = 'nip' | 'asn' | 'pppk';

// 18 digits: birth date, month of appointment, sex, serial (Peraturan BKN 22/2007).
const nip =
  /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ ]?(?:19|20)\d{2}(?:0[1-9]|1[0-2]|21)[ ]?[12][ ]?\d{3}(?!\d)/;

/** The sign in the words of a post, a decree or a note; null for none. Part-time PPPK are not yet ASN of Taspen. */
export function asnSignOf(text: string): AsnSign | null {
  if (nip.test(text)) return 'nip';
  const words = ` ${text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()} `;
  if (/ (?:PPPK|P3K) /.test(words)) return / PARUH WAKTU | PW /.test(words) ? null : 'pppk';
  // "Tenaga non ASN", "bukan PNS", "eks PNS" and a driver "pejabat ASN" do not say that somebody is one.
  return /(?<!(?:NON|BUKAN|EKS|CALON) )(?<= )(?:C?PNS|ASN) /.test(words) &&
    !/ NON (?:ASN|PNS) /.test(words)
    ? 'asn'
    : null;
}

/** Which programmes a membership row holds; null is "the file does not say". */
export type ProgrammeFlags = Readonly<Record<Programme, 0 | 1 | null>>;

/**
 * The programmes that count as held. A row that names none at all is taken to hold JKK and JKM, the least there is
 * (SE Mendagri 842.2/5193/SJ).
 */
export function programmesHeld(flags: ProgrammeFlags): readonly Programme[] {
  const silent = memberProgrammes.every((programme) => flags[programme] === null);
  return memberProgrammes.filter((programme) =>
    silent ? programme === 'jkk' || programme === 'jkm' : flags[programme] === 1,
  );
}

/** Order in which a person's rosters are looked at: what is found of somebody stands under the first. */
export function rosterRank(roster: Roster): number {
  return { 'non-asn': 1, desa: 2, rentan: 3 }[roster];
}
