/** Words for what a budget leaves out and what it rests on; the screen and the packet print the same. */
import { formatInteger } from '../../domain/format-id.ts';
import type { RoundingMode, RoundingScope } from '../../domain/money.ts';
import { fill, type WordParams } from './params.ts';

const gapTexts: Readonly<Record<string, string>> = {
  'wage-missing': 'belum ada data upah',
  'wage-not-positive': 'upah tertulis nol',
  'wage-too-large': 'upah di luar kewajaran',
  'position-unknown': 'jabatan belum dikenali, upah belum ada',
  'minimum-wage-unknown': 'UMK atau UMP tahun ini belum diisi di Pengaturan anggaran',
  'fund-missing': 'belum ada sumber dana',
  'outside-year': 'masa kerja di luar tahun anggaran',
  'months-reversed': 'tanggal selesai mendahului tanggal mulai',
  'over-65': 'berumur lebih dari 65 tahun pada 1 Januari (BPU)',
  deceased: 'bertanda almarhum/almarhumah',
  'other-roster': 'sudah dihitung di daftar lain',
};

/** Why people were left out, to follow their number: `12 orang …`. */
export function gapText(code: string): string {
  return Object.hasOwn(gapTexts, code)
    ? (gapTexts[code] ?? code)
    : `belum dapat dihitung (${code})`;
}

const assumptionTexts: Readonly<Record<string, string>> = {
  'full-year':
    'Dihitung Januari–Desember {year}; mulai atau berhenti di tengah tahun diperhitungkan.',
  'never-matched':
    'Daftar belum dipadankan dengan data BPJS: semua pekerja dianggap belum terdaftar.',
  'not-matched-yet':
    '{persons} pekerja masuk daftar setelah pemadanan terakhir dan dihitung sebagai belum terdaftar.',
  rounding: 'Pecahan rupiah dibulatkan {what} ({how}).',
  'worker-share':
    'Bagian pekerja {amount} dipotong dari upah dan tidak termasuk dalam kebutuhan ini.',
  'minimum-wage-carried':
    'Upah minimum tahun ini belum diisi; yang terakhir diketahui dipakai ({source}; {persons} orang).',
  'wage-below-floor':
    'Upah {persons} orang di bawah batas terendah menurut {source}; dihitung apa adanya.',
  'floor-unknown':
    'UMK belum diketahui; batas bawah upah JKN tidak diterapkan ({source}; {persons} orang).',
  programmes: 'Program yang dihitung: {programmes}.',
  'inactive-not-included':
    '{persons} pekerja terdaftar tetapi tidak aktif tidak termasuk dalam kebutuhan ini.',
  'to-check-not-included': '{persons} pekerja masih perlu diperiksa dan belum termasuk.',
  'tariff-unverified':
    '{source}: angka belum diverifikasi terhadap naskah resmi ({persons} orang).',
  'ceiling-carried': 'Batas upah terakhir yang diketahui dipakai ({source}; {persons} orang).',
  'relief-unclear':
    '{source} tidak menyebut sumber dana ini; keringanan tidak diperhitungkan ({persons} orang).',
  'wage-substituted': 'Upah kosong diganti {rule} untuk {persons} orang.',
  'fund-assumed': 'Sumber dana kosong dianggap {fund} untuk {persons} orang.',
  'account-uncertain':
    'Rekening {account} untuk {programme} {group} belum pasti: {source} ({persons} orang).',
  'account-missing':
    'Belum ada kode rekening untuk {programme} {group} dari {fund} ({persons} orang).',
};

/** What is rounded, in a sentence. */
export const roundingScopeWords: Readonly<Record<RoundingScope, string>> = {
  component: 'per komponen iuran per orang',
  person: 'per orang per bulan',
  total: 'sekali pada jumlah seluruhnya, lalu dibagi ke tiap baris menurut sisa terbesar',
};

/** How, in a sentence. */
export const roundingModeWords: Readonly<Record<RoundingMode, string>> = {
  'half-up': 'setengah ke atas',
  floor: 'ke bawah',
  up: 'ke atas',
};

/** A premise of the computation, as a sentence. */
export function assumptionText(code: string, params: WordParams): string {
  const text = Object.hasOwn(assumptionTexts, code) ? assumptionTexts[code] : undefined;
  if (text !== undefined) return fill(text, params);
  const details = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  return details.length === 0 ? code : `${code}: ${details.join(', ')}`;
}

/** People left out for one reason, by roster, as one sentence for paper. */
export function gapSentence(
  code: string,
  parts: readonly { readonly roster: string; readonly persons: number }[],
): string {
  const total = parts.reduce((sum, { persons }) => sum + persons, 0);
  const named = parts.map(({ roster, persons }) => `${roster} ${formatInteger(persons)}`);
  return `${formatInteger(total)} orang tidak dihitung, ${gapText(code)} (${named.join(', ')}).`;
}

/**
 * The coefficient of a line as an RKA writes it: `5.387 Orang x 12 Bulan` where everybody has the same months, else
 * `5.387 Orang, 60.211 Orang-bulan`, because there persons × months would not be what is paid.
 */
export function koefisien(line: {
  readonly persons: number;
  readonly personMonths: number;
  readonly months: number | null;
}): string {
  const people = `${formatInteger(line.persons)} Orang`;
  return line.months === null
    ? `${people}, ${formatInteger(line.personMonths)} Orang-bulan`
    : `${people} x ${line.months} Bulan`;
}
