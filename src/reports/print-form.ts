/**
 * A document with every figure in its printed form: the JSON that the Typst template draws. Formats and
 * widths are decided here, drawing there.
 */

import { formatDate } from '../domain/civil-date.ts';
import { breakable, cleanText } from './clean-text.ts';
import {
  type Block,
  blank,
  type Column,
  type Document,
  type Orientation,
  type Paper,
  type Row,
  type Section,
  type Table,
} from './document.ts';
import { alignOf, formatCell } from './format-cell.ts';
import { columnWidths, contentWidth, pageBox } from './paper.ts';
import { cellValue, columnNumbers, headRows, labelSpan } from './table.ts';

/** A block as the template sees it: its kind and printable fields. */
export type PrintBlock = Readonly<Record<string, unknown>> & { readonly kind: Block['kind'] };

/** The printable form of a document on a paper. */
export function printForm(document: Document, paper: Paper, font: string) {
  return {
    title: cleanText(document.title),
    author: cleanText(document.author),
    subject: cleanText(document.subject),
    footer: cleanText(document.footer),
    font,
    sections: document.sections.map((section) => printSection(section, paper)),
  };
}

function printSection(section: Section, paper: Paper) {
  return {
    page: pageBox(paper, section.orientation),
    blocks: section.blocks.map((block) => printBlock(block, paper, section.orientation)),
  };
}

/** One row of a table as text, with what it spans. */
export interface PrintRow {
  readonly kind: Row['kind'] | 'empty';
  readonly label: string;
  /** Columns under the label; 0 for a body row. */
  readonly span: number;
  readonly cells: readonly string[];
}

/** Row → printed texts; `cells` begin after the label's span. */
export function printRow(columns: readonly Column[], row: Row): PrintRow {
  if (row.kind === 'group') {
    return { kind: 'group', label: printable(row.label), span: columns.length, cells: [] };
  }
  const texts = columns.map((column) =>
    printable(formatCell(column, cellValue(columns, column, row.cells))),
  );
  if (row.kind === 'body') return { kind: 'body', label: '', span: 0, cells: texts };
  const span = labelSpan(columns);
  return { kind: row.kind, label: printable(row.label), span, cells: texts.slice(span) };
}

/**
 * How many rows, counted from each, must stay on one page: a group's head with its first row, a
 * subtotal or total with the row above. 0 for a row that an earlier one already holds.
 */
export function keepTogether(kinds: readonly PrintRow['kind'][]): number[] {
  const joins = kinds.map((kind, i) => {
    const next = kinds[i + 1];
    return next !== undefined && (kind === 'group' || next === 'subtotal' || next === 'total');
  });
  const keep = kinds.map(() => 0);
  for (let start = 0; start < kinds.length; ) {
    let end = start;
    while (joins[end] === true) end += 1;
    keep[start] = end - start + 1;
    start = end + 1;
  }
  return keep;
}

function printTable(table: Table, paper: Paper, orientation: Orientation) {
  const { columns } = table;
  const head = headRows(columns);
  const rows: PrintRow[] = [];
  let bodies = 0;
  for (const row of table.rows) {
    if (row.kind === 'body') bodies += 1;
    rows.push(printRow(columns, row));
  }
  if (bodies === 0)
    rows.unshift({ kind: 'empty', label: 'Nihil', span: columns.length, cells: [] });
  const keep = keepTogether(rows.map((row) => row.kind));
  return {
    kind: table.kind,
    caption: printable(captionOf(table)),
    widths: columnWidths(columns, contentWidth(paper, orientation)),
    aligns: columns.map(alignOf),
    head: head.flatMap((cells, y) => cells.map((cell) => ({ ...cell, y }))),
    headHeight: head.length,
    numbers: table.numberedColumns ? columnNumbers(columns) : [],
    rows: rows.map((row, i) => ({ ...row, keep: keep[i] ?? 1 })),
    notes: table.notes.map(printable),
  };
}

/** "Tabel 1. Cakupan …", or the title alone. */
export function captionOf(table: Table): string {
  return table.number === undefined ? table.title : `${table.number}. ${table.title}`;
}

function printBlock(block: Block, paper: Paper, orientation: Orientation): PrintBlock {
  switch (block.kind) {
    case 'table':
      return printTable(block, paper, orientation);
    case 'kop':
      return {
        kind: block.kind,
        government: printable(block.government),
        office: printable(block.office),
        address: block.address.map(printable),
      };
    case 'letter-front': {
      const { kind, number, nature, attachment, subject, recipientPlace, place } = block;
      const date = block.date === undefined ? blank : formatDate(block.date);
      return {
        kind,
        ...mapTexts({ number, nature, attachment, subject, recipientPlace }),
        placeDate: printable(`${place}, ${date}`),
        recipient: block.recipient.map(printable),
      };
    }
    case 'attachment-head':
      return {
        kind: block.kind,
        label: printable(block.label),
        signatory: printable(block.signatory),
        number: printable(block.letterNumber),
        date: block.letterDate === undefined ? blank : formatDate(block.letterDate),
      };
    case 'heading':
      return {
        kind: block.kind,
        level: block.level,
        text: printable(block.text),
        subtitle: (block.subtitle ?? []).map(printable),
      };
    case 'paragraph':
      return { kind: block.kind, text: prose(block.text), indent: block.indent === true };
    case 'note':
      return { kind: block.kind, text: printable(block.text) };
    case 'list':
      return { kind: block.kind, marker: block.marker, items: block.items.map(prose) };
    case 'tembusan':
      return { kind: block.kind, items: block.items.map(printable) };
    case 'signature': {
      const { kind, placeDate = '', onBehalfOf = '', title, name, rank = '', nip = '' } = block;
      return { kind, ...mapTexts({ placeDate, onBehalfOf, title, name, rank, nip }) };
    }
  }
}

function mapTexts(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, printable(text)]));
}

function printable(text: string): string {
  return breakable(cleanText(text));
}

/** Running text: a regulation's number stays on the line of the word before it. */
function prose(text: string): string {
  return printable(text).replace(/\b(Nomor|Rp) (?=\d)/g, '$1\u00a0');
}
