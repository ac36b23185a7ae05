/** One pair whose membership an officer gave to somebody else does not keep all others from being accepted at once. */
import { expect, it } from 'vitest';
import { makeTestEngine } from '../engine/harness.ts';
import {
  bpjs,
  decide,
  enrolmentOf,
  makeQueue,
  need,
  pageOf,
  roster,
} from '../engine/review/review-fixture.ts';

it('leaves that pair in the queue, counts it, and takes the rest', async () => {
  await using test = makeTestEngine();
  await makeQueue(
    test,
    [
      ...roster,
      '7;Endang Lestari;;03-03-1981;P;Dinas Kesehatan;1.000.000',
      '8;Endang Lestari;;03-03-1981;P;Dinas Pendidikan;3.500.000',
    ],
    [
      ...bpjs,
      '3329014303819001;25003001598;ENDANG LESTARI;03-03-1981;15070955;PEMKAB;01-01-2024;;JKK',
    ],
  );
  const sitis = async (state: 'open' | 'decided') =>
    (await pageOf(test, { state })).pairs.filter(({ left }) => left.name === 'Siti Aminah');
  const [kept, other] = await sitis('open');
  await decide(test, need(kept), 'same');
  // Somebody reopens what followed from it: the pair waits, its membership is given away.
  const settled = (await sitis('decided')).find(({ pairKey }) => pairKey === need(other).pairKey);
  await decide(test, need(settled), 'open');
  expect(await sitis('open')).toHaveLength(1);

  const asked = { filter: { state: 'open' }, from: 0.3 } as const;
  const preview = await test.call('review.bulkPreview', asked);
  expect(preview).toMatchObject({ pairs: 1, rivalled: 1, left: 1 });
  expect(
    await test.call('review.bulkAccept', { ...asked, pairs: preview.pairs, operator: 'AB' }),
  ).toMatchObject({ pairs: 1, implied: 1 });
  const active = async (name: string) =>
    (await enrolmentOf(test, name)).filter((one) => one.endsWith('aktif'));
  expect(await active('Endang')).toHaveLength(1);
  expect(await active('Siti')).toHaveLength(1);
  expect(await sitis('open')).toHaveLength(1);
  expect((await test.call('store.verify', {})).problems).toEqual([]);

  // With nothing but such a pair left there is nothing to accept.
  expect(await test.call('review.bulkPreview', asked)).toMatchObject({ pairs: 0, left: 1 });
  expect(await test.codeOf('review.bulkAccept', { ...asked, pairs: 0, operator: null })).toBe(
    'review.queue-changed',
  );
});
