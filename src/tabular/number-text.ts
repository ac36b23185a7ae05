const NUMBER = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * A stored number written out in plain digits, without passing through a float: `3.32901E+15` becomes
 * `3329010000000000`, `16800.50` becomes `16800.5`. Digits the file no longer holds come out as zeros: that they
 * were lost is for the caller to judge. `undefined` when the text is no number or absurdly large.
 */
export function plainNumberText(raw: string): string | undefined {
  const match = NUMBER.exec(raw);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponentText] = match;
  if (whole === '' && fraction === '') return undefined;
  const exponent = Number(exponentText ?? 0);
  if (Math.abs(exponent) > 400) return undefined;
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const integer = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0');
  const rest = point < 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  const integerText = integer.replace(/^0+(?=\d)/, '') || '0';
  const restText = rest.replace(/0+$/, '');
  const text = restText === '' ? integerText : `${integerText}.${restText}`;
  return sign === '-' && text !== '0' ? `-${text}` : text;
}
