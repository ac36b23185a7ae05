/** What the office would best do next, from what the file holds. */
import type { RouteOut } from '../../../contract/routes.ts';
import { type BpjsExportKind, bpjsExportKinds } from '../../../domain/segments.ts';
import { places } from '../../app/places.ts';
import { formatCount, formatDate } from '../../words/format.ts';

export interface NextStep {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly to: string;
}

/** The first thing still missing, in the order of the work. */
export function nextStep(
  counts: RouteOut<'roster.counts'>,
  imports: RouteOut<'import.list'>,
  latest: RouteOut<'reconcile.latest'>,
): NextStep {
  const staged = imports.find((batch) => batch.state === 'staged');
  if (staged !== undefined) {
    return {
      title: 'Ada impor yang menunggu keputusan',
      text: `${staged.fileName} sudah dibaca, tetapi belum disimpan.`,
      action: 'Lihat rencana impor',
      to: places.batch(staged.id),
    };
  }
  if (counts.every((one) => one.entries === 0)) {
    return {
      title: 'Mulai dengan mengimpor daftar pekerja',
      text: 'Daftar non-ASN, perangkat desa, atau pekerja rentan dari Excel atau CSV.',
      action: 'Impor berkas',
      to: places.imports,
    };
  }
  return latest === null ? beforeMatching(imports) : afterMatching(latest);
}

function beforeMatching(imports: RouteOut<'import.list'>): NextStep {
  const hasExport = imports.some((batch) => batch.state === 'committed' && isExport(batch.kind));
  if (!hasExport) {
    return {
      title: 'Impor data BPJS Ketenagakerjaan',
      text: 'Rincian iuran, daftar peserta BPU, atau hasil cek NIK dari kantor cabang.',
      action: 'Impor data BPJS',
      to: places.imports,
    };
  }
  return {
    title: 'Padankan daftar dengan data BPJS',
    text: 'Padan mencari siapa yang sudah terdaftar, tidak aktif, dan belum terdaftar.',
    action: 'Ke pemadanan',
    to: places.matching,
  };
}

function afterMatching(latest: NonNullable<RouteOut<'reconcile.latest'>>): NextStep {
  if (latest.stale) {
    return {
      title: 'Data berubah setelah pemadanan terakhir',
      text: `Angka di bawah menurut posisi ${formatDate(latest.asOf)}. Padankan lagi untuk memperbarui.`,
      action: 'Padankan lagi',
      to: places.matching,
    };
  }
  if (latest.review > 0) {
    return {
      title: `${formatCount(latest.review)} pasangan perlu diperiksa`,
      text: 'Keputusan Anda dipakai juga pada pemadanan berikutnya.',
      action: 'Periksa sekarang',
      to: places.review,
    };
  }
  return {
    title: 'Siap mencetak paket Monev',
    text: 'Surat, tabel cakupan, kebutuhan anggaran, dan daftar yang belum terdaftar.',
    action: 'Ke paket Monev',
    to: places.packet,
  };
}

function isExport(kind: string): kind is BpjsExportKind {
  return bpjsExportKinds.some((one) => one === kind);
}
