/** Is the open file whole? SQLite's own checks and the invariants that no constraint can state. */
import { schemaVersion } from './migrate.ts';
import type { ReadStore } from './store.ts';

export interface StoreVerification {
  readonly ok: boolean;
  /** Codes with a count or detail after a colon. */
  readonly problems: string[];
  readonly schemaVersion: number;
  readonly rows: Record<string, number>;
}

const counted = [
  'unit',
  'person',
  'roster_entry',
  'import_batch',
  'membership',
  'link',
  'finding',
  'journal',
] as const;

/** Each finds the rows that break one rule; none is the answer of a sound store. */
const invariants: readonly (readonly [code: string, sql: string])[] = [
  [
    'person-without-entry',
    `SELECT count(*) FROM person p
     WHERE NOT EXISTS (SELECT 1 FROM roster_entry e WHERE e.person_id = p.id)`,
  ],
  [
    'sort-name-differs',
    `SELECT count(*) FROM roster_entry e JOIN person p ON p.id = e.person_id
     WHERE e.sort_name <> p.name_key OR e.sort_birth IS NOT p.birth_date
       OR e.sort_position IS NOT ifnull(e.position, e.job_kind)`,
  ],
  [
    'search-differs',
    `SELECT abs((SELECT count(*) FROM roster_entry) -
     (SELECT count(*) FROM entry_search))`,
  ],
  [
    'membership-of-two-people',
    `SELECT count(*) FROM (SELECT membership_id FROM link
     WHERE run_id = (SELECT max(id) FROM reconcile_run) AND class IN ('nik', 'kpj', 'strong', 'decided')
     GROUP BY membership_id HAVING count(DISTINCT person_id) > 1)`,
  ],
  [
    'state-of-no-run',
    `SELECT count(*) FROM entry_state
     WHERE run_id <> (SELECT max(id) FROM reconcile_run)`,
  ],
  [
    'finding-present-without-row',
    `SELECT count(*) FROM finding f WHERE f.present = 1 AND f.entry_id IS NULL AND f.membership_id IS NULL
       AND (SELECT bpjs_version || '/' || roster_version FROM finding_run ORDER BY id DESC LIMIT 1) = (
         SELECT b.version || '/' || r.version FROM area_version b, area_version r WHERE b.area = 'bpjs' AND r.area = 'roster')`,
  ],
  [
    'finding-done-but-open',
    `SELECT count(*) FROM finding WHERE present = 0 AND status NOT IN ('selesai', 'diabaikan')`,
  ],
  [
    'coverage-differs',
    `SELECT count(*) FROM (SELECT employer_group, roster, unit_id FROM coverage_count
       GROUP BY 1, 2, 3 HAVING min(workers) <> max(workers) OR count(*) <> 4)`,
  ],
  [
    'membership-decided-for-two-people',
    `SELECT count(*) FROM (SELECT membership_id FROM link
     WHERE run_id = (SELECT max(id) FROM reconcile_run)
       AND (class IN ('nik', 'kpj', 'strong', 'decided') AND decision IS NOT 'different' OR decision = 'same')
     GROUP BY membership_id HAVING count(DISTINCT person_id) > 1)`,
  ],
  [
    'village-of-no-district',
    `SELECT count(*) FROM unit u JOIN unit p ON p.id = u.parent_id
     WHERE u.kind IN ('desa', 'kelurahan') AND p.kind <> 'kecamatan'`,
  ],
];

export function verifyStore(
  store: ReadStore,
  progress: (done: number, total: number) => void,
): StoreVerification {
  const total = invariants.length + 2;
  const problems: string[] = [];
  const integrity = store.sql.pluck<string>('PRAGMA integrity_check(20)');
  if (integrity.length !== 1 || integrity[0] !== 'ok')
    problems.push(`integrity: ${integrity.length}`);
  progress(1, total);
  const broken = store.sql.all('PRAGMA foreign_key_check').length;
  if (broken > 0) problems.push(`foreign-keys: ${broken}`);
  progress(2, total);
  for (const [index, [code, sql]] of invariants.entries()) {
    const count = store.sql.pluck<number>(sql)[0] ?? 0;
    if (count > 0) problems.push(`${code}: ${count}`);
    progress(index + 3, total);
  }
  const rows = Object.fromEntries(
    counted.map((table) => [
      table,
      store.sql.pluck<number>(`SELECT count(*) FROM ${table}`)[0] ?? 0,
    ]),
  );
  return { ok: problems.length === 0, problems, schemaVersion, rows };
}
