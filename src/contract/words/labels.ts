/** Names of the closed vocabularies, as the field says them: on screens, on paper and on the command line. */
import {
  type EmployerGroup,
  type FundSource,
  isFundSource,
  isKnownFund,
  type KnownFundSource,
  ownFundName,
  type Programme,
  type Roster,
} from '../../domain/segments.ts';

export const rosterLabels: Readonly<Record<Roster, string>> = {
  'non-asn': 'Non-ASN',
  desa: 'Perangkat desa',
  rentan: 'Pekerja rentan',
};

export const fundSourceLabels: Readonly<Record<KnownFundSource, string>> = {
  'apbd-pad': 'APBD – PAD',
  'apbd-dau': 'APBD – DAU',
  dbhcht: 'DBHCHT',
  add: 'ADD',
  'dana-desa': 'Dana Desa',
  pbh: 'Bagi hasil pajak',
  pades: 'PADes',
  bankeu: 'Bantuan keuangan',
  csr: 'CSR / TJSL',
  donasi: 'Donasi',
  mandiri: 'Mandiri',
};

/** What a fund source is called; a regency's own carries its name. */
export function fundSourceLabel(source: FundSource): string {
  return isKnownFund(source) ? fundSourceLabels[source] : ownFundName(source);
}

/** The same for text that may be none; that is given as it is. */
export function fundLabelOf(text: string): string {
  return isFundSource(text) ? fundSourceLabel(text) : text;
}

export const programmeLabels: Readonly<Record<Programme, string>> = {
  jkk: 'JKK',
  jkm: 'JKM',
  jht: 'JHT',
  jp: 'JP',
  jkp: 'JKP',
  jkn: 'JKN (BPJS Kesehatan)',
};

/** Groups inside a sentence: `JKK perangkat desa`. */
export const employerGroupLabels: Readonly<Record<EmployerGroup, string>> = {
  'non-asn': 'non-ASN',
  'perangkat-desa': 'perangkat desa',
  bpd: 'BPD',
  'rt-rw': 'RT/RW',
  'lembaga-desa': 'lembaga desa',
  rentan: 'pekerja rentan',
};
