/** Words for what the importer found: fields, cell findings, rows set aside, column decisions, file facts. */
import { formatCount } from './format.ts';
import { fill, type WordParams } from './params.ts';

/** Names of the fields a column can feed. */
export const fieldLabels: Readonly<Record<string, string>> = {
  nik: 'NIK',
  kk: 'Nomor KK',
  nip: 'NIP',
  kpj: 'Nomor KPJ',
  npp: 'NPP',
  name: 'Nama',
  firstName: 'Nama depan',
  middleName: 'Nama tengah',
  lastName: 'Nama belakang',
  birthPlace: 'Tempat lahir',
  birthDate: 'Tanggal lahir',
  birth: 'Tempat dan tanggal lahir',
  sex: 'Jenis kelamin',
  maritalStatus: 'Status kawin',
  mother: 'Nama ibu kandung',
  address: 'Alamat',
  rt: 'RT',
  rw: 'RW',
  phone: 'Nomor telepon',
  email: 'Surel',
  unit: 'Unit kerja (OPD)',
  opd: 'OPD',
  subUnit: 'Bagian / UPT',
  kecamatan: 'Kecamatan',
  village: 'Desa / kelurahan',
  desa: 'Desa / kelurahan',
  position: 'Jabatan',
  jobKind: 'Jenis pekerjaan',
  employmentKind: 'Jenis kepegawaian',
  decree: 'Nomor SK',
  startDate: 'Mulai bertugas (TMT)',
  endDate: 'Tanggal berakhir',
  wage: 'Upah / honor per bulan',
  fundSource: 'Sumber dana',
  status: 'Status',
  programme: 'Program',
  programmes: 'Program',
  jkk: 'JKK',
  jkm: 'JKM',
  jht: 'JHT',
  jp: 'JP',
  employer: 'Pemberi kerja',
  joinedOn: 'Tanggal kepesertaan',
  endedOn: 'Tanggal nonaktif',
  graceUntil: 'Batas masa tenggang',
  desil: 'Desil',
  note: 'Keterangan',
};

/** Findings on a cell: short enough for a chip, plain enough for a first day at work. */
const issueTexts: Readonly<Record<string, string>> = {
  'nik.missing': 'NIK kosong',
  'nik.length': 'NIK tidak 16 angka ({digits} angka)',
  'nik.not-digits': 'NIK memuat huruf atau tanda lain',
  'nik.placeholder': 'NIK berisi angka pengganti, bukan NIK sebenarnya',
  'nik.date': 'Tanggal di dalam NIK tidak mungkin',
  'nik.region': 'Kode wilayah NIK tidak dikenal',
  'nik.sequence': 'Empat angka terakhir NIK 0000',
  'nik.e-notation': 'NIK berubah menjadi bentuk ilmiah; angka belakangnya sudah hilang',
  'nik.lost-digits': 'NIK disimpan sebagai angka; angka terakhirnya mungkin hilang',
  'nik.looks-like-kk': 'Isi kolom NIK menyerupai nomor KK',
  'nik.birth-date': 'Tanggal lahir berbeda dengan yang ada di NIK',
  'nik.sex': 'Jenis kelamin berbeda dengan yang ada di NIK',
  'nik.duplicate-in-file': 'NIK ini muncul lebih dari sekali di berkas',
  'kpj.length': 'KPJ tidak 11 angka',
  'kpj.invalid': 'Nomor KPJ tidak sesuai bentuknya',
  'npp.invalid': 'NPP tidak sesuai bentuknya',
  'name.missing': 'Nama kosong',
  'name.deceased': 'Nama memuat Alm./Almh.; mungkin sudah meninggal',
  'date.invalid': 'Tanggal tidak terbaca',
  'date.missing': 'Tanggal kosong',
  'date.ambiguous': 'Urutan hari dan bulan belum pasti',
  'age.too-young': 'Umur di bawah batas',
  'age.too-old': 'Umur di atas 65 tahun untuk BPU',
  'age.out-of-range': 'Umur di luar 15–100 tahun',
  'wage.invalid': 'Upah tidak terbaca',
  'wage.zero': 'Upah nol',
  'wage.too-low': 'Upah jauh lebih kecil dari yang lain di unit ini',
  'wage.too-high': 'Upah jauh lebih besar dari yang lain di unit ini',
  'sex.unknown': 'Jenis kelamin tidak terbaca',
  'unit.missing': 'Unit kosong',
  'unit.unknown': 'Unit belum dikenal',
  'village.unknown': 'Desa tidak ditemukan di wilayah ini',
  'village.ambiguous': 'Nama desa ada di lebih dari satu kecamatan',
  'fund.unknown': 'Sumber dana tidak dikenal',
  'status.unknown': 'Status tidak dikenal',
  'duplicate.in-file': 'Orang ini muncul lebih dari sekali di berkas',
  'duplicate.in-roster': 'Orang ini sudah ada di daftar yang sama',
  'duplicate.other-roster': 'Orang ini juga ada di daftar lain',
};

