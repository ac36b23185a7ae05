/** Long lists (100,000 rows and more) as PDF: one table over many pages, in constant memory per page. */

import { once } from 'node:events';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { AppError } from '../domain/app-error.ts';
import { formatInteger } from '../domain/format-id.ts';
import { cleanText } from './clean-text.ts';
import type { Block, Document, Paper, Section, Table } from './document.ts';
import { type Coverable, coverableBy } from './font-coverage.ts';
import { drawBlock, drawNotes } from './list-blocks.ts';
import { paginate } from './list-layout.ts';
import { type Box, type Canvas, createPen, lifted, type Pen, type TextStyle } from './list-pen.ts';
import { createTableWriter, type TableWriter } from './list-table.ts';
import { pageBox } from './paper.ts';
import { captionOf } from './print-form.ts';

export interface ListOptions {
  readonly paper: Paper;
  readonly fontsDir: string;
  readonly createdAt: Date;
  readonly signal?: AbortSignal | undefined;
  /** Called at each page, before `signal` is looked at. */
  readonly onPage?: ((page: number, pages: number) => void) | undefined;
}

const mm = 72 / 25.4;
const caption: TextStyle = { weight: 'bold', size: 10, leading: 16 };
const foot: TextStyle = { weight: 'regular', size: 8, leading: 10 };

/** Everything known of the list before its first row is drawn. */
interface Frame {
  readonly document: Document;
  readonly table: Table;
  readonly front: readonly Block[];
  readonly tail: readonly Block[];
  /** Area between the margins, in points. */
  readonly area: Box & { readonly bottom: number };
  readonly size: readonly [number, number];
}

/**
 * Writes a document of one section with one table into `sink` and ends it; returns the pages. The rows are walked
 * twice: first to learn the page breaks, so that each page can say "Halaman x dari y", then to draw.
 * Same input and `createdAt`, same bytes.
 * @throws AppError `job.cancelled` on abort; what walking the rows throws
 */
export async function renderListPdf(
  document: Document,
  sink: Writable,
  options: ListOptions,
): Promise<number> {
  const frame = frameOf(document, options.paper);
  const canvas = createCanvas(document, options);
  const coverable = coverableBy(join(options.fontsDir, 'LiberationSans-Regular.ttf'));
  const written = once(sink, 'finish');
  written.catch(() => {});
  canvas.pipe(sink);
  try {
    const pages = await drawList(canvas, frame, options, coverable);
    canvas.end();
    await written;
    return pages;
  } catch (error) {
    canvas.unpipe(sink);
    sink.destroy();
    throw error;
  }
}

function frameOf(document: Document, paper: Paper): Frame {
  const section = document.sections[0];
  const blocks = section?.blocks ?? [];
  const at = blocks.findIndex((block) => block.kind === 'table');
  const table = blocks[at];
  if (section === undefined || table?.kind !== 'table') {
    throw new AppError('packet.nothing-to-print');
  }
  return {
    document,
    table,
    front: blocks.slice(0, at),
    tail: blocks.slice(at + 1),
    ...areaOf(section, paper),
  };
}

function areaOf(section: Section, paper: Paper): Pick<Frame, 'area' | 'size'> {
  const { width, height, margin } = pageBox(paper, section.orientation);
  return {
    size: [width * mm, height * mm],
    area: {
      x: margin.left * mm,
      y: margin.top * mm,
      width: (width - margin.left - margin.right) * mm,
      bottom: (height - margin.bottom) * mm,
    },
  };
}

function createCanvas(document: Document, options: ListOptions): Canvas {
  const canvas = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'id',
    displayTitle: true,
    // No default font: one opened under another name makes pdfkit read the file anew at every change.
    font: '',
    info: {
      Title: cleanText(document.title),
      Author: cleanText(document.author),
      Subject: cleanText(document.subject),
      CreationDate: options.createdAt,
      ModDate: options.createdAt,
    },
  });
  canvas.registerFont('regular', join(options.fontsDir, 'LiberationSans-Regular.ttf'));
  canvas.registerFont('bold', join(options.fontsDir, 'LiberationSans-Bold.ttf'));
  return canvas;
}

async function drawList(
  canvas: Canvas,
  frame: Frame,
  { signal, onPage }: ListOptions,
  coverable: Coverable,
): Promise<number> {
  const pen = createPen(canvas, coverable);
  const writer = createTableWriter(pen, frame.table, frame.area);
  const starts = pageStarts(pen, writer, frame, signal);
  let page = 0;
  let y = 0;
  let index = 0;
  for (const row of frame.table.rows) {
    if (index === starts[page]) {
      if (page > 0) writer.closePage(y);
      onPage?.(page, starts.length);
      throwIfAborted(signal);
      await setImmediate();
      y = openPage(canvas, pen, writer, frame, page, starts.length);
      page += 1;
    }
    y = writer.drawRow(row, y);
    index += 1;
  }
  if (page === 0) {
    y = writer.drawEmpty(openPage(canvas, pen, writer, frame, 0, 1));
  }
  writer.closePage(y);
  drawTail(pen, frame, y);
  return starts.length;
}

function pageStarts(
  pen: Pen,
  writer: TableWriter,
  frame: Frame,
  signal: AbortSignal | undefined,
): number[] {
  const { area } = frame;
  const dry = lifted(pen);
  const top = drawFront(dry, frame);
  const room = area.bottom - writer.headHeight;
  return paginate(rowHeights(writer, frame.table, signal), {
    first: room - top,
    next: room - area.y,
    tail: drawTail(dry, frame, 0),
  });
}

function* rowHeights(writer: TableWriter, table: Table, signal: AbortSignal | undefined) {
  let count = 0;
  for (const row of table.rows) {
    if (count % 1000 === 0) throwIfAborted(signal);
    count += 1;
    yield writer.heightOf(row);
  }
}

/** Letter tie, heading and caption of the first page; returns the y where the table begins. */
function drawFront(pen: Pen, frame: Frame): number {
  const { area, front, table } = frame;
  let { y } = area;
  for (const block of front) y = drawBlock(pen, block, { ...area, y });
  return pen.lines([cleanText(captionOf(table))], caption, { ...area, y }, 'left');
}

function drawTail(pen: Pen, frame: Frame, from: number): number {
  let y = drawNotes(pen, frame.table.notes, { ...frame.area, y: from });
  for (const block of frame.tail) y = drawBlock(pen, block, { ...frame.area, y });
  return y;
}

function openPage(
  canvas: Canvas,
  pen: Pen,
  writer: TableWriter,
  frame: Frame,
  page: number,
  pages: number,
): number {
  const { area } = frame;
  canvas.addPage({ size: [...frame.size], margin: 0 });
  const y = area.bottom + 6;
  pen.rule(area.x, y, area.x + area.width, y, 0.4);
  const line = { ...area, y: y + 4 };
  pen.lines([cleanText(frame.document.footer)], foot, line, 'left');
  const number = `Halaman ${formatInteger(page + 1)} dari ${formatInteger(pages)}`;
  pen.lines([number], foot, line, 'right');
  return writer.drawHead(page === 0 ? drawFront(pen, frame) : area.y);
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('job.cancelled');
}
