import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../src/tabular/open-table.ts';
import { makeTestEngine, testPassphrase } from '../harness.ts';
import { asOf, makeQueue, need } from './review-fixture.ts';

const people = Array.from({ length: 30 }, (_, at) => {
  const number = String(10 + at);
  return {
    left: `${at + 1};Orang Contoh ${'ABCDEFGHIJKLMNOPQRSTUVWXYZABCD'[at]}ina;33290101018${number}9001;01-01-1980;L;Dinas Kesehatan;1.000.000`,
    right: `33290101018${number}9001;250030015${number};ORANG CONTOH ${'ABCDEFGHIJKLMNOPQRSTUVWXYZABCD'[at]}INA;01-01-1980;15070955;PEMKAB;01-01-2024;;JKK`,
  };
});

describe('a sample of accepted links', () => {
  it('is drawn by its seed, judged blind, and gives precision with its interval', async () => {
    await using test = makeTestEngine();
    await makeQueue(
      test,
      people.map(({ left }) => left),
      people.map(({ right }) => right),
    );
    const sample = await test.call('review.drawAudit', { size: 12, seed: 7 });
    expect(sample).toMatchObject({ size: 12, labelled: 0, precision: null, asOf });
    const items = await test.call('review.auditItems', { auditId: sample.id });
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, at) => at + 1));
    expect(new Set(items.map(({ left }) => left.name)).size).toBe(12);
    for (const item of items) expect(item).toMatchObject({ label: null, class: null, why: null });
    expect(JSON.stringify(items)).not.toMatch(/\d{16}/);
    const twin = await test.call('review.drawAudit', { size: 12, seed: 7 });
    const names = async (auditId: number) =>
      (await test.call('review.auditItems', { auditId })).map(({ left }) => left.name);
    expect(await names(twin.id)).toEqual(await names(sample.id));
    const other = await test.call('review.drawAudit', { size: 12, seed: 8 });
    expect(await names(other.id)).not.toEqual(await names(sample.id));

    const label = (at: number, value: 'same' | 'different' | 'unsure' | null) =>
      test.call('review.labelAudit', {
        itemId: need(items[at]).id,
        label: value,
        operator: 'AB',
      });
    for (let at = 0; at < 10; at += 1) await label(at, 'same');
    await label(10, 'different');
    await label(11, 'unsure');
    // Restart and another run: the sample stays as it was labelled.
    await test.call('store.close', {});
    const file = test.grant(join(test.dir, 'uji.padan'));
    await test.call('store.open', { file, passphrase: testPassphrase });
    await test.call('reconcile.run', { asOf });
    const audits = await test.call('review.audits', {});
    const after = need(audits.find(({ id }) => id === sample.id));
    expect(after).toMatchObject({ labelled: 12, size: 12 });
    expect(after.precision).toMatchObject({ labelled: 11 });
    expect(after.precision?.share).toBeCloseTo(10 / 11, 6);
    expect(after.precision?.low).toBeCloseTo(0.6226, 3);
    expect(after.precision?.high).toBeCloseTo(0.9838, 3);
    const judged = await test.call('review.auditItems', { auditId: sample.id });
    expect(judged[0]?.why).toMatch(/^NIK sama/);

    const made = await test.call('review.exportAudit', {
      auditId: sample.id,
      folder: test.grant(test.dir),
    });
    const source = await openTable(test.pathOf(made.file));
    const cells: string[] = [];
    for await (const batch of source.rows(0))
      for (const row of batch) cells.push(row.cells.join('|'));
    expect(cells).toHaveLength(13);
    expect(cells.filter((line) => line.includes('|SAMA|AB|'))).toHaveLength(10);
    expect(cells.join('\n')).not.toMatch(/\d{16}/);
  });

  it('needs links, a size and things that are there', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    expect(await test.codeOf('review.drawAudit', { size: 20 })).toBe('review.nothing-to-audit');
    expect(await test.codeOf('review.drawAudit', { size: 0 })).toBe('bridge.bad-request');
    expect(
      await test.codeOf('review.labelAudit', { itemId: 5, label: 'same', operator: null }),
    ).toBe('not-found');
    const folder = test.grant(test.dir);
    expect(await test.codeOf('review.exportAudit', { auditId: 9, folder })).toBe('not-found');
    expect(await test.call('review.auditItems', { auditId: 9 })).toEqual([]);
  });
});
