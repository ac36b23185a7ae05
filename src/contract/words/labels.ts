/** Names of the closed vocabularies, as the field says them: on screens, on paper and on the command line. */
import type { EmployerGroup, FundSource, Programme, Roster } from '../../domain/segments.ts';

export const rosterLabels: Readonly<Record<Roster, string>> = {
  'non-asn': 'Non-ASN',
  desa: 'Perangkat desa',
  rentan: 'Pekerja rentan',
};

export const fundSourceLabels: Readonly<Record<FundSource, string>> = {
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
