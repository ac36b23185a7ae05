/** Names of a roster's columns and of what stands in them: on screens and in the files made from them. */
import type { LeaveReason } from '../../domain/entry-status.ts';
import type { Enrolment, EntryStatus, Marital, Roster, Segment } from '../../domain/segments.ts';
import type { RosterColumnKey } from '../roster-routes.ts';

/** Where a roster's unit column points. */
export const unitHeading: Readonly<Record<Roster, string>> = {
  'non-asn': 'OPD',
  desa: 'Desa',
  rentan: 'Desa',
};

export const enrolmentLabels: Readonly<Record<Enrolment, string>> = {
  aktif: 'Aktif',
  grace: 'Masa tenggang',
  nonaktif: 'Tidak aktif',
  belum: 'Belum terdaftar',
  'perlu-periksa': 'Perlu diperiksa',
};

export const statusLabels: Readonly<Record<EntryStatus, string>> = {
  diusulkan: 'Diusulkan',
  terverifikasi: 'Terverifikasi',
  didaftarkan: 'Didaftarkan',
  aktif: 'Aktif',
  menunggak: 'Menunggak',
  nonaktif: 'Nonaktif',
  keluar: 'Keluar',
};

export const segmentLabels: Readonly<Record<Segment, string>> = { pu: 'PU', bpu: 'BPU' };

export const sexLabels = { L: 'Laki-laki', P: 'Perempuan' } as const;

export const maritalLabels: Readonly<Record<Marital, string>> = {
  kawin: 'Kawin',
  belum: 'Belum kawin',
  cerai: 'Cerai',
};

/** Why somebody left a roster. */
export const leaveReasonLabels: Readonly<Record<LeaveReason, string>> = {
  meninggal: 'Meninggal dunia',
  pindah: 'Pindah',
  pensiun: 'Pensiun',
  'diangkat-asn': 'Diangkat menjadi ASN',
  ganda: 'Tercatat ganda',
};

const columnLabels: Readonly<Record<Exclude<RosterColumnKey, 'unit' | 'position'>, string>> = {
  name: 'Nama',
  nik: 'NIK',
  kpj: 'KPJ',
  birthDate: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  marital: 'Status kawin',
  parentUnit: 'Kecamatan',
  jobKind: 'Jenis',
  nip: 'NIP',
  decree: 'Nomor SK',
  startDate: 'TMT',
  desil: 'Desil',
  dtsenId: 'Nomor DTSEN',
  segment: 'Segmen',
  wage: 'Upah',
  fund: 'Sumber dana',
  status: 'Status',
  enrolment: 'Kepesertaan',
  phone: 'Telepon',
  note: 'Keterangan',
};

/** A column's heading, which differs a little between the rosters. */
export function rosterColumnLabel(roster: Roster, key: RosterColumnKey): string {
  if (key === 'unit') return unitHeading[roster];
  if (key === 'position') return roster === 'rentan' ? 'Jenis pekerjaan' : 'Jabatan';
  return columnLabels[key];
}
