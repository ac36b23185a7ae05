/** Working tables of one run's findings: each worker once, each accepted membership with its state and payer. */
import type { EmployerGroup, FundSource, Segment } from '../../domain/segments.ts';
import { payerKey } from '../payer-key.ts';
import type { WriteSql } from '../store.ts';

/** What decides one person's monthly premium. */
export interface PriceTerms {
  readonly segment: Segment;
  readonly employerGroup: EmployerGroup;
  readonly fundSource: FundSource | null;
  readonly wageSen: number | null;
  /** Of village officials only. */
  readonly position: string | null;
}

export interface Price {
  /** Whole rupiah a month; null when it cannot be said. */
  readonly premium: number | null;
  /** The wage it rests on, in sen. */
  readonly baseSen: number | null;
}

export type PriceOf = (terms: PriceTerms) => Price;

/** Numbers that name people without a row id: a NIK less 10^15 is a safe integer for every province. */
const nikBase = 1_000_000_000_000_000;
const personBase = 1_000_000_000_000;

/** SQL that is true for a text that could be a NIK. */
export const looksLikeNik = (column: string): string =>
  `(length(${column}) = 16 AND ${column} NOT GLOB '*[^0-9]*')`;

/** SQL for the number a worker's findings are kept under. */
export const whoOfPerson = (nik: string, personId: string): string =>
  `CASE WHEN ${looksLikeNik(nik)} THEN CAST(${nik} AS INTEGER) - ${nikBase} ELSE -${personBase} - ${personId} END`;

/** SQL for the number of somebody whom only an export knows; NULL without NIK and KPJ. */
export const whoOfMembership = (m: string): string =>
  `CASE WHEN ${looksLikeNik(`${m}.nik`)} THEN CAST(${m}.nik AS INTEGER) - ${nikBase}
    WHEN length(${m}.kpj) = 11 AND ${m}.kpj NOT GLOB '*[^0-9]*' THEN -1 - CAST(${m}.kpj AS INTEGER) END`;

/** Links that stand, after the matcher and after the officers. */
export const acceptedLink = (l: string): string =>
  `((${l}.class IN ('nik', 'kpj', 'strong', 'decided') AND ${l}.decision IS NOT 'different') OR ${l}.decision = 'same')`;

/** SQL that is always true, and asks now and then whether the statement's work is still wanted; `id` is a row's number. */
export const stillWanted = (id: string): string => `((${id} & 4095) <> 0 OR still_wanted())`;

const rank = (column: string) =>
  `CASE ${column} WHEN 'non-asn' THEN 1 WHEN 'desa' THEN 2 ELSE 3 END`;

const tables = `
CREATE TEMP TABLE IF NOT EXISTS price (segment TEXT, employer_group TEXT, fund TEXT, wage INTEGER, position TEXT,
  premium INTEGER, base INTEGER, PRIMARY KEY (segment, employer_group, fund, wage, position)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS worker (person_id INTEGER PRIMARY KEY, who INTEGER, entry_id INTEGER, unit_id INTEGER,
  roster TEXT, segment TEXT, employer_group TEXT, fund TEXT, position TEXT, name TEXT, birth_date TEXT, deceased INTEGER,
  end_date TEXT, enrolment TEXT, premium INTEGER, base INTEGER, nik TEXT, name_key TEXT, sex TEXT);
CREATE TEMP TABLE IF NOT EXISTS linked (membership_id INTEGER, person_id INTEGER, PRIMARY KEY (membership_id, person_id))
  WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS held (person_id INTEGER, membership_id INTEGER, export_id INTEGER, kind TEXT, state TEXT,
  payer TEXT, ended_on TEXT, wage INTEGER, paid INTEGER, bits INTEGER, PRIMARY KEY (person_id, membership_id)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS best (person_id INTEGER PRIMARY KEY, membership_id INTEGER, export_id INTEGER, state TEXT,
  payer TEXT, kind TEXT, wage INTEGER, paid INTEGER, bits INTEGER);
CREATE TEMP TABLE IF NOT EXISTS shared_nik (nik TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS namesake (person_id INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS own_payer (payer TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS found (code TEXT, who INTEGER, entry_id INTEGER, membership_id INTEGER, unit_id INTEGER,
  roster TEXT, name TEXT, premium INTEGER, reason TEXT, info TEXT, PRIMARY KEY (code, who)) WITHOUT ROWID;`;

