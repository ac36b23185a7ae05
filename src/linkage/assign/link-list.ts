/** Collects the result's pairs and turns them into a table. */
import { kpjLevel, nikLevel, unpackEvidence } from '../features/levels.ts';
import { linkClass, type PairTable } from '../types.ts';

export interface LinkList {
  size: number;
  leftRow: Int32Array;
  rightRow: Int32Array;
  probability: Float32Array;
  weight: Float32Array;
  evidence: Int32Array;
  class: Uint8Array;
}

/** An empty list. */
export function newLinkList(capacity: number): LinkList {
  return {
    size: 0,
    leftRow: new Int32Array(capacity),
    rightRow: new Int32Array(capacity),
    probability: new Float32Array(capacity),
    weight: new Float32Array(capacity),
    evidence: new Int32Array(capacity),
    class: new Uint8Array(capacity),
  };
}

/** Class of an accepted link. */
export function classOfLink(evidence: number): number {
  const { nik, kpj } = unpackEvidence(evidence);
  if (nik === nikLevel.exact || nik === nikLevel.exactRounded) return linkClass.nik;
  return kpj === kpjLevel.exact ? linkClass.kpj : linkClass.strong;
}

/** Appends a pair; the list must have been made large enough. */
export function addLink(
  list: LinkList,
  leftRow: number,
  rightRow: number,
  probability: number,
  weight: number,
  evidence: number,
  kind: number,
): void {
  const at = list.size++;
  list.leftRow[at] = leftRow;
  list.rightRow[at] = rightRow;
  list.probability[at] = probability;
  list.weight[at] = weight;
  list.evidence[at] = evidence;
  list.class[at] = kind;
}

/** The list's entries in a given order. */
export function toTable(list: LinkList, order: Int32Array): PairTable {
  const table = newLinkList(order.length);
  for (const at of order) {
    addLink(
      table,
      list.leftRow[at]!,
      list.rightRow[at]!,
      list.probability[at]!,
      list.weight[at]!,
      list.evidence[at]!,
      list.class[at]!,
    );
  }
  return table;
}

/** One-to-one links in the order of their left rows. */
export function byLeftRow(list: LinkList, leftRows: number): PairTable {
  const at = new Int32Array(leftRows).fill(-1);
  for (let i = 0; i < list.size; i++) at[list.leftRow[i]!] = i;
  return toTable(
    list,
    at.filter((i) => i >= 0),
  );
}
