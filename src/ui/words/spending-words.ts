/** Words for budget documents, payments and arrears. */
import type { ReadIssue, VersionHead } from '../../contract/spending-routes.ts';
import type { PaymentStanding } from '../../domain/payment-rules.ts';
import type { Tone } from '../parts/tag.tsx';

export const versionKindLabels: Readonly<Record<VersionHead['kind'], string>> = {
  murni: 'APBD murni',
  pergeseran: 'Pergeseran',
  perubahan: 'Perubahan (P-APBD)',
};

/** `APBD murni`, `Pergeseran ke-2`. */
export function versionName({ kind, number }: Pick<VersionHead, 'kind' | 'number'>): string {
  const label = versionKindLabels[kind];
  return kind === 'pergeseran' || number > 1 ? `${label} ke-${number}` : label;
}

export const standingWords: Readonly<
  Record<PaymentStanding, { readonly label: string; readonly tone: Tone }>
> = {
  lancar: { label: 'Lancar', tone: 'good' },
  menunggak: { label: 'Menunggak', tone: 'notice' },
  'akan-nonaktif': { label: 'Hampir nonaktif', tone: 'bad' },
  nonaktif: { label: 'Nonaktif', tone: 'bad' },
  'belum-bayar': { label: 'Belum pernah bayar', tone: 'bad' },
};

const issueTexts: Readonly<Record<string, string>> = {
  'amount.empty': 'Jumlah kosong',
  'amount.not-a-number': 'Jumlah tidak terbaca',
  'amount.ambiguous': 'Jumlah dapat dibaca dua cara; tulis lengkap dengan titik ribuan',
  'amount.bad-groups': 'Titik ribuan tidak pada tempatnya',
  'amount.too-many-decimals': 'Angka di belakang koma lebih dari dua',
  'amount.too-large': 'Jumlah terlalu besar',
  'amount.fraction': 'Jumlah memuat sen; pembayaran selalu rupiah penuh',
  'amount.not-positive': 'Jumlah nol atau kurang',
  'period.missing': 'Bulan iuran kosong',
  'period.unreadable': 'Bulan iuran tidak terbaca',
  'date.empty': 'Tanggal bayar kosong',
  'date.unreadable': 'Tanggal bayar tidak terbaca',
  'date.impossible': 'Tanggal bayar tidak ada di kalender',
  'date.against-order': 'Tanggal bayar berlawanan dengan urutan tanggal lainnya',
  'date.year-outside-window': 'Tahun tanggal bayar tidak jelas',
  'date.in-future': 'Tanggal bayar belum tiba',
  'date.too-old': 'Tanggal bayar terlalu lama',
  'persons.missing': 'Jumlah orang tidak disebut',
  'persons.unreadable': 'Jumlah orang tidak terbaca',
  'fund.unknown': 'Sumber dana tidak dikenal',
  'account.notation': 'Kode rekening bukan bentuk yang lazim; dipakai apa adanya',
  'account.missing': 'Kode rekening kosong',
  'roster.unknown': 'Daftar tidak dikenal',
  'unit.unknown': 'Unit tidak dikenal',
  'unit.ambiguous': 'Nama desa ada di beberapa kecamatan; sebutkan kecamatannya',
  'payment.twice': 'Kode iuran dan bulan ini sudah ada di baris lain',
  'line.twice': 'Rekening, sumber dana, dan unit ini sudah ada di baris lain',
};

/** What is wrong with a cell, with the cell itself. */
export function readIssueText({ code, text }: ReadIssue): string {
  const words = Object.hasOwn(issueTexts, code) ? (issueTexts[code] ?? code) : code;
  return text === '' ? words : `${words}: ${text}`;
}

/** Lines of the history. */
export const spendingJournalTexts: Readonly<Record<string, string>> = {
  'spending.add': '{payments} pembayaran dicatat, Rp{amount}',
  'spending.replace': 'Pembayaran {period} diubah dari Rp{before} menjadi Rp{amount}',
  'spending.remove': '{payments} pembayaran dihapus, Rp{amount}',
  'spending.undo': 'Perubahan realisasi diurungkan',
  'spending.saveVersion': 'Dokumen anggaran {year} dicatat ({kind} ke-{number}), Rp{amount}',
  'spending.removeVersion': 'Dokumen anggaran {year} dihapus ({kind} ke-{number})',
};

const asideTexts: Readonly<Record<string, string>> = {
  total: 'baris jumlah',
  'number-row': 'nomor kolom',
  'no-amount': 'tanpa jumlah uang',
};

/** Why a row of the file is no payment. */
export function spendingAsideText(reason: string): string {
  return Object.hasOwn(asideTexts, reason) ? (asideTexts[reason] ?? reason) : reason;
}

/** `3 bulan: Sep, Okt, Nov 2026` shortened to its ends when it is long. */
export function monthsInShort(
  months: readonly string[],
  format: (month: string) => string,
): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '–';
  if (months.length === 1) return format(first);
  const running = months.every(
    (month, index) => index === 0 || follows(months[index - 1] ?? '', month),
  );
  if (running) return `${format(first)}–${format(last)} (${months.length} bulan)`;
  return months.length <= 3
    ? months.map(format).join(', ')
    : `${months.length} bulan, ${format(first)} sampai ${format(last)}`;
}

function follows(before: string, after: string): boolean {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(after) === index(before) + 1;
}
