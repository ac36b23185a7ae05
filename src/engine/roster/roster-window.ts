/**
 * A window of a roster by position. The first rows come straight from the index; deeper ones from a list of
 * ids in order (4 bytes an entry), made once for a filter and order and kept until rosters, links or the profile change.
 * Lists and totals of a large roster are made a few milliseconds at a time: other calls are answered in between.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { AppError } from '../../domain/app-error.ts';
import { areaVersion } from '../../store/meta.ts';
import {
  type RosterFilter,
  type RosterList,
  type RosterSort,
  rosterList,
} from '../../store/roster-list.ts';
import type { ReadStore } from '../../store/store.ts';

const shallow = 1_000;
const keepLists = 8;
const keepTotals = 200;
/** So long a first page waits for its total before it is given with what was counted so far. */
const patienceMs = 15;

interface Kept {
  ids?: Int32Array;
  making?: Promise<Int32Array | null>;
  /** Calls that wait for the list; one nobody waits for is given up when another is wanted. */
  waiting: number;
}

interface Counting {
  count: number;
  done: boolean;
}

interface Cache {
  readonly version: string;
  readonly lists: Map<string, Kept>;
  /** Of each filter, whatever the order. */
  readonly totals: Map<string, Counting>;
  /** The list that is looked at, and its filter. */
  shown: Kept | null;
  shownFilter: string;
}

const caches = new WeakMap<ReadStore, Cache>();

export interface Window {
  readonly offset: number;
  readonly limit: number;
}

export interface WindowSource {
  readonly store: ReadStore;
  /** False once the store was closed, which may happen between two slices. */
  readonly isOpen: () => boolean;
  /** Milliseconds a total is waited for. */
  readonly patience?: number;
}

export interface RosterWindow {
  readonly ids: readonly number[];
  readonly total: number;
  /** The total is what was counted so far; it is being counted on. */
  readonly counting: boolean;
}

/** A roster's order when none was asked for. */
export const usualSort: RosterSort = { by: 'name', descending: false };

/** Throws `store.not-open` when the store is closed meanwhile. */
export async function rosterWindow(
  source: WindowSource,
  filter: RosterFilter,
  sort: RosterSort,
  { offset, limit }: Window,
): Promise<RosterWindow> {
  const cache = cacheOf(source.store);
  const kept = keptFor(cache, filter, sort);
  cache.shown = kept;
  cache.shownFilter = filterKey(filter);
  const end = offset + limit;
  if (kept.ids === undefined && end <= shallow) {
    const list = rosterList(source.store, filter);
    if (list.few) kept.ids = Int32Array.from([...list.slices(sort)].flat());
    else return head(cache, kept, source, { list, filter, sort, offset, end });
  }
  const ids = kept.ids ?? (await listFor(source, filter, sort));
  return { ids: [...ids.subarray(offset, end)], total: ids.length, counting: false };
}

interface Head {
  readonly list: RosterList;
  readonly filter: RosterFilter;
  readonly sort: RosterSort;
  readonly offset: number;
  readonly end: number;
}

/** The head of a long list; the list itself is begun, to be ready by the time somebody scrolls. */
function head(cache: Cache, kept: Kept, source: WindowSource, asked: Head): RosterWindow {
  const { list, filter, sort, offset, end } = asked;
  const ids = list.first(sort, end);
  if (ids.length < end) return { ids: ids.slice(offset), total: ids.length, counting: false };
  const counted = totalOf(cache, source, filter, list);
  if (counted.done && counted.count > shallow && kept.making === undefined) {
    kept.making = make(source, cache, kept, filter, sort);
    // An error is met again by whoever needs the list.
    kept.making.catch(() => giveUp(kept));
  }
  return {
    ids: ids.slice(offset),
    total: Math.max(end, counted.count),
    counting: !counted.done,
  };
}

