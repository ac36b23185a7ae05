import type { Sen } from './brand.ts';
import { formatRate, formatRupiah, formatSen } from './format-id.ts';
import { divideRounded, MILLION, sen } from './money.ts';
import type { PremiumLine } from './premium.ts';
import type { Assumption } from './premium-plan.ts';

/** The exact product before rounding, cut (not rounded) to sen so that what follows the arrow stays plausible. */
function beforeRounding(line: PremiumLine): Sen {
  const factor = line.rate.kind === 'rate' ? line.rate.millionths : MILLION;
  const base = line.rate.kind === 'rate' ? line.base : line.rate.amount * 100;
  const exact = BigInt(base) * BigInt(factor) * BigInt(line.share);
  return sen(Number(divideRounded(exact, 1_000_000_000_000n, 'floor')));
}

function factorsOf(line: PremiumLine): string {
  const relief = line.share === MILLION ? '' : ` × ${formatRate(line.share)}`;
  if (line.rate.kind === 'rate') {
    return `${formatSen(line.base)} × ${formatRate(line.rate.millionths)}${relief}`;
  }
  return `${formatRupiah(line.rate.amount)}${relief}`;
}

function isUnverified({ confidence, assumptions }: PremiumLine): boolean {
  return confidence !== 'verified' || assumptions.some(({ code }) => code === 'tariff-unverified');
}

function leadOf(line: PremiumLine): string {
  if (line.raisedFrom !== null) {
    return `Upah ${formatSen(line.raisedFrom)}, batas bawah ${formatSen(line.base)}: `;
  }
  if (line.cappedFrom !== null) {
    return `Upah ${formatSen(line.cappedFrom)}, batas ${formatSen(line.base)}: `;
  }
  if (line.rate.kind === 'rate') return '';
  return line.programme === 'jkm'
    ? 'Nominal tetap: '
    : `Dasar ${formatSen(line.base)} (baris ${line.rate.bracket}): `;
}

/**
 * The reckoning of a line as a reader can follow it:
 * `Rp2.400.350,47 × 0,24 % = Rp5.760,84 → Rp5.761 (PP 44/2015 Lampiran I)`.
 */
export function explainLine(line: PremiumLine): string {
  const exact = beforeRounding(line);
  const factors = factorsOf(line);
  const product = factors.includes('×') ? ` = ${formatSen(exact)}` : '';
  const rounded = exact === line.amount * 100 ? '' : ` → ${formatRupiah(line.amount)}`;
  const doubt = isUnverified(line) ? ', belum diverifikasi' : '';
  const own = line.own === null ? '' : `, tarif daerah oleh ${line.own.author}`;
  return `${leadOf(line)}${factors}${product}${rounded} (${line.source}${own}${doubt})`;
}

/** An assumption in words, for the foot of a table. */
export function explainAssumption(assumption: Assumption): string {
  switch (assumption.code) {
    case 'tariff-unverified':
      return `Angka dari ${assumption.source} belum diverifikasi.`;
    case 'ceiling-carried':
      return `Batas upah terakhir yang diketahui dipakai karena yang baru belum terbit (${assumption.source}).`;
    case 'floor-unknown':
      return `UMK daerah belum diketahui; batas bawah upah tidak diterapkan (${assumption.source}).`;
    case 'relief-unclear':
      return `${assumption.source} tidak menyebut sumber dana ini; keringanan tidak diperhitungkan.`;
  }
}
