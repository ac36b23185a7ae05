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
  'marital.unknown': 'Status kawin tidak terbaca: {text}',
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

const fromCard = 'Salin 16 angka NIK dari KTP atau KK ke sel ini; Padan tidak menebak angkanya.';
const asText =
  'Minta berkas asal dengan kolom NIK berformat teks; angka yang hilang tidak dapat ditebak.';
const whoIsIt = 'Bandingkan kedua baris, lalu pilih Orang yang sama atau Orang lain.';
const dateHelp = 'Ketik tanggal yang benar, misalnya 17-08-1980.';
const numberHelp = 'Salin nomornya dari kartu peserta atau berkas cabang.';

/** What a person can do about a finding; a finding that is only a note needs nothing. */
const adviceTexts: Words = {
  'nik.empty': fromCard,
  'nik.e-notation': asText,
  'nik.precision-lost': asText,
  'nik.non-digit': fromCard,
  'nik.length': fromCard,
  'nik.placeholder': fromCard,
  'nik.impossible-date': fromCard,
  'nik.sequence-zero': fromCard,
  'nik.last-digit-suspect': 'Cocokkan angka terakhir dengan KTP.',
  'nik.unknown-province': 'Cocokkan dua angka pertama dengan KTP.',
  'nik.kk-looking': 'Periksa apakah kolom NIK terisi nomor KK; salin NIK dari KTP.',
  'nik.age-outside-window': 'Cocokkan NIK dan tanggal lahir dengan KTP.',
  'nik.birth-date-differs':
    'Cocokkan dengan KTP. NIK yang benar dapat memuat tanggal keliru; keduanya disimpan apa adanya.',
  'nik.sex-differs': 'Cocokkan jenis kelamin dengan KTP.',
  'nik.of-two-people': whoIsIt,
  'nik.other-person': whoIsIt,
  'nik.differs-from-roster': whoIsIt,
  'kpj.e-notation': numberHelp,
  'kpj.non-digit': numberHelp,
  'kpj.length': numberHelp,
  'kpj.leading-zero-lost': 'Bila benar nol di depannya hilang, pakai saran di menu baris.',
  'kpj.placeholder': 'Kosongkan bila belum ada nomornya.',
  'npp.e-notation': numberHelp,
  'npp.non-digit': numberHelp,
  'npp.length': numberHelp,
  'npp.leading-zero-lost': numberHelp,
  'npp.placeholder': numberHelp,
  'date.unreadable': dateHelp,
  'date.impossible': dateHelp,
  'date.against-order': 'Pakai saran di menu baris bila hari dan bulannya memang terbalik.',
  'date.year-outside-window': 'Ketik tahun dengan empat angka.',
  'date.in-future': dateHelp,
  'date.too-old': dateHelp,
  'grace.invalid': 'Masa tenggang dibiarkan kosong; tidak ada tanggal yang dibuat dari lamanya.',
  'age.out-of-range': 'Periksa tanggal lahir; bila benar, orang ini di luar usia kerja.',
  'age.too-old': 'Peserta BPU berusia paling tinggi 65 tahun saat mendaftar.',
  'name.missing': 'Isi nama, atau kecualikan baris ini.',
  'name.deceased': 'Bila orangnya sudah meninggal, kecualikan baris ini.',
  'sex.unknown': 'Ketik L atau P.',
  'marital.unknown': 'Ketik kawin, belum, atau cerai; boleh dibiarkan kosong.',
  'unit.missing': 'Ketik nama OPD, atau baca ulang dengan kolom OPD yang benar.',
  'unit.unknown': 'Bila hanya salah tulis, ganti dengan nama OPD yang sudah ada.',
  'village.unknown': 'Ketik “Desa, Kecamatan”; saran ada di menu baris bila namanya mirip.',
  'village.ambiguous': 'Pilih kecamatannya: saran ada di menu baris.',
  'village.missing': 'Ketik “Desa, Kecamatan”.',
  'wage.invalid': 'Ketik jumlahnya, misalnya 2.500.000.',
  'wage.zero': 'Isi upahnya, atau kosongkan bila memang belum ditetapkan.',
  'wage.implausible': 'Periksa jumlah angka nol.',
  'wage.too-low': 'Periksa jumlah angka nol; saran ada di menu baris.',
  'wage.too-high': 'Periksa jumlah angka nol; saran ada di menu baris.',
  'fund.unknown': 'Ketik APBD, APBDes, DBHCHT, CSR, atau mandiri.',
  'desil.invalid': 'Ketik 1 sampai 10.',
  'leave.namesake': 'Periksa apakah orang yang keluar sama dengan orang baru di berkas.',
  'duplicate.in-file': whoIsIt,
  'duplicate.same-name': whoIsIt,
  'duplicate.other-roster':
    'Periksa agar iurannya tidak dibayar dari dua sumber dana; keduanya tetap disimpan.',
};

/** What to do about a finding, in one sentence; empty when nothing needs doing. */
export function issueAdvice(code: string): string {
  return Object.hasOwn(adviceTexts, code) ? (adviceTexts[code] ?? '') : '';
}

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
