/** A plan on paper. Apart from the sheets: only what prints may load the native typesetter. */
import { join } from 'node:path';
import type { Document, Paper } from '../../reports/document.ts';
import { renderTypst } from '../../reports/render-typst.ts';
import { writeAtomically } from '../../tabular/atomic-file.ts';
import type { TaskContext } from '../worker/task.ts';
import type { PlanFile } from './plan-files.ts';

/** Writes a document as PDF through Typst. */
export async function writePdf(
  path: string,
  document: Document,
  paper: Paper,
  rows: number,
  task: TaskContext,
): Promise<PlanFile> {
  const { pages, bytes } = renderTypst(document, {
    paper,
    fontsDir: join(task.resourcesDir, 'fonts'),
    templatesDir: join(task.resourcesDir, 'templates'),
    createdAt: task.now(),
  });
  await writeAtomically(path, (file) => file.writeFile(bytes));
  return { kind: 'rka-pdf', path, pages, rows, bytes: bytes.length };
}
