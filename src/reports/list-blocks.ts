/** The blocks around a long list: attachment head, heading, notes and signature. */

import { formatDate } from '../domain/civil-date.ts';
import { cleanText } from './clean-text.ts';
import {
  type AttachmentHead,
  type Block,
  blank,
  type Heading,
  type Signature,
} from './document.ts';
import type { Box, Pen, TextStyle } from './list-pen.ts';

const mm = 72 / 25.4;
const plain: TextStyle = { weight: 'regular', size: 9.5, leading: 12 };
const title: TextStyle = { weight: 'bold', size: 12, leading: 15 };
const body: TextStyle = { weight: 'regular', size: 11, leading: 14 };
const strong: TextStyle = { ...body, weight: 'bold' };
const small: TextStyle = { weight: 'regular', size: 8, leading: 10 };

/** Room for the signature itself, in points. */
const signatureGap = 19 * mm;

/** Draws a block at `box`; returns the y below it. Kinds that no list has are passed over. */
export function drawBlock(pen: Pen, block: Block, box: Box): number {
  switch (block.kind) {
    case 'attachment-head':
      return drawAttachmentHead(pen, block, box);
    case 'heading':
      return drawHeading(pen, block, box);
    case 'signature':
      return drawSignature(pen, block, box);
    default:
      return box.y;
  }
}

/** Draws the notes under the table; returns the y below them. */
export function drawNotes(pen: Pen, notes: readonly string[], box: Box): number {
  let y = box.y + 4;
  for (const note of notes) {
    y = pen.lines(pen.wrap(cleanText(note), small, box.width), small, { ...box, y }, 'left');
  }
  return y;
}

function drawAttachmentHead(pen: Pen, block: AttachmentHead, box: Box): number {
  const width = 88 * mm;
  const x = box.x + box.width - width;
  const head = [block.label, `Surat ${block.signatory}`].map(cleanText);
  let y = pen.lines(head, plain, { x, y: box.y, width }, 'left');
  const date = block.letterDate === undefined ? blank : formatDate(block.letterDate);
  for (const [label, value] of [
    ['Nomor', block.letterNumber],
    ['Tanggal', date],
  ] as const) {
    pen.lines([label], plain, { x, y, width: 18 * mm }, 'left');
    y = pen.lines([`:  ${cleanText(value)}`], plain, { x: x + 18 * mm, y, width }, 'left');
  }
  return y + 6;
}

function drawHeading(pen: Pen, block: Heading, box: Box): number {
  const lines = pen.wrap(cleanText(block.text).toUpperCase(), title, box.width);
  const y = pen.lines(lines, title, { ...box, y: box.y + 6 }, 'center');
  const subtitle = (block.subtitle ?? []).map(cleanText);
  return pen.lines(subtitle, body, { ...box, y }, 'center') + 10;
}

function drawSignature(pen: Pen, block: Signature, box: Box): number {
  const width = 82 * mm;
  const column = { x: box.x + box.width - width, y: box.y + 14, width };
  const above = [block.placeDate, block.onBehalfOf, `${block.title},`];
  const wrap = (texts: readonly (string | undefined)[]) =>
    texts.flatMap((text) =>
      text === undefined ? [] : pen.wrap(cleanText(text), body, column.width),
    );
  let y = pen.lines(wrap(above), body, column, 'center') + signatureGap;
  y = pen.lines(pen.wrap(cleanText(block.name), strong, width), strong, { ...column, y }, 'center');
  const nip = block.nip === undefined ? undefined : `NIP ${block.nip}`;
  return pen.lines(wrap([block.rank, nip]), body, { ...column, y }, 'center');
}
