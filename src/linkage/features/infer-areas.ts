/**
 * Fills the area of rows without a NIK from their village: the area most of that village's people have in
 * their NIKs, on either side or across pairs with an equal KPJ. So a roster without NIKs and an export
 * without places still have the district in common.
 */
import type { PairList } from '../assign/pair-list.ts';
import { type Prepared, rowFlag } from './prepared.ts';

/** Least people and least share for an area to count as the village's own. */
const leastCount = 3;
const leastShare = 0.4;

type Tally = Map<number, Map<number, number>>;

function addTo(tally: Tally, village: number, area: number): void {
  if (village < 0 || area === 0) return;
  let areas = tally.get(village);
  if (areas === undefined) {
    areas = new Map();
    tally.set(village, areas);
  }
  areas.set(area, (areas.get(area) ?? 0) + 1);
}

function usualArea(areas: ReadonlyMap<number, number>): number {
  let best = 0;
  let bestCount = 0;
  let total = 0;
  for (const [area, count] of areas) {
    total += count;
    if (count > bestCount || (count === bestCount && area < best)) {
      best = area;
      bestCount = count;
    }
  }
  return bestCount >= leastCount && bestCount >= total * leastShare ? best : 0;
}

function fill(p: Prepared, usual: ReadonlyMap<number, number>): void {
  for (let row = 0; row < p.side.rows; row++) {
    if (p.area[row] !== 0) continue;
    const area = usual.get(p.side.village[row]!) ?? 0;
    if (area === 0) continue;
    p.area[row] = area;
    p.flags[row]! |= rowFlag.areaInferred;
  }
}

/** Looks areas up for both sides; `sure` are pairs with an equal KPJ. */
export function inferAreas(left: Prepared, right: Prepared, sure: PairList): void {
  const tally: Tally = new Map();
  for (const { side, area } of [left, right]) {
    for (let row = 0; row < side.rows; row++) addTo(tally, side.village[row]!, area[row]!);
  }
  for (let i = 0; i < sure.size; i++) {
    const l = sure.left[i]!;
    const r = sure.right[i]!;
    addTo(tally, left.side.village[l]!, right.area[r]!);
    addTo(tally, right.side.village[r]!, left.area[l]!);
  }
  const usual = new Map<number, number>();
  for (const [village, areas] of tally) usual.set(village, usualArea(areas));
  fill(left, usual);
  fill(right, usual);
}
