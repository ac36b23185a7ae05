/** Words of the findings: names, what to do about them, why, and how they are followed up. */
import type { ExportWarning } from '../../domain/export-checks.ts';
import type { FindingCode, FollowUp } from '../../domain/findings.ts';
import { formatMonth, parseMonth } from '../../domain/month.ts';
import type { Roster } from '../../domain/segments.ts';
import { fill } from './params.ts';

export interface FindingWords {
  readonly label: string;
  readonly action: string;
}

export const findingWords: Readonly<Record<FindingCode, FindingWords>> = {
  F01: { label: 'Di daftar, belum terdaftar di BPJS', action: 'Daftarkan' },
  F02: { label: 'Dibayar pemda, tidak ada di daftar', action: 'Verifikasi, lalu mutasi keluar' },
  F03: { label: 'Terdaftar, tidak aktif', action: 'Bayar tunggakan atau aktifkan kembali' },
  F04: {
    label: 'Masih dibayar setelah meninggal atau keluar',
    action: 'Hentikan; ajukan klaim JKM bila berhak',
  },
  F05: { label: 'Pendanaan ganda', action: 'Pilih satu sumber dana' },
  F06: { label: 'Sudah PU di pemberi kerja lain', action: 'Verifikasi kelayakan bantuan' },
  F07: { label: 'NIK bermasalah', action: 'Perbaiki data' },
  F08: { label: 'NIK dan nama tidak sejalan', action: 'Verifikasi identitas' },
  F09: { label: 'Usia atau segmen tidak sesuai', action: 'Keluarkan atau ubah segmen' },
  F10: { label: 'Upah atau iuran berbeda', action: 'Koreksi upah yang dilaporkan' },
  F11: { label: 'ASN di daftar non-ASN', action: 'Keluarkan dari daftar' },
  F12: { label: 'Ganda di satu daftar', action: 'Gabungkan' },
};

export const followUpLabels: Readonly<Record<FollowUp, string>> = {
  baru: 'Baru',
  ditindaklanjuti: 'Ditindaklanjuti',
  selesai: 'Selesai',
  diabaikan: 'Diabaikan',
  kembali: 'Muncul kembali',
};

/** How a finding stands against the run before. */
export const turnLabels = {
  new: 'Baru ditemukan',
  open: 'Masih terbuka',
  solved: 'Tidak ditemukan lagi',
  returned: 'Muncul kembali',
} as const;

const reasons: Readonly<Record<string, string>> = {
  belum: 'tidak ditemukan di data BPJS',
  'not-listed': 'tidak ada di ketiga daftar',
  nonaktif: 'kepesertaan berakhir',
  grace: 'dalam masa tenggang',
  meninggal: 'meninggal dunia',
  pindah: 'pindah',
  pensiun: 'pensiun',
  'diangkat-asn': 'diangkat menjadi ASN',
  keluar: 'sudah keluar dari daftar',
  'kontrak-berakhir': 'masa kerja sudah berakhir',
  'two-funds': 'tercatat dengan dua jenis sumber dana',
  'paid-twice': 'dua kartu aktif dibayar pemda',
  'bpu-is-pu': 'BPU yang aktif sebagai PU di tempat lain',
  'two-employers': 'aktif di pemda dan di pemberi kerja lain',
  'other-employer-only': 'hanya aktif di pemberi kerja lain',
  conflict: 'NIK sama, nama atau tanggal lahir berbeda di BPJS',
  'same-nik-other-person': 'NIK dipakai orang lain di daftar',
  'same-person-other-nik': 'nama dan tanggal lahir sama, NIK berbeda',
  'nik-differs': 'NIK di daftar dan di BPJS berbeda',
  'too-old': 'berusia lebih dari 65 tahun',
  'too-young': 'berusia di bawah 15 tahun',
  'wrong-segment': 'segmen di BPJS berbeda dengan di daftar',
  'wage-under': 'upah dilaporkan lebih rendah',
  'wage-over': 'upah dilaporkan lebih tinggi',
  contribution: 'iuran tidak sama dengan tarif × upah',
  nip: 'ada NIP pada datanya',
  asn: 'tertulis PNS atau ASN',
  pppk: 'tertulis PPPK',
  'same-person': 'tercatat beberapa kali',
  'same-nik': 'NIK sama pada baris lain',
  'same-name-birth': 'nama dan tanggal lahir sama pada baris lain',
  'linked-same': 'dipadankan ke kepesertaan yang sama dengan baris lain',
  'nik.missing': 'NIK kosong',
  'nik.unusable': 'NIK dalam berkas tidak dapat dipakai',
  'nik.e-notation': 'NIK dalam berkas berbentuk E+15',
  'nik.precision-lost': 'angka terakhir NIK hilang',
  'nik.non-digit': 'NIK berisi selain angka',
  'nik.length': 'NIK tidak 16 angka',
  'nik.placeholder': 'NIK isian sementara',
  'nik.impossible-date': 'tanggal dalam NIK tidak ada',
  'nik.sequence-zero': 'nomor urut NIK 0000',
  'nik.last-digit-suspect': 'angka terakhir NIK meragukan',
  'nik.unknown-province': 'kode provinsi NIK tidak dikenal',
  'nik.kk-looking': 'mirip nomor KK',
  'nik.birth-date-differs': 'tanggal lahir berbeda dengan NIK',
  'nik.sex-differs': 'jenis kelamin berbeda dengan NIK',
};

