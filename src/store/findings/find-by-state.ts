/** Findings that come from where people and memberships stand: F01–F06. */
import type { WriteSql } from '../store.ts';
import {
  acceptedLink,
  payerJoins,
  payerSql,
  stateSql,
  stillWanted,
  whoOfMembership,
  whoOfPerson,
  withReach,
} from './scratch.ts';

/** Start of every statement that adds what it finds; whoever has a finding of that code already keeps the first. */
export const addFound = `INSERT OR IGNORE INTO temp.found
  (code, who, entry_id, membership_id, unit_id, roster, name, premium, reason, info)`;

const ofWorker = 'w.who, w.entry_id, NULL, w.unit_id, w.roster, w.name, w.premium';

/** The day on which somebody born then is 66: too old for BPU. */
const sixtySix = "date(w.birth_date, '+66 years')";

/** F01: on a list, in no export. Who has died, left, or is too old to be registered is no case for it. */
export function findMissing(sql: WriteSql, asOf: string): void {
  sql.run(
    `${addFound} SELECT 'F01', ${ofWorker}, 'belum', '{}' FROM temp.worker w
     WHERE w.enrolment = 'belum' AND w.deceased = 0 AND (w.end_date IS NULL OR w.end_date >= ?)
       AND NOT (w.segment = 'bpu' AND w.birth_date IS NOT NULL AND ${sixtySix} <= ?)
       AND NOT EXISTS (SELECT 1 FROM temp.found f WHERE f.code = 'F11' AND f.who = w.who)
     ORDER BY w.who`,
    asOf,
    asOf,
  );
}

/** F03: registered, and not active on the day. */
export function findInactive(sql: WriteSql, asOf: string): void {
  sql.run(
    `${addFound} SELECT 'F03', w.who, w.entry_id, b.membership_id, w.unit_id, w.roster, w.name, w.premium, w.enrolment,
       json_object('endedOn', h.ended_on)
     FROM temp.worker w JOIN temp.best b ON b.person_id = w.person_id
     JOIN temp.held h ON h.person_id = b.person_id AND h.membership_id = b.membership_id
     WHERE w.enrolment IN ('grace', 'nonaktif') AND w.deceased = 0 AND (w.end_date IS NULL OR w.end_date >= ?)
     ORDER BY w.who`,
    asOf,
  );
}

/** F04 of people still on a list: dead or past their contract, and the regency still pays. */
export function findPaidAfterEnd(sql: WriteSql, asOf: string): void {
  sql.run(
    `${addFound} SELECT 'F04', w.who, w.entry_id, h.membership_id, w.unit_id, w.roster, w.name,
       coalesce(m.contribution_sen / 100, w.premium),
       CASE WHEN w.deceased = 1 THEN 'meninggal' ELSE 'kontrak-berakhir' END,
       json_object('endedOn', w.end_date, 'employer', m.employer)
     FROM temp.worker w
     JOIN temp.held h ON h.person_id = w.person_id AND h.state <> 'nonaktif' AND h.payer = 'own'
     JOIN membership m ON m.id = h.membership_id
     WHERE w.deceased = 1 OR w.end_date < ?
     ORDER BY w.who`,
    asOf,
  );
}

/** Memberships that nobody on a list holds, that the regency pays, and that are active on the day. */
export function listUnheld(sql: WriteSql, asOf: string): void {
  sql.run(
    'CREATE TEMP TABLE IF NOT EXISTS unheld (membership_id INTEGER PRIMARY KEY, payer TEXT, state TEXT)',
  );
  sql.run('DELETE FROM temp.unheld');
  sql.run(
    `${withReach}
     INSERT INTO temp.unheld
     SELECT m.id, ${payerSql('m')}, ${stateSql('m', 'coalesce(m.ended_on, r.ended_on)')}
     FROM membership m ${payerJoins('m')}
     WHERE ${stillWanted('m.id')}
       AND NOT EXISTS (SELECT 1 FROM link l WHERE l.membership_id = m.id AND l.decision IS NOT 'different')`,
    asOf,
    asOf,
    asOf,
  );
}

