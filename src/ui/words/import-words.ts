/** Words for what the importer understood: fields, rows set aside, column decisions, file facts. */
import { formatCount } from './format.ts';
import { fill, textOf, type WordParams } from './params.ts';

type Words = Readonly<Record<string, string>>;

const fieldLabels: Words = {
  name: 'Nama',
  firstName: 'Nama depan',
  middleName: 'Nama tengah',
  lastName: 'Nama belakang',
  nik: 'NIK',
  kpj: 'Nomor KPJ',
  npp: 'NPP',
  birthDate: 'Tanggal lahir',
  birthPlace: 'Tempat lahir',
  placeAndDate: 'Tempat dan tanggal lahir',
  sex: 'Jenis kelamin',
  address: 'Alamat',
  phone: 'Telepon',
  unit: 'OPD',
  workplace: 'Tempat kerja',
  kecamatan: 'Kecamatan',
  desa: 'Desa/kelurahan',
  place: 'Wilayah',
  position: 'Jabatan',
  jobKind: 'Jenis pekerjaan',
  job: 'Pekerjaan',
  wage: 'Upah per bulan',
  fundSource: 'Sumber dana',
  startDate: 'Mulai bertugas (TMT)',
  endDate: 'Berakhir',
  decree: 'Nomor SK',
  desil: 'Desil',
  note: 'Keterangan',
  employer: 'Pemberi kerja',
  programme: 'Program',
  jkk: 'JKK',
  jkm: 'JKM',
  jht: 'JHT',
  jhtWorker: 'JHT pekerja',
  jp: 'JP',
  jpWorker: 'JP pekerja',
  contribution: 'Jumlah iuran',
  joinedOn: 'Mulai kepesertaan',
  endedOn: 'Kepesertaan berakhir',
  graceUntil: 'Batas masa tenggang',
  segment: 'Segmen',
  status: 'Status',
  row: 'Baris',
  number: 'Nomor urut',
  kk: 'Nomor KK',
  motherName: 'Nama ibu',
  marital: 'Status kawin',
  title: 'Gelar',
  age: 'Umur',
  email: 'Surel',
  rapel: 'Rapel',
  wageTotal: 'Jumlah upah',
  signature: 'Tanda tangan',
  other: 'Lainnya',
};

/** Why a row of the sheet was not read as a person. */
const setAsideTexts: Words = {
  title: 'Kop atau judul di atas tabel',
  'column-numbers': 'Baris nomor kolom',
  'repeated-head': 'Judul kolom yang berulang',
  total: 'Baris jumlah',
  section: 'Nama kelompok',
  signature: 'Tanda tangan',
  empty: 'Baris tanpa nama dan nomor',
  note: 'Catatan',
};

const orderTexts: Words = { dmy: 'hari-bulan-tahun', mdy: 'bulan-hari-tahun' };

/** Decisions on columns other than dates; `{…}` are the evidence. */
const decisionTexts: Words = {
  'wage ,': 'koma dibaca sebagai tanda desimal ({values} nilai)',
  'wage .': 'titik dibaca sebagai tanda desimal ({values} nilai)',
  'wage none': 'rupiah bulat tanpa desimal ({values} nilai)',
  'nik text': 'tersimpan sebagai teks ({text} nilai); angkanya utuh',
  'nik number': 'tersimpan sebagai angka ({numeric} nilai); angka terakhir perlu dicek',
  'nik lost-last-digit':
    'tersimpan sebagai angka dan angka terakhirnya hilang ({numeric} nilai); tidak dipakai sebagai NIK',
};

const factLabels: Words = {
  format: 'Format',
  encoding: 'Penyandian huruf',
  delimiter: 'Pemisah kolom',
  date1904: 'Penanggalan mulai 1904',
  period: 'Periode',
  npp: 'NPP',
  employer: 'Pemberi kerja',
};

const delimiterNames: Words = {
  ',': 'koma (,)',
  ';': 'titik koma (;)',
  '\t': 'tab',
  '|': 'garis tegak (|)',
};

/** A field's name; a field this page does not know keeps its own. */
export function fieldLabel(field: string): string {
  return own(fieldLabels, field) ?? field;
}

/** Why a row was set aside. */
export function setAsideText(reason: string): string {
  return own(setAsideTexts, reason) ?? `Bukan baris data (${reason})`;
}

/** A column decision with its evidence, without the field's name. */
export function decisionText(field: string, decision: string, params: WordParams): string {
  const order = own(orderTexts, decision);
  if (order !== undefined) return dateDecision(order, decision, params);
  if (field === 'sex') {
    const unread = Number(params['unknown'] ?? 0);
    const tail = unread > 0 ? `; ${formatCount(unread)} tidak terbaca` : '';
    return `L ${textOf(params, 'L', '0')}, P ${textOf(params, 'P', '0')} (${decision})${tail}`;
  }
  const text = own(decisionTexts, `${field} ${decision}`);
  return text === undefined ? decision : fill(text, params);
}

/** The order of a date column and what speaks for it, counted. */
function dateDecision(order: string, code: string, params: WordParams): string {
  const count = (name: string) => Number(params[name] ?? 0);
  const proof = count(code === 'dmy' ? 'dayFirst' : 'monthFirst');
  const against = count(code === 'dmy' ? 'monthFirst' : 'dayFirst');
  const parts = [
    proof > 0 ? `${formatCount(proof)} nilai hanya mungkin begitu` : '',
    against > 0 ? `${formatCount(against)} nilai berlawanan` : '',
    proof === 0 && count('eitherWay') > 0
      ? 'tidak ada nilai yang membuktikan; menurut kebiasaan'
      : '',
    count('serial') > 0 ? `${formatCount(count('serial'))} tanggal Excel` : '',
    count('named') > 0 ? `${formatCount(count('named'))} dengan nama bulan` : '',
    count('unreadable') > 0 ? `${formatCount(count('unreadable'))} tidak terbaca` : '',
    count('swapped') > 0 ? 'hari dan bulan mungkin tertukar saat disimpan Excel' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? `dibaca ${order}` : `dibaca ${order}: ${parts.join('; ')}`;
}

/** One fact of a file as label and value; `null` hides a fact that says nothing to a person. */
export function factWords(
  name: string,
  value: string | number | boolean,
): { readonly label: string; readonly value: string } | null {
  const label = own(factLabels, name);
  if (label === undefined || value === false || value === '') return null;
  if (name === 'delimiter') {
    return { label, value: own(delimiterNames, String(value)) ?? String(value) };
  }
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

function own(table: Words, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
