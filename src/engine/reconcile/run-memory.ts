/** A run's outcome as the next run needs it: what each row was, and every pair the matcher thought of. */
import * as z from 'zod';
import { newLinkList } from '../../linkage/assign/link-list.ts';
import { modelVersion } from '../../linkage/reconcile.ts';
import type { Learnt } from '../../linkage/run.ts';
import type { LinkageResult, PairTable } from '../../linkage/types.ts';
import type { MemoryParts } from '../../store/run-memory.ts';

const pairsOfRows = z.array(z.tuple([z.number(), z.number()]));

/** Of each level of a field. */
const chances = z.array(z.number()).transform((levels) => Float64Array.from(levels));

const head = z.object({
  version: z.string(),
  thresholds: z.object({ accept: z.number(), review: z.number() }),
  /** Share of rows that came or went since the last run over all rows. */
  drift: z.number(),
  same: pairsOfRows,
  different: pairsOfRows,
  twins: pairsOfRows,
  prior: z.number(),
  priors: z.array(z.number()),
  guess: z.number(),
  usesWage: z.boolean(),
  chances: z.object({
    name: chances,
    date: chances,
    nik: chances,
    kpj: chances,
    sex: chances,
    place: chances,
    wage: chances,
  }),
});

type Head = z.infer<typeof head>;

type Rows = readonly (readonly [left: number, right: number])[];

export interface RunMemory
  extends Omit<Head, 'version' | 'same' | 'different' | 'twins' | 'usesWage' | 'chances'> {
  /** What officers had decided, as rows of that run. */
  readonly same: Rows;
  readonly different: Rows;
  readonly twins: Rows;
  readonly learnt: Learnt;
  readonly prints: { readonly left: Float64Array; readonly right: Float64Array };
  readonly links: PairTable;
  readonly candidates: PairTable;
  readonly rivals: PairTable;
  readonly waterfalls: LinkageResult['waterfalls'];
}

const tables = ['links', 'candidates', 'rivals'] as const;
const columns = ['leftRow', 'rightRow', 'probability', 'weight', 'evidence', 'class'] as const;

type Numbers = Float64Array | Float32Array | Int32Array | Uint8Array;

const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** The memory as parts to be stored. */
export function packMemory(memory: RunMemory): MemoryParts {
  const { prints, links, candidates, rivals, waterfalls, learnt, ...rest } = memory;
  const chances = Object.fromEntries(
    Object.entries(learnt.chances).map(([field, levels]) => [field, [...levels]]),
  );
  const told = { version: modelVersion, ...rest, usesWage: learnt.usesWage, chances };
  const parts = new Map<string, Buffer>();
  parts.set('head', Buffer.from(JSON.stringify(told)));
  parts.set('prints.left', bytesOf(prints.left));
  parts.set('prints.right', bytesOf(prints.right));
  for (const name of tables) {
    const table = { links, candidates, rivals }[name];
    for (const column of columns)
      parts.set(`${name}.${column}`, bytesOf(table[column].subarray(0, table.size)));
  }
  parts.set('waterfalls.candidates', bytesOf(waterfalls.candidates));
  parts.set('waterfalls.rivals', bytesOf(waterfalls.rivals));
  return parts;
}

/** Null where there is none, or one of another version of the matcher: then all rows are matched. */
export function unpackMemory(parts: MemoryParts): RunMemory | null {
  const text = parts.get('head');
  if (text === undefined) return null;
  const read = head.safeParse(JSON.parse(text.toString()));
  if (!read.success || read.data.version !== modelVersion) return null;
  const copy = (part: string): ArrayBuffer => {
    const data = parts.get(part) ?? Buffer.alloc(0);
    // Its own buffer: columns of more than a byte must begin at a multiple of their width.
    return new Uint8Array(data).buffer;
  };
  const table = (name: (typeof tables)[number]): PairTable => {
    const leftRow = new Int32Array(copy(`${name}.leftRow`));
    return {
      size: leftRow.length,
      leftRow,
      rightRow: new Int32Array(copy(`${name}.rightRow`)),
      probability: new Float32Array(copy(`${name}.probability`)),
      weight: new Float32Array(copy(`${name}.weight`)),
      evidence: new Int32Array(copy(`${name}.evidence`)),
      class: new Uint8Array(copy(`${name}.class`)),
    };
  };
  const { version: _version, usesWage, chances: known, ...rest } = read.data;
  return {
    ...rest,
    learnt: { usesWage, chances: known },
    prints: {
      left: new Float64Array(copy('prints.left')),
      right: new Float64Array(copy('prints.right')),
    },
    links: table('links'),
    candidates: table('candidates'),
    rivals: table('rivals'),
    waterfalls: {
      candidates: new Float32Array(copy('waterfalls.candidates')),
      rivals: new Float32Array(copy('waterfalls.rivals')),
    },
  };
}

/** A table's pairs for which `rowsOf` finds both rows, in those rows; `kept` tells their places of before. */
export function pairsInRows(
  table: PairTable,
  rowsOf: (leftRow: number, rightRow: number) => readonly [number, number] | null,
): { readonly table: PairTable; readonly kept: Int32Array } {
  const list = newLinkList(table.size);
  const kept: number[] = [];
  for (let at = 0; at < table.size; at++) {
    const rows = rowsOf(table.leftRow[at] ?? 0, table.rightRow[at] ?? 0);
    if (rows === null) continue;
    const to = list.size++;
    kept.push(at);
    list.leftRow[to] = rows[0];
    list.rightRow[to] = rows[1];
    list.probability[to] = table.probability[at] ?? 0;
    list.weight[to] = table.weight[at] ?? 0;
    list.evidence[to] = table.evidence[at] ?? 0;
    list.class[to] = table.class[at] ?? 0;
  }
  return { table: list, kept: Int32Array.from(kept) };
}
