/** Findings on cells and rows, as short sentences: plain enough for a first day at work. */
import type { Severity } from '../common.ts';
import { rosterLabels } from './labels.ts';
import { fill, type WordParams } from './params.ts';

type Words = Readonly<Record<string, string>>;

const nikWords: Words = {
  'nik.empty': 'NIK kosong',
  'nik.e-notation': 'NIK berbentuk 3,3E+15; angka belakangnya sudah hilang di berkas',
  'nik.precision-lost': 'NIK kehilangan angka terakhir karena disimpan sebagai angka',
  'nik.non-digit': 'NIK memuat huruf atau tanda lain',
  'nik.length': 'NIK tidak 16 angka',
  'nik.placeholder': 'NIK berisi angka pengganti',
  'nik.impossible-date': 'Tanggal di dalam NIK tidak mungkin',
  'nik.sequence-zero': 'Empat angka terakhir NIK 0000',
  'nik.last-digit-suspect': 'NIK disimpan sebagai angka; angka terakhir meragukan',
  'nik.unknown-province': 'Kode provinsi NIK tidak dikenal',
  'nik.kk-looking': 'Menyerupai nomor KK, bukan NIK',
  'nik.age-outside-window': 'Umur menurut NIK di luar batas wajar',
  'nik.birth-date-differs': 'Tanggal lahir berbeda dengan NIK',
  'nik.sex-differs': 'Jenis kelamin berbeda dengan NIK',
  'nik.other-area': 'NIK diterbitkan di daerah lain',
  'nik.of-two-people': 'NIK sama dengan orang lain di {sheet} baris {row}',
  'nik.other-person': 'NIK ini sudah dipakai orang lain: {other}',
  'nik.differs-from-roster': 'Sudah ada di daftar dengan NIK lain: {other}',
};

const numberWords: Words = {
  'kpj.e-notation': 'KPJ berbentuk angka E; sebagian angkanya hilang',
  'kpj.non-digit': 'KPJ memuat huruf atau tanda lain',
  'kpj.length': 'KPJ tidak 11 angka',
  'kpj.leading-zero-lost': 'KPJ 10 angka; nol di depan mungkin hilang',
  'kpj.placeholder': 'KPJ berisi angka pengganti',
  'npp.e-notation': 'NPP berbentuk angka E; sebagian angkanya hilang',
  'npp.non-digit': 'NPP memuat huruf atau tanda lain',
  'npp.length': 'NPP tidak 8 angka',
  'npp.leading-zero-lost': 'NPP 7 angka; nol di depan mungkin hilang',
  'npp.placeholder': 'NPP berisi angka pengganti',
};

const dateWords: Words = {
  'date.empty': 'Tanggal kosong',
  'date.unreadable': 'Tanggal tidak terbaca: {text}',
  'date.impossible': 'Tanggal tidak ada di kalender: {text}',
  'date.against-order': 'Urutan tanggal berbeda dari kolomnya: {text}',
  'date.year-outside-window': 'Tahun di luar batas wajar: {text}',
  'date.in-future': 'Tanggal belum terjadi: {text}',
  'date.too-old': 'Tanggal terlalu lama: {text}',
  'grace.invalid': 'Masa tenggang tidak terbaca: {text}',
  'age.out-of-range': 'Umur {age} tahun, di luar 15–100',
  'age.too-old': 'Umur {age} tahun, di atas 65',
};

const otherWords: Words = {
  'name.missing': 'Nama kosong',
  'name.deceased': 'Nama memuat Alm./Almh.',
  'sex.unknown': 'Jenis kelamin tidak terbaca: {text}',
  'unit.missing': 'OPD kosong',
  'unit.unknown': 'OPD baru, akan ditambahkan: {text}',
  'village.unknown': 'Desa tidak ditemukan: {text}',
  'village.ambiguous': 'Nama desa ada di beberapa kecamatan: {text}',
  'village.missing': 'Desa kosong',
  'wage.invalid': 'Upah tidak terbaca: {text}',
  'wage.zero': 'Upah nol',
  'wage.implausible': 'Upah tidak wajar: Rp{wage}',
  'wage.too-low': 'Upah Rp{wage}, jauh di bawah yang biasa (Rp{usual})',
  'wage.too-high': 'Upah Rp{wage}, jauh di atas yang biasa (Rp{usual})',
  'fund.unknown': 'Sumber dana tidak dikenal: {text}',
  'unit.foreign': 'Unit ini bukan milik daftar ini',
  'field.unknown': 'Daftar ini tidak punya kolom itu',
  'nik.used': 'NIK sudah dipakai {name} ({rosters})',
  'start.before-birth': 'TMT sebelum tanggal lahir',
  'nip.shape': 'NIP tidak 18 angka: {text}',
  'desil.invalid': 'Desil tidak terbaca: {text}',
  'row.hidden': 'Baris tersembunyi di berkas',
  'update.left-out': 'Isinya berbeda; tidak diperbarui karena hanya menambah',
  'leave.returned': 'Sebelumnya keluar karena tidak ada di berkas; tercatat lagi',
  'leave.namesake': 'Nama yang sama ada di berkas sebagai orang baru',
  'duplicate.in-file': 'Orang yang sama di {sheet} baris {row}',
  'duplicate.same-name': 'Nama dan tanggal lahir sama dengan orang lain',
  'duplicate.other-roster': 'Juga tercatat di {rosters}',
  'value.fixed': 'Diperbaiki di sini',
  'row.excluded': 'Baris ini dikecualikan',
  'decided.same': 'Diputuskan: orang yang sama',
  'decided.other': 'Diputuskan: orang lain',
};

const table: Words = { ...nikWords, ...numberWords, ...dateWords, ...otherWords };

/** Names for which leaving out the particulars would leave no sense. */
const shortNames: Words = {
  'nik.of-two-people': 'NIK sama dengan orang lain di berkas',
  'wage.too-low': 'Upah jauh di bawah yang biasa',
  'wage.too-high': 'Upah jauh di atas yang biasa',
  'age.out-of-range': 'Umur di luar 15–100 tahun',
  'age.too-old': 'Umur di atas 65 tahun',
  'duplicate.in-file': 'Orang yang sama muncul lagi di berkas',
  'duplicate.other-roster': 'Juga tercatat di daftar lain',
};

/** A finding without its particulars, for a filter over many rows. */
export function issueName(code: string): string {
  const short = Object.hasOwn(shortNames, code) ? shortNames[code] : undefined;
  const text = short ?? own(code);
  if (text === undefined) return `Perlu diperiksa (${code})`;
  return text.replace(/:? *(?:Rp)?\{.*$/, '');
}

/** A finding on one cell with its particulars. */
export function issueText(code: string, params: WordParams = {}): string {
  const text = own(code);
  if (text === undefined) return `Perlu diperiksa (${code})`;
  const { rosters } = params;
  return fill(
    text,
    typeof rosters === 'string' ? { ...params, rosters: rosterNames(rosters) } : params,
  );
}

/** How grave a finding is, in a word. */
export const severityLabels: Readonly<Record<Severity, string>> = {
  error: 'Perlu diperbaiki',
  warning: 'Perlu dilihat',
  info: 'Catatan',
};

function rosterNames(codes: string): string {
  return codes
    .split(',')
    .map((code) => (Object.hasOwn(rosterLabels, code.trim()) ? codeLabel(code.trim()) : code))
    .join(', ');
}

function codeLabel(code: string): string {
  return Object.entries(rosterLabels).find(([roster]) => roster === code)?.[1] ?? code;
}

function own(code: string): string | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
