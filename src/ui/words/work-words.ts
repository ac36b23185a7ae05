/** Words for matching, pricing, jobs and the journal; every unknown code still reads as something. */
import { fill, type WordParams } from './params.ts';

interface ClassWords {
  readonly label: string;
  readonly meaning: string;
}

/** Classes of a matching run (one line each, in the order they are shown). */
export const linkClasses: Readonly<Record<string, ClassWords>> = {
  'nik-exact': { label: 'NIK sama', meaning: 'NIK sama dan data lain tidak bertentangan' },
  'kpj-exact': { label: 'KPJ sama', meaning: 'nomor KPJ sama dan data lain tidak bertentangan' },
  strong: { label: 'Nama dan tanggal lahir sama', meaning: 'tanpa NIK atau KPJ yang sama' },
  review: { label: 'Perlu diperiksa', meaning: 'mirip, tetapi belum cukup pasti' },
  'nik-conflict': {
    label: 'NIK sama, orang berbeda',
    meaning: 'nama atau tanggal lahir bertentangan',
  },
  'kpj-conflict': {
    label: 'KPJ sama, orang berbeda',
    meaning: 'nama atau tanggal lahir bertentangan',
  },
  'duplicate-roster': {
    label: 'Ganda di daftar',
    meaning: 'orang yang sama tercatat lebih dari sekali',
  },
  'duplicate-bpjs': {
    label: 'Ganda di data BPJS',
    meaning: 'satu orang dengan beberapa baris kepesertaan',
  },
  'roster-only': { label: 'Hanya di daftar', meaning: 'tidak ditemukan di data BPJS' },
  'bpjs-only': { label: 'Hanya di data BPJS', meaning: 'tidak ada di daftar kabupaten' },
  manual: { label: 'Dipasangkan petugas', meaning: 'keputusan pemeriksaan' },
};

/** A class's words, whichever case and separator the code is written in. */
export function linkClassWords(code: string): ClassWords {
  const key = code.toLowerCase().replaceAll('_', '-');
  return Object.hasOwn(linkClasses, key)
    ? (linkClasses[key] ?? { label: code, meaning: '' })
    : { label: code, meaning: '' };
}

const gapTexts: Readonly<Record<string, string>> = {
  'no-wage': 'belum ada data upah',
  'wage-missing': 'belum ada data upah',
  'no-fund-source': 'belum ada sumber dana',
  'fund-missing': 'belum ada sumber dana',
  'no-segment': 'belum jelas PU atau BPU',
  'over-age': 'berumur di atas batas kepesertaan',
  'to-check': 'masih perlu diperiksa, belum dihitung',
  'no-account': 'belum ada kode rekening yang cocok',
};

/** Something the need could not be computed for. */
export function gapText(code: string): string {
  return Object.hasOwn(gapTexts, code)
    ? (gapTexts[code] ?? code)
    : `belum dapat dihitung (${code})`;
}

const assumptionTexts: Readonly<Record<string, string>> = {
  rounding: 'Iuran dibulatkan {rule}.',
  months: 'Dihitung untuk {months} bulan dalam setahun anggaran.',
  'full-year': 'Dihitung penuh 12 bulan, Januari–Desember.',
  programmes: 'Program yang dihitung: {programmes}.',
  'wage-base': 'Dasar upah: {base}.',
  umk: 'Upah yang kosong atau di bawah UMK memakai UMK Rp{amount}.',
  'declared-income': 'Penghasilan BPU dianggap Rp{amount} per bulan.',
  tariff: 'Tarif menurut {source}.',
  discount: 'Keringanan iuran menurut {source}.',
  'fund-default': 'Sumber dana yang kosong dianggap {fund}.',
  'risk-class': 'Tingkat risiko JKK: {class}.',
};

/** A premise of the computation, as a sentence. */
export function assumptionText(code: string, params: WordParams): string {
  const text = Object.hasOwn(assumptionTexts, code) ? assumptionTexts[code] : undefined;
  if (text !== undefined) return fill(text, params);
  const details = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  return details.length === 0 ? code : `${code}: ${details.join(', ')}`;
}

