/** Budget documents and payments: entering, replacing, taking back, and what must be refused. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { allocation, jkk, jkm, payment } from './spending-fixture.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
});
afterEach(() => test[Symbol.asyncDispose]());

const overview = () => test.call('spending.overview', { year: 2026 });

async function saveBudget(amounts: readonly [number, number] = [12_000_000, 8_160_000]) {
  return test.call('spending.saveVersion', {
    year: 2026,
    kind: 'murni',
    number: 1,
    decidedOn: '2025-12-30',
    basis: 'Perda 5/2025',
    lines: [
      allocation({ amount: amounts[0] }),
      allocation({ accountCode: jkm, accountName: 'Iuran JKM', amount: amounts[1] }),
    ],
  });
}

describe('a budget year', () => {
  it('starts empty and says so', async () => {
    expect(await overview()).toMatchObject({
      year: 2026,
      years: [2027, 2026].slice(0, 1),
      versions: [],
      inForce: null,
      lines: [],
      paid: 0,
    });
  });

  it('books one kode iuran on JKK and JKM by their allocation', async () => {
    await saveBudget();
    await test.call('spending.addPayments', { payments: [payment()] });
    const found = await overview();
    expect(
      found.lines.map(({ accountCode, paid, remaining }) => ({ accountCode, paid, remaining })),
    ).toEqual([
      { accountCode: jkk, paid: 1_000_000, remaining: 11_000_000 },
      { accountCode: jkm, paid: 680_000, remaining: 7_480_000 },
    ]);
    expect(found).toMatchObject({ allocated: 20_160_000, paid: 1_680_000, remaining: 18_480_000 });
    expect(found.byMonth.find(({ month }) => month === '2026-09')).toEqual({
      month: '2026-09',
      amount: 1_680_000,
      persons: 100,
    });
  });

  it('the document decided last is in force; earlier ones stay', async () => {
    await saveBudget();
    await test.call('spending.saveVersion', {
      year: 2026,
      kind: 'perubahan',
      number: 1,
      decidedOn: '2026-09-20',
      basis: '',
      lines: [allocation({ amount: 5_000_000 })],
    });
    const found = await overview();
    expect(found.versions.map(({ kind, total }) => [kind, total])).toEqual([
      ['murni', 20_160_000],
      ['perubahan', 5_000_000],
    ]);
    expect(found.inForce).toBe(found.versions[1]?.id);
    expect(found.allocated).toBe(5_000_000);
    const [murni] = found.versions;
    expect(await test.call('spending.version', { id: murni?.id ?? 0 })).toHaveLength(2);
  });
});

describe('deeds', () => {
  it('a payment that is replaced or removed comes back by undo, also one after the other', async () => {
    const { deed: added } = await test.call('spending.addPayments', {
      payments: [payment(), payment({ period: '2026-10', paidOn: '2026-10-12' })],
    });
    const list = () => test.call('spending.payments', { year: 2026, offset: 0, limit: 50 });
    const [first] = (await list()).rows;
    const { deed: replaced } = await test.call('spending.replacePayment', {
      id: first?.id ?? 0,
      payment: payment({ period: '2026-10', paidOn: '2026-10-12', amount: 999 }),
    });
    expect((await list()).rows.map(({ amount }) => amount)).toEqual([999, 1_680_000]);
    expect(await test.codeOf('spending.undo', { deed: added })).toBe('spending.changed-meanwhile');
    await test.call('spending.undo', { deed: replaced });
    expect((await list()).rows.map(({ amount }) => amount)).toEqual([1_680_000, 1_680_000]);
    await test.call('spending.undo', { deed: added });
    expect(await list()).toMatchObject({ rows: [], total: 0, amount: 0 });
    const rows = await test.call('journal.page', { limit: 20 });
    expect(rows.map(({ action }) => action)).toContain('spending.undo');
  });

  it('a budget document goes and returns', async () => {
    const { id } = await saveBudget();
    const { deed } = await test.call('spending.removeVersion', { id });
    expect((await overview()).versions).toEqual([]);
    await test.call('spending.undo', { deed });
    expect((await overview()).inForce).toBe(id);
  });
});

describe('what is refused', () => {
  const add = (over: Parameters<typeof payment>[0]) =>
    test.codeOf('spending.addPayments', { payments: [payment(over)] });

  it.each([
    ['a day that has not come', { paidOn: '2026-11-24' }],
    ['a day that is none', { paidOn: '2026-02-30' }],
    ['a unit that is not there', { unitId: 999_999 }],
    ['a month of another time', { period: '2019-01' }],
  ])('%s', async (_, over) => {
    expect(await add(over)).toBe('spending.invalid');
    expect((await overview()).payments).toBe(0);
  });

  it.each([
    ['nothing paid', { amount: 0 }],
    ['a part of a rupiah', { amount: 0.5 }],
    ['less than nobody', { persons: -1 }],
    ['a month that is none', { period: '2026-13' }],
  ])('%s never passes the contract', async (_, over) => {
    expect(await add(over)).toBe('bridge.bad-request');
  });

  it('the same kode iuran twice, in one list or one after the other', async () => {
    expect(await test.codeOf('spending.addPayments', { payments: [payment(), payment()] })).toBe(
      'spending.duplicate',
    );
    expect((await overview()).payments).toBe(0);
    expect(await add({})).toBe('ok');
    expect(await add({ amount: 5 })).toBe('spending.duplicate');
    expect(await add({ period: '2026-08' })).toBe('ok');
  });

  it('a document of a name that is taken, a line twice, and what is not there', async () => {
    await saveBudget();
    await expect(saveBudget()).rejects.toMatchObject({ code: 'spending.version-exists' });
    const twice = {
      year: 2026,
      kind: 'pergeseran' as const,
      number: 1,
      decidedOn: '2026-05-01',
      basis: '',
      // The same account in the notation of 2021.
      lines: [allocation(), allocation({ accountCode: '5.1.2.2.2.6' })],
    };
    expect(await test.codeOf('spending.saveVersion', twice)).toBe('spending.invalid');
    expect(await test.codeOf('spending.version', { id: 77 })).toBe('not-found');
    expect(await test.codeOf('spending.removeVersion', { id: 77 })).toBe('not-found');
    expect(await test.codeOf('spending.removePayments', { ids: [77] })).toBe('not-found');
    expect(await test.codeOf('spending.replacePayment', { id: 77, payment: payment() })).toBe(
      'not-found',
    );
    expect(await test.codeOf('spending.undo', { deed: 1 })).toBe('spending.changed-meanwhile');
  });
});
