/** An error as one plain Indonesian line for stderr. */
import { errorWords } from '../contract/words/error-words.ts';
import type { AppErrorData } from '../domain/app-error.ts';

const usageReasons: Readonly<Record<string, string>> = {
  'missing-word': 'Kurang',
  'surplus-word': 'Terlalu banyak kata, mulai dari',
  'missing-option': 'Pilihan ini harus diisi',
  'bad-option': 'Pilihan tidak dikenali',
  'bad-option-value': 'Pilihan ini memerlukan nilai, atau tidak menerimanya',
  'bad-number': 'Bukan bilangan bulat dalam batasnya',
  'bad-choice': 'Nilai ini tidak tersedia',
  'bad-date': 'Bukan tanggal YYYY-MM-DD yang ada di kalender',
  'bad-month': 'Bukan bulan YYYY-MM',
  'bad-percent': 'Bukan persen 0–100 (60) atau tambahan poin (+10)',
  'too-many-plans': 'Paling banyak empat skenario sekali hitung, diminta',
  'bad-money': 'Bukan jumlah rupiah',
  'unknown-command': 'Perintah tidak dikenali',
  'no-passphrase': 'Kata sandi belum diberikan lewat',
};

/** How to go on from the command line. */
const hints: Readonly<Record<string, string>> = {
  'import.leave-unconfirmed':
    'Rencana tidak disimpan. Periksa daftarnya dengan --dry-run, lalu ulangi dengan --confirm-leave.',
  'not-found': 'Periksa ejaan nama yang diminta.',
  'import.already-imported': 'Ulangi dengan --again bila memang perlu diimpor lagi.',
};

export function sentenceOf(error: AppErrorData): string {
  const { title, advice } = errorWords(error);
  if (error.code !== 'usage') return `${title}. ${hints[error.code] ?? advice}`;
  const reason = usageReasons[String(error.params.reason)] ?? title;
  return `${reason}: ${String(error.params.detail ?? '')}`;
}
