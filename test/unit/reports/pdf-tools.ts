/** Reads PDF files the way a stranger would: with poppler. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that lasts as long as the test that made it. */
export function temporaryFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'padan-reports-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Text of a PDF in its layout, one string a page. */
export function pagesOf(pdf: Buffer): string[] {
  using folder = temporaryFolder();
  const path = join(folder.path, 'it.pdf');
  writeFileSync(path, pdf);
  const text = execFileSync('pdftotext', ['-layout', path, '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return text.replaceAll('\u00a0', ' ').split('\f').slice(0, -1);
}

/** "609.4 x 935.4" for each of the first pages, and the info block. */
export function infoOf(pdf: Buffer, lastPage = 1): string {
  using folder = temporaryFolder();
  const path = join(folder.path, 'it.pdf');
  writeFileSync(path, pdf);
  return execFileSync('pdfinfo', ['-f', '1', '-l', `${lastPage}`, path], { encoding: 'utf8' });
}
