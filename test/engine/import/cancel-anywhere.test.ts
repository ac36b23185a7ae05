/** Whatever an import is doing, cancelling it leaves everything as it was. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitTask } from '../../../src/engine/import/commit-task.ts';
import { findingsTask } from '../../../src/engine/import/findings-task.ts';
import { inspectTask } from '../../../src/engine/import/inspect-task.ts';
import { stageTask } from '../../../src/engine/import/stage-task.ts';
import { undoTask } from '../../../src/engine/import/undo-task.ts';
import type { Task } from '../../../src/engine/worker/task.ts';
import { type ImportFixture, importFixture } from './import-fixture.ts';

let fixture: ImportFixture;
beforeAll(async () => {
  fixture = await importFixture({ keepReader: true });
});
afterAll(() => fixture[Symbol.dispose]());

const two = (value: number) => String(value).padStart(2, '0');
function list(name: string, from: number, to: number, position: string): string {
  const lines = ['Nama;NIK;Tgl Lahir;Desa;Kecamatan;Jabatan'];
  for (let at = from; at < to; at += 1) {
    const [day, month, year] = [1 + (at % 28), 1 + (at % 12), 60 + (at % 40)];
    const nik =
      at % 50 === 0
        ? ''
        : `332901${two(day)}${two(month)}${two(year)}${9000 + (Math.floor(at / 28) % 1000)}`;
    lines.push(`Orang ${at};${nik};${two(day)}-${two(month)}-19${year};Salem;Salem;${position}`);
  }
  const path = join(fixture.dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Runs a task again and again, cancelled at its first word of progress, its second, … until it is done. */
async function cancelledAtEachWord<Input, Output>(
  task: Task<Input, Output>,
  input: Input,
  state: () => unknown,
): Promise<{ readonly output: Output; readonly words: number }> {
  const before = state();
  for (let word = 1; ; word += 1) {
    const abort = new AbortController();
    let told = 0;
    const progress = () => {
      told += 1;
      if (told === word) abort.abort();
    };
    try {
      const output = await task(input, { ...fixture.task, signal: abort.signal, progress });
      return { output, words: told };
    } catch (error) {
      expect(error).toMatchObject({ code: 'job.cancelled' });
      expect(state()).toEqual(before);
    }
  }
}

describe('cancelling', () => {
  it('a look at a file', async () => {
    const path = list('lihat.csv', 0, 10, 'Staf');
    const before = fixture.dump();
    const task = { ...fixture.task, signal: AbortSignal.abort() };
    await expect(inspectTask({ path }, task)).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(fixture.dump()).toBe(before);
  });

  it('staging, committing and undoing, at every word of their progress', async () => {
    const first = await cancelledAtEachWord(
      stageTask,
      { path: list('dulu.csv', 0, 1_200, 'Staf'), kind: 'desa' },
      fixture.dump,
    );
    expect(first.words).toBeGreaterThan(3);
    await cancelledAtEachWord(commitTask, first.output, fixture.dump);
    const path = list('kini.csv', 400, 1_800, 'Kaur');
    const next = await cancelledAtEachWord(
      stageTask,
      { path, kind: 'desa', mode: 'replace' },
      fixture.dump,
    );
    const { batchId } = next.output;
    expect(fixture.batch(batchId).counts).toMatchObject({
      add: 1_500,
      update: 2_000,
      leave: 1_000,
    });
    const committed = await cancelledAtEachWord(
      commitTask,
      { batchId, confirmLeave: true },
      fixture.dump,
    );
    expect(committed.words).toBeGreaterThan(5);
    const undone = await cancelledAtEachWord(undoTask, { batchId }, fixture.dump);
    expect(undone.words).toBeGreaterThan(3);
    expect(undone.output.conflicts).toEqual([]);
  });

  it('writing the findings leaves no file', async () => {
    const path = list('temuan.csv', 5_000, 5_200, 'Staf');
    const batchId = await fixture.stage({ path, kind: 'desa' });
    const dir = join(fixture.dir, 'temuan');
    mkdirSync(dir);
    const { output } = await cancelledAtEachWord(findingsTask, { batchId, dir }, () =>
      readdirSync(dir),
    );
    expect(readdirSync(dir)).toHaveLength(1);
    expect(output.rows).toBe(4);
  });
});
