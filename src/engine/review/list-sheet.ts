/** The list an OPD gets and sends back: its columns, its words, how an answer is read. */
import type { Verdict } from '../../store/review/decisions.ts';
import type { OutCell, OutSheet } from '../../tabular/types.ts';

/** Columns of the list; the first and `answer` are looked for when it comes back. */
export const listHeads = [
  'Kunci',
  'No.',
  'Nama di daftar',
  'NIK di daftar',
  'Tanggal lahir di daftar',
  'Unit',
  'Jabatan atau pekerjaan',
  'Nama di BPJS',
  'NIK di BPJS',
  'KPJ',
  'Tanggal lahir di BPJS',
  'Pemberi kerja di BPJS',
  'Perbedaan',
  'Jawaban',
  'Catatan',
] as const;

const widths = [20, 6, 28, 19, 14, 28, 24, 28, 19, 14, 14, 26, 48, 14, 26];

export const keyHead: (typeof listHeads)[number] = 'Kunci';
export const answerHead: (typeof listHeads)[number] = 'Jawaban';
export const noteHead: (typeof listHeads)[number] = 'Catatan';
export const nameHead: (typeof listHeads)[number] = 'Nama di daftar';

/** Rows above the heads. */
const lead = (title: string, about: string): OutCell[][] => [
  [{ v: title, style: 'title' }],
  [{ v: about, style: 'note' }],
  [
    {
      v: 'Isi kolom Jawaban dengan SAMA, BEDA, atau TIDAK TAHU. Jangan mengubah kolom Kunci. Kembalikan berkas ini.',
      style: 'note',
    },
  ],
  [],
];

/** The sheet of a list; dates are given as ISO text. */
export function listSheet(
  rows: Iterable<readonly OutCell[]>,
  words: { readonly title: string; readonly about: string },
): OutSheet {
  const top = lead(words.title, words.about);
  const last = listHeads.length - 1;
  return {
    name: 'Daftar periksa',
    rows: [...top, listHeads.map((v): OutCell => ({ v, style: 'header' })), ...rows],
    widths,
    merges: [0, 1, 2].map((row) => ({ top: row, bottom: row, left: 0, right: last })),
    headRows: { from: top.length, to: top.length },
    landscape: true,
    paper: 'F4',
  };
}

export type Answer = Verdict | 'unknown' | 'blank' | 'unreadable';

const same = new Set(['SAMA', 'YA', 'Y', 'BENAR', 'ORANG YANG SAMA']);
const different = new Set([
  'BEDA',
  'BERBEDA',
  'TIDAK',
  'TIDAK SAMA',
  'BUKAN',
  'N',
  'ORANG BERBEDA',
]);
const unknown = new Set(['TIDAK TAHU', 'TIDAKTAHU', 'TT', 'RAGU', 'BELUM TAHU', '?']);

/** Reads an answer as people write it: SAMA, BEDA, TIDAK TAHU, and words that can mean nothing else. */
export function readAnswer(text: string): Answer {
  const word = text
    .toUpperCase()
    .replace(/[\s\u00a0.,!_-]+/g, ' ')
    .trim();
  if (word === '') return 'blank';
  if (same.has(word)) return 'same';
  if (different.has(word)) return 'different';
  return unknown.has(word) ? 'unknown' : 'unreadable';
}
