import { describe, expect, it } from 'vitest';
import { makeTestEngine } from '../harness.ts';
import { decide, makeQueue, need, pageOf } from './review-fixture.ts';

describe('the queue', () => {
  it('stands by value, with money among equals, and is narrowed by every filter', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const all = await pageOf(test);
    expect(all).toMatchObject({ open: 3, second: 0, decided: 0, blind: false });
    // Both namesakes stand at even odds; the dearer one comes first, the likelier pair last.
    expect(all.pairs.map(({ left, money }) => [left.unit, money])).toEqual([
      ['Dinas Pendidikan', 18_900],
      ['Dinas Kesehatan', 5_400],
      ['Dinas Pendidikan', 8_100],
    ]);
    const names = async (filter: Parameters<typeof pageOf>[1]) =>
      (await pageOf(test, filter)).pairs.map(({ left }) => left.name);
    expect(await names({ roster: 'desa' })).toEqual([]);
    expect(await names({ field: 'date' })).toEqual(['Wahyudi']);
    expect(await names({ class: 'conflict' })).toEqual(['Wahyudi']);
    const units = await test.call('unit.list', { kind: 'opd' });
    const health = need(units.find(({ name }) => name === 'Dinas Kesehatan'));
    expect(await names({ roster: 'non-asn', unitId: health.id })).toEqual(['Siti Aminah']);
    expect((await pageOf(test, { unitId: health.id })).open).toBe(1);
    const [first, second] = all.pairs;
    const rest = await test.call('review.page', {
      filter: { state: 'open' },
      after: need(first).place,
      limit: 1,
      operator: null,
    });
    expect(rest.pairs[0]?.pairKey).toBe(need(second).pairKey);
  });

  it('offers rivals, and a waterfall that ends at the probability', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const [pair] = (await pageOf(test)).pairs;
    const { bars, probability, rivals } = need(pair);
    expect(bars[0]?.field).toBe('prior');
    expect(bars.map(({ text }) => text)).toContain('nama sama');
    expect(bars.at(-1)?.after).toBeCloseTo(need(probability), 6);
    const end = bars.reduce((sum, { bits }) => sum + need(bits), 0);
    expect(1 / (1 + 2 ** -end)).toBeCloseTo(need(probability), 4);
    expect(rivals).toMatchObject([{ shares: 'membership', linked: false, decision: 'open' }]);
  });

  it('shows of each candidate what its own records say, and which fields contradict', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const { pairs } = await pageOf(test);
    const [first] = pairs;
    expect(need(first).left).toMatchObject({ unit: 'Dinas Pendidikan', wage: 3_500_000 });
    expect(need(first).right).toMatchObject({
      unit: 'PEMKAB',
      joinedOn: '2024-01-01',
      endedOn: null,
    });
    // The rival is another person, of another office.
    expect(need(first).rivals[0]).toMatchObject({
      roster: 'non-asn',
      left: { unit: 'Dinas Kesehatan', wage: 1_000_000 },
    });
    expect(pairs.map(({ contradicts }) => contradicts)).toEqual([[], [], ['name', 'date']]);
  });

  it('hides numbers and class in blind mode until decided', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    await test.call('review.saveSettings', { blind: true, twoPerson: false });
    const { pairs, blind } = await pageOf(test);
    expect(blind).toBe(true);
    expect(JSON.stringify(pairs)).not.toMatch(/\d{16}/);
    for (const pair of pairs) {
      for (const one of [pair, ...pair.rivals]) {
        expect(one).toMatchObject({ class: null, probability: null });
        expect(one.why).not.toMatch(/%|→/);
        expect(one.bars.every(({ bits, after }) => bits === null && after === null)).toBe(true);
        expect(one.bars.map(({ field }) => field)).not.toContain('prior');
      }
    }
    const pair = need(pairs.at(-1));
    await decide(test, pair, 'different');
    const [shown] = (await pageOf(test, { state: 'decided' })).pairs;
    expect(shown).toMatchObject({ class: 'conflict', decision: 'different', decidedBy: ['AB'] });
    expect(shown?.why).toMatch(/%$/);
  });

  it('keeps filters under a name', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const filter = { state: 'open', field: 'date' } as const;
    await test.call('review.saveFilter', { name: 'Beda tanggal', filter });
    await test.call('review.saveFilter', {
      name: 'Beda tanggal',
      filter: { ...filter, roster: 'desa' },
    });
    const [saved] = await test.call('review.filters', {});
    expect(saved).toMatchObject({ name: 'Beda tanggal', filter: { ...filter, roster: 'desa' } });
    await test.call('review.removeFilter', { id: need(saved).id });
    expect(await test.call('review.filters', {})).toEqual([]);
    expect(await test.codeOf('review.removeFilter', { id: 77 })).toBe('not-found');
  });

  it('refuses what no screen sends', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    expect(await pageOf(test)).toMatchObject({ pairs: [], open: 0 });
    const bad = [
      { filter: { state: 'gone' }, limit: 5, operator: null },
      { filter: { state: 'open', field: 'wage' }, limit: 5, operator: null },
      { filter: { state: 'open', unitId: -1 }, limit: 5, operator: null },
      { filter: { state: 'open' }, limit: 5, operator: 'budi santoso' },
      { filter: { state: 'open' }, limit: 5_000, operator: null },
    ];
    for (const input of bad) {
      // What the types would not let through.
      expect(await test.codeOf('review.page', input as never)).toBe('bridge.bad-request');
    }
  });
});
