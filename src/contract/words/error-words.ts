/** Every error a person can meet, in plain Indonesian: what happened, and what to do. */
import type { AppErrorData, ErrorCode } from '../../domain/app-error.ts';
import { formatInteger } from '../../domain/format-id.ts';
import { fill } from './params.ts';

export interface ErrorWords {
  readonly title: string;
  readonly advice: string;
}

type WordTable = Readonly<Record<ErrorCode, readonly [title: string, advice: string]>>;

const storeWords = {
  'store.wrong-passphrase': [
    'Kata sandi tidak cocok dengan berkas ini',
    'Periksa huruf besar dan kecil, lalu coba lagi.',
  ],
  'store.not-a-store': [
    'Ini bukan berkas Padan',
    'Pilih berkas berakhiran .padan yang dibuat oleh Padan.',
  ],
  'store.newer-than-app': [
    'Berkas dibuat oleh Padan yang lebih baru',
    'Pasang Padan versi terbaru di komputer ini, lalu buka lagi.',
  ],
  'store.locked': [
    'Berkas sedang dibuka di jendela atau komputer lain',
    'Tutup Padan yang lain, lalu coba lagi.',
  ],
  'store.busy': [
    'Padan sedang menyimpan pekerjaan lain',
    'Tidak ada data yang berubah. Tunggu sampai pekerjaan itu selesai, lalu ulangi.',
  ],
  'store.missing': [
    'Berkas tidak ditemukan',
    'Mungkin sudah dipindahkan atau diganti namanya. Pilih berkas lewat Buka berkas Padan.',
  ],
  'store.exists': [
    'Nama berkas ini sudah dipakai',
    'Pilih nama atau folder lain agar berkas lama tidak tertimpa.',
  ],
  'store.read-only': [
    'Berkas ini hanya dapat dibaca',
    'Salin berkas ke folder yang boleh diubah, lalu buka salinannya.',
  ],
  'store.damaged': ['Isi berkas rusak', 'Berkas tidak diubah. Gunakan salinan cadangan terakhir.'],
  'store.unreachable': [
    'Berkas tidak dapat dibaca atau ditulis',
    'Periksa flash disk, disk, atau folder jaringan tempat berkas itu, lalu buka lagi. Perubahan terakhir belum tersimpan.',
  ],
  'store.disk-full': [
    'Ruang penyimpanan penuh',
    'Kosongkan ruang di disk, lalu ulangi. Tidak ada data yang berubah.',
  ],
  'store.not-open': ['Belum ada berkas yang terbuka', 'Buka berkas Padan terlebih dahulu.'],
  'store.weak-passphrase': [
    'Kata sandi terlalu mudah ditebak',
    'Gunakan minimal 8 karakter, misalnya tiga kata yang tidak berkaitan.',
  ],
} as const satisfies Partial<WordTable>;

const fileWords = {
  'file.missing': ['Berkas tidak ditemukan', 'Pilih kembali berkas dari foldernya.'],
  'file.locked': [
    'Berkas sedang dipakai program lain',
    'Tutup berkas di Excel atau program lain, lalu coba lagi.',
  ],
  'file.unreadable': [
    'Berkas tidak dapat dibaca',
    'Periksa izin folder, atau salin berkas ke komputer ini lalu pilih salinannya.',
  ],
  'file.too-large': [
    'Isi berkas melebihi batas',
    'Bagi berkas menjadi beberapa bagian, misalnya per kecamatan.',
  ],
  'file.unsupported': [
    'Jenis berkas ini belum dikenal',
    'Simpan sebagai .xlsx atau .csv, lalu pilih kembali.',
  ],
  'file.encrypted': [
    'Berkas dilindungi kata sandi',
    'Simpan salinan tanpa kata sandi di Excel, lalu pilih salinannya.',
  ],
  'file.damaged': [
    'Berkas rusak atau tidak lengkap',
    'Buka di Excel, simpan ulang, lalu pilih kembali. Bila tetap gagal, minta berkas yang baru.',
  ],
  'file.empty': ['Berkas tidak berisi baris data', 'Periksa apakah ini berkas yang dimaksud.'],
  'file.unwritable': [
    'Berkas tidak dapat ditulis',
    'Pilih folder lain, atau tutup berkas yang sama bila sedang terbuka.',
  ],
} as const satisfies Partial<WordTable>;

