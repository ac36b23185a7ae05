import { expect, it } from 'vitest';
import { makeTestEngine } from '../harness.ts';
import { makeQueue, pageOf } from './review-fixture.ts';

it('probe', async () => {
  await using test = makeTestEngine();
  await makeQueue(test);
  const page = await pageOf(test);
  console.log(JSON.stringify(page, null, 1));
  expect(page.open).toBe(3);
});
