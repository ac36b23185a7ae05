/** Names of the closed vocabularies, as the field says them. */
import type { BatchCounts, RowAction } from '../../contract/import-routes.ts';
import type { ImportKind, Roster } from '../../domain/segments.ts';

export {
  fundLabelOf,
  fundSourceLabel,
  fundSourceLabels,
  programmeLabels,
  rosterLabels,
} from '../../contract/words/labels.ts';
export {
  enrolmentLabels,
  leaveReasonLabels,
  maritalLabels,
  rosterColumnLabel,
  segmentLabels,
  sexLabels,
  statusLabels,
  unitHeading,
} from '../../contract/words/roster-words.ts';

export const importKindLabels: Readonly<Record<ImportKind, string>> = {
  'non-asn': 'Daftar non-ASN',
  desa: 'Daftar perangkat desa',
  rentan: 'Daftar pekerja rentan',
  'bpjs-pu': 'BPJS: rincian iuran PU (Formulir 2)',
  'bpjs-bpu': 'BPJS: daftar peserta BPU',
  'bpjs-nik': 'BPJS: hasil cek NIK cabang',
};

/** A roster's name inside a sentence. */
export const rosterInSentence: Readonly<Record<Roster, string>> = {
  'non-asn': 'non-ASN',
  desa: 'perangkat desa',
  rentan: 'pekerja rentan',
};

export const rowActionLabels: Readonly<Record<RowAction, string>> = {
  add: 'Baru',
  update: 'Berubah',
  same: 'Sama',
  leave: 'Keluar',
  conflict: 'Bentrok',
  reject: 'Ditolak',
};

/** How a roster file is taken; `{roster}` is its name inside a sentence. */
export const modeLabels = {
  update: 'Tambah dan perbarui',
  add: 'Hanya tambah orang baru',
  'replace-units': 'Ganti daftar unit yang ada di berkas',
  'replace-roster': 'Ganti seluruh daftar {roster}',
} as const;

/** What each group of rows will do on saving; said beside its number. */
export const rowActionConsequences: Readonly<Record<RowAction, string>> = {
  add: 'akan ditambahkan',
  update: 'akan diperbarui',
  same: 'sudah sama, tidak disentuh',
  leave: 'tidak ada di berkas, akan ditandai keluar',
  conflict: 'bentrok dengan data lain, tidak disimpan',
  reject: 'tidak dapat disimpan',
};

export const batchStateLabels = {
  staged: 'Menunggu keputusan',
  committed: 'Tersimpan',
  undone: 'Diurungkan',
  discarded: 'Dibatalkan',
} as const;

/** Rows a commit would write. */
export function rowsToWrite(counts: BatchCounts): number {
  return counts.add + counts.update + counts.leave;
}

export const membershipStateLabels = {
  aktif: 'Aktif',
  grace: 'Masa tenggang',
  nonaktif: 'Tidak aktif',
} as const;

/** A label from a table, or the code itself when the engine knows a word this page does not. */
export function labelOf(table: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(table, code) ? (table[code] ?? code) : code;
}

/** What each printed file holds. */
export const packetKindLabels = {
  'packet-pdf': 'Surat dan tabel (PDF)',
  'list-pdf': 'Daftar yang belum terdaftar (PDF)',
  'tables-xlsx': 'Tabel cakupan dan anggaran (XLSX)',
  'list-xlsx': 'Daftar yang belum terdaftar (XLSX)',
} as const;
