import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTestEngine, type TestEngine, testPassphrase } from '../harness.ts';
import {
  asOf,
  bpjs,
  bring,
  decide,
  enrolmentOf,
  makeQueue,
  need,
  pageOf,
  roster,
} from './review-fixture.ts';

const sitis = async (test: TestEngine) => (await enrolmentOf(test, 'Siti')).sort();
const journal = async (test: TestEngine) => (await test.call('journal.page', { limit: 20 }))[0];

describe('a decision', () => {
  it('settles the rivals of one membership, is taken back whole, and can be taken back later', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const [pair] = (await pageOf(test)).pairs;
    const done = await decide(test, need(pair), 'same', 'AB', 'dicek ke kartu keluarga');
    expect(done).toMatchObject({ state: 'decided', implied: 1 });
    expect(done.settled).toEqual(need(pair).rivals.map(({ pairKey }) => pairKey));
    expect(await sitis(test)).toEqual(['Dinas Kesehatan: belum', 'Dinas Pendidikan: aktif']);
    const decided = (await pageOf(test, { state: 'decided' })).pairs;
    expect(decided.map(({ decision, note }) => [decision, note])).toEqual([
      ['same', 'dicek ke kartu keluarga'],
      ['different', null],
    ]);
    expect(await journal(test)).toMatchObject({
      action: 'review.decide',
      params: { decision: 'same', operator: 'AB' },
    });

    await test.call('review.undo', { journalId: done.journalId });
    expect(await sitis(test)).toEqual([
      'Dinas Kesehatan: perlu-periksa',
      'Dinas Pendidikan: perlu-periksa',
    ]);
    expect(await pageOf(test)).toMatchObject({ open: 3, decided: 0 });
    expect(await test.codeOf('review.undo', { journalId: done.journalId })).toBe(
      'review.undone-since',
    );

    await decide(test, need(pair), 'same');
    await decide(test, need(pair), 'open');
    expect(await pageOf(test)).toMatchObject({ open: 3, decided: 0 });
    expect((await test.call('store.verify', {})).problems).toEqual([]);
  });

  it('about a rival decides the others', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const [pair] = (await pageOf(test)).pairs;
    const [rival] = need(pair).rivals;
    expect(await decide(test, need(rival), 'same')).toMatchObject({ implied: 1 });
    expect(await sitis(test)).toEqual(['Dinas Kesehatan: aktif', 'Dinas Pendidikan: belum']);
  });

  it('tells which pairs are open again by it', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const [first, second] = (await pageOf(test)).pairs;
    const same = await decide(test, need(first), 'same');
    expect(same).toMatchObject({ settled: [need(second).pairKey], freed: [] });
    // The same again: what it settles is not open in between.
    expect(await decide(test, need(first), 'same')).toMatchObject({ freed: [] });
    expect(await decide(test, need(first), 'different')).toMatchObject({
      settled: [],
      freed: [need(second).pairKey],
    });
    expect((await pageOf(test)).pairs.map(({ pairKey }) => pairKey)).toContain(
      need(second).pairKey,
    );
    await decide(test, need(first), 'same');
    expect(await decide(test, need(first), 'open')).toMatchObject({
      freed: [need(second).pairKey],
    });
    expect(await pageOf(test)).toMatchObject({ open: 3, decided: 0 });
  });

  it('refuses a pair that is another one by now, and one that is gone', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const [first, second] = (await pageOf(test)).pairs;
    const asked = { ...need(first), pairKey: need(second).pairKey };
    const input = { decision: 'same', operator: null } as const;
    const code = (linkId: number | null, pairKey: string, rivalId: number | null = null) =>
      test.codeOf('review.decide', { linkId, rivalId, pairKey, ...input });
    expect(await code(asked.linkId, asked.pairKey)).toBe('review.pair-changed');
    expect(await code(9_999, asked.pairKey)).toBe('not-found');
    expect(await code(null, asked.pairKey, 9_999)).toBe('not-found');
    expect(await code(null, asked.pairKey)).toBe('not-found');
    expect(await pageOf(test)).toMatchObject({ open: 3, decided: 0 });
    expect(await test.codeOf('review.undo', { journalId: 1 })).toBe('not-found');
  });

  it('does not give away in passing what somebody has given to another person', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const [first, second] = (await pageOf(test)).pairs;
    await decide(test, need(first), 'same', 'AB');
    const states = await sitis(test);
    const { linkId, rivalId, pairKey } = need(second);
    const about = { linkId, rivalId, pairKey, decision: 'same', operator: 'CD' } as const;
    expect(await test.codeOf('review.decide', about)).toBe('review.taken');
    expect(await sitis(test)).toEqual(states);
    expect((await journal(test))?.params).toMatchObject({ operator: 'AB' });
    // Held by the next run too, where the membership comes with a must-link.
    await test.call('reconcile.run', { asOf });
    expect(await sitis(test)).toEqual(states);

    const kept = need((await pageOf(test, { state: 'decided' })).pairs[0]);
    await decide(test, kept, 'open');
    const waiting = need(
      (await pageOf(test)).pairs.find(({ left }) => left.name === 'Siti Aminah'),
    );
    await decide(test, waiting, 'same', 'CD');
    expect((await sitis(test)).filter((one) => one.endsWith('aktif'))).toHaveLength(1);
  });

  it('is not undone over a later one', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const pair = need((await pageOf(test)).pairs.at(-1));
    const first = await decide(test, pair, 'same');
    await decide(test, pair, 'different', 'CD');
    expect(await test.codeOf('review.undo', { journalId: first.journalId })).toBe(
      'review.undone-since',
    );
    expect((await pageOf(test, { state: 'decided' })).pairs[0]).toMatchObject({
      decision: 'different',
      decidedBy: ['CD'],
    });
  });

  it('is never asked for again: not by the next export, not after a restart', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const { pairs } = await pageOf(test);
    await decide(test, need(pairs[0]), 'same');
    await decide(test, need(pairs.at(-1)), 'different');
    expect(await pageOf(test)).toMatchObject({ open: 0, decided: 3 });
    const states = [...(await sitis(test)), ...(await enrolmentOf(test, 'Wahyudi'))];

    // Next month: the same people in another order, one more row among them.
    const next = [
      '3329012811909103;25003009999;ORANG BARU;28-11-1990;15070955;PEMKAB;01-01-2024;;JKK',
    ];
    await bring(test, 'cek-bulan-depan.csv', 'bpjs-nik', [...next, ...bpjs.toReversed()]);
    await test.call('store.close', {});
    await test.call('store.open', {
      file: test.grant(join(test.dir, 'uji.padan')),
      passphrase: testPassphrase,
    });
    const run = await test.call('reconcile.run', { asOf });
    expect(run).toMatchObject({ review: 0, byClass: { decided: 1 } });
    const after = await pageOf(test, { state: 'all' });
    expect(after).toMatchObject({ open: 0, decided: 1 });
    expect(after.pairs.map(({ decision }) => decision)).toEqual(['same']);
    expect([...(await sitis(test)), ...(await enrolmentOf(test, 'Wahyudi'))]).toEqual(states);
    // A decision of an earlier run can still be taken back.
    await decide(test, need(after.pairs[0]), 'open');
    expect(await pageOf(test)).toMatchObject({ open: 1, decided: 0 });
    expect(await sitis(test)).toContain('Dinas Pendidikan: perlu-periksa');
    expect((await test.call('store.verify', {})).problems).toEqual([]);
  });
});