const importWords = {
  'import.no-header': [
    'Baris judul kolom tidak ditemukan',
    'Pastikan ada satu baris judul seperti NIK, Nama, dan Tanggal lahir di atas data.',
  ],
  'import.missing-columns': [
    'Ada kolom wajib yang belum dikenali',
    'Tentukan kolomnya di bagian Kolom, atau lengkapi judul kolom di berkas.',
  ],
  'import.already-imported': [
    'Isi berkas ini sudah pernah diimpor',
    'Tidak ada yang berubah. Pilih Impor lagi bila memang perlu diulang.',
  ],
  'import.other-file': [
    'Ini bukan berkas yang sama',
    'Isinya berbeda dari berkas rencana ini ({expected}). Pilih berkas yang sama, atau impor berkas ini sebagai rencana baru.',
  ],
  'import.no-findings': [
    'Tidak ada baris dengan temuan',
    'Semua baris berkas ini sudah bersih; tidak ada yang perlu diekspor.',
  ],
  'import.nothing-to-commit': [
    'Tidak ada baris yang perlu disimpan',
    'Semua baris sudah sama dengan isi Padan.',
  ],
  'import.wrong-slot': [
    'Isi berkas tidak sesuai dengan jenis yang dipilih',
    'Pilih jenis data yang lain untuk berkas ini.',
  ],
  'import.batch-not-staged': [
    'Rencana impor ini sudah tidak menunggu',
    'Mungkin sudah disimpan atau dibatalkan. Lihat daftar impor.',
  ],
  'import.plan-changed': [
    'Isi Padan berubah sejak rencana ini dibuat',
    'Rencana sudah diperbarui. Periksa sekali lagi, lalu simpan.',
  ],
  'import.leave-unconfirmed': [
    'Ada orang yang tidak tercantum di berkas dan akan ditandai keluar',
    'Lihat daftarnya, lalu nyatakan bahwa mereka memang keluar sebelum menyimpan.',
  ],
  'import.batch-not-committed': [
    'Impor ini belum disimpan',
    'Hanya impor yang sudah disimpan yang dapat diurungkan.',
  ],
  'import.undo-conflict': [
    'Sebagian data sudah diubah setelah impor ini',
    'Data yang berubah tidak ditimpa. Lihat daftarnya, lalu urungkan perubahan yang lebih baru dahulu.',
  ],
} as const satisfies Partial<WordTable>;

