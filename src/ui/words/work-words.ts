/** Words for matching, pricing, jobs and the journal; every unknown code still reads as something. */
import { followUpLabels } from '../../contract/words/finding-words.ts';
import { formatDate, formatRupiah } from './format.ts';
import { fieldLabel } from './import-words.ts';
import {
  fundLabelOf,
  labelOf,
  leaveReasonLabels,
  rosterInSentence,
  statusLabels,
} from './labels.ts';
import { fill, type WordParams } from './params.ts';
import { spendingJournalTexts } from './spending-words.ts';

interface ClassWords {
  readonly label: string;
  readonly meaning: string;
}

/** Classes of a matching run, in the order they are shown. */
export const linkClasses: Readonly<Record<string, ClassWords>> = {
  nik: { label: 'NIK sama', meaning: 'NIK sama dan data lain tidak bertentangan' },
  kpj: { label: 'KPJ sama', meaning: 'nomor KPJ sama dan data lain tidak bertentangan' },
  strong: { label: 'Nama dan tanggal lahir sama', meaning: 'tanpa NIK atau KPJ yang sama' },
  decided: { label: 'Diputuskan petugas', meaning: 'menurut keputusan pemeriksaan' },
  review: { label: 'Perlu diperiksa', meaning: 'mirip, tetapi belum cukup pasti' },
  conflict: { label: 'Nomor sama, data bertentangan', meaning: 'nama atau tanggal lahir berbeda' },
  duplicateRoster: {
    label: 'Ganda di daftar',
    meaning: 'orang yang sama tercatat lebih dari sekali',
  },
  duplicateBpjs: { label: 'Ganda di data BPJS', meaning: 'satu orang, beberapa baris kepesertaan' },
  rosterOnly: { label: 'Hanya di daftar', meaning: 'tidak ditemukan di data BPJS' },
  bpjsOnly: { label: 'Hanya di data BPJS', meaning: 'tidak ada di daftar kabupaten/kota' },
};

/** A class's words; a class this page does not know keeps its code. */
export function linkClassWords(code: string): ClassWords {
  const known = Object.hasOwn(linkClasses, code) ? linkClasses[code] : undefined;
  return known ?? { label: code, meaning: '' };
}

const jobTitles: Readonly<Record<string, string>> = {
  'store.create': 'Membuat berkas',
  'store.open': 'Membuka berkas',
  'store.openSample': 'Menyiapkan data contoh',
  'store.verify': 'Memeriksa berkas',
  'import.inspect': 'Mengenali berkas',
  'import.stage': 'Membaca dan memeriksa baris',
  'import.commit': 'Menyimpan impor',
  'import.fixAll': 'Mengganti nilai yang sama',
  'import.unfixAll': 'Mengembalikan nilai',
  'import.exportFindings': 'Menulis daftar temuan',
  'import.undo': 'Mengurungkan impor',
  'reconcile.run': 'Memadankan',
  'packet.print': 'Mencetak paket',
  'roster.export': 'Mengekspor daftar',
  'spending.readPayments': 'Membaca pembayaran',
  'spending.readAllocations': 'Membaca anggaran',
  'spending.export': 'Mengekspor realisasi',
  'account.read': 'Membaca kode rekening',
  'plan.export': 'Mencetak skenario',
  'plan.exportPeople': 'Menulis daftar calon peserta',
  'finding.refresh': 'Menghitung temuan',
  'finding.export': 'Menulis berkas',
  'review.bulkAccept': 'Menerima pasangan',
  'review.setThresholds': 'Mengubah ambang',
  'review.sendOut': 'Menulis daftar periksa',
  'review.readAnswers': 'Membaca jawaban',
  'review.applyAnswers': 'Menerapkan jawaban',
  'review.drawAudit': 'Mengambil contoh',
  'review.exportAudit': 'Menulis contoh',
  'roster.saveCells': 'Menyimpan perubahan',
  'roster.bulkPreview': 'Menghitung perubahan',
  'roster.bulkEdit': 'Mengubah data',
  'roster.undoDeed': 'Mengurungkan perubahan',
};

