import { expect, it } from 'vitest';
import { regionHead } from '../../../src/engine/packet/region-head.ts';

it('names the head of the region by its name, not by the town its letters come from', () => {
  expect(regionHead('Kabupaten Banyumas')).toBe('Bupati Banyumas');
  expect(regionHead('Kota Tegal')).toBe('Wali Kota Tegal');
  expect(regionHead('Kabupaten Kotabaru')).toBe('Bupati Kotabaru');
});