const workWords = {
  'input.invalid': ['Isian belum sesuai', 'Periksa isian yang ditandai, lalu coba lagi.'],
  'roster.changed-meanwhile': [
    'Data ini sudah diubah sejak dibuka',
    'Perubahan tidak disimpan agar yang lebih baru tidak tertimpa. Lihat isinya yang terbaru, lalu ulangi.',
  ],
  'tariff.missing': [
    'Tarif iuran untuk bulan ini belum tersedia',
    'Perbarui tabel tarif, atau pilih tahun anggaran lain.',
  ],
  'spending.invalid': [
    'Isian pembayaran atau anggaran belum benar',
    'Periksa tanggal, bulan iuran, unit, dan kode rekening. Tidak ada yang disimpan.',
  ],
  'spending.duplicate': [
    'Pembayaran ini sudah dicatat',
    'Kode iuran {billing} untuk bulan {period} sudah ada. Tidak ada yang disimpan.',
  ],
  'spending.version-exists': [
    'Dokumen anggaran ini sudah ada',
    'Pilih jenis atau nomor lain, atau hapus yang lama.',
  ],
  'spending.too-many-rows': [
    'Berkas memuat terlalu banyak baris',
    'Paling banyak {most} baris sekali baca. Bagi berkas, lalu baca satu per satu.',
  ],
  'spending.changed-meanwhile': [
    'Tidak dapat diurungkan lagi',
    'Catatan ini sudah diubah sesudahnya. Urungkan perubahan yang lebih baru dahulu.',
  ],
  'spending.nothing': [
    'Belum ada yang dapat diekspor',
    'Catat anggaran atau pembayaran tahun {year} lebih dahulu.',
  ],
  'plan.invalid': [
    'Asumsi skenario belum dapat dihitung',
    'Periksa bulan, jumlah orang, unit, dan sasaran pada asumsi skenario.',
  ],
  'plan.name-taken': [
    'Nama skenario ini sudah dipakai',
    'Beri nama lain agar skenario mudah dibedakan.',
  ],
  'plan.changed-meanwhile': [
    'Skenario ini baru saja diubah di jendela lain',
    'Tidak ada yang tertimpa. Buka lagi skenarionya, lalu ulangi perubahan.',
  ],
  'fund.invalid': [
    'Nama sumber dana belum dapat dipakai',
    'Nama 2 sampai 60 huruf, tanpa koma dan titik koma.',
  ],
  'fund.name-taken': [
    'Nama sumber dana ini sudah ada',
    'Di daftar sudah ada {name}. Pakai yang itu, atau beri nama lain.',
  ],
  'fund.in-use': [
    'Sumber dana ini masih dipakai',
    'Sumber {name} dipakai {workers} pekerja, {lines} baris anggaran, {payments} pembayaran, {plans} skenario atau ketentuan, dan {waiting} baris impor yang menunggu. Ganti sumber dananya di sana dahulu.',
  ],
  'fund.unknown': [
    'Sumber dana ini tidak ada di daftar',
    'Sumber {name} sudah dihapus atau belum pernah ditambahkan. Pilih sumber lain, atau tambahkan di Tarif. Tidak ada yang disimpan.',
  ],
  'tariff.overlap': [
    'Dua baris tarif berlaku pada bulan yang sama',
    'Ubah bulan mulai atau selesainya, atau tarik baris yang lama. Tidak ada yang disimpan.',
  ],
  'tariff.gap': [
    'Ada bulan tanpa tarif di antara dua baris',
    'Sambungkan masa berlaku baris ini dengan baris sebelum atau sesudahnya. Tidak ada yang disimpan.',
  ],
  'tariff.absurd': [
    'Angka tarif di luar kewajaran',
    'Periksa angkanya: tarif antara 0 dan 25 %, nominal dan batas upah dalam rupiah. Tidak ada yang disimpan.',
  ],
  'tariff.reversed': [
    'Masa berlaku berakhir sebelum dimulai',
    'Periksa bulan mulai dan bulan selesai. Tidak ada yang disimpan.',
  ],
  'tariff.unknown-row': [
    'Baris tarif ini tidak ada',
    'Mungkin tabel tarif sudah diperbarui. Muat ulang daftar tarif.',
  ],
  'tariff.changed': [
    'Angka baris ini sudah berubah',
    'Lihat angka yang sekarang, lalu cocokkan lagi dengan naskahnya.',
  ],
  'budget.invalid': [
    'Kebutuhan iuran belum dapat dihitung',
    'Periksa tahun anggaran dan data upah, lalu hitung lagi.',
  ],
  'reconcile.nothing-to-match': [
    'Belum ada data untuk dipadankan',
    'Impor sedikitnya satu daftar dan satu data BPJS terlebih dahulu.',
  ],
  'reconcile.data-changed': [
    'Data, keputusan, atau ambang berubah selama pemadanan',
    'Hasil pemadanan sebelumnya dan keputusan yang sudah diambil tetap berlaku. Jalankan Padankan sekali lagi.',
  ],
  'reconcile.not-run': ['Belum pernah dipadankan', 'Jalankan Padankan terlebih dahulu.'],
  'finding.changed-meanwhile': [
    'Temuan ini sudah diubah lagi setelahnya',
    'Perubahan yang lebih baru tidak ditimpa. Ubah kembali lewat daftar temuan.',
  ],
  'packet.nothing-to-print': [
    'Belum ada data untuk dicetak',
    'Impor daftar dan jalankan pemadanan terlebih dahulu.',
  ],
  'not-found': [
    'Data yang diminta sudah tidak ada',
    'Muat ulang halaman ini untuk melihat keadaan terbaru.',
  ],
} as const satisfies Partial<WordTable>;

const reviewWords = {
  'review.pair-changed': [
    'Pasangan ini sudah berubah sejak ditampilkan',
    'Keputusan tidak disimpan. Lihat pasangan yang terbaru, lalu putuskan lagi.',
  ],
  'review.queue-changed': [
    'Antrean sudah berubah sejak dihitung',
    'Belum ada yang diputuskan. Hitung ulang, lalu setujui jumlah yang baru.',
  ],
  'review.needs-initials': [
    'Inisial petugas belum diisi',
    'Isi inisial petugas: pasangan ini diperiksa dua orang, jadi harus jelas siapa yang memutuskan.',
  ],
  'review.same-person': [
    'Pasangan ini harus diputuskan petugas kedua',
    'Petugas yang sama tidak dapat memutuskan dua kali. Minta petugas lain memeriksa, lalu isi inisialnya.',
  ],
  'review.taken': [
    'Kepesertaan ini sudah diputuskan milik orang lain',
    'Keputusan itu (petugas {operator}) tetap berlaku. Bila keliru, pilih calon itu, tarik keputusannya, lalu putuskan lagi.',
  ],
  'review.undone-since': [
    'Keputusan ini sudah diubah lagi sesudahnya',
    'Tidak ada yang diurungkan agar keputusan yang lebih baru tidak hilang.',
  ],
  'review.nothing-to-send': [
    'Tidak ada pasangan yang menunggu menurut saringan ini',
    'Ubah saringan, atau pilih unit lain.',
  ],
  'review.not-answers': [
    'Ini bukan daftar periksa dari Padan',
    'Pilih berkas yang dikirim ke OPD dan sudah diisi; kolom Kunci dan Jawaban harus masih ada.',
  ],
  'review.answers-changed': [
    'Berkas jawaban berubah sejak dibaca',
    'Baca berkas sekali lagi, lalu periksa hasilnya sebelum diterapkan.',
  ],
  'review.nothing-to-audit': [
    'Belum ada pasangan yang ditetapkan otomatis',
    'Jalankan pemadanan terlebih dahulu.',
  ],
} as const satisfies Partial<WordTable>;

