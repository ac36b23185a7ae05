/** Writing what a plan prints; a file that is there already stays, the next one gets a number. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Paper } from '../../reports/document.ts';
import { tablesOf } from '../../reports/document.ts';
import { renderTypst } from '../../reports/render-typst.ts';
import { sheetsOf } from '../../reports/render-xlsx.ts';
import { writeAtomically } from '../../tabular/atomic-file.ts';
import { writeXlsx } from '../../tabular/write-xlsx.ts';
import type { TaskContext } from '../worker/task.ts';

export interface PlanFile {
  readonly kind: 'rka-pdf' | 'rka-xlsx' | 'compare-xlsx' | 'people-xlsx';
  readonly path: string;
  readonly pages: number | null;
  readonly rows: number;
  readonly bytes: number;
}

/** A name every file system takes, from words a person gave. */
export function fileNameOf(...parts: readonly string[]): string {
  return parts
    .join('-')
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 100);
}

export function freePath(dir: string, name: string, extension: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(dir, `${name}${count === 1 ? '' : ` (${count})`}.${extension}`);
    if (!existsSync(path)) return path;
  }
}

/** Writes every table of a document as a sheet. */
export async function writeSheets(
  kind: PlanFile['kind'],
  path: string,
  document: Document,
  paper: Paper,
  rows: number,
  onRows?: (rows: number) => void,
): Promise<PlanFile> {
  const sheets = sheetsOf(document, tablesOf(document), paper);
  await writeXlsx(path, sheets, onRows === undefined ? {} : { onRows });
  return { kind, path, pages: null, rows, bytes: statSync(path).size };
}

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
