import { describe, expect, it } from 'vitest';
import { defaultThresholds } from '../../../src/linkage/types.ts';
import { makeTestEngine } from '../harness.ts';
import { asOf, enrolmentOf, makeQueue, need, pageOf } from './review-fixture.ts';

const open = { state: 'open' } as const;

describe('accepting many', () => {
  it('says first how many and how many may be wrong, and is one deed that can be taken back', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const preview = await test.call('review.bulkPreview', { filter: open, from: 0.3 });
    // Of two namesakes for one membership only one can be meant.
    expect(preview).toMatchObject({ pairs: 1, rivalled: 1 });
    const { pairs } = await pageOf(test);
    expect(preview.expectedWrong).toBeCloseTo(1 - need(pairs[0]?.probability), 6);
    const input = { filter: open, from: 0.3, operator: 'AB' };
    expect(await test.codeOf('review.bulkAccept', { ...input, pairs: 3 })).toBe(
      'review.queue-changed',
    );
    const done = await test.call('review.bulkAccept', { ...input, pairs: 1 });
    expect(done).toMatchObject({ pairs: 1, implied: 1 });
    expect((await enrolmentOf(test, 'Siti')).filter((one) => one.endsWith('aktif'))).toHaveLength(
      1,
    );
    const [line] = await test.call('journal.page', { limit: 1 });
    expect(line).toMatchObject({ action: 'review.bulkAccept', params: { pairs: 1, from: 30 } });
    await test.call('review.undo', { journalId: done.journalId });
    expect(await pageOf(test)).toMatchObject({ open: 3, decided: 0 });
    expect(await enrolmentOf(test, 'Siti')).toEqual(
      expect.arrayContaining(['Dinas Kesehatan: perlu-periksa', 'Dinas Pendidikan: perlu-periksa']),
    );
  });

  it('takes nothing where nothing reaches the share', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const asked = { filter: open, from: 0.99 };
    expect(await test.call('review.bulkPreview', asked)).toMatchObject({
      pairs: 0,
      expectedWrong: 0,
    });
    expect(await test.codeOf('review.bulkAccept', { ...asked, pairs: 0, operator: null })).toBe(
      'review.queue-changed',
    );
    expect(await test.codeOf('review.bulkPreview', { filter: open, from: 2 })).toBe(
      'bridge.bad-request',
    );
  });
});

describe('thresholds', () => {
  // A name with a word more and another day: likely, not sure.
  const left = [
    '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;1.000.000',
    '2;Dewi Karsmiarni;;02-02-1957;P;Dinas Kesehatan;1.000.000',
  ];
  const right = [
    '3329010101809001;25003001593;SUTRISNO;01-01-1980;15070955;PEMKAB;01-01-2024;;JKK',
    ';25003001594;DEWI KARSMIARNI;02-02-1957;15070955;PEMKAB;01-01-2024;;JKK',
  ];

  it('show what they would do, then the queue, the states and the next run follow', async () => {
    await using test = makeTestEngine();
    await makeQueue(test, left, right);
    expect(await enrolmentOf(test, 'Dewi')).toEqual(['Dinas Kesehatan: aktif']);
    const before = await test.call('review.settings', {});
    expect(before).toMatchObject(defaultThresholds);
    await test.call('review.setThresholds', { accept: 0.7, review: 0.05 });
    const store = test.engine.context.session.store();
    // A sure pair made less sure, so that a threshold has something to move.
    store.transact(['links'], (sql) => {
      sql.run(`UPDATE link SET probability = 0.85 WHERE class = 'strong'`);
      sql.run(`DELETE FROM link_band`);
      sql.run(
        `INSERT INTO link_band SELECT class, min(100, CAST(probability * 100 + 0.000001 AS INTEGER)), count(*), sum(1 - probability)
         FROM link GROUP BY 1, 2`,
      );
    });
    const next = { accept: 0.9, review: 0.05 };
    const preview = await test.call('review.thresholds', next);
    expect(preview).toMatchObject({
      now: { links: 2, queue: 0 },
      planned: { links: 1, queue: 1 },
      released: 1,
      accepted: 0,
    });
    expect(preview.now.expectedWrong - preview.planned.expectedWrong).toBeCloseTo(0.15, 5);
    expect(preview.steps.map(({ links }) => links)).toEqual([2, 2, 2, 2, 1, 1, 1]);
    // A preview changes nothing.
    expect(await pageOf(test)).toMatchObject({ open: 0 });

    expect(await test.call('review.setThresholds', next)).toMatchObject({ released: 1 });
    expect(await pageOf(test)).toMatchObject({ open: 1 });
    expect(await enrolmentOf(test, 'Dewi')).toEqual(['Dinas Kesehatan: perlu-periksa']);
    const [line] = await test.call('journal.page', { limit: 1 });
    expect(line).toMatchObject({
      action: 'review.setThresholds',
      params: { accept: 90, acceptBefore: 70 },
    });
    const back = await test.call('review.setThresholds', { accept: 0.7, review: 0.05 });
    expect(back).toMatchObject({ accepted: 1, released: 0 });
    expect(await enrolmentOf(test, 'Dewi')).toEqual(['Dinas Kesehatan: aktif']);
    expect((await test.call('store.verify', {})).problems).toEqual([]);

    await test.call('review.setThresholds', next);
    await test.call('reconcile.run', { asOf });
    expect(await test.call('review.settings', {})).toMatchObject(next);
  });

  it('take a pair out of the queue and let it in again', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    // Both namesakes stand at one half.
    expect(await test.call('review.setThresholds', { accept: 0.7, review: 0.45 })).toMatchObject({
      leaving: 0,
    });
    const store = test.engine.context.session.store();
    store.transact(['links'], (sql) => {
      sql.run(`UPDATE link SET probability = 0.3 WHERE class = 'review' AND probability <= 0.5`);
    });
    expect(await test.call('review.setThresholds', { accept: 0.7, review: 0.4 })).toMatchObject({
      leaving: 2,
    });
    expect(await pageOf(test)).toMatchObject({ open: 1 });
    expect(await test.call('review.setThresholds', { accept: 0.7, review: 0.2 })).toMatchObject({
      joining: 2,
    });
    const { pairs, open: waiting } = await pageOf(test);
    expect(waiting).toBe(3);
    expect(pairs.every(({ bars }) => bars.some(({ bits }) => bits !== null))).toBe(true);
  });

  it('cannot cross, nor leave their range', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const crossed = { accept: 0.5, review: 0.5 };
    expect(await test.codeOf('review.thresholds', crossed)).toBe('input.invalid');
    expect(await test.codeOf('review.setThresholds', crossed)).toBe('input.invalid');
    expect(await test.codeOf('review.thresholds', { accept: 1.2, review: 0.1 })).toBe(
      'bridge.bad-request',
    );
    expect(await test.codeOf('review.thresholds', { accept: 0.7, review: 0 })).toBe(
      'bridge.bad-request',
    );
  });
});