const names = [
  'price',
  'worker',
  'linked',
  'held',
  'best',
  'own_payer',
  'shared_nik',
  'namesake',
  'found',
] as const;

/** Makes the working tables, empty; disposing empties them again. They live in memory, never in the file. */
export function openScratch(sql: WriteSql): Disposable {
  for (const statement of tables.split(';')) if (statement.trim() !== '') sql.run(statement);
  const clear = () => {
    for (const name of names) sql.run(`DELETE FROM temp.${name}`);
  };
  clear();
  return { [Symbol.dispose]: clear };
}

const priceColumns = (e: string) =>
  `${e}.segment, ${e}.employer_group, ifnull(${e}.fund_source, ''), ifnull(${e}.wage_sen, -1),
   CASE WHEN ${e}.employer_group = 'perangkat-desa' THEN ifnull(${e}.position, '') ELSE '' END`;

type PriceRow = readonly [string, string, string, number, string];

/** Prices every kind of worker once: a million rows are some hundred kinds. */
export function fillPrices(sql: WriteSql, priceOf: PriceOf): void {
  const kinds = [
    ...sql.iterateRaw<PriceRow>(
      `SELECT DISTINCT ${priceColumns('e')} FROM roster_entry e WHERE e.status <> 'keluar'`,
    ),
  ];
  addPrices(sql, kinds, priceOf);
}

/** As `fillPrices`, for kinds that come up later: a reported wage in place of the roster's. */
export function addPrices(sql: WriteSql, kinds: readonly PriceRow[], priceOf: PriceOf): void {
  const insert = sql.prepare('INSERT OR IGNORE INTO temp.price VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const [segment, group, fund, wage, position] of kinds) {
    const { premium, baseSen } = priceOf({
      // The store's columns are CHECKed to these words.
      segment: segment as Segment,
      employerGroup: group as EmployerGroup,
      fundSource: fund === '' ? null : (fund as FundSource),
      wageSen: wage < 0 ? null : wage,
      position: position === '' ? null : position,
    });
    insert(segment, group, fund, wage, position, premium, baseSen);
  }
}

/** Numbers that several people have, and people who share name and birth date: few of many, looked at several times. */
export function fillShared(sql: WriteSql): void {
  sql.run(
    `INSERT INTO temp.shared_nik SELECT nik FROM person WHERE nik IS NOT NULL GROUP BY nik HAVING count(*) > 1`,
  );
  sql.run(
    `INSERT INTO temp.namesake SELECT p.id FROM (
       SELECT name_key, birth_date FROM person WHERE birth_date IS NOT NULL GROUP BY name_key, birth_date
       HAVING count(*) > 1) d
     JOIN person p ON p.name_key = d.name_key AND p.birth_date = d.birth_date`,
  );
}

/** One row a person still in a roster, under the first of their rosters, with the price of one month. */
export function fillWorkers(sql: WriteSql): void {
  sql.run(
    `INSERT INTO temp.worker
     SELECT p.id, ${whoOfPerson('p.nik', 'p.id')}, e.id, e.unit_id, e.roster, e.segment, e.employer_group,
       ifnull(e.fund_source, ''), CASE WHEN e.employer_group = 'perangkat-desa' THEN ifnull(e.position, '') ELSE '' END,
       p.name, p.birth_date, p.deceased, e.end_date, coalesce(s.enrolment, 'belum'), g.premium, g.base, p.nik, p.name_key,
       p.sex
     FROM person p
     JOIN roster_entry e ON e.person_id = p.id AND e.status <> 'keluar'
       AND NOT EXISTS (SELECT 1 FROM roster_entry o WHERE o.person_id = p.id AND o.status <> 'keluar'
         AND (${rank('o.roster')}, o.id) < (${rank('e.roster')}, e.id))
     LEFT JOIN entry_state s ON s.entry_id = e.id
     LEFT JOIN temp.price g ON (g.segment, g.employer_group, g.fund, g.wage, g.position) = (${priceColumns('e')})
     WHERE ${stillWanted('p.id')} ORDER BY p.id`,
  );
  // Two people under one NIK keep findings of their own: the later one goes by its row.
  sql.run(
    `UPDATE temp.worker SET who = -${personBase} - person_id WHERE person_id IN (
       SELECT p.id FROM person p JOIN (SELECT w.nik, min(w.person_id) AS first FROM temp.worker w
         WHERE w.nik IN (SELECT nik FROM temp.shared_nik) GROUP BY w.nik) d ON d.nik = p.nik AND p.id > d.first)`,
  );
}

