import { expect, test } from 'vitest';
import {
  parseKpj,
  parseNpp,
  readKk,
  readKpj,
  readNpp,
} from '../../../src/domain/membership-numbers.ts';

test.each([
  ['08012345678', '08012345678', null],
  ["'0801 2345 678", '08012345678', null],
  ['8012345678', null, 'leading-zero-lost'],
  ['801234567', null, 'length'],
  ['080123456789', null, 'length'],
  ['0801234567A', null, 'non-digit'],
  ['8.01E+10', null, 'e-notation'],
  ['00000000000', null, 'placeholder'],
  ['-', null, 'empty'],
])('KPJ %j', (cell, value, finding) => {
  expect(readKpj(cell)).toMatchObject({ value, finding });
  expect(parseKpj(cell)).toBe(value);
});

test.each([
  ['15070955', '15070955', null, null],
  ['15070955-000', '15070955', '000', null],
  ['15070955 012', '15070955', '012', null],
  ['1507095', null, null, 'leading-zero-lost'],
  ['150709551', null, null, 'length'],
])('NPP %j', (cell, value, division, finding) => {
  expect(readNpp(cell)).toMatchObject({ value, division, finding });
  expect(parseNpp(cell)).toBe(value);
});

test('KK has 16 digits', () => {
  expect(readKk('3329 0112 0514 9001').value).toBe('3329011205149001');
  expect(readKk('33290112051490').finding).toBe('length');
});
