/** Which answers grow stale when an area of the store changes. */
import type { ChangedArea } from '../../contract/messages.ts';
import { type RouteName, routes } from '../../contract/routes.ts';

/** What stands before the dot of a route's name. */
type RouteGroup = RouteName extends `${infer Group}.${string}` ? Group : never;

/** Whatever is counted from people, their memberships and the links between them. */
const fromPeople = [
  'roster',
  'coverage',
  'reconcile',
  'review',
  'finding',
  'movement',
  'difference',
  'budget',
  'plan',
  'premium',
  'spending',
  'journal',
] as const satisfies readonly RouteGroup[];
const fromMoney = [
  'budget',
  'plan',
  'budgetConfig',
  'tariff',
  'account',
  'fund',
  'premium',
  'spending',
  'journal',
] as const satisfies readonly RouteGroup[];

/** Asking a group too many costs one answer more; a group too few shows what is no longer true. */
const staleBy: Readonly<Record<Exclude<ChangedArea, 'store'>, readonly RouteGroup[]>> = {
  roster: [...fromPeople, 'unit'],
  import: ['import', 'store', 'roster', 'reconcile', 'journal'],
  links: fromPeople,
  findings: ['finding', 'movement', 'difference', 'journal'],
  budget: fromMoney,
  profile: [...fromMoney, 'profile', 'store'],
};

const queriesOf: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  Object.entries(routes).flatMap(([name, { kind }]) => (kind === 'query' ? [name] : [])),
  (name) => name.slice(0, name.indexOf('.')),
);

/** The queries to ask again, or `all` when the store itself was opened or closed. */
export function staleQueries(areas: readonly ChangedArea[]): ReadonlySet<string> | 'all' {
  const names = new Set<string>();
  for (const area of areas) {
    if (area === 'store') return 'all';
    for (const group of staleBy[area])
      for (const name of queriesOf.get(group) ?? []) names.add(name);
  }
  return names;
}
