/** Words for what the importer understood: fields, rows set aside, column decisions, file facts. */
import { fieldLabel } from '../../contract/words/field-labels.ts';
import { formatCount } from './format.ts';
import { fill, type WordParams } from './params.ts';

export { fieldLabel };

type Words = Readonly<Record<string, string>>;

/** Why a row of the sheet was not read as a person. */
const setAsideTexts: Words = {
  title: 'Kop atau judul di atas tabel',
  'column-labels': 'Baris nomor atau huruf kolom',
  'repeated-header': 'Judul kolom yang berulang',
  total: 'Baris jumlah',
  group: 'Nama kelompok',
  signature: 'Tanda tangan',
  blank: 'Baris tanpa nama dan nomor',
  note: 'Catatan',
  'no-membership': 'Tidak ada kepesertaan menurut cabang',
};

/** Decisions taken once for a column; `{…}` are the evidence. */
const decisionTexts: Words = {
  'date.dmy': 'dibaca hari-bulan-tahun; {evidence} nilai hanya mungkin begitu',
  'date.mdy': 'dibaca bulan-hari-tahun; {evidence} nilai hanya mungkin begitu',
  'date.ymd': '{count} nilai ditulis tahun-bulan-hari',
  'date.serial': '{count} nilai berupa tanggal Excel',
  'date.month-names': '{count} nilai memakai nama bulan',
  'date.ambiguous': 'urutan hari dan bulan belum pasti; periksa beberapa tanggal',
  'date.serials-may-be-swapped':
    'hari dan bulan pada {count} tanggal Excel mungkin tertukar saat disimpan',
  'money.decimal-comma': 'koma dibaca sebagai tanda desimal ({commaDecimal} nilai)',
  'money.decimal-dot': 'titik dibaca sebagai tanda desimal ({dotDecimal} nilai)',
  'money.ambiguous':
    'tanda desimal bertentangan: {commaDecimal} nilai memakai koma, {dotDecimal} memakai titik; tentukan yang benar',
  'nik.numbers': '{count} nilai tersimpan sebagai angka; angka terakhirnya perlu dicek',
  'nik.lost-last-digit':
    '{count} nilai tersimpan sebagai angka dan angka terakhirnya hilang; tidak dipakai sebagai NIK',
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

/** Characters that part the columns of a text file. */
export const delimiterNames: Words = {
  ',': 'koma (,)',
  ';': 'titik koma (;)',
  '\t': 'tab',
  '|': 'garis tegak (|)',
};

/** How the letters of a text file are written down. */
export const encodingNames: Words = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252 (Excel lama)',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/** Why a row was set aside. */
export function setAsideText(reason: string): string {
  return own(setAsideTexts, reason) ?? `Bukan baris data (${reason})`;
}

/** A column decision with its evidence, as a sentence without its full stop. */
export function decisionText(decision: string, params: WordParams): string {
  const text = decisionWords(decision, params);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const chosenTexts: Words = {
  'date.dmy': 'hari-bulan-tahun',
  'date.mdy': 'bulan-hari-tahun',
  'money.decimal-comma': 'dengan koma desimal',
  'money.decimal-dot': 'dengan titik desimal',
};

function decisionWords(decision: string, params: WordParams): string {
  if (decision === 'sex.codes') {
    const unread = Number(params['unknown'] ?? 0);
    const tail = unread > 0 ? `; ${formatCount(unread)} tidak terbaca` : '';
    return fill(`L {L}, P {P} (kode {codes})${tail}`, params);
  }
  if (decision === 'marital.codes') {
    const unread = Number(params['unknown'] ?? 0);
    const tail = unread > 0 ? `; ${formatCount(unread)} tidak terbaca` : '';
    return fill(`kawin {kawin}, belum {belum}, cerai {cerai} (kode {codes})${tail}`, params);
  }
  const named = own(chosenTexts, decision);
  if (params['by'] === 'user' && named !== undefined) {
    const against = Number(params['against'] ?? 0);
    const tail = against > 0 ? `; ${formatCount(against)} nilai hanya mungkin sebaliknya` : '';
    return `dibaca ${named} menurut pilihan Anda${tail}`;
  }
  const assumed = decision === 'date.dmy' && Number(params['evidence'] ?? 0) === 0;
  if (assumed) return 'dibaca hari-bulan-tahun menurut kebiasaan; tidak ada nilai yang membuktikan';
  const text = own(decisionTexts, decision);
  return text === undefined ? decision : fill(text, params);
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
  if (name === 'encoding')
    return { label, value: own(encodingNames, String(value)) ?? String(value) };
  if (typeof value === 'boolean') return { label, value: 'ya' };
  if (name === 'format') return { label, value: `.${value}` };
  return { label, value: typeof value === 'number' ? formatCount(value) : value };
}

interface RememberedChoices {
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly decisions: Readonly<Record<string, string>>;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

const readingNames: Words = {
  dmy: 'hari-bulan-tahun',
  mdy: 'bulan-hari-tahun',
  comma: 'koma desimal',
  dot: 'titik desimal',
};

/** What is remembered of a source, in one line. */
export function profileText({
  mapping,
  decisions,
  encoding,
  delimiter,
}: RememberedChoices): string {
  return [
    ...Object.entries(mapping).map(
      ([header, field]) => `${header} → ${field === null ? 'tidak dipakai' : fieldLabel(field)}`,
    ),
    ...Object.entries(decisions).map(
      ([field, choice]) => `${fieldLabel(field)}: ${own(readingNames, choice) ?? choice}`,
    ),
    ...(encoding === undefined ? [] : [own(encodingNames, encoding) ?? encoding]),
    ...(delimiter === undefined ? [] : [`pemisah ${own(delimiterNames, delimiter) ?? delimiter}`]),
  ].join(' · ');
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
