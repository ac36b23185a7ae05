/** Memberships that a second thread reads beforehand are those that the run's own thread would read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSides } from '../../../src/engine/reconcile/load-sides.ts';
import { blocksAhead, membershipBlocks } from '../../../src/engine/reconcile/membership-blocks.ts';
import { openHelpers } from '../../../src/engine/worker/run-beside.ts';
import { threadModule } from '../../../src/engine/worker/thread-module.ts';
import { countSides, type RowBlock } from '../../../src/store/matching-rows.ts';
import { openStoreReader } from '../../../src/store/open-store.ts';
import { benchPassphrase, fillStore } from '../../bench/linkage/fill-store.ts';
import { generate } from '../../bench/linkage/generator.ts';

const dir = mkdtempSync(join(tmpdir(), 'padan-blocks-'));
const access = { path: join(dir, 'uji.padan'), passphrase: benchPassphrase };

beforeAll(() => fillStore(access.path, generate({ rows: 20_000, profile: 'typical', seed: 3 })));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function textsOf(blocks: AsyncIterable<RowBlock>): Promise<string[]> {
  const texts: string[] = [];
  for await (const { bytes, lastId } of blocks)
    texts.push(`${lastId} ${Buffer.from(bytes ?? []).toString('utf8')}`);
  return texts;
}

it('come in the same blocks, in the same order', async () => {
  using store = openStoreReader(access);
  using helpers = openHelpers(threadModule(), access);
  using ahead = blocksAhead(helpers.helper);
  using alone = membershipBlocks(store, countSides(store).memberships, undefined);
  const texts = await textsOf(ahead.blocks);
  expect(texts.length).toBeGreaterThan(2);
  expect(texts).toEqual(await textsOf(alone.blocks));
});

it('make the same side, row by row', async () => {
  using store = openStoreReader(access);
  using helpers = openHelpers(threadModule(), access);
  using ahead = blocksAhead(helpers.helper);
  using alone = membershipBlocks(store, 0, helpers.helper);
  const counts = countSides(store);
  const load = async (memberships: AsyncIterable<RowBlock>) => {
    const keys = { left: new Set<string>(), right: new Set<string>() };
    const options = { asOf: '2026-11-23', counts, memberships, keys, onRow: () => undefined };
    const { right, membershipIds, membershipStates } = await loadSides(store, options);
    const { rows, nikHi, nikLo, nameKey } = right;
    return { rows, nikHi, nikLo, nameKey, membershipIds, membershipStates };
  };
  const side = await load(ahead.blocks);
  expect(side.rows).toBe(counts.memberships);
  expect(side).toEqual(await load(alone.blocks));
});

it('end with what the thread met', async () => {
  using helpers = openHelpers(threadModule(), { ...access, passphrase: 'bukan kata sandinya' });
  using ahead = blocksAhead(helpers.helper);
  await expect(textsOf(ahead.blocks)).rejects.toMatchObject({ code: 'store.wrong-passphrase' });
});

it('stop when the run is told to', async () => {
  const helpers = openHelpers(threadModule(), access);
  helpers[Symbol.dispose]();
  using ahead = blocksAhead(helpers.helper);
  await expect(textsOf(ahead.blocks)).rejects.toMatchObject({ code: 'job.cancelled' });
});
