/** Prints scenarios: the comparison as tables, an RKA each as sheet and as PDF. Runs in a thread of its own. */
import type { CivilDate } from '../../domain/brand.ts';
import { computePlan } from '../../domain/plan-compute.ts';
import type { PlanAssumptions } from '../../domain/plan-types.ts';
import { buildCompare } from '../../reports/plan-compare.ts';
import { buildRka } from '../../reports/plan-rka.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { readProfile } from '../../store/profile.ts';
import { civilToday } from '../civil-today.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { compareInput } from './compare-input.ts';
import { loadGround } from './load-ground.ts';
import { fileNameOf, freePath, type PlanFile, writeSheets } from './plan-files.ts';
import type { PlanBasis } from './protocol.ts';
import { rkaInput } from './rka-input.ts';
import { writePdf } from './write-pdf.ts';

export interface PlanExportInput {
  readonly dir: string;
  readonly paper: 'A4' | 'F4';
  readonly what: 'compare' | 'rka';
  readonly byUnit: boolean;
  readonly basis: PlanBasis;
  readonly plans: readonly { readonly name: string; readonly assumptions: PlanAssumptions }[];
}

/** A PDF of more lines than this would take minutes to set; the sheet has them all. */
const mostPdfLines = 5_000;

/** Throws `job.cancelled` and what writing a file throws. */
export const planExportTask: Task<PlanExportInput, PlanFile[]> = async (input, task) => {
  using store = openStoreReader(needAccess(task));
  const { ground, units } = loadGround(store, input.basis, task);
  const { name: regencyName, officeName } = readProfile(store);
  const printedOn: CivilDate = civilToday(task.now());
  const head = { regencyName, officeName, printedOn };
  const files: PlanFile[] = [];
  if (input.what === 'compare') {
    const results = input.plans.map(({ name, assumptions }) => {
      task.progress('figures', 0, null);
      task.signal.throwIfAborted();
      return { name, assumptions, result: computePlan(ground, assumptions) };
    });
    const document = buildCompare(
      compareInput(results, { ...head, year: input.basis.year }, units),
    );
    const path = freePath(input.dir, fileNameOf('skenario', String(input.basis.year)), 'xlsx');
    files.push(await writeSheets('compare-xlsx', path, document, input.paper, input.plans.length));
    return files;
  }
  for (const { name, assumptions } of input.plans) {
    task.progress('figures', 0, null);
    task.signal.throwIfAborted();
    const rka = rkaInput(ground, units, { ...head, name, assumptions, byUnit: input.byUnit });
    const lines = rka.groups.reduce((sum, group) => sum + group.lines.length, 0);
    const base = fileNameOf('rka', String(input.basis.year), name);
    task.progress('render', 0, null);
    const sheet = freePath(input.dir, base, 'xlsx');
    files.push(await writeSheets('rka-xlsx', sheet, buildRka(rka, 'sheet'), input.paper, lines));
    task.progress('render', 1, null);
    task.signal.throwIfAborted();
    if (lines > mostPdfLines) continue;
    const pdf = freePath(input.dir, base, 'pdf');
    files.push(await writePdf(pdf, buildRka(rka, 'paper'), input.paper, lines, task));
  }
  return files;
};