const jobTitles: Readonly<Record<string, string>> = {
  'store.create': 'Membuat berkas',
  'store.open': 'Membuka berkas',
  'store.openSample': 'Menyiapkan data contoh',
  'store.verify': 'Memeriksa berkas',
  'import.inspect': 'Mengenali berkas',
  'import.stage': 'Membaca dan memeriksa baris',
  'import.commit': 'Menyimpan impor',
  'import.undo': 'Mengurungkan impor',
  'reconcile.run': 'Memadankan',
  'packet.print': 'Mencetak paket',
};

const stageTexts: Readonly<Record<string, string>> = {
  start: 'Memulai',
  open: 'Membuka berkas',
  generate: 'Menyusun data contoh',
  'sample-files': 'Menulis berkas contoh',
  write: 'Menulis',
  read: 'Membaca',
  reading: 'Membaca',
  check: 'Memeriksa',
  stage: 'Menyusun rencana',
  diff: 'Membandingkan dengan isi Padan',
  compare: 'Membandingkan dengan isi Padan',
  commit: 'Menyimpan',
  undo: 'Mengembalikan',
  load: 'Memuat data',
  prepare: 'Menyiapkan nama dan nomor',
  normalise: 'Menyamakan ejaan',
  block: 'Mencari calon pasangan',
  exact: 'Mencocokkan NIK dan KPJ',
  score: 'Menilai calon pasangan',
  assign: 'Menetapkan pasangan',
  links: 'Menyimpan hasil',
  save: 'Menyimpan hasil',
  coverage: 'Menghitung cakupan',
  tables: 'Menyusun tabel',
  letter: 'Menyusun surat',
  pdf: 'Membuat PDF',
  xlsx: 'Membuat XLSX',
  list: 'Menyusun daftar nama',
};

/** What a running job is called. */
export function jobTitle(route: string): string {
  return Object.hasOwn(jobTitles, route) ? (jobTitles[route] ?? 'Memproses') : 'Memproses';
}

/** The step a job is at. */
export function stageText(stage: string): string {
  return Object.hasOwn(stageTexts, stage) ? (stageTexts[stage] ?? 'Memproses') : 'Memproses';
}

const journalTexts: Readonly<Record<string, string>> = {
  'store.created': 'Berkas dibuat untuk {regency}',
  'store.create': 'Berkas dibuat',
  'profile.saved': 'Profil diubah',
  'profile.save': 'Profil diubah',
  'import.committed': 'Impor {fileName} disimpan: {add} baru, {update} berubah',
  'import.commit': 'Impor {fileName} disimpan: {add} baru, {update} berubah',
  'import.undone': 'Impor {fileName} diurungkan',
  'import.undo': 'Impor {fileName} diurungkan',
  'reconcile.run': 'Pemadanan dijalankan untuk posisi {asOf}',
  'reconcile.decided': 'Satu pasangan diputuskan',
  'reconcile.decide': 'Satu pasangan diputuskan',
  'packet.printed': 'Paket Monev dicetak',
  'packet.print': 'Paket Monev dicetak',
  'nik.revealed': 'NIK satu orang dilihat',
  'roster.revealNik': 'NIK satu orang dilihat',
  added: 'Ditambahkan',
  updated: 'Diperbarui',
  removed: 'Dikeluarkan',
  add: 'Ditambahkan',
  update: 'Diperbarui',
};

/** One line of the history. */
export function journalText(action: string, params: WordParams): string {
  const text = Object.hasOwn(journalTexts, action) ? journalTexts[action] : undefined;
  return text === undefined ? `Perubahan dicatat (${action})` : fill(text, params);
}

const undoReasons: Readonly<Record<string, string>> = {
  'changed-later': 'diubah setelah impor ini',
  'decided-later': 'sudah dipakai dalam keputusan pemadanan',
  'removed-later': 'sudah tidak ada',
};

/** Why one person could not be put back by an undo. */
export function undoReasonText(reason: string): string {
  return Object.hasOwn(undoReasons, reason) ? (undoReasons[reason] ?? reason) : reason;
}