const systemWords = {
  'bridge.unknown-route': [
    'Bagian ini belum tersedia',
    'Tutup dan buka kembali Padan. Bila berulang, pasang ulang aplikasi.',
  ],
  'bridge.bad-request': [
    'Permintaan tidak dapat diproses',
    'Periksa isian, lalu coba lagi. Tidak ada data yang berubah.',
  ],
  'bridge.untrusted-sender': ['Permintaan ditolak demi keamanan', 'Tutup dan buka kembali Padan.'],
  'bridge.engine-gone': [
    'Mesin data Padan berhenti saat bekerja',
    'Mesin dijalankan kembali. Perubahan yang belum selesai tidak disimpan; silakan ulangi.',
  ],
  'job.cancelled': ['Dibatalkan', 'Tidak ada data yang berubah.'],
  usage: ['Perintah tidak dikenali', 'Periksa penulisan perintah.'],
  internal: [
    'Terjadi kesalahan di Padan',
    'Tidak ada data yang berubah. Coba lagi; bila berulang, sampaikan nomor catatan kepada pengelola.',
  ],
} as const satisfies Partial<WordTable>;

const table: WordTable = {
  ...storeWords,
  ...fileWords,
  ...importWords,
  ...workWords,
  ...reviewWords,
  ...systemWords,
};

/** What to do about a file that is no table, by what it seems to be. */
const foreignAdvice: Readonly<Record<string, string>> = {
  pdf: 'Isinya PDF. Minta berkas Excel atau CSV asalnya; daftar di dalam PDF tidak dapat dibaca dengan pasti.',
  word: 'Isinya dokumen Word. Salin tabelnya ke Excel, simpan sebagai .xlsx, lalu pilih berkas itu.',
  rtf: 'Isinya dokumen Word. Salin tabelnya ke Excel, simpan sebagai .xlsx, lalu pilih berkas itu.',
  image: 'Isinya gambar. Minta berkas Excel atau CSV asalnya.',
  archive: 'Isinya kumpulan berkas. Ekstrak dahulu, lalu pilih berkas Excel atau CSV di dalamnya.',
  slides: 'Isinya presentasi. Minta berkas Excel atau CSV asalnya.',
  xlsb: 'Isinya buku kerja biner (.xlsb). Buka di Excel, simpan sebagai .xlsx, lalu pilih kembali.',
  numbers: 'Isinya berkas Numbers. Ekspor ke Excel (.xlsx) atau CSV, lalu pilih kembali.',
  'web-page':
    'Isinya halaman web, mungkin halaman masuk portal. Unduh ulang setelah masuk, lalu pilih kembali.',
  xml: 'Isinya XML. Buka di Excel, simpan sebagai .xlsx, lalu pilih kembali.',
};

function adviceOf(error: AppErrorData): string {
  const kind = error.params['looksLike'];
  const foreign = error.code === 'file.unsupported' && typeof kind === 'string';
  if (foreign && Object.hasOwn(foreignAdvice, kind)) return foreignAdvice[kind] ?? '';
  return table[error.code][1];
}

/** The words for one error, with its place and log number when they are known. */
export function errorWords(error: AppErrorData): ErrorWords {
  const [title] = table[error.code];
  const advice = adviceOf(error);
  const place = placeWords(error);
  const log = error.params['logId'];
  const missing = error.params['fields'] ?? error.params['columns'];
  return {
    title: place === '' ? title : `${title} (${place})`,
    advice: [
      fill(advice, error.params),
      Array.isArray(missing) && missing.length > 0 ? `Kolom: ${missing.join(', ')}.` : '',
      log === undefined ? '' : `Nomor catatan: ${log}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  };
}

function placeWords({ at }: AppErrorData): string {
  if (at === undefined) return '';
  return [
    at.file,
    at.sheet === undefined || at.sheet === '' ? undefined : `lembar ${at.sheet}`,
    at.row === undefined ? undefined : `baris ${formatInteger(at.row)}`,
    at.column === undefined ? undefined : `kolom ${at.column}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
