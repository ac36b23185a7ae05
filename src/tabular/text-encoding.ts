import { isUtf8 } from 'node:buffer';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The 27 characters by which Windows-1252 differs from Latin-1, for the bytes 0x80–0x9F. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Turns bytes into text piece by piece; a character may be cut by the pieces. */
export interface TextPieces {
  /** Text of the next piece; to be called with no piece at the end. */
  decode(piece?: Buffer): string;
}

/** A decoder for one file. A byte-order mark is dropped. */
export function createTextPieces(encoding: TextEncoding): TextPieces {
  if (encoding !== 'windows-1252') {
    const decoder = new TextDecoder(encoding);
    return { decode: (piece) => decoder.decode(piece, { stream: piece !== undefined }) };
  }
  return {
    decode: (piece) =>
      (piece?.toString('latin1') ?? '').replace(
        /[\u0080-\u009f]/g,
        (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char,
      ),
  };
}

/** Bytes of text in Windows-1252; a character it lacks becomes `?`. */
export function encodeWindows1252(text: string): Buffer {
  const mapped = text.replace(/[\u0080-\u009f\u0100-\uffff]/g, (char) => {
    const at = WINDOWS_1252.indexOf(char);
    return at < 0 ? '?' : String.fromCharCode(0x80 + at);
  });
  return Buffer.from(mapped, 'latin1');
}

/** Takes a file piece by piece and tells its encoding at the end. */
export interface EncodingProbe {
  push(piece: Buffer): void;
  encoding(): TextEncoding;
}

/** Bytes at the end of a piece that begin a UTF-8 character it does not complete. */
function unfinishedTail(piece: Buffer): number {
  for (let back = 1; back <= Math.min(3, piece.length); back += 1) {
    const byte = piece[piece.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

function encodingByHead(head: Buffer): TextEncoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at += 1) if (head[at] === 0) zeros[at % 2]! += 1;
  const many = head.length / 10;
  if (zeros[1]! > many && zeros[0]! < zeros[1]! / 10) return 'utf-16le';
  if (zeros[0]! > many && zeros[1]! < zeros[0]! / 10) return 'utf-16be';
  return undefined;
}

/**
 * Tells an encoding by the rule: byte-order mark, else zero bytes at odd or even places (UTF-16), else UTF-8 if the
 * whole file is valid UTF-8, else Windows-1252. Statistical guessers were wrong on several real cases.
 */
export function createEncodingProbe(): EncodingProbe {
  let head: Buffer | undefined;
  let carried: Buffer = Buffer.alloc(0);
  let utf8 = true;
  return {
    push(piece) {
      head ??= Buffer.from(piece.subarray(0, 65_536));
      if (!utf8) return;
      const whole = carried.length === 0 ? piece : Buffer.concat([carried, piece]);
      const tail = unfinishedTail(whole);
      carried = Buffer.from(whole.subarray(whole.length - tail));
      utf8 = isUtf8(whole.subarray(0, whole.length - tail));
    },
    encoding() {
      const byHead = encodingByHead(head ?? Buffer.alloc(0));
      if (byHead !== undefined) return byHead;
      return utf8 && carried.length === 0 ? 'utf-8' : 'windows-1252';
    },
  };
}
