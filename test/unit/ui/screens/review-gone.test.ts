import { expect, it } from 'vitest';
import type { Done } from '../../../../src/ui/screens/matching/review/use-queue.ts';
import { deedOf, isGone } from '../../../../src/ui/screens/matching/review/use-queue.ts';

const deed = (pairKey: string, leaves: Done['leaves'], operator: string | null = 'AB'): Done => ({
  journalId: 1,
  pairKeys: [pairKey, `${pairKey} settles`],
  frees: [],
  after: 0,
  leaves,
  operator,
});
const sees = (done: readonly Done[], state: 'open' | 'decided' = 'open', operator = 'AB') =>
  !isGone('X', { filter: { state }, operator, done });

it('a decided pair leaves the open ones, and is there among the decided', () => {
  expect(sees([])).toBe(true);
  expect(sees([deed('X', 'all')])).toBe(false);
  expect(sees([deed('X', 'all')], 'decided')).toBe(true);
  expect(sees([deed('Y', 'all')])).toBe(true);
  const settled = { filter: { state: 'open' }, operator: null, done: [deed('X', 'all')] } as const;
  expect(isGone('X settles', settled)).toBe(true);
});

it('a decision withdrawn later in the sitting brings the pair back', () => {
  expect(sees([deed('X', 'all'), deed('X', null)])).toBe(true);
  expect(sees([deed('X', null), deed('X', 'all')])).toBe(false);
});

it('a first look leaves the pair to a second person at the same desk', () => {
  expect(sees([deed('X', 'operator')])).toBe(false);
  expect(sees([deed('X', 'operator')], 'open', 'CD')).toBe(true);
});

it('a pair that a later decision opened again is back, unless it has been decided since', () => {
  const frees = { ...deed('Y', null), frees: ['X'] };
  expect(sees([deed('X', 'all'), frees])).toBe(true);
  expect(sees([frees, deed('X', 'all')])).toBe(false);
  // Taking that later decision back closes it again.
  expect(sees([deed('X', 'all')])).toBe(false);
  expect(sees([deed('X', 'all'), { ...deed('Z', 'all'), frees: ['another'] }])).toBe(false);
});

it('many answers at once may open any pair: what is open is read anew', () => {
  const many = { ...deed('', null), pairKeys: [], frees: 'all' } as const;
  expect(sees([deed('X', 'all'), many])).toBe(true);
  expect(sees([many, deed('X', 'all')])).toBe(false);
});

it('a rejected rival leaves the pair it was offered beside; an accepted one settles it', () => {
  const stood = { after: 0, leaves: 'all', operator: 'AB' } as const;
  const result = { journalId: 1, state: 'decided', implied: 0, settled: [], freed: [] } as const;
  const decided = (settled: string[]) =>
    deedOf({ pairKey: 'rival of X' }, { ...result, settled, freed: [] }, stood);
  expect(sees([decided([])])).toBe(true);
  expect(sees([decided(['X'])])).toBe(false);
  const gone = { filter: { state: 'open' }, operator: 'AB', done: [decided([])] } as const;
  expect(isGone('rival of X', gone)).toBe(true);
});
