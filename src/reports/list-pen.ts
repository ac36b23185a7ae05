/** Draws text on a pdfkit page at given points; the few strokes a list needs. */
import type { Align } from './document.ts';
import type { Coverable } from './font-coverage.ts';
import { characterMeasure, type Measure, wrapText } from './list-layout.ts';

/** pdfkit's document, as far as a list uses it. */
export type Canvas = PDFKit.PDFDocument;
export type Weight = 'regular' | 'bold';

export interface TextStyle {
  readonly weight: Weight;
  readonly size: number;
  /** Distance of base lines. */
  readonly leading: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Pen {
  wrap(text: string, style: TextStyle, width: number): string[];
  /** Draws lines downward from `box.y`; returns the y below them. */
  lines(lines: readonly string[], style: TextStyle, box: Box, align: Align): number;
  rule(x1: number, y1: number, x2: number, y2: number, width: number): void;
  fill(box: Box, height: number, grey: string): void;
}

/** A pen on a canvas whose fonts `regular` and `bold` are registered; `wrap` gives text they can show. */
export function createPen(canvas: Canvas, coverable: Coverable): Pen {
  const measures = new Map<string, Measure>();
  const measureOf = ({ weight, size }: TextStyle): Measure => {
    const key = `${weight} ${size}`;
    const known = measures.get(key);
    if (known !== undefined) return known;
    const measure = characterMeasure((character) =>
      canvas.font(weight).fontSize(size).widthOfString(character),
    );
    measures.set(key, measure);
    return measure;
  };
  return {
    wrap: (text, style, width) => wrapText(coverable(text), width, measureOf(style)),
    lines(lines, style, box, align) {
      const measure = measureOf(style);
      canvas.font(style.weight).fontSize(style.size).fillColor('#000');
      let { y } = box;
      for (const line of lines) {
        if (line !== '') {
          const spare = align === 'left' ? 0 : box.width - measure(line);
          const x = box.x + (align === 'center' ? spare / 2 : spare);
          canvas.text(line, x, y, { lineBreak: false });
        }
        y += style.leading;
      }
      return y;
    },
    rule(x1, y1, x2, y2, width) {
      canvas.lineWidth(width).strokeColor('#000').moveTo(x1, y1).lineTo(x2, y2).stroke();
    },
    fill(box, height, grey) {
      canvas.rect(box.x, box.y, box.width, height).fill(grey);
    },
  };
}

/** The same pen over the paper: measures and draws nothing. */
export function lifted(pen: Pen): Pen {
  return {
    wrap: pen.wrap,
    lines: (lines, style, box) => box.y + lines.length * style.leading,
    rule() {},
    fill() {},
  };
}
