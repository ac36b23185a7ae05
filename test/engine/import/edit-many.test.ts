/** Edits of a great many rows: the same plan as by single steps, in a thread of their own, ended without a trace. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FixableField } from '../../../src/contract/import-edit-routes.ts';
import { editAllRequest, editAllTask } from '../../../src/engine/import/edit-all.ts';
import { editBatch } from '../../../src/engine/import/edit-batch.ts';
import { openStoreInWorker } from '../../../src/store/open-store.ts';
import type { WriteStore } from '../../../src/store/store.ts';
import { fixedNow, type ImportFixture, importFixture } from './import-fixture.ts';

let fixture: ImportFixture;
let store: WriteStore;
beforeAll(async () => {
  fixture = await importFixture({ keepReader: true });
  store = openStoreInWorker(fixture.access);
});
afterAll(() => {
  store[Symbol.dispose]();
  fixture[Symbol.dispose]();
});

const head = 'Nama;NIK;Tgl Lahir;Jenis Pekerjaan;Desa;Kecamatan';
let files = 0;
function staged(lines: readonly string[]): Promise<number> {
  files += 1;
  const path = join(fixture.dir, `banyak-${files}.csv`);
  writeFileSync(path, `${[head, ...lines].join('\n')}\n`);
  return fixture.stage({ path, kind: 'rentan' });
}
/** Rows, edits and figures of a plan, without what tells two plans of the same file apart. */
function planOf(batchId: number): unknown {
  const { counts, issueCounts } = fixture.batch(batchId);
  const edits = store.sql.all(
    'SELECT seq, base_values, base_issues, edits FROM staged_edit WHERE batch_id = ? ORDER BY seq',
    batchId,
  );
  return { rows: fixture.rows(batchId), counts, issueCounts, edits };
}

const few = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const line = fc
  .tuple(
    few('Budi Santoso', 'Budi Santosa', 'Siti Aminah', 'Karto', ''),
    few('3329010101809001', '3329015505829002', '3.32901E+15', ''),
    few('01-01-1980', '15-05-1982', '20-01-1980', ''),
    few('Nelayn', 'Petani', ''),
    few('Salem', 'Bentar', 'Salemm'),
  )
  .map((cells) => [...cells, 'Salem'].join(';'));
const edit = fc.oneof(
  fc.record({
    field: fc.constant<FixableField>('jobKind'),
    from: few('Nelayn', 'Petani'),
    to: few('Nelayan', ''),
  }),
  fc.record({
    field: fc.constant<FixableField>('unit'),
    from: few('Salem, Salem', 'Salemm, Salem'),
    to: few('Bentar, Salem', 'Tiada'),
  }),
  fc.record({
    field: fc.constant<FixableField>('name'),
    from: few('Budi Santosa', 'Karto'),
    to: few('Budi Santoso', ''),
  }),
  fc.record({
    field: fc.constant<FixableField>('nik'),
    from: few('3329010101809001', '3.32901E+15'),
    to: few('3329015505829002', '3329010404809003'),
  }),
);

describe('one value put right in many rows', () => {
  it('comes out as by single steps, forward and back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 3, maxLength: 14 }),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        async (lines, edits) => {
          const filled = ['Orang Tetap;;25-01-1980;Petani;Salem;Salem', ...lines];
          const [one, many] = [await staged(filled), await staged(filled)];
          const untouched = planOf(many);
          const run = async (
            batchId: number,
            how: 'fix' | 'unfix',
            at: number,
            manyFrom?: number,
          ) => {
            const asked = editAllRequest({ batchId, how, ...edits[at]! });
            return editBatch(store, fixedNow, asked, undefined, manyFrom);
          };
          for (const at of edits.keys()) {
            const [byStep, byPass] = [await run(one, 'fix', at), await run(many, 'fix', at, 0)];
            expect(byPass).toEqual(byStep);
            expect(planOf(many)).toEqual(planOf(one));
          }
          for (const at of [...edits.keys()].reverse()) await run(many, 'unfix', at, 0);
          if (edits.length === 1) expect(planOf(many)).toEqual(untouched);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});

describe('a plan of 12,000 rows', () => {
  const two = (value: number) => String(value).padStart(2, '0');
  const lines = Array.from({ length: 12_000 }, (_, at) => {
    const [day, month, year] = [1 + (at % 28), 1 + (at % 12), 60 + (at % 40)];
    return `Orang ${at};332901${two(day)}${two(month)}${two(year)}${9000 + (at % 1000)};${two(day)}-${two(month)}-19${year};Nelayn;Salem;Salem`;
  });

  it('is changed with its progress told, and left alone when it is cancelled at any word of it', async () => {
    const batchId = await staged(lines);
    const before = planOf(batchId);
    const input = { batchId, how: 'fix', field: 'jobKind', from: 'Nelayn', to: 'Nelayan' } as const;
    const words: string[] = [];
    const cancelAt = async (word: string) => {
      const abort = new AbortController();
      const progress = (stage: string, done: number) => {
        if (`${stage} ${done}` === word) abort.abort();
      };
      const cancelled = editAllTask(input, { ...fixture.task, signal: abort.signal, progress });
      await expect(cancelled).rejects.toMatchObject({ code: 'job.cancelled' });
      expect(planOf(batchId)).toEqual(before);
    };
    await cancelAt('fix 0');
    await cancelAt('fix 8000');
    await cancelAt('check 4000');
    const progress = (stage: string, done: number, total: number | null) => {
      words.push(`${stage} ${done} ${total}`);
    };
    expect(await editAllTask(input, { ...fixture.task, progress })).toEqual({
      rows: 12_000,
      others: 0,
    });
    expect(words).toContain('fix 10000 12000');
    expect(words.at(-1)).toMatch(/^check \d+ 12000$/);
    expect(new Set(fixture.rows(batchId).map(({ values }) => values['jobKind']))).toEqual(
      new Set(['Nelayan']),
    );
    await editAllTask({ ...input, how: 'unfix' }, fixture.task);
    expect(planOf(batchId)).toEqual(before);
  });
});
