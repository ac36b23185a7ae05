/**
 * A window of a roster by position. The first rows come straight from the index; deeper ones from a list of
 * ids in order (4 bytes an entry), made once for a filter and order and kept until rosters or links change.
 */
import { areaVersion } from '../../store/meta.ts';
import {
  countEntries,
  firstEntryIds,
  hasQuickHead,
  listEntryIds,
  type RosterFilter,
  type RosterSort,
} from '../../store/roster-list.ts';
import type { ReadStore } from '../../store/store.ts';

const shallow = 1_000;
const keepLists = 8;
const keepTotals = 200;

interface Kept {
  ids?: Int32Array;
}

interface Cache {
  version: string;
  readonly lists: Map<string, Kept>;
  /** Of each filter, whatever the order. */
  readonly totals: Map<string, number>;
}

const caches = new WeakMap<ReadStore, Cache>();

export interface Window {
  readonly offset: number;
  readonly limit: number;
}

/** A roster's order when none was asked for. */
export const usualSort: RosterSort = { by: 'name', descending: false };

export function rosterWindow(
  store: ReadStore,
  filter: RosterFilter,
  sort: RosterSort,
  { offset, limit }: Window,
): { ids: readonly number[]; total: number } {
  const cache = cacheOf(store);
  const kept = keptFor(cache, filter, sort);
  if (kept.ids === undefined && offset + limit <= shallow && hasQuickHead(sort)) {
    const ids = firstEntryIds(store, filter, sort, offset + limit);
    const total = ids.length < offset + limit ? ids.length : totalOf(cache, store, filter);
    return { ids: ids.slice(offset), total };
  }
  kept.ids ??= listEntryIds(store, filter, sort);
  return { ids: [...kept.ids.subarray(offset, offset + limit)], total: kept.ids.length };
}

function cacheOf(store: ReadStore): Cache {
  const version = `${areaVersion(store, 'roster')}/${areaVersion(store, 'links')}`;
  const found = caches.get(store);
  if (found?.version === version) return found;
  const made = { version, lists: new Map(), totals: new Map() };
  caches.set(store, made);
  return made;
}

function keptFor({ lists }: Cache, filter: RosterFilter, sort: RosterSort): Kept {
  const key = `${filterKey(filter)} ${sort.by} ${sort.descending}`;
  const found = lists.get(key) ?? {};
  lists.delete(key);
  lists.set(key, found);
  const [oldest] = lists.keys();
  if (lists.size > keepLists && oldest !== undefined) lists.delete(oldest);
  return found;
}

function totalOf({ totals }: Cache, store: ReadStore, filter: RosterFilter): number {
  const key = filterKey(filter);
  const total = totals.get(key) ?? countEntries(store, filter);
  if (totals.size >= keepTotals) totals.clear();
  totals.set(key, total);
  return total;
}

function filterKey(filter: RosterFilter): string {
  return JSON.stringify(Object.entries(filter).sort());
}
