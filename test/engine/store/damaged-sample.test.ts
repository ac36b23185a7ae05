import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeTestEngine } from '../harness.ts';

it('a sample that no longer opens is set aside and made anew', async () => {
  await using test = makeTestEngine();
  await test.call('store.openSample', { workers: 60 });
  await test.call('store.close', {});
  const samples = test.engine.context.samplesDir;
  const store = join(samples, '60', 'contoh.padan');
  truncateSync(store, 4_096 * 3);
  expect(await test.call('store.openSample', { workers: 60 })).toMatchObject({ sample: true });
  expect((await test.call('store.sampleFiles', {})).length).toBeGreaterThan(5);
  expect(existsSync(join(samples, '60-rusak', 'contoh.padan'))).toBe(true);

  await test.call('store.close', {});
  writeFileSync(store, 'text in the place of a store');
  expect(await test.call('store.openSample', { workers: 60 })).toMatchObject({ open: true });
  expect(readdirSync(samples).sort()).toEqual(['60', '60-rusak']);
});
