import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callRoute } from '../../../src/engine/router.ts';
import { makeTestEngine } from '../harness.ts';

describe('a cancelled job', () => {
  it('ends as job.cancelled, leaves nothing behind, and the next one runs', async () => {
    await using test = makeTestEngine();
    const { jobs } = test.engine.context;
    const stages: string[] = [];
    jobs.onProgress((job) => {
      stages.push(job.stage);
      if (job.stage === 'sample') jobs.cancel('big');
    });
    const big = await callRoute(
      test.engine,
      'store.openSample',
      { workers: 60_000 },
      { id: 'big' },
    );
    expect(big).toMatchObject({ ok: false, error: { code: 'job.cancelled' } });
    expect(stages).toContain('sample');
    expect(existsSync(join(test.engine.context.samplesDir, '60000'))).toBe(false);
    expect((await test.call('store.status', {})).open).toBe(false);
    expect(await test.call('store.openSample', { workers: 60 })).toMatchObject({
      open: true,
      sample: true,
    });
  });

  it('answers page queries while a job runs', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    const order: string[] = [];
    const job = test.call('store.verify', {}).then(() => order.push('job'));
    await test.call('unit.list', {}).then(() => order.push('query'));
    await job;
    expect(order).toEqual(['query', 'job']);
  });
});

describe('the sample', () => {
  it('is made once and opened as it was left the next time', async () => {
    await using test = makeTestEngine();
    await test.call('store.openSample', { workers: 60 });
    const files = await test.call('store.sampleFiles', {});
    expect(files.map(({ kind }) => kind)).toEqual([
      'non-asn',
      'desa',
      'rentan',
      'bpjs-pu',
      'bpjs-bpu',
      'bpjs-nik',
    ]);
    const first = files[0];
    if (first === undefined) throw new Error('six files were listed');
    const staged = await test.call('import.stage', { file: first.file, kind: first.kind });
    await test.call('import.commit', { batchId: staged.id });
    // A list of one's own is no reason to tick the sample's file of the same kind.
    const own = join(test.dir, 'desa-sendiri.csv');
    writeFileSync(own, 'Nama;NIK;Desa;Kecamatan\nBudi;3329010101809001;Salem;Salem\n');
    const mine = await test.call('import.stage', { file: test.grant(own), kind: 'desa' });
    await test.call('import.commit', { batchId: mine.id });
    await test.call('store.close', {});
    await test.call('store.openSample', { workers: 60 });
    const again = await test.call('store.sampleFiles', {});
    expect(again.map(({ imported }) => imported)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(await test.call('store.recent', {})).toEqual([]);
  });
});
