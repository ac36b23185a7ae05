/** The whole job on the sample regency, as a person would do it in the window; the tests run it too. */
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RouteOut } from '../contract/routes.ts';
import { AppError } from '../domain/app-error.ts';
import type { ImportKind } from '../domain/segments.ts';
import { civilToday } from '../engine/civil-today.ts';
import { generateSample } from '../engine/sample/generate-sample.ts';
import { createAndOpen } from '../engine/store/open.ts';
import { samplePassphrase, sampleRegency } from '../engine/store/sample.ts';
import { writeAtomically } from '../tabular/atomic-file.ts';
import type { Host } from './host.ts';
import { makeFolder } from './make-folder.ts';

export interface DemoOptions {
  readonly dir: string;
  readonly workers: number;
  readonly seed: number;
  readonly paper: 'A4' | 'F4';
}

export interface DemoSummary {
  readonly regency: string;
  readonly fiscalYear: number;
  readonly asOf: string;
  readonly imports: readonly {
    readonly fileName: string;
    readonly kind: ImportKind;
    readonly counts: RouteOut<'import.batch'>['counts'];
  }[];
  readonly reconciliation: RouteOut<'reconcile.run'>;
  readonly coverage: RouteOut<'coverage.table'>;
  readonly budget: RouteOut<'budget.compute'>;
  readonly files: readonly string[];
}

const summaryName = 'ringkasan.json';
const sourceDir = 'berkas-contoh';
const storeName = 'contoh.padan';

/**
 * Leaves in `dir`: the sample's files (`berkas-contoh/`), the store, the packet, the lists and
 * `ringkasan.json`. Throws `file.unwritable` when `dir` holds something that is not an earlier demo.
 */
export async function runDemo(host: Host, options: DemoOptions): Promise<DemoSummary> {
  const { dir, workers, seed, paper } = options;
  await clearFolder(dir);
  const asOf = civilToday(host.engine.context.now());
  const fiscalYear = Number(asOf.slice(0, 4)) + 1;
  const sample = await generateSample({
    resourcesDir: host.engine.context.resourcesDir,
    dir: join(dir, sourceDir),
    seed,
    workers,
    regency: sampleRegency,
    year: fiscalYear,
    asOf,
  });
  const path = join(dir, storeName);
  const passphrase = samplePassphrase;
  await createAndOpen(host.engine.context, {
    path,
    passphrase,
    regencyCode: sampleRegency,
    fiscalYear,
    sample: true,
  });

  const imports: DemoSummary['imports'][number][] = [];
  for (const file of sample.files) {
    const staged = await host.call('import.stage', {
      file: host.grant(file.path),
      kind: file.kind,
    });
    const { counts, fileName, kind } = await host.call('import.commit', { batchId: staged.id });
    imports.push({ fileName, kind, counts });
  }
  const reconciliation = await host.call('reconcile.run', { asOf });
  const coverage = await host.call('coverage.table', { by: 'roster' });
  const budget = await host.call('budget.compute', { year: fiscalYear, scope: 'missing' });
  const packet = await host.call('packet.print', { folder: host.grant(dir), paper });

  const summary: DemoSummary = {
    regency: (await host.call('profile.get', {})).name,
    fiscalYear,
    asOf,
    imports,
    reconciliation,
    coverage,
    budget,
    files: packet.files.map((file) => basename(host.pathOf(file.file))),
  };
  const text = `${JSON.stringify(summary, null, 2)}\n`;
  await writeAtomically(join(dir, summaryName), (file) => file.writeFile(text));
  return summary;
}

/** An earlier demo's folder is cleared; any other folder that is not empty is left alone. */
async function clearFolder(dir: string): Promise<void> {
  await makeFolder(dir);
  const names = await readdir(dir);
  if (names.length === 0) return;
  if (!names.includes(storeName) || !names.includes(sourceDir)) {
    throw new AppError('file.unwritable', { at: { file: dir }, params: { reason: 'not-empty' } });
  }
  for (const name of names) await rm(join(dir, name), { recursive: true, force: true });
}