describe('two people', () => {
  const conflicted = [
    ...bpjs.slice(0, 2),
    '3329010703909003;25003001596;KUSDARYANTI;19-11-1968;15070955;PEMKAB;01-01-2024;;JKK',
  ];

  async function makeConflict(test: TestEngine) {
    await makeQueue(test, roster.slice(0, 4), conflicted);
    await test.call('review.saveSettings', { blind: false, twoPerson: true });
    const pair = need((await pageOf(test, { class: 'conflict' })).pairs[0]);
    expect(pair).toMatchObject({ needsTwo: true, class: 'conflict' });
    return pair;
  }

  it('must agree on a conflict; the same one cannot confirm twice', async () => {
    await using test = makeTestEngine();
    const pair = await makeConflict(test);
    const { linkId, rivalId, pairKey } = pair;
    const about = { linkId, rivalId, pairKey, decision: 'different' } as const;
    expect(await test.codeOf('review.decide', { ...about, operator: null })).toBe(
      'review.needs-initials',
    );
    expect(await decide(test, pair, 'different', 'AB')).toMatchObject({ state: 'voted' });
    expect(await pageOf(test, {}, 'AB')).toMatchObject({ pairs: [], open: 1, second: 1 });
    expect((await pageOf(test, {}, 'CD')).pairs[0]).toMatchObject({ votedBy: 'AB' });
    expect(await test.codeOf('review.decide', { ...about, operator: 'AB' })).toBe(
      'review.same-person',
    );
    // A vote is kept over a run.
    await test.call('reconcile.run', { asOf });
    const again = need((await pageOf(test, { state: 'second' }, 'CD')).pairs[0]);
    expect(await decide(test, again, 'different', 'CD')).toMatchObject({ state: 'decided' });
    expect((await pageOf(test, { state: 'decided' })).pairs[0]).toMatchObject({
      decision: 'different',
      decidedBy: ['AB', 'CD'],
    });
  });

  it('who differ send the pair back; an undone vote is no vote', async () => {
    await using test = makeTestEngine();
    const pair = await makeConflict(test);
    const first = await decide(test, pair, 'same', 'AB');
    await test.call('review.undo', { journalId: first.journalId });
    expect((await pageOf(test, {}, 'AB')).pairs[0]).toMatchObject({ votedBy: null });
    await decide(test, pair, 'same', 'AB');
    expect(await decide(test, pair, 'different', 'CD')).toMatchObject({ state: 'disputed' });
    expect((await pageOf(test, {}, 'AB')).pairs[0]).toMatchObject({
      votedBy: null,
      disputed: true,
    });
    await decide(test, pair, 'same', 'CD');
    expect(await decide(test, pair, 'same', 'AB')).toMatchObject({ state: 'decided' });
    expect(await pageOf(test)).toMatchObject({ open: 0, decided: 1 });
    expect((await test.call('review.settings', {})).operators.sort()).toEqual(['AB', 'CD']);
  });
});
