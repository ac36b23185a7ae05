/** Findings of a store with a million entries and 600,000 memberships: CPU seconds of the run's extra step. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createEngine } from '../../src/engine/create-engine.ts';
import { storeFindings } from '../../src/engine/findings/store-findings.ts';
import { findingPage, findingSummary } from '../../src/engine/findings/views.ts';
import { createAndOpen } from '../../src/engine/store/open.ts';
import { threadModule } from '../../src/engine/worker/thread-module.ts';
import { peakRssMb, row } from './measure.ts';

const entries = Number(process.argv[2] ?? 1_000_000);
const dir = mkdtempSync(join(tmpdir(), 'padan-findings-'));
const engine = createEngine({
  resourcesDir: resolve('resources'),
  workerUrl: threadModule(),
  dataDir: null,
  now: () => new Date(),
  log: () => undefined,
  resolveFile: async (id) => id,
  grantFile: (path) => path,
});
await createAndOpen(engine.context, {
  path: join(dir, 'besar.padan'),
  passphrase: 'kata sandi bench',
  regencyCode: '33.29',
  fiscalYear: 2027,
});
const store = engine.context.session.store();
const series = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)';

// Invented people: serials 9xxx, one in four active, one in forty with a NIK that disagrees with its birth date.
store.transact(['roster', 'bpjs', 'links'], (sql) => {
  const day = "printf('%02d', i % 28 + 1)";
  const month = "printf('%02d', i / 28 % 12 + 1)";
  const year = "printf('%02d', i / 336 % 40 + 60)";
  const nik = `'3329' || printf('%02d', i / 13440 % 17 + 1) || ${day} || ${month} || ${year} || printf('9%03d', i / 13440 / 17 % 1000)`;
  const birth = `'19' || ${year} || '-' || ${month} || '-' || CASE WHEN i % 40 = 0 THEN '29' ELSE ${day} END`;
  const name = `'NAMA ' || (i * 7919 % 99991) || ' ' || (i % 977)`;
  sql.run(
    `${series} INSERT INTO person (id, nik, name, name_key, birth_date, sex)
     SELECT i, ${nik}, ${name}, ${name}, replace(${birth}, '-02-29', '-02-28'), 'L' FROM n`,
    entries,
  );
  sql.run(
    `${series} INSERT INTO roster_entry (id, person_id, roster, unit_id, segment, employer_group, wage_sen, fund_source,
       status, sort_name)
     SELECT i, i, CASE WHEN i % 5 = 0 THEN 'non-asn' ELSE 'rentan' END, i % 300 + 1,
       CASE WHEN i % 5 = 0 THEN 'pu' ELSE 'bpu' END, CASE WHEN i % 5 = 0 THEN 'non-asn' ELSE 'rentan' END,
       CASE WHEN i % 5 = 0 THEN 150000000 + i % 40 * 5000000 END, 'apbd-pad', 'terverifikasi', 'X' FROM n`,
    entries,
  );
  for (const [id, kind] of [
    [1, 'bpjs-pu'],
    [2, 'bpjs-bpu'],
  ] as const) {
    sql.run(
      `INSERT INTO import_batch (id, kind, state, file_name, bytes, sha256, facts, choices, sheets, counts, issue_counts,
         staged_at, committed_at) VALUES (?, ?, 'committed', 'x', 1, ?, '{}', '{}', '[]', '{}', '[]', '2026', '2026')`,
      id,
      kind,
      String(id).repeat(64),
    );
    sql.run(`INSERT INTO bpjs_export (id, batch_id, kind) VALUES (?, ?, ?)`, id, id, kind);
  }
  sql.run(
    `${series} INSERT INTO membership (id, export_id, nik, kpj, npp, name, wage_sen, contribution_sen, source_sheet, source_row)
     SELECT i, CASE WHEN i % 5 = 0 THEN 1 ELSE 2 END, p.nik, printf('%011d', i), '15332901', p.name,
       CASE WHEN i % 5 = 0 THEN 150000000 END, CASE WHEN i % 5 = 0 THEN 810000 END, 's', i
     FROM n JOIN person p ON p.id = n.i`,
    Math.floor(entries * 0.6),
  );
  sql.run(
    `INSERT INTO reconcile_run (id, as_of, started_at, finished_at, engine_version, roster_version, bpjs_version, counts)
     VALUES (1, '2026-11-23', '', '', '', 1, 1, '{}')`,
  );
  sql.run(
    `INSERT INTO link (run_id, person_id, membership_id, class, probability, weight, evidence)
     SELECT 1, id, id, 'nik', 1, 1, 0 FROM membership WHERE id % 12 <> 0`,
  );
  sql.run(
    `INSERT INTO entry_state (entry_id, run_id, enrolment, link_class, membership_id)
     SELECT e.id, 1, CASE WHEN l.id IS NULL THEN 'belum' ELSE 'aktif' END, 'nik', l.membership_id
     FROM roster_entry e LEFT JOIN link l ON l.person_id = e.person_id`,
  );
});

/** CPU seconds, user and system. */
function cpu(work: () => void): string {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return `${((user + system) / 1e6).toFixed(2)} s CPU`;
}

const trace = process.argv.includes('--steps');
const run = () =>
  store.transact([], (sql) => {
    let last = process.cpuUsage();
    storeFindings(sql, {
      asOf: '2026-11-23',
      at: '2026-11-23T05:00:00.000Z',
      resourcesDir: 'resources',
      step(done) {
        const { user, system } = process.cpuUsage(last);
        if (trace) row(`  step ${done}`, `${((user + system) / 1e6).toFixed(2)} s`);
        last = process.cpuUsage();
      },
    });
  });
row(`findings of ${entries} entries, first run`, cpu(run));
row('the same again, nothing changed', cpu(run));
row(
  'summary by code',
  cpu(() => void findingSummary(store, '2026-11-23')),
);
const page = (code: 'F01' | 'F10', by: 'premium' | 'name') =>
  findingPage(
    store,
    { filter: { code, present: true }, sort: { by, descending: true }, offset: 0, limit: 100 },
    '2026-11-23',
  );
row(
  'first page of F01, dearest first',
  cpu(() => void page('F01', 'premium')),
);
row(
  'first page of F10, dearest first',
  cpu(() => void page('F10', 'premium')),
);
row(
  'found',
  store.sql
    .all<{ code: string; n: number }>('SELECT code, count(*) AS n FROM finding GROUP BY code')
    .map(({ code, n }) => `${code} ${n}`)
    .join(', '),
);
row('peak RSS', `${peakRssMb().toFixed(0)} MB`);
await engine[Symbol.asyncDispose]();
rmSync(dir, { recursive: true, force: true });
