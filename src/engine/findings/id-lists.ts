/** Lists of ids by filter and order, kept until an area they hang on changes: pages are cut from them. */
import { areaVersion } from '../../store/meta.ts';
import type { ReadStore } from '../../store/store.ts';

interface Kept {
  version: string;
  readonly values: Map<string, unknown>;
}

const caches = new WeakMap<ReadStore, Kept>();
const keepValues = 24;

/** The value made for `key`, made anew once findings, links or rosters have changed. */
export function keptFor<Value>(store: ReadStore, key: string, make: () => Value): Value {
  const version = (['findings', 'links', 'roster'] as const)
    .map((area) => areaVersion(store, area))
    .join('/');
  const found = caches.get(store);
  const cache = found?.version === version ? found : { version, values: new Map() };
  caches.set(store, cache);
  if (cache.values.has(key)) return cache.values.get(key) as Value; // put there under this key below
  const value = make();
  if (cache.values.size >= keepValues) cache.values.delete(cache.values.keys().next().value ?? '');
  cache.values.set(key, value);
  return value;
}

/** A text for a filter that does not hang on the order of its fields. */
export function filterKey(filter: object): string {
  return JSON.stringify(Object.entries(filter).sort());
}
