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
const keepFilters = 8;

interface Kept {
  total?: number;
  ids?: Int32Array;
}

interface Cache {
  version: string;
  readonly filters: Map<string, Kept>;
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
  const kept = keptFor(store, filter, sort);
  if (kept.ids === undefined && offset + limit <= shallow && hasQuickHead(sort)) {
    const ids = firstEntryIds(store, filter, sort, offset + limit);
    kept.total ??= ids.length < offset + limit ? ids.length : countEntries(store, filter);
    return { ids: ids.slice(offset), total: kept.total };
  }
  kept.ids ??= listEntryIds(store, filter, sort);
  return { ids: [...kept.ids.subarray(offset, offset + limit)], total: kept.ids.length };
}

function keptFor(store: ReadStore, filter: RosterFilter, sort: RosterSort): Kept {
  const version = `${areaVersion(store, 'roster')}/${areaVersion(store, 'links')}`;
  let cache = caches.get(store);
  if (cache === undefined || cache.version !== version) {
    cache = { version, filters: new Map() };
    caches.set(store, cache);
  }
  const key = JSON.stringify([Object.entries(filter).sort(), sort.by, sort.descending]);
  const found = cache.filters.get(key) ?? {};
  cache.filters.delete(key);
  cache.filters.set(key, found);
  const [oldest] = cache.filters.keys();
  if (cache.filters.size > keepFilters && oldest !== undefined) cache.filters.delete(oldest);
  return found;
}