function cacheOf(store: ReadStore): Cache {
  // A fund source is renamed in every row that names it by a change of the profile, which makes no matching old.
  const version = (['roster', 'links', 'profile'] as const)
    .map((area) => areaVersion(store, area))
    .join('/');
  const found = caches.get(store);
  if (found?.version === version) return found;
  const made: Cache = {
    version,
    lists: new Map(),
    totals: new Map(),
    shown: null,
    shownFilter: '',
  };
  caches.set(store, made);
  return made;
}

/** The whole list; begun anew when the roster changes while it is made. */
async function listFor(
  source: WindowSource,
  filter: RosterFilter,
  sort: RosterSort,
): Promise<Int32Array> {
  for (;;) {
    const cache = cacheOf(source.store);
    const kept = keptFor(cache, filter, sort);
    kept.waiting += 1;
    try {
      kept.making ??= make(source, cache, kept, filter, sort);
      const ids = await kept.making;
      if (ids !== null) return ids;
      delete kept.making;
    } finally {
      kept.waiting -= 1;
    }
    if (!source.isOpen()) throw new AppError('store.not-open');
  }
}

/** Makes a list in slices; null when it is of no use any more. */
async function make(
  { store, isOpen }: WindowSource,
  cache: Cache,
  kept: Kept,
  filter: RosterFilter,
  sort: RosterSort,
): Promise<Int32Array | null> {
  await turn();
  const ids: number[] = [];
  const wanted = () =>
    isOpen() && cacheOf(store) === cache && (kept.waiting > 0 || cache.shown === kept);
  if (!wanted()) return giveUp(kept);
  for (const slice of rosterList(store, filter).slices(sort)) {
    for (const id of slice) ids.push(id);
    await turn();
    if (!wanted()) return giveUp(kept);
  }
  kept.ids = Int32Array.from(ids);
  return kept.ids;
}

function giveUp(kept: Kept): null {
  delete kept.making;
  return null;
}

function keptFor({ lists }: Cache, filter: RosterFilter, sort: RosterSort): Kept {
  const key = `${filterKey(filter)} ${sort.by} ${sort.descending}`;
  const found = lists.get(key) ?? { waiting: 0 };
  lists.delete(key);
  lists.set(key, found);
  const [oldest] = lists.keys();
  if (lists.size > keepLists && oldest !== undefined) lists.delete(oldest);
  return found;
}

/** Counts for a moment; what takes longer is counted on between other calls. */
function totalOf(
  cache: Cache,
  source: WindowSource,
  filter: RosterFilter,
  list: RosterList,
): Counting {
  const key = filterKey(filter);
  const known = cache.totals.get(key);
  if (known !== undefined) return known;
  const counting: Counting = { count: 0, done: false };
  if (cache.totals.size >= keepTotals) cache.totals.clear();
  cache.totals.set(key, counting);
  const slices = list.counts();
  const until = performance.now() + (source.patience ?? patienceMs);
  do take(slices, counting);
  while (!counting.done && performance.now() < until);
  if (!counting.done) {
    // What goes wrong here is asked for again by the next page, which then says so.
    countOn({ cache, key, counting }, source, slices).catch(() => cache.totals.delete(key));
  }
  return counting;
}

function take(slices: Generator<number>, counting: Counting): void {
  const { value, done } = slices.next();
  if (done === true) counting.done = true;
  else counting.count += value;
}

interface CountingOn {
  readonly cache: Cache;
  readonly key: string;
  readonly counting: Counting;
}

/** Counts on for as long as the list is looked at; each letter of a search asks for another one. */
async function countOn(
  { cache, key, counting }: CountingOn,
  { store, isOpen }: WindowSource,
  slices: Generator<number>,
): Promise<void> {
  while (!counting.done) {
    await turn();
    if (!isOpen() || cacheOf(store) !== cache) return;
    if (cache.shownFilter !== key) {
      cache.totals.delete(key);
      return;
    }
    take(slices, counting);
  }
}

function filterKey(filter: RosterFilter): string {
  return JSON.stringify(Object.entries(filter).sort());
}
