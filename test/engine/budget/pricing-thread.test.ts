/** Pricing goes on in a thread of its own: pages are answered meanwhile, and a store that closes takes it along. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestEngine, type TestEngine, testPassphrase } from '../harness.ts';
import { addPlanPeople } from '../plan/plan-fixture.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = makeTestEngine();
  await engine.newStore();
  addPlanPeople(engine, [
    { roster: 'non-asn', persons: 3_000, wage: 2_000_000, fund: 'apbd-pad' },
    { roster: 'rentan', persons: 5_000, fund: 'dbhcht' },
  ]);
});
afterAll(() => engine[Symbol.asyncDispose]());

const reopen = () =>
  engine.call('store.open', {
    file: engine.grant(`${engine.dir}/uji.padan`),
    passphrase: testPassphrase,
  });

test('a page asked for after a budget is answered before it', async () => {
  const order: string[] = [];
  const budget = engine.call('budget.compute', { year: 2027, scope: 'all' });
  const page = engine.call('plan.list', { year: 2027 });
  await Promise.all([budget.then(() => order.push('budget')), page.then(() => order.push('page'))]);
  expect(order).toEqual(['page', 'budget']);
});

test('what was written is in the next answer', async () => {
  const before = await engine.call('budget.compute', { year: 2027, scope: 'all' });
  addPlanPeople(engine, [{ roster: 'rentan', persons: 7, fund: 'dbhcht', birth: '1990-01-01' }]);
  const after = await engine.call('budget.compute', { year: 2027, scope: 'all' });
  expect(after.persons).toBe(before.persons + 7);
  expect(after.total).toBe(before.total + 7 * 16_800 * 12);
});

test('a store closed in the middle of it ends the question, and the next store is priced', async () => {
  const { persons } = await engine.call('budget.compute', { year: 2027, scope: 'all' });
  for (let round = 0; round < 5; round += 1) {
    const asked = engine.codeOf('budget.compute', { year: 2027, scope: 'all' });
    await engine.call('store.close', {});
    expect(await asked).toBe('store.not-open');
    expect(await engine.codeOf('budget.compute', { year: 2027, scope: 'all' })).toBe(
      'store.not-open',
    );
    await reopen();
  }
  expect(await engine.call('budget.compute', { year: 2027, scope: 'all' })).toMatchObject({
    persons,
  });
});
