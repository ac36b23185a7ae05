/** Where each row of a long list goes: wrapping and page breaks, without a drawing library. All in points. */

/** Advance of a text in points. */
export type Measure = (text: string) => number;

/** A measure that adds up cached advances of single characters; kerning is ignored. */
export function characterMeasure(advance: (character: string) => number): Measure {
  const cache = new Map<string, number>();
  return (text) => {
    let width = 0;
    for (const character of text) {
      let own = cache.get(character);
      if (own === undefined) {
        own = advance(character);
        cache.set(character, own);
      }
      width += own;
    }
    return width;
  };
}

/** Breaks a text into lines no wider than `width`, at spaces, inside a word only where it must. */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  if (measure(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = splitWord(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  lines.push(line);
  return lines;
}

function splitWord(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measure(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  pieces.push(piece);
  return pieces;
}

/** Room on the pages of a list. */
export interface PageRoom {
  /** Height for rows on the first page, below letterhead, heading and table head. */
  readonly first: number;
  /** Height for rows on each further page, below the repeated table head. */
  readonly next: number;
  /** Height of notes and signature, which follow the last row. */
  readonly tail: number;
}

/** Rows taken along when the tail would otherwise stand alone on the last page. */
const rowsWithTail = 3;

/**
 * Index of the first row of each page. The tail never stands alone: where it does not fit under the
 * last row, up to three rows go with it onto a new page.
 */
export function paginate(heights: Iterable<number>, room: PageRoom): number[] {
  const starts = [0];
  const recent: number[] = [];
  let used = 0;
  let index = 0;
  for (const height of heights) {
    const limit = starts.length === 1 ? room.first : room.next;
    const isPageEmpty = index === (starts.at(-1) ?? 0);
    if (used + height > limit && !isPageEmpty) {
      starts.push(index);
      used = 0;
    }
    used += height;
    recent.push(height);
    if (recent.length > rowsWithTail) recent.shift();
    index += 1;
  }
  const limit = starts.length === 1 ? room.first : room.next;
  if (used + room.tail <= limit) return starts;
  const onLastPage = index - (starts.at(-1) ?? 0);
  const taken = Math.min(rowsWithTail, onLastPage - 1);
  starts.push(index - Math.max(taken, 0));
  return starts;
}
