import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKpjs, compareNiks } from '../../../src/linkage/features/compare-numbers.ts';
import { kpjLevel, nikLevel } from '../../../src/linkage/features/levels.ts';
import { isoDate, packIsoDate } from '../../../src/linkage/normalise/dates.ts';
import {
  nikAgreesWithDate,
  nikArea,
  nikBirthDate,
  nikSerial,
  nikSex,
} from '../../../src/linkage/normalise/nik-facts.ts';
import {
  idKind,
  idText,
  type NumberId,
  parseNumberId,
} from '../../../src/linkage/normalise/number-id.ts';

function parse(text: string): NumberId {
  const bytes = new TextEncoder().encode(text);
  const out = { kind: 0, hi: 0, lo: 0 };
  parseNumberId(bytes, 0, bytes.length, out);
  return out;
}

const nik = '3329015205809001';

describe('numbers of identity cells', () => {
  it.each([
    nik,
    `'${nik}`,
    ` ${nik} `,
    '3329 0152 0580 9001',
    '33.29.01.520580.9001',
    `${nik}.0`,
    `"${nik}"`,
  ])('reads %s as the same NIK', (text) => {
    const id = parse(text);
    expect(id.kind).toBe(idKind.nik);
    expect(idText(id.kind, id.hi, id.lo)).toBe(nik);
  });

  it.each([
    '',
    '-',
    '0',
    '0000000000000000',
    '1111111111111111',
    '1234567890123456',
    '3300000000000000',
  ])('takes %s for no number', (text) => {
    expect(parse(text).kind).toBe(idKind.none);
  });

  it.each([
    ['3329019905809001', idKind.odd],
    ['9929015205809001', idKind.odd],
    ['332901520580900', idKind.damaged],
    ['33290152058090011', idKind.damaged],
    ['3.32902E+15', idKind.scientific],
    ['3,32902e+15', idKind.scientific],
    ['5218834', idKind.number],
    ['A1234567', idKind.text],
  ])('tells the kind of %s', (text, kind) => {
    expect(parse(text).kind).toBe(kind);
  });

  it('keeps the digits of provinces beyond 2^53', () => {
    const id = parse('9471015205809003');
    expect(idText(id.kind, id.hi, id.lo)).toBe('9471015205809003');
  });

  it('reads area, birth date, sex and serial from the digits', () => {
    const { hi, lo } = parse(nik);
    expect(nikArea(hi)).toBe(332901);
    expect(isoDate(nikBirthDate(hi, lo))).toBe('1980-05-12');
    expect(nikSex(hi)).toBe(2);
    expect(nikSerial(lo)).toBe(9001);
    expect(nikAgreesWithDate(hi, lo, packIsoDate('1980-05-12'))).toBe(true);
    expect(nikAgreesWithDate(hi, lo, packIsoDate('1980-05-13'))).toBe(false);
  });

  it('keeps any plain number as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (n) => {
        const id = parse(String(n));
        if (id.kind !== idKind.none) expect(idText(id.kind, id.hi, id.lo)).toBe(String(n));
      }),
    );
  });
});

describe('levels of two NIKs', () => {
  const level = (a: string, b: string): number => {
    const x = parse(a);
    const y = parse(b);
    return compareNiks(x.kind, x.hi, x.lo, y.kind, y.hi, y.lo);
  };

  it.each([
    [nik, nik, nikLevel.exact],
    ['3329015205809010', '3329015205809010', nikLevel.exactRounded],
    [nik, '3329015205819001', nikLevel.oneDigit],
    [nik, '3329105205809001', nikLevel.oneDigit],
    [nik, '3329015205809002', nikLevel.serialDigit],
    [nik, '3329015205809000', nikLevel.lostDigit],
    [nik, '332901520580901', nikLevel.length],
    [nik, '33290152055809001', nikLevel.length],
    [nik, '3.32902E+15', nikLevel.scientific],
    [nik, '3329015305819001', nikLevel.twoDigits],
    [nik, '3329015205809027', nikLevel.sameAreaDate],
    [nik, '3374101708659004', nikLevel.differs],
    ['5218834', '5218834', nikLevel.exact],
    ['5218834', '5218843', nikLevel.oneDigit],
    ['5218834', '7702911', nikLevel.differs],
    ['X-77', 'X 77', nikLevel.exact],
    [nik, '', nikLevel.missing],
  ])('%s and %s', (a, b, expected) => {
    expect(level(a, b)).toBe(expected);
    expect(level(b, a)).toBe(expected);
  });

  it('takes neighbouring KPJ for one batch, not for a slip', () => {
    const kpj = (a: string, b: string): number => {
      const x = parse(a);
      const y = parse(b);
      return compareKpjs(x.kind, x.hi, x.lo, y.kind, y.hi, y.lo);
    };
    expect(kpj('11406250951', '11406250951')).toBe(kpjLevel.exact);
    expect(kpj('11406250951', '11456250951')).toBe(kpjLevel.oneDigit);
    expect(kpj('11406250951', '11406250953')).toBe(kpjLevel.differs);
    expect(kpj('11406250951', '')).toBe(kpjLevel.missing);
  });
});
