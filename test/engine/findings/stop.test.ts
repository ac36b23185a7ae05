import { expect, it } from 'vitest';
import { refreshTask } from '../../../src/engine/findings/refresh-task.ts';
import type { TaskContext } from '../../../src/engine/worker/task.ts';
import { makeTestEngine } from '../harness.ts';
import { bring, checkHead, rosterHead } from './fixture.ts';

it('counting is stopped within a statement over many rows, and leaves the findings of before', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  await bring(test, 'non-asn', [
    rosterHead,
    '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;Sopir;2.000.000',
  ]);
  await bring(test, 'bpjs-nik', [
    checkHead,
    '3329010101809001;25003001591;SUTRISNO;01-01-1980;15332901;PEMKAB;01-01-2024;;JKK',
  ]);
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  const store = test.engine.context.session.store();
  store.transact(['roster'], (sql) => {
    const series =
      'WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)';
    sql.run(
      `${series} INSERT INTO person (id, name, name_key) SELECT i, 'Warga ' || i, 'WARGA ' || i FROM n`,
    );
    sql.run(
      `${series} INSERT INTO roster_entry (id, person_id, roster, segment, employer_group, status, sort_name)
       SELECT i, i, 'rentan', 'bpu', 'rentan', 'terverifikasi', 'WARGA ' || i FROM n`,
    );
  });
  const runs = () => store.sql.pluck<number>('SELECT count(*) FROM finding_run');
  const before = runs();
  const { session, resourcesDir, now } = test.engine.context;
  let steps = 0;
  let asked = 0;
  const task: TaskContext = {
    access: session.access(),
    resourcesDir,
    now,
    // Only what is asked within a statement can stop it: no step does.
    signal: new AbortController().signal,
    progress() {
      steps += 1;
    },
    isStopped() {
      asked += 1;
      return asked > 1;
    },
  };
  await expect(refreshTask({ afterRun: false }, task)).rejects.toMatchObject({
    code: 'job.cancelled',
  });
  expect(steps).toBeLessThan(10);
  expect(runs()).toEqual(before);
  await test.call('finding.refresh', {});
  expect(runs()).toEqual([(before[0] ?? 0) + 1]);
});
