import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reconcileTask } from '../../../src/engine/reconcile/reconcile-task.ts';
import type { TaskContext } from '../../../src/engine/worker/task.ts';
import { makeTestEngine } from '../harness.ts';

it('a roster that changes while it is matched leaves the run before as it was', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  const bring = async (name: string, kind: 'non-asn' | 'bpjs-nik', text: string) => {
    const path = join(test.dir, name);
    writeFileSync(path, text);
    const staged = await test.call('import.stage', { file: test.grant(path), kind });
    await test.call('import.commit', { batchId: staged.id });
    return staged.id;
  };
  const head = 'No;Nama;NIK;Tanggal Lahir;L/P;Unit Kerja;Upah\n';
  await bring(
    'daftar.csv',
    'non-asn',
    `${head}1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;1.000.000\n`,
  );
  await bring(
    'cek.csv',
    'bpjs-nik',
    'NOMOR_IDENTITAS;KPJ;NAMA_LENGKAP;TGL_LAHIR;NPP;NAMAPRS;TGL_KEPESERTAAN1;TGL_NA;NM_PRG\n' +
      '3329010101809001;25003001593;SUTRISNO;01-01-1980;15070955;PEMKAB;01-01-2024;;JKK\n',
  );
  const { runId } = await test.call('reconcile.run', { asOf: '2026-11-23' });

  const { session, resourcesDir, now } = test.engine.context;
  let changes = 0;
  const task: TaskContext = {
    access: session.access(),
    resourcesDir,
    now,
    signal: new AbortController().signal,
    progress(stage) {
      if (stage !== 'save' || changes > 0) return;
      changes += 1;
      session.store().transact(['roster'], (sql) => sql.run('DELETE FROM entry_state WHERE 0'));
    },
  };
  await expect(reconcileTask({ asOf: '2026-11-24' }, task)).rejects.toMatchObject({
    code: 'reconcile.data-changed',
  });
  expect(changes).toBe(1);
  expect(await test.call('reconcile.latest', {})).toMatchObject({ runId, asOf: '2026-11-23' });
});
