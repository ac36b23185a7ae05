/** Words of the review queue that screens and files share. */
import type { AnswerProblem, DifferenceField } from '../review-routes.ts';

/** How a pair was found, in a few words. */
export const linkClassLabels: Readonly<Record<string, string>> = {
  nik: 'NIK sama',
  kpj: 'KPJ sama',
  strong: 'Nama dan tanggal lahir sama',
  decided: 'Diputuskan petugas',
  review: 'Perlu diperiksa',
  conflict: 'Nomor sama, data bertentangan',
};

export const differenceLabels: Readonly<Record<DifferenceField, string>> = {
  nik: 'NIK',
  kpj: 'KPJ',
  name: 'Nama',
  date: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  place: 'Tempat',
};

/** What is wrong with an answer, and what happens to it. */
export const answerProblemWords: Readonly<
  Record<AnswerProblem, readonly [label: string, meaning: string]>
> = {
  'unknown-key': ['Kunci tidak dikenal', 'pasangan ini tidak pernah dikirim dari berkas ini'],
  'edited-key': ['Kunci berubah', 'kunci kosong, salah ketik, atau terpotong'],
  'other-run': ['Dari pemadanan lain', 'pasangan ini sudah tidak menunggu'],
  contradicts: [
    'Berbeda dari keputusan',
    'sudah diputuskan sebaliknya, atau kepesertaannya milik orang lain',
  ],
  unreadable: ['Jawaban tidak terbaca', 'bukan SAMA, BEDA, atau TIDAK TAHU'],
  'two-answers': ['Dua jawaban', 'baris lain menjawab sebaliknya'],
  'two-owners': [
    'Satu kepesertaan, dua orang',
    'baris lain juga menjawab SAMA untuk kepesertaan ini',
  ],
};