/** F04 of people who have left their lists: known by NIK, else KPJ, else name and birth date. */
export function findPaidAfterLeaving(sql: WriteSql): void {
  const gone = (join: string) => `
    SELECT u.membership_id, e.id AS entry_id, p.id AS person_id FROM temp.unheld u
    JOIN membership m ON m.id = u.membership_id ${join}
    WHERE u.payer = 'own' AND u.state <> 'nonaktif' AND e.status = 'keluar' AND e.status_reason IS NOT 'ganda'
      AND NOT EXISTS (SELECT 1 FROM roster_entry o WHERE o.person_id = p.id AND o.status <> 'keluar')`;
  for (const join of [
    'JOIN person p ON p.nik = m.nik JOIN roster_entry e ON e.person_id = p.id',
    'JOIN roster_entry e ON e.kpj = m.kpj JOIN person p ON p.id = e.person_id',
    `JOIN person p ON p.name_key = upper(m.name) AND p.birth_date = m.birth_date
       AND (p.nik IS NULL OR m.nik IS NULL) JOIN roster_entry e ON e.person_id = p.id`,
  ]) {
    sql.run(
      `${addFound} SELECT 'F04', ${whoOfPerson('p.nik', 'p.id')}, g.entry_id, g.membership_id, e.unit_id, e.roster, p.name,
         coalesce(m.contribution_sen / 100, ${reportedPremium}), coalesce(e.status_reason, 'keluar'),
         json_object('endedOn', e.end_date, 'employer', m.employer)
       FROM (${gone(join)}) g JOIN person p ON p.id = g.person_id JOIN roster_entry e ON e.id = g.entry_id
       JOIN membership m ON m.id = g.membership_id JOIN bpjs_export x ON x.id = m.export_id`,
    );
    sql.run(
      `DELETE FROM temp.unheld WHERE membership_id IN (
         SELECT m.id FROM temp.found f JOIN membership c ON c.id = f.membership_id
         JOIN membership m ON (m.nik = c.nik OR m.kpj = c.kpj OR m.id = c.id) WHERE f.code = 'F04')`,
    );
  }
}

/** SQL for what the tariff asks for a membership at its reported wage; export `x`, membership `m`. */
const reportedPremium = `(SELECT g.premium FROM temp.price g WHERE
  (g.segment, g.employer_group, g.fund, g.wage, g.position) =
  (CASE x.kind WHEN 'bpjs-bpu' THEN 'bpu' ELSE 'pu' END, CASE x.kind WHEN 'bpjs-bpu' THEN 'rentan' ELSE 'non-asn' END, '',
   CASE x.kind WHEN 'bpjs-bpu' THEN -1 ELSE ifnull(m.wage_sen, -1) END, ''))`;

/** The kinds of members that `reportedPremium` will ask a price for. */
export function unheldKinds(sql: WriteSql): (readonly [string, string, string, number, string])[] {
  return [
    ...sql.iterateRaw<readonly [string, string, string, number, string]>(
      `SELECT DISTINCT CASE x.kind WHEN 'bpjs-bpu' THEN 'bpu' ELSE 'pu' END,
         CASE x.kind WHEN 'bpjs-bpu' THEN 'rentan' ELSE 'non-asn' END, '',
         CASE x.kind WHEN 'bpjs-bpu' THEN -1 ELSE ifnull(m.wage_sen, -1) END, ''
       FROM temp.unheld u JOIN membership m ON m.id = u.membership_id JOIN bpjs_export x ON x.id = m.export_id
       WHERE u.payer = 'own' AND u.state <> 'nonaktif'`,
    ),
  ];
}

/** F02: the regency pays, and nobody on a list is that person. Several rows of one person are one finding. */
export function findUnlisted(sql: WriteSql, hash: (text: string) => number): void {
  const columns = `NULL, m.id, NULL, NULL, m.name, coalesce(m.contribution_sen / 100, ${reportedPremium}), 'not-listed',
    json_object('employer', m.employer, 'kind', x.kind)`;
  const from = `FROM temp.unheld u JOIN membership m ON m.id = u.membership_id JOIN bpjs_export x ON x.id = m.export_id
    WHERE u.payer = 'own' AND u.state <> 'nonaktif'`;
  sql.run(
    `${addFound} SELECT 'F02', ${whoOfMembership('m')} AS who, ${columns} ${from} AND who IS NOT NULL ORDER BY 2, m.id`,
  );
  // Without NIK and KPJ a person is known by name and birth date.
  const nameless = [
    ...sql.iterateRaw<readonly [id: number, name: string, birthDate: string | null]>(
      `SELECT m.id, m.name, m.birth_date ${from} AND ${whoOfMembership('m')} IS NULL`,
    ),
  ];
  const insert = sql.prepare(`${addFound} SELECT 'F02', ?, ${columns} ${from} AND m.id = ?`);
  for (const [id, name, birthDate] of nameless) {
    insert(hash(`${name.toUpperCase()}|${birthDate ?? ''}`), id);
  }
}

