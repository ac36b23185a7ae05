import type { Rupiah, Sen } from './brand.ts';

/**
 * Indonesian number formats without Intl: the same characters on every machine, and no U+00A0, which office programs
 * paste as a stray mark.
 */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** `2.400.350`, with a plain hyphen when negative. */
export function formatInteger(value: number): string {
  const digits = String(Math.trunc(Math.abs(value)));
  return `${value <= -1 ? '-' : ''}${grouped(digits)}`;
}

/** `Rp2.400.350`; negative `-Rp2.400.350`. */
export function formatRupiah(amount: Rupiah): string {
  return `${amount < 0 ? '-' : ''}Rp${formatInteger(Math.abs(amount))}`;
}

/** Sen as plain text with a decimal dot, trailing `.00` left out: `2400350.47`, `16800`. */
export function senToPlainText(amount: Sen): string {
  const size = Math.abs(amount);
  const cents = size % 100;
  const text = String((size - cents) / 100);
  const tail = cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`;
  return `${amount < 0 ? '-' : ''}${text}${tail}`;
}

/** `Rp2.400.350,47`; whole rupiah without a tail: `Rp16.800`. */
export function formatSen(amount: Sen): string {
  const [whole = '0', cents] = senToPlainText(Math.abs(amount) as Sen).split('.'); // |safe| stays safe
  const tail = cents === undefined ? '' : `,${cents}`;
  return `${amount < 0 ? '-' : ''}Rp${grouped(whole)}${tail}`;
}

/** Millionths as a percentage: 2,400 is `0,24 %`, 500,000 is `50 %`. */
export function formatRate(millionths: number): string {
  const tenThousandths = Math.abs(millionths); // of a percent
  const rest = tenThousandths % 10_000;
  const whole = grouped(String((tenThousandths - rest) / 10_000));
  const tail = rest === 0 ? '' : `,${String(rest).padStart(4, '0').replace(/0+$/, '')}`;
  return `${millionths < 0 ? '-' : ''}${whole}${tail} %`;
}

/** Basis points as a percentage with two decimals: 3,136 is `31,36%`. */
export function formatBasisPoints(basisPoints: number): string {
  const size = Math.abs(basisPoints);
  const rest = size % 100;
  const text = `${grouped(String((size - rest) / 100))},${String(rest).padStart(2, '0')}%`;
  return `${basisPoints < 0 ? '-' : ''}${text}`;
}
