/**
 * The end of a pair's record, from the decision on. Nearly all pairs share their sentence, or share it but for the two
 * spellings of a name: what they share is made once and copied as bytes, so that a million pairs make few strings.
 */
import {
  explainPair,
  isPlainBesideName,
  isPlainName,
  nameReason,
} from '../../linkage/explain/explain-pair.ts';
import { percentText, reasonText } from '../../linkage/explain/explain-text.ts';
import { factsOfRow, type PersonFacts, wordsOf } from '../../linkage/explain/person-facts.ts';
import { unpackEvidence } from '../../linkage/features/levels.ts';
import type { Side } from '../../linkage/side.ts';
import type { PairTable } from '../../linkage/types.ts';

/** Bytes that are being filled; whoever owns it sees to it that there is room. */
export interface ByteSink {
  readonly buffer: Uint8Array;
  at: number;
}

const encoder = new TextEncoder();

/** Appends a text. */
export function putText(out: ByteSink, text: string): void {
  const { buffer } = out;
  let { at } = out;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) buffer[at++] = code;
    else {
      at += encoder.encodeInto(text.slice(i), buffer.subarray(at)).written;
      break;
    }
  }
  out.at = at;
}

function putBytes(out: ByteSink, bytes: Uint8Array): void {
  out.buffer.set(bytes, out.at);
  out.at += bytes.length;
}

/** What the records of many pairs share. */
interface Frame {
  readonly before: Uint8Array;
  /** Level of the name whose own words stand between the two; 0 where none do. */
  readonly name: number;
  readonly isFirst: boolean;
  readonly after: Uint8Array;
}

/** Steps in which a probability is written, and most frames held. */
const steps = 10_000;
const mostFrames = 20_000;

const nobody: PersonFacts = { nik: '', kpj: '', words: [], birthDate: '', village: '' };
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const quoted = (text: string): string => text.replaceAll('"', '""');

/** The sentence in two halves, cut where the name's own words belong; the second is empty where none do. */
function frameOf(
  evidence: number,
  step: number,
  decision: string,
  left: PersonFacts,
  right: PersonFacts,
): Frame {
  const reasons = explainPair(evidence, left, right);
  const isShared = isPlainBesideName(evidence) && !isPlainName(evidence);
  const cut = isShared ? reasons.findIndex(({ code }) => code.startsWith('name.')) : -1;
  const texts = reasons.map(reasonText);
  const end = ` → ${percentText(step / steps)}"\n`;
  const start = `,${decision},${(step / steps).toFixed(4)},"`;
  if (cut < 0) {
    const whole = start + quoted(capital(texts.join(', '))) + end;
    return { before: encoder.encode(whole), name: 0, isFirst: false, after: encoder.encode('') };
  }
  const before = texts.slice(0, cut).map((text) => `${text}, `);
  const after = texts.slice(cut + 1).map((text) => `, ${text}`);
  return {
    before: encoder.encode(start + capital(before.join(''))),
    name: unpackEvidence(evidence).name,
    isFirst: cut === 0,
    after: encoder.encode(after.join('') + end),
  };
}

/** Writes the tails of one kind of pairs. */
export function createTailWriter(left: Side, right: Side, decision: string) {
  const frames = new Map<number, Frame>();

  function frameFor(evidence: number, step: number, l: number, r: number): Frame {
    if (!isPlainBesideName(evidence)) {
      return frameOf(evidence, step, decision, factsOfRow(left, l), factsOfRow(right, r));
    }
    const key = evidence * 16_384 + step;
    const held = frames.get(key);
    if (held !== undefined) return held;
    const frame = frameOf(evidence, step, decision, nobody, nobody);
    if (frames.size < mostFrames) frames.set(key, frame);
    return frame;
  }

  return (out: ByteSink, table: PairTable, i: number): void => {
    const l = table.leftRow[i] ?? 0;
    const r = table.rightRow[i] ?? 0;
    const step = Math.round((table.probability[i] ?? 0) * steps);
    const frame = frameFor(table.evidence[i] ?? 0, step, l, r);
    putBytes(out, frame.before);
    if (frame.name === 0) return;
    const a = { words: wordsOf(left, l) };
    const reason = nameReason(frame.name, a, { words: wordsOf(right, r) });
    const text = reason === undefined ? '' : quoted(reasonText(reason));
    putText(out, frame.isFirst ? capital(text) : text);
    putBytes(out, frame.after);
  };
}
