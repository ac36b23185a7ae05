/** Words of the tariff screen: what a row is about, what it says, what stands behind it. */
import type { OwnTariffView, TariffRowView } from '../../contract/tariff-routes.ts';
import type { Sen } from '../../domain/brand.ts';
import { formatRate, formatSen } from '../../domain/format-id.ts';
import type { EmployerGroup, FundKind } from '../../domain/segments.ts';
import { formatMonth, formatRupiah } from './format.ts';
import { programmeLabels } from './labels.ts';

export const groupTitles: Readonly<Record<EmployerGroup, string>> = {
  'non-asn': 'Non-ASN',
  'perangkat-desa': 'Perangkat desa',
  bpd: 'BPD',
  'rt-rw': 'RT/RW',
  'lembaga-desa': 'Lembaga desa',
  rentan: 'Pekerja rentan',
};

export const fundKindLabels: Readonly<Record<FundKind, string>> = {
  apbd: 'APBD',
  apbdes: 'APBDes',
  dbhcht: 'DBHCHT',
  csr: 'CSR/donasi',
  mandiri: 'mandiri',
};

/** A kind of source with whose money it is. */
export const fundKindTitles: Readonly<Record<FundKind, string>> = {
  apbd: 'APBD atau APBN',
  apbdes: 'APBDes',
  dbhcht: 'DBHCHT (APBD)',
  csr: 'CSR, donasi, zakat',
  mandiri: 'Mandiri (pekerja)',
};

/** Where premiums paid from a kind of source are booked. */
export const fundBookings: Readonly<Record<FundKind, string>> = {
  apbd: '5.1.02.02.02 (APBD)',
  apbdes: '5.1.3 dan kode lokal (APBDes)',
  dbhcht: '5.1.02.02.02 (APBD)',
  csr: 'Di luar APBD/APBDes',
  mandiri: 'Di luar APBD/APBDes',
};

/** What a kind of source asks for before vulnerable workers are paid for. */
export const fundPapers: Readonly<Record<FundKind, string>> = {
  apbd: 'SK penerima (BNBA)',
  apbdes: '–',
  dbhcht: 'SK penerima (BNBA)',
  csr: '–',
  mandiri: '–',
};

export const riskLabels = ['', 'I', 'II', 'III', 'IV', 'V'] as const;

export type Figure = TariffRowView['figure'];
type Own = OwnTariffView['value'];

/** What a row is about. */
export function figureSubject(figure: Figure | Own): string {
  switch (figure.kind) {
    case 'rate': {
      const risk = figure.riskClass === null ? '' : ` kelas risiko ${riskLabels[figure.riskClass]}`;
      const payer = figure.payer === 'worker' ? ', bagian pekerja' : '';
      const jkp = figure.withJkp && figure.programme !== 'jkp' ? ', peserta JKP' : '';
      return `${programmeLabels[figure.programme]}${risk}${payer}${jkp}`;
    }
    case 'bracket':
      return 'incomeFrom' in figure && figure.incomeFrom > 0
        ? `Baris ${figure.no}: penghasilan mulai ${formatRupiah(figure.incomeFrom)}`
        : `Baris ${figure.no}`;
    case 'bpu-jkm':
      return 'JKM BPU, semua baris';
    case 'ceiling':
      return `Batas atas upah ${programmeLabels[figure.programme]}`;
    case 'floor':
      return `Batas bawah upah ${programmeLabels[figure.programme]}`;
    case 'relief': {
      const sectors =
        figure.sectors === null
          ? ''
          : figure.sectors.includes('transport')
            ? ', sektor transportasi'
            : ', selain transportasi';
      return `Keringanan ${figure.segment.toUpperCase()}${sectors}`;
    }
    case 'pension-age':
      return 'Usia pensiun JP';
    case 'bpu-age':
      return 'Usia terbanyak saat mendaftar BPU';
  }
}

const funds = (kinds: readonly FundKind[]): string =>
  kinds.map((kind) => fundKindLabels[kind]).join(', ');

/** What a row says. */
export function figureValue(figure: Figure | Own): string {
  switch (figure.kind) {
    case 'rate':
      return formatRate(figure.millionths);
    case 'bracket':
      return `JKK ${formatRupiah(figure.jkk)}, JHT ${formatRupiah(figure.jht)}`;
    case 'bpu-jkm':
    case 'ceiling':
      return formatRupiah(figure.amount);
    case 'floor':
      return 'UMK';
    case 'relief': {
      const parts = [
        `bayar ${formatRate(figure.payShareMillionths)}: ${funds(figure.appliesTo)}`,
        figure.excludes.length === 0 ? '' : `tidak untuk ${funds(figure.excludes)}`,
        figure.unclear.length === 0 ? '' : `belum jelas untuk ${funds(figure.unclear)}`,
      ];
      return parts.filter((part) => part !== '').join('; ');
    }
    case 'pension-age':
    case 'bpu-age':
      return `${figure.age} tahun`;
  }
}

/** `Mar 2026 – Feb 2027`, `sejak Jul 2015`. */
export function periodText(from: string | null, to: string | null): string {
  if (from === null) return 'tetap';
  return to === null ? `sejak ${formatMonth(from)}` : `${formatMonth(from)} – ${formatMonth(to)}`;
}

/** Sen as money. */
export function senText(amount: number): string {
  return formatSen(amount as Sen); // the contract's integer, counted in sen
}

export const accountWarningTexts: Readonly<Record<string, string>> = {
  notation: 'penulisan tidak baku, bentuk bakunya {standard}',
  'unknown-code': 'tidak ada di daftar kode bawaan',
  'other-scope': 'susunan kode tidak sesuai sumber dananya',
};

export const accountProblemTexts: Readonly<Record<string, string>> = {
  empty: 'kosong',
  unknown: 'belum dikenali',
  duplicate: 'sudah ada di baris lain',
};
