/** One plain Indonesian sentence per pair. */
import type { Reason, ReasonCode } from './explain-pair.ts';

type Phrase = (reason: Reason) => string;

const pair = (reason: Reason, sign: string): string => {
  const left = reason.left ?? '';
  const right = reason.right ?? '';
  if (left === '' && right === '') return '';
  if (left === '' || right === '') return ` (${left}${right})`;
  return ` (${left} ${sign} ${right})`;
};

/** `1980-05-12` as `12-05-1980`. */
const shownDate = (iso: string | undefined): string => (iso ?? '').split('-').reverse().join('-');
const dates = (reason: Reason): string =>
  reason.left === undefined ? '' : ` (${shownDate(reason.left)} dan ${shownDate(reason.right)})`;

const phrases: Readonly<Record<ReasonCode, Phrase>> = {
  'nik.exact': () => 'NIK sama',
  'nik.exact-rounded': () => 'NIK sama, tetapi berakhir 0 (digit terakhir mungkin hilang)',
  'nik.one-digit': (r) => `NIK beda 1 angka (digit ke-${r.digit})`,
  'nik.two-swapped': (r) =>
    `NIK dua angka tertukar (digit ke-${r.digit} dan ${(r.digit ?? 0) + 1})`,
  'nik.serial-digit': (r) => `NIK beda 1 angka pada nomor urut (digit ke-${r.digit})`,
  'nik.lost-digit': () => 'NIK sama 15 angka, digit terakhir hilang',
  'nik.length': (r) => `NIK kurang atau lebih 1 angka (digit ke-${r.digit})`,
  'nik.scientific': () => 'NIK rusak karena notasi E',
  'nik.two-digits': () => 'NIK beda 2 angka',
  'nik.same-area-date': () => 'NIK beda (wilayah dan tanggal lahir sama)',
  'nik.differs': () => 'NIK beda',
  'kpj.exact': () => 'KPJ sama',
  'kpj.one-digit': (r) => `KPJ beda 1 angka (digit ke-${r.digit})`,
  'kpj.differs': () => 'KPJ beda',
  'name.exact': () => 'nama sama',
  'name.spelling': (r) => `nama sama setelah ejaan disamakan${pair(r, '=')}`,
  'name.order': () => 'nama sama, urutan kata beda',
  'name.spacing': (r) => `nama sama, beda spasi${pair(r, '=')}`,
  'name.subset': (r) => `nama sama kecuali kata tambahan${pair(r, 'dan')}`,
  'name.initial': (r) => `nama sama dengan singkatan${pair(r, '=')}`,
  'name.typo': (r) => `nama mirip${pair(r, '~')}`,
  'name.partial': (r) => `nama sama sebagian${pair(r, 'bukan')}`,
  'name.differs': (r) => `nama beda${pair(r, 'dan')}`,
  'date.exact': () => 'tanggal lahir sama',
  'date.swapped': () => 'hari–bulan tertukar',
  'date.near': (r) => `tanggal lahir beda tipis${dates(r)}`,
  'date.one-part': (r) => `tanggal lahir beda satu bagian${dates(r)}`,
  'date.defaulted': (r) => `tahun lahir sama, satu tanggal isian baku${dates(r)}`,
  'date.two-parts': (r) => `hari dan bulan lahir beda${dates(r)}`,
  'date.differs': (r) => `tanggal lahir beda${dates(r)}`,
  'sex.differs': () => 'jenis kelamin beda',
  'place.village': () => 'desa sama',
  'place.village-spelling': () => 'desa sama, ejaan beda',
  'place.district': () => 'kecamatan sama',
  'place.differs': () => 'desa beda',
  'place.district-differs': () => 'kecamatan beda',
  'wage.same': () => 'upah sama',
  'rule.self-consistent': () => 'tiap NIK cocok dengan tanggal lahirnya sendiri, jadi dua orang',
  'rule.family': () => 'mungkin keluarga atau tetangga',
  'rule.contradiction': () => 'nomor sama tetapi nama dan tanggal lahir bertentangan',
  'rule.rival': () => 'ada calon lain',
  'rule.decided': () => 'ditetapkan petugas',
  'derived.date': () => 'tanggal lahir dari NIK',
  'derived.district': () => 'kecamatan dari NIK',
};

/** The reason in words, without a full stop. */
export function reasonText(reason: Reason): string {
  return phrases[reason.code](reason);
}

/** A probability as people read it: `98 %`, `99,4 %`, `> 99,9 %`, `< 1 %`. */
export function percentText(probability: number): string {
  if (probability >= 0.999) return '> 99,9 %';
  if (probability >= 0.99)
    return `${(Math.floor(probability * 1000) / 10).toFixed(1).replace('.', ',')} %`;
  return probability < 0.01 ? '< 1 %' : `${Math.round(probability * 100)} %`;
}

/** The whole sentence: `NIK beda 1 angka (digit ke-9), nama sama, desa sama → 98 %`. */
export function explainText(reasons: readonly Reason[], probability: number): string {
  const text = reasons.map(reasonText).join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} → ${percentText(probability)}`;
}