const stageTexts: Readonly<Record<string, string>> = {
  start: 'Memulai',
  sample: 'Menulis berkas contoh',
  read: 'Membaca baris',
  check: 'Memeriksa baris',
  fix: 'Mengganti nilai',
  commit: 'Menyimpan baris',
  undo: 'Mengembalikan data',
  load: 'Memuat data',
  prepare: 'Menyiapkan nama dan nomor',
  exact: 'Mencocokkan NIK dan KPJ',
  block: 'Mencari calon pasangan',
  score: 'Menilai calon pasangan',
  assign: 'Menetapkan pasangan',
  save: 'Menyimpan hasil',
  findings: 'Menghitung temuan',
  decide: 'Menyimpan keputusan',
  write: 'Menulis berkas',
  figures: 'Menghitung angka',
  render: 'Menyusun dokumen',
  verify: 'Memeriksa isi berkas',
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
  ...spendingJournalTexts,
  'store.create': 'Berkas dibuat untuk {regency}',
  'profile.save': 'Profil diubah',
  'tariff.override': 'Tarif daerah {subject} berlaku mulai {from}, oleh {author}: {reason}',
  'tariff.withdraw': 'Tarif daerah {subject} ditarik oleh {author}: {reason}',
  'tariff.confirm': '{rows} baris tarif dicocokkan dengan naskah oleh {by}: {note}',
  'tariff.unconfirm': 'Tanda cocok baris tarif {row} ditarik oleh {by}',
  'fund.add': 'Sumber dana {name} ditambahkan oleh {author}',
  'fund.change': 'Sumber dana {from} menjadi {name}, oleh {author}',
  'fund.remove': 'Sumber dana {name} dihapus dari pilihan oleh {author}',
  'budget.config': 'Ketentuan anggaran {year} disimpan oleh {author}',
  'budget.accounts': 'Kode rekening {year} disimpan oleh {author}: {accounts} baris',
  'import.commit': 'Impor {file} disimpan: {add} baru, {update} berubah',
  'import.discard': 'Rencana impor {file} dibatalkan',
  'import.undo': 'Impor {file} diurungkan',
  'import.fix': 'Rencana impor {file}: {field} diperbaiki di {rows} baris',
  'import.unfix': 'Rencana impor {file}: perbaikan {field} ditarik di {rows} baris',
  'import.exclude': 'Rencana impor {file}: {rows} baris dikecualikan',
  'import.include': 'Rencana impor {file}: {rows} baris diikutkan lagi',
  'import.decide': 'Rencana impor {file}: {decision}',
  'import.forget': 'Ingatan tentang sumber {file} dihapus',
  'import.exportFindings': 'Temuan impor {file} diekspor: {rows} baris dengan NIK lengkap',
  'reconcile.run': 'Pemadanan dijalankan untuk posisi {asOf}',
  'reconcile.decide': 'Pasangan diperiksa: {decision}',
  'finding.refresh': 'Temuan dihitung ulang untuk posisi {asOf}',
  'finding.update': 'Tindak lanjut {count} temuan diubah{followUp}{pic}{deadline}',
  'finding.undo': 'Perubahan tindak lanjut temuan diurungkan',
  'finding.setRule': 'PIC dan tenggat bawaan temuan {code} diubah',
  'finding.export': '{what} diekspor ({rows} baris, {file})',
  'finding.exportFullNik': '{what} diekspor dengan NIK lengkap ({rows} baris, {file})',
  'review.decide': 'Pasangan diperiksa: {decision}',
  'review.undo': '{undone} diurungkan',
  'review.bulkAccept': '{pairs} pasangan diterima sekaligus (kemungkinan mulai {from} %)',
  'review.applyAnswers': 'Jawaban {file} diterapkan: {rows} pasangan',
  'review.sendOut': 'Daftar periksa {file} ditulis: {rows} pasangan',
  'review.setThresholds':
    'Ambang diubah: otomatis mulai {accept} % (dari {acceptBefore} %), bertanya mulai {review} % (dari {reviewBefore} %)',
  'review.saveSettings': 'Cara memeriksa pasangan diubah',
  'review.drawAudit': 'Contoh uji petik diambil: {size} pasangan',
  'packet.print': 'Paket Monev dicetak ({paper}, {files} berkas)',
  'plan.create': 'Skenario {name} ({year}) dibuat',
  'plan.save': 'Skenario {name} ({year}) disimpan',
  'plan.delete': 'Skenario {name} ({year}) dihapus',
  'plan.undoDelete': 'Penghapusan skenario diurungkan',
  'plan.setBasis': 'Penyebut cakupan {segment} ({year}): {workers} pekerja, {source}',
  'plan.clearBasis': 'Penyebut cakupan {segment} ({year}) kembali menurut daftar',
  'plan.export-compare': 'Perbandingan skenario diekspor ({files})',
  'plan.export-rka': 'RKA dicetak ({files}, {rows} baris)',
  'plan.exportPeople': 'Daftar calon peserta diekspor ({rows} orang, {files})',
  'plan.exportPeopleFullNik':
    'Daftar calon peserta diekspor dengan NIK lengkap ({rows} orang, {files})',
  'roster.update': 'Data diubah: {fields}',
  'roster.add': 'Ditambahkan dengan formulir',
  'roster.setStatus': 'Status {count} orang menjadi {status}',
  'roster.saveCells': 'Tabel diubah: {rows} orang ({fields})',
  'roster.bulkEdit': 'Perubahan massal: {fields} {rows} orang menjadi {value}',
  'roster.copyNik': 'NIK lengkap {rows} orang daftar {roster} disalin',
  'roster.undoEdit': '{undone} diurungkan',
  'roster.revealNik': 'NIK ditampilkan',
  'roster.export': 'Daftar {roster} diekspor ({rows} orang, {file})',
  'roster.exportFullNik': 'Daftar {roster} diekspor dengan NIK lengkap ({rows} orang, {file})',
};