/** Why a row of the sheet was not read as a person. */
const setAsideTexts: Readonly<Record<string, string>> = {
  blank: 'Baris kosong',
  title: 'Kop atau judul di atas tabel',
  kop: 'Kop atau judul di atas tabel',
  header: 'Baris judul kolom',
  'repeated-header': 'Judul kolom yang berulang',
  letters: 'Baris huruf atau nomor kolom',
  numbers: 'Baris nomor kolom',
  'column-labels': 'Baris huruf atau nomor kolom',
  total: 'Baris jumlah',
  subtotal: 'Baris subjumlah',
  signature: 'Tanda tangan di bawah tabel',
  footer: 'Catatan di bawah tabel',
  note: 'Catatan di bawah tabel',
  group: 'Baris nama kelompok',
};

/** Decisions taken once for a column, with the evidence in the parameters. */
const decisionTexts: Readonly<Record<string, string>> = {
  'date.dmy': 'Tanggal dibaca hari-bulan-tahun; {evidence} nilai hanya mungkin begitu',
  'date.mdy': 'Tanggal dibaca bulan-hari-tahun; {evidence} nilai hanya mungkin begitu',
  'date.ymd': 'Tanggal dibaca tahun-bulan-hari',
  'date.serial': 'Tanggal disimpan sebagai nomor seri Excel ({count} nilai)',
  'date.month-names': 'Nama bulan ditulis dalam huruf ({count} nilai)',
  'date.two-digit-year': 'Tahun dua angka dibaca {from}–{to}',
  'money.decimal-comma': 'Koma dibaca sebagai tanda desimal',
  'money.thousands-dot': 'Titik dibaca sebagai pemisah ribuan',
  'sex.codes': 'Kode jenis kelamin: {codes}',
};

const factLabels: Readonly<Record<string, string>> = {
  format: 'Format',
  encoding: 'Penyandian',
  delimiter: 'Pemisah kolom',
  sheets: 'Lembar',
  date1904: 'Tanggal mulai 1904',
  sourceDate: 'Tanggal data',
  asOf: 'Posisi data',
  period: 'Periode',
  npp: 'NPP',
  employer: 'Pemberi kerja',
  office: 'Kantor cabang',
};

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'koma (,)',
  ';': 'titik koma (;)',
  '\t': 'tab',
  '|': 'garis tegak (|)',
};

/** A field's name; a field this page does not know keeps its own. */
export function fieldLabel(field: string): string {
  return own(fieldLabels, field) ?? field;
}

/** A finding on a cell as a short sentence. */
export function issueText(code: string, params: WordParams = {}): string {
  const text = own(issueTexts, code);
  return text === undefined ? `Perlu diperiksa (${code})` : fill(text, params);
}

/** Why a row was set aside. */
export function setAsideText(reason: string): string {
  return own(setAsideTexts, reason) ?? `Bukan baris data (${reason})`;
}

/** A column decision with its evidence. */
export function decisionText(field: string, decision: string, params: WordParams): string {
  const text = own(decisionTexts, decision) ?? own(decisionTexts, `${field}.${decision}`);
  if (text !== undefined) return fill(text, params);
  const evidence = Object.entries(params)
    .map(([name, value]) => `${name}: ${typeof value === 'number' ? formatCount(value) : value}`)
    .join(', ');
  return evidence === '' ? decision : `${decision} (${evidence})`;
}

/** One fact of a file as label and value; `null` hides a fact that says nothing. */
export function factWords(
  name: string,
  value: string | number | boolean,
): { readonly label: string; readonly value: string } | null {
  if (value === false || value === '') return null;
  const label = own(factLabels, name) ?? name;
  if (name === 'delimiter')
    return { label, value: own(delimiterNames, String(value)) ?? String(value) };
  if (typeof value === 'boolean') return { label, value: 'ya' };
  if (name === 'format') return { label, value: `.${value}` };
  return { label, value: typeof value === 'number' ? formatCount(value) : value };
}

/** How a column's field was found. */
export const mappedByLabels = {
  header: 'dari judul',
  content: 'dari isi',
  user: 'pilihan Anda',
  remembered: 'seperti sebelumnya',
  none: '',
} as const;

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