/** SQL for a membership's state on the day bound twice: the words of `membershipState`. */
export const stateSql = (m: string, ended: string): string =>
  `CASE WHEN ${m}.joined_on > :asOf THEN 'nonaktif' WHEN ${ended} IS NULL OR ${ended} >= :asOf THEN 'aktif'
    WHEN ${m}.grace_until >= :asOf THEN 'grace' ELSE 'nonaktif' END`.replaceAll(':asOf', '?');

/** SQL for who pays a membership `m` of export `x`, with `own_payer` and `export_payer` joined as o and y. */
export const payerSql = (m: string): string =>
  `CASE WHEN x.kind <> 'bpjs-nik' OR o.payer IS NOT NULL OR y.public = 1 THEN 'own'
    WHEN ${payerKey(m)} = '' THEN 'unknown' ELSE 'other' END`;

/** Joins that `payerSql` and the reach of a list of a month need. */
export const payerJoins = (m: string): string =>
  `JOIN bpjs_export x ON x.id = ${m}.export_id AND x.active = 1
   LEFT JOIN reach r ON r.export_id = ${m}.export_id AND r.payer = ${payerKey(m)}
   LEFT JOIN export_payer y ON y.export_id = ${m}.export_id AND y.payer = ${payerKey(m)}
   LEFT JOIN temp.own_payer o ON o.payer = ${payerKey(m)}`;

/** Bits of a membership's programmes: those it counts as, and JKK and JKM where its row says them itself. */
export const programmeBit = { jkk: 1, jkm: 2, jht: 4, jp: 8, saysJkk: 16, saysJkm: 32 } as const;

/** SQL for those bits. A row that names no programme at all counts as JKK and JKM: `programmesHeld` in SQL. */
const programmeSql = (m: string): string =>
  `(ifnull(${m}.jkk, coalesce(${m}.jkm, ${m}.jht, ${m}.jp) IS NULL) * ${programmeBit.jkk}
    | ifnull(${m}.jkm, coalesce(${m}.jkk, ${m}.jht, ${m}.jp) IS NULL) * ${programmeBit.jkm}
    | ifnull(${m}.jht, 0) * ${programmeBit.jht} | ifnull(${m}.jp, 0) * ${programmeBit.jp}
    | ifnull(${m}.jkk, 0) * ${programmeBit.saysJkk} | ifnull(${m}.jkm, 0) * ${programmeBit.saysJkm})`;

export const withReach = 'WITH reach AS MATERIALIZED (SELECT * FROM export_reach)';

/** Every membership that a person was given, with its state on the day, and the one that says most of them. */
export function fillHeld(sql: WriteSql, asOf: string): void {
  sql.run(
    `INSERT INTO temp.own_payer SELECT DISTINCT p.payer FROM export_payer p JOIN bpjs_export x ON x.id = p.export_id
     WHERE x.kind <> 'bpjs-nik' AND p.payer <> ''`,
  );
  // Memberships are read in the order in which they lie: by the order of links each page would be read many times.
  sql.run(
    `INSERT OR IGNORE INTO temp.linked SELECT l.membership_id, l.person_id FROM link l
     WHERE l.run_id = (SELECT max(id) FROM reconcile_run) AND ${acceptedLink('l')} AND ${stillWanted('l.id')}
     ORDER BY 1, 2`,
  );
  const ended = 'coalesce(m.ended_on, r.ended_on)';
  sql.run(
    `${withReach}
     INSERT INTO temp.held
     SELECT l.person_id, m.id, m.export_id, x.kind, ${stateSql('m', ended)}, ${payerSql('m')}, ${ended}, m.wage_sen,
       m.contribution_sen, ${programmeSql('m')}
     FROM temp.linked l CROSS JOIN membership m ON m.id = l.membership_id ${payerJoins('m')}
     WHERE ${stillWanted('m.id')}`,
    asOf,
    asOf,
    asOf,
  );
  sql.run(
    `INSERT INTO temp.best SELECT person_id, membership_id, export_id, state, payer, kind, wage, paid, bits FROM (
       SELECT person_id, membership_id, export_id, state, payer, kind, wage, paid, bits,
         max((state = 'aktif') * 8e15 + (payer = 'own') * 4e15 + (kind <> 'bpjs-nik') * 2e15
           + (state = 'grace') * 1e15 + membership_id)
       FROM temp.held GROUP BY person_id)`,
  );
}