const fieldNames: Readonly<Record<string, string>> = {
  name: 'nama',
  nik: 'NIK',
  kpj: 'KPJ',
  birthDate: 'tanggal lahir',
  sex: 'jenis kelamin',
  marital: 'status kawin',
  unitId: 'unit',
  position: 'jabatan',
  jobKind: 'jenis',
  nip: 'NIP',
  decree: 'nomor SK',
  startDate: 'TMT',
  desil: 'desil',
  dtsenId: 'nomor DTSEN',
  wage: 'upah',
  fundSource: 'sumber dana',
  phone: 'telepon',
  note: 'keterangan',
  status: 'status',
};

const deedNames: Readonly<Record<string, string>> = {
  'roster.update': 'Perubahan data',
  'roster.add': 'Penambahan',
  'roster.setStatus': 'Perubahan status',
  'review.decide': 'Keputusan pasangan',
  'review.bulkAccept': 'Penerimaan sekaligus',
  'review.applyAnswers': 'Jawaban OPD',
  'roster.saveCells': 'Perubahan tabel',
  'roster.bulkEdit': 'Perubahan massal',
};

/** What many were set to. */
function bulkValue(field: unknown, value: unknown, reason: unknown): string {
  if (value === '') return 'kosong';
  if (field === 'fundSource') return fundLabelOf(String(value));
  if (field === 'wage') return formatRupiah(Number(value));
  if (field === 'startDate') return formatDate(String(value));
  if (field !== 'status') return String(value);
  const status = labelOf(statusLabels, String(value)).toLowerCase();
  return typeof reason === 'string'
    ? `${status} (${labelOf(leaveReasonLabels, reason).toLowerCase()})`
    : status;
}

/** Codes among the parameters that read as words. */
function namedParams({ fields, undone, status, reason, value }: WordParams): WordParams {
  return {
    ...(typeof fields === 'string'
      ? {
          fields: fields
            .split(',')
            .map((one) => labelOf(fieldNames, one))
            .join(', '),
        }
      : {}),
    ...(typeof undone === 'string' ? { undone: labelOf(deedNames, undone) } : {}),
    ...(value === undefined ? {} : { value: bulkValue(fields, value, reason) }),
    ...(typeof status === 'string'
      ? {
          status: `${labelOf(statusLabels, status).toLowerCase()}${
            typeof reason === 'string'
              ? ` (${labelOf(leaveReasonLabels, reason).toLowerCase()})`
              : ''
          }`,
        }
      : {}),
  };
}

const exportNames: Readonly<Record<string, string>> = {
  findings: 'Temuan',
  differences: 'Berkas koreksi',
  movements: 'Daftar mutasi',
  coverage: 'Cakupan program',
};

/** Parts of a follow-up's line that are there only when they were set. */
function findingParams({ followUp, pic, deadline, what }: WordParams): WordParams {
  return {
    followUp:
      typeof followUp === 'string' ? `: ${labelOf(followUpLabels, followUp).toLowerCase()}` : '',
    pic: typeof pic === 'string' ? `, PIC ${pic}` : '',
    deadline: typeof deadline === 'string' ? `, tenggat ${formatDate(deadline)}` : '',
    ...(typeof what === 'string' ? { what: labelOf(exportNames, what) } : {}),
  };
}

const decisionNames: Readonly<Record<string, string>> = {
  same: 'orang yang sama',
  different: 'orang berbeda',
  other: 'orang lain',
  open: 'keputusan ditarik',
  'same-voted': 'orang yang sama, menunggu petugas kedua',
  'different-voted': 'orang berbeda, menunggu petugas kedua',
  'same-disputed': 'orang yang sama, tidak sepakat',
  'different-disputed': 'orang berbeda, tidak sepakat',
};

/** One line of the history. */
export function journalText(action: string, params: WordParams): string {
  const known = Object.hasOwn(journalTexts, action) ? journalTexts[action] : undefined;
  if (known === undefined) return `Perubahan dicatat (${action})`;
  const { decision, asOf, field, leave, roster } = params;
  const told =
    action === 'import.commit' && leave !== undefined ? `${known}, {leave} keluar` : known;
  const text = params.operator === undefined ? told : `${told} (oleh {operator})`;
  return fill(text, {
    ...params,
    ...namedParams(params),
    ...(action.startsWith('finding.') ? findingParams(params) : {}),
    ...(typeof decision === 'string' ? { decision: decisionNames[decision] ?? decision } : {}),
    ...(typeof field === 'string' ? { field: fieldLabel(field) } : {}),
    ...(typeof roster === 'string' ? { roster: labelOf(rosterInSentence, roster) } : {}),
    ...(typeof asOf === 'string' ? { asOf: formatDate(asOf) } : {}),
  });
}

const undoReasons: Readonly<Record<string, string>> = {
  'edited-later': 'diubah setelah impor ini',
  'used-elsewhere': 'masih dipakai di daftar lain',
};

/** Why one person could not be put back by an undo. */
export function undoReasonText(reason: string): string {
  return Object.hasOwn(undoReasons, reason) ? (undoReasons[reason] ?? reason) : reason;
}
