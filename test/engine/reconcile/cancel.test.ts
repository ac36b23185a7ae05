import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/domain/app-error.ts';
import { reconcileTask } from '../../../src/engine/reconcile/reconcile-task.ts';
import type { TaskContext } from '../../../src/engine/worker/task.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';

const rosterHead = 'No;Nama;NIK;Tanggal Lahir;L/P;Unit Kerja;Upah';
const bpjsHead =
  'NOMOR_IDENTITAS;KPJ;NAMA_LENGKAP;TGL_LAHIR;NPP;NAMAPRS;TGL_KEPESERTAAN1;TGL_NA;NM_PRG';

async function bring(
  test: TestEngine,
  name: string,
  kind: 'non-asn' | 'bpjs-nik',
  rows: readonly string[],
): Promise<void> {
  const path = join(test.dir, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  const staged = await test.call('import.stage', { file: test.grant(path), kind });
  await test.call('import.commit', { batchId: staged.id });
}

async function withRun(): Promise<TestEngine> {
  const test = makeTestEngine();
  await test.newStore();
  await bring(test, 'daftar.csv', 'non-asn', [
    rosterHead,
    '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;1.000.000',
    '2;Sulastri;;05-02-1985;P;Dinas Kesehatan;1.500.000',
  ]);
  await bring(test, 'cek.csv', 'bpjs-nik', [
    bpjsHead,
    '3329010101809001;25003001593;SUTRISNO;01-01-1980;15070955;PEMKAB;01-01-2024;;JKK',
    '3329014502859002;25003001595;SULASTRI;05-02-1985;15070955;PEMKAB;01-01-2024;;JKK',
  ]);
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  return test;
}

const sqlOf = (test: TestEngine) => test.engine.context.session.store().sql;

/** All that a run leaves behind, as text. */
function remains(test: TestEngine): string {
  const { sql } = test.engine.context.session.store();
  const all = ['reconcile_run', 'run_memory', 'link', 'entry_state', 'journal', 'area_version'].map(
    (table) => sql.all(`SELECT * FROM ${table} ORDER BY 1`),
  );
  return JSON.stringify(all);
}

const stages = ['load', 'prepare', 'exact', 'score', 'assign', 'save'];

describe('a reconciliation that is cancelled', () => {
  it('leaves the run before as it was, at whatever stage', async () => {
    await using test = await withRun();
    const before = remains(test);
    const { session, resourcesDir, now } = test.engine.context;
    for (const at of stages) {
      const abort = new AbortController();
      const met = new Set<string>();
      const task: TaskContext = {
        access: session.access(),
        resourcesDir,
        now,
        signal: abort.signal,
        progress(stage) {
          met.add(stage);
          if (stage === at) abort.abort();
        },
      };
      // All rows: where nothing has changed, a run has no rows to weigh.
      const input = { asOf: '2026-11-24', full: true };
      await expect(reconcileTask(input, task), at).rejects.toThrow();
      expect([...met].at(-1), at).toBe(at);
      expect(remains(test), at).toBe(before);
    }
  });

  it('writes nothing when the cancel comes between the last row and the commit', async () => {
    await using test = await withRun();
    const before = remains(test);
    const { session, resourcesDir, now } = test.engine.context;
    const task: TaskContext = {
      access: session.access(),
      resourcesDir,
      now,
      signal: new AbortController().signal,
      settle() {
        throw new AppError('job.cancelled');
      },
      progress: () => undefined,
    };
    await expect(reconcileTask({ asOf: '2026-11-24' }, task)).rejects.toMatchObject({
      code: 'job.cancelled',
    });
    expect(remains(test)).toBe(before);
  });

  it('keeps its links when it is stopped at the findings, which then say that they are older', async () => {
    await using test = await withRun();
    const { jobs } = test.engine.context;
    const found = () => JSON.stringify(sqlOf(test).all('SELECT * FROM finding ORDER BY id'));
    const before = found();
    const runs = sqlOf(test).pluck('SELECT count(*) FROM finding_run');
    const stop = jobs.onProgress(({ jobId, stage }) => {
      if (stage === 'findings') jobs.cancel(jobId);
    });
    const run = await test.call('reconcile.run', { asOf: '2026-11-25' });
    stop();
    expect(run).toMatchObject({ asOf: '2026-11-25', findingsStale: true });
    expect((await test.call('finding.summary', {})).run).toMatchObject({ stale: true });
    expect(found()).toBe(before);
    expect(sqlOf(test).pluck('SELECT count(*) FROM finding_run')).toEqual(runs);
    await test.call('finding.refresh', {});
    expect(await test.call('reconcile.latest', {})).toMatchObject({ findingsStale: false });
  });

  it('is told as it is: cancelled and unwritten, or done and written', async () => {
    await using test = await withRun();
    const { jobs } = test.engine.context;
    for (const at of stages) {
      const before = remains(test);
      const stop = jobs.onProgress(({ jobId, stage }) => {
        if (stage === at) jobs.cancel(jobId);
      });
      const ended = await test.codeOf('reconcile.run', { asOf: '2026-11-25' });
      stop();
      if (ended === 'ok') expect(remains(test), at).not.toBe(before);
      else {
        expect(ended, at).toBe('job.cancelled');
        expect(remains(test), at).toBe(before);
      }
    }
  });
});