/** Why something is a finding; a code this page does not know stays as it is. */
export function findingReason(code: string): string {
  return Object.hasOwn(reasons, code) ? (reasons[code] ?? code) : code;
}

const rosterOffice: Readonly<Record<Roster, string>> = {
  'non-asn': 'BKPSDM',
  desa: 'Dinas PMD',
  rentan: 'Dinas Tenaga Kerja',
};

/** Who usually sees to a finding, until the office names somebody. */
export function defaultPic(code: FindingCode, roster: Roster | null): string {
  if (code === 'F02') return 'Dinas Tenaga Kerja';
  if (code === 'F05') return 'BPKAD';
  return roster === null ? 'Dinas Tenaga Kerja' : rosterOffice[roster];
}

export const movementLabels = {
  joined: 'Baru',
  left: 'Tidak tercantum lagi',
  lapsed: 'Menjadi tidak aktif',
  wage: 'Upah berubah',
} as const;

export const differenceLabels = {
  nik: 'NIK',
  name: 'Ejaan nama',
  birthDate: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  wage: 'Upah',
  programme: 'Program',
} as const;

/** Groups as the Monev tables name them. */
export const groupHeadings = {
  'non-asn': 'Non-ASN',
  'perangkat-desa': 'Kepala dan perangkat desa',
  bpd: 'BPD',
  'rt-rw': 'RT/RW',
  'lembaga-desa': 'Lembaga desa',
  rentan: 'Pekerja rentan',
} as const;

/** Printed under each coverage table, on screen and on paper. */
export const coverageDefinitions = [
  'Terdaftar: pekerja di daftar yang mempunyai kepesertaan program itu, aktif atau tidak.',
  'Aktif: masa perlindungannya mencakup tanggal posisi, siapa pun yang membayar.',
  'Aktif dibayar pemda: aktif lewat rincian iuran atau daftar peserta milik pemda dan desa.',
  'Penyebut: pekerja di daftar yang sama, tanpa yang sudah keluar; yang bertanda almarhum dihitung sampai dikeluarkan. Terdaftar belum tentu aktif; aktif belum tentu dibayar pemda.',
  'Baris BPJS tanpa keterangan program dihitung JKK dan JKM.',
] as const;

const exportWarnings: Readonly<Record<ExportWarning['code'], string>> = {
  'export.old':
    '{file} untuk periode {period}, {months} bulan sebelum tanggal posisi. Yang tercantum hanya dihitung aktif sampai tiga bulan sesudah periodenya; minta data yang lebih baru.',
  'export.later':
    '{file} untuk periode {period}, sesudah tanggal posisi. Periksa tanggal posisi atau berkasnya.',
  'export.no-numbers':
    '{file} tidak memuat NIK maupun KPJ ({rows} baris). Pemadanan hanya memakai nama dan tanggal lahir, sehingga lebih banyak yang perlu diperiksa.',
  'export.other-regency':
    '{percent} dari 100 NIK di {file} berasal dari kabupaten/kota lain. Pastikan berkas ini memang untuk kabupaten/kota Anda.',
  'export.one-name':
    'Semua {rows} baris di {file} bernama sama. Periksa kolom nama, lalu impor ulang.',
};

/** A warning about an export in one sentence; a code this page does not know stays as it is. */
export function exportWarningText(
  code: string,
  params: Readonly<Record<string, string | number>>,
): string {
  const known = Object.hasOwn(exportWarnings, code)
    ? exportWarnings[code as ExportWarning['code']]
    : code;
  const month = parseMonth(String(params['period'] ?? ''));
  return fill(known, month === null ? params : { ...params, period: formatMonth(month) });
}
