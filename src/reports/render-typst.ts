/** Composed documents (letters, tables, annexes up to some 2,000 rows) as PDF/A-2b through Typst. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { AppError } from '../domain/app-error.ts';
import type { Document, Paper } from './document.ts';
import { coverableBy } from './font-coverage.ts';
import { printForm } from './print-form.ts';

/** The family shipped in `resources/fonts`: metrics of Arial, OFL. */
export const fontFamily = 'Liberation Sans';

export interface TypstOptions {
  readonly paper: Paper;
  /** Folder with the .ttf files. */
  readonly fontsDir: string;
  /** Folder with `document.typ`. */
  readonly templatesDir: string;
  /** Stamped into the file; the same input and stamp give the same bytes. */
  readonly createdAt: Date;
}

export interface RenderedPdf {
  readonly pages: number;
  readonly bytes: Buffer;
}

/**
 * Renders a document; synchronous, about 0.1 s for ten pages. User text travels as JSON data in a
 * virtual file and cannot become markup.
 * @throws AppError `internal` with Typst's diagnostics in `cause` when the template does not compile
 */
export function renderTypst(document: Document, options: TypstOptions): RenderedPdf {
  const workspace = resolve(options.templatesDir);
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: readFonts(options.fontsDir) }],
  });
  const coverable = coverableBy(join(options.fontsDir, 'LiberationSans-Regular.ttf'));
  const data = coverable(JSON.stringify(printForm(document, options.paper, fontFamily)));
  compiler.mapShadow(join(workspace, 'document.json'), Buffer.from(data, 'utf8'));
  try {
    const compiled = compiler.compile({ mainFilePath: join(workspace, 'document.typ') });
    if (compiled.result === null) {
      const diagnostics = compiled.takeDiagnostics()?.shortDiagnostics;
      throw new Error(`typst: ${JSON.stringify(diagnostics)}`);
    }
    const bytes = compiler.pdf(compiled.result, {
      pdfStandard: 'a-2b',
      creationTimestamp: Math.floor(options.createdAt.getTime() / 1000),
    });
    return { pages: compiled.result.numOfPages, bytes };
  } catch (cause) {
    throw new AppError('internal', { params: { part: 'typst' }, cause });
  } finally {
    compiler.evictCache(1);
  }
}

function readFonts(dir: string): Buffer[] {
  const files = readdirSync(dir).filter((file) => file.endsWith('.ttf'));
  if (files.length === 0) throw new AppError('file.missing', { at: { file: dir } });
  return files.sort().map((file) => readFileSync(join(dir, file)));
}
