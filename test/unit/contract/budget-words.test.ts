import { expect, it } from 'vitest';
import { gapSentence } from '../../../src/contract/words/budget-words.ts';

it('adds up one reason over the rosters and names each', () => {
  const parts = [
    { roster: 'Non-ASN', persons: 4 },
    { roster: 'Pekerja rentan', persons: 1_108 },
  ];
  expect(gapSentence('deceased', parts)).toBe(
    '1.112 orang tidak dihitung, bertanda almarhum/almarhumah (Non-ASN 4, Pekerja rentan 1.108).',
  );
});
