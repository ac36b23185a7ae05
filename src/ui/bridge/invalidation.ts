/** Which answers grow stale when an area of the store changes. */
import type { ChangedArea } from '../../contract/messages.ts';
import type { NamesOf } from '../../contract/routes.ts';

type QueryName = NamesOf<'query'>;

const rosterViews: readonly QueryName[] = [
  'roster.page',
  'roster.entry',
  'roster.check',
  'roster.completeness',
  'coverage.table',
];
const reviewViews: readonly QueryName[] = [
  'review.page',
  'review.settings',
  'review.filters',
  'review.bulkPreview',
  'review.thresholds',
  'review.audits',
  'review.auditItems',
];
const history: readonly QueryName[] = ['journal.page'];

const staleBy: Readonly<Record<Exclude<ChangedArea, 'store'>, readonly QueryName[]>> = {
  roster: [
    ...rosterViews,
    ...history,
    'roster.counts',
    'unit.list',
    'reconcile.latest',
    'budget.compute',
  ],
  import: [
    ...history,
    'import.batch',
    'import.list',
    'import.rows',
    'import.leaving',
    'import.profiles',
    'import.setAside',
    'import.values',
    'import.sameValues',
    'import.clusters',
    'store.sampleFiles',
    'roster.counts',
    'roster.completeness',
    'reconcile.latest',
  ],
  links: [...rosterViews, ...history, ...reviewViews, 'reconcile.latest', 'budget.compute'],
  budget: [...history, 'budget.compute'],
  profile: [...history, 'profile.get', 'store.status', 'budget.compute'],
};

/** The queries to ask again, or `all` when the store itself was opened or closed. */
export function staleQueries(areas: readonly ChangedArea[]): ReadonlySet<string> | 'all' {
  const names = new Set<string>();
  for (const area of areas) {
    if (area === 'store') return 'all';
    for (const name of staleBy[area]) names.add(name);
  }
  return names;
}
