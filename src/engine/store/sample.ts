/** "Buka data contoh": writes the sample regency's files and its store, or opens them as they were left. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import type { StoreStatus } from '../../contract/store-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { type ImportKind, importKinds } from '../../domain/segments.ts';
import { findCommitted } from '../../store/import/batches.ts';
import { writeAtomically } from '../../tabular/atomic-file.ts';
import { civilToday } from '../civil-today.ts';
import type { CallContext, EngineContext } from '../context.ts';
import { runTask } from '../worker/run-task.ts';
import { createAndOpen, openExisting, storeStatus } from './open.ts';

export const sampleRegency = '33.29';
export const sampleWorkers = 5_000;
/** Invented people under a passphrase everybody may know. */
export const samplePassphrase = 'data-contoh-padan';
const sampleSeed = 1;

const manifest = z.object({
  files: z.array(z.object({ name: z.string(), kind: z.enum(importKinds) })),
});
const manifestName = 'contoh.json';
const storeName = 'contoh.padan';

export async function openSample(call: CallContext, workers = sampleWorkers): Promise<StoreStatus> {
  const { engine } = call;
  const dir = join(engine.samplesDir, String(workers));
  const path = join(dir, storeName);
  if (existsSync(path)) {
    try {
      return await openExisting(engine, path, samplePassphrase, call.signal);
    } catch (error) {
      if (!(error instanceof AppError) || !unusable.has(error.code)) throw error;
      setAside(dir);
    }
  }
  return createSample(call, dir, workers);
}

/** A sample in one of these states opens for nobody; what is only held or unreachable just now is left. */
const unusable: ReadonlySet<string> = new Set([
  'store.damaged',
  'store.not-a-store',
  'store.wrong-passphrase',
  'store.newer-than-app',
]);

/** Kept beside the new one: somebody may have practised in it. One that was set aside before makes room. */
function setAside(dir: string): void {
  const aside = `${dir}-rusak`;
  rmSync(aside, { recursive: true, force: true });
  renameSync(dir, aside);
}

async function createSample(call: CallContext, dir: string, workers: number): Promise<StoreStatus> {
  const { engine } = call;
  const asOf = civilToday(engine.now());
  const fiscalYear = Number(asOf.slice(0, 4)) + 1;
  try {
    const { files } = await runTask(
      call,
      'sample.generate',
      {
        dir,
        seed: sampleSeed,
        workers,
        regency: sampleRegency,
        year: fiscalYear,
        asOf,
      },
      { store: false },
    );
    const listed = { files: files.map(({ path, kind }) => ({ name: basename(path), kind })) };
    await writeAtomically(join(dir, manifestName), (file) =>
      file.writeFile(JSON.stringify(listed)),
    );
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
  await createAndOpen(
    engine,
    {
      path: join(dir, storeName),
      passphrase: samplePassphrase,
      regencyCode: sampleRegency,
      fiscalYear,
      sample: true,
    },
    call.signal,
  );
  return storeStatus(engine);
}

export interface SampleFile {
  readonly file: string;
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly bytes: number;
  readonly imported: boolean;
}

function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** The open sample's files with an id each; none for a real store. */
export function listSampleFiles(engine: EngineContext): SampleFile[] {
  const opened = engine.session.opened();
  const dir = opened?.sampleDir ?? null;
  if (opened === null || dir === null || !existsSync(join(dir, manifestName))) return [];
  const { files } = manifest.parse(JSON.parse(readFileSync(join(dir, manifestName), 'utf8')));
  return files
    .map(({ name, kind }) => ({ path: join(dir, name), kind }))
    .filter(({ path }) => existsSync(path))
    .map(({ path, kind }) => ({
      file: engine.grantFile(path),
      fileName: basename(path),
      kind,
      bytes: statSync(path).size,
      imported: findCommitted(opened.store, sha256Of(path), kind) !== null,
    }));
}
