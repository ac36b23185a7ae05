import { describe, expect, it } from 'vitest';
import { lightFold, skeleton, softFold } from '../../../src/linkage/normalise/fold.ts';

const same: readonly (readonly [string, string])[] = [
  ['SOEPARNO', 'SUPARNO'],
  ['POERNOMO', 'PURNOMO'],
  ['DJOKO', 'JOKO'],
  ['TJANDRA', 'CANDRA'],
  ['CHANDRA', 'CANDRA'],
  ['ACHMAD', 'AKHMAD'],
  ['ACHMAD', 'AHMAD'],
  ['KHOIRUL', 'CHOIRUL'],
  ['SYAIFUL', 'SAIFUL'],
  ['SYAIFUL', 'SAIPUL'],
  ['YUSUF', 'YUSUP'],
  ['TAUFIK', 'TAUFIQ'],
  ['RAHMAD', 'RAHMAT'],
  ['EDY', 'EDI'],
  ['RIZKY', 'RIZKI'],
  ['SUPRIYANTO', 'SUPRIANTO'],
  ['SETYO', 'SETIYO'],
  ['MUHAMMAD', 'MUHAMAD'],
  ['NOOR', 'NUR'],
  ['NOER', 'NUR'],
  ['SITTI', 'SITI'],
  ['THAMRIN', 'TAMRIN'],
  ['ALEX', 'ALEKS'],
  ['SRIE', 'SRI'],
];

const different: readonly (readonly [string, string])[] = [
  ['HADI', 'ADI'],
  ['HASAN', 'ASAN'],
  ['EKA', 'IKA'],
  ['JONI', 'JUNI'],
  ['SUKAWATI', 'SUKAYATI'],
  ['ANJAR', 'ANYAR'],
  ['DEWI', 'DEWA'],
  ['SUHARTO', 'SUHARTI'],
  ['YOHAN', 'JOHAN'],
];

describe('lightFold', () => {
  it.each(same)('takes %s and %s for one spelling', (a, b) => {
    expect(lightFold(a)).toBe(lightFold(b));
  });

  it.each(different)('keeps %s and %s apart', (a, b) => {
    expect(lightFold(a)).not.toBe(lightFold(b));
  });

  it('folds what is folded to itself', () => {
    for (const [word] of same) expect(lightFold(lightFold(word))).toBe(lightFold(word));
  });
});

describe('softFold', () => {
  it.each([
    ['JUNAEDI', 'JUNAIDI'],
    ['RIZAL', 'RIJAL'],
    ['FATIMAH', 'FATIMA'],
  ])('takes %s and %s for likely variants', (a, b) => {
    expect(lightFold(a)).not.toBe(lightFold(b));
    expect(softFold(a)).toBe(softFold(b));
  });

  it.each(different.filter(([a]) => a !== 'ANJAR'))('keeps %s and %s apart', (a, b) => {
    expect(softFold(a)).not.toBe(softFold(b));
  });
});

describe('skeleton', () => {
  it('is coarse enough to bring misspellings into one block', () => {
    expect(skeleton(softFold('HADI'))).toBe(skeleton(softFold('ADI')));
    expect(skeleton(softFold('SUKAWATI'))).toBe(skeleton(softFold('SUKAYATI')));
    expect(skeleton(softFold('BUDI'))).not.toBe(skeleton(softFold('SITI')));
  });
});