/** F05: one person, two funds: planned so on two lists, or paid twice already. What could be saved is at stake. */
export function findDoubleFunding(sql: WriteSql): void {
  const kind = `CASE WHEN e.fund_source IN ('apbd-pad', 'apbd-dau', 'bankeu') THEN 'apbd'
    WHEN e.fund_source IN ('add', 'dana-desa', 'pbh', 'pades') THEN 'apbdes'
    WHEN e.fund_source IN ('csr', 'donasi') THEN 'csr'
    WHEN instr(e.fund_source, ':') THEN substr(e.fund_source, 1, instr(e.fund_source, ':') - 1) ELSE e.fund_source END`;
  sql.run(
    `${addFound} SELECT 'F05', w.who, w.entry_id, NULL, w.unit_id, w.roster, w.name, d.premium, 'two-funds',
       json_object('funds', d.funds)
     FROM (SELECT e.person_id, sum(g.premium) - max(g.premium) AS premium, group_concat(DISTINCT e.fund_source) AS funds
       FROM roster_entry e
       LEFT JOIN temp.price g ON (g.segment, g.employer_group, g.fund, g.wage, g.position) = (
         e.segment, e.employer_group, ifnull(e.fund_source, ''), ifnull(e.wage_sen, -1),
         CASE WHEN e.employer_group = 'perangkat-desa' THEN ifnull(e.position, '') ELSE '' END)
       WHERE e.status <> 'keluar' AND e.fund_source <> 'mandiri' AND e.fund_source NOT GLOB 'mandiri:*'
         AND e.person_id IN (SELECT person_id FROM roster_entry WHERE status <> 'keluar' GROUP BY person_id HAVING count(*) > 1)
       GROUP BY e.person_id HAVING count(DISTINCT ${kind}) > 1) d
     JOIN temp.worker w ON w.person_id = d.person_id`,
  );
  sql.run(
    `${addFound} SELECT 'F05', w.who, w.entry_id, d.membership_id, w.unit_id, w.roster, w.name,
       ifnull((SELECT contribution_sen / 100 FROM membership WHERE id = d.membership_id), w.premium), 'paid-twice',
       json_object('cards', d.cards)
     FROM (SELECT h.person_id, max(h.membership_id) AS membership_id, count(DISTINCT m.kpj) AS cards FROM temp.held h
       JOIN membership m ON m.id = h.membership_id
       WHERE h.state = 'aktif' AND h.payer = 'own' AND m.kpj IS NOT NULL
       GROUP BY h.person_id HAVING count(DISTINCT m.kpj) > 1) d
     JOIN temp.worker w ON w.person_id = d.person_id`,
  );
}

/** F06: active at another employer. For a BPU it puts the aid in question, whichever list the person stands on. */
export function findElsewhere(sql: WriteSql): void {
  sql.run(
    `${addFound} SELECT 'F06', w.who, w.entry_id, h.membership_id, w.unit_id, w.roster, w.name, w.premium,
       CASE WHEN w.segment = 'bpu' THEN 'bpu-is-pu'
         WHEN EXISTS (SELECT 1 FROM temp.held o WHERE o.person_id = w.person_id AND o.payer = 'own' AND o.state = 'aktif')
         THEN 'two-employers' ELSE 'other-employer-only' END,
       json_object('employer', m.employer, 'npp', m.npp)
     FROM temp.worker w
     JOIN temp.held h ON h.person_id = w.person_id AND h.state = 'aktif' AND h.payer = 'other'
     JOIN membership m ON m.id = h.membership_id
     ORDER BY w.who, h.membership_id DESC`,
  );
}

/** People whom the queue still asks about hold no place in the findings of their state. */
export const waitingLink = (l: string): string =>
  `${l}.class IN ('review', 'conflict') AND ${l}.decision IS NULL AND NOT ${acceptedLink(l)}`;
