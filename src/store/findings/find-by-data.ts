/** Findings that come from what stands in the rows: F07–F12. */
import type { CivilDate } from '../../domain/brand.ts';
import { type AsnSign, asnSignOf } from '../../domain/findings.ts';
import { readNik } from '../../domain/nik.ts';
import type { Sex } from '../../domain/segments.ts';
import type { WriteSql } from '../store.ts';
import { addFound } from './find-by-state.ts';
import { acceptedLink, addPrices, looksLikeNik, type PriceOf, programmeBit } from './scratch.ts';
import type { UnlikePair } from './unlike-pairs.ts';

const ofWorker = 'w.who, w.entry_id, NULL, w.unit_id, w.roster, w.name, w.premium';

/** Codes of a NIK that a row's own birth date and sex speak against, or that is none; another area is no fault. */
const passedOver: ReadonlySet<string> = new Set(['nik.other-area', 'nik.age-outside-window']);

/** F07: no NIK, or one that cannot be or disagrees with its row. Narrowed down by SQL, judged by `readNik`. */
export function findBadNik(sql: WriteSql, asOf: string): void {
  sql.run(
    `${addFound} SELECT 'F07', ${ofWorker}, CASE WHEN e.note LIKE '%NIK dalam berkas: %E+%' THEN 'nik.e-notation'
       WHEN e.note LIKE '%NIK dalam berkas: %' THEN 'nik.unusable' ELSE 'nik.missing' END, '{}'
     FROM temp.worker w CROSS JOIN roster_entry e ON e.id = w.entry_id
     WHERE w.nik IS NULL`,
  );
  const day = 'CAST(substr(w.nik, 7, 2) AS INTEGER)';
  const suspects = [
    ...sql.iterateRaw<
      readonly [id: number, nik: string, birthDate: string | null, sex: string | null]
    >(
      `SELECT w.person_id, w.nik, w.birth_date, w.sex FROM temp.worker w
       WHERE w.nik IS NOT NULL AND (NOT ${looksLikeNik('w.nik')}
         OR w.sex IS NOT NULL AND w.sex <> CASE WHEN ${day} > 40 THEN 'P' ELSE 'L' END
         OR w.birth_date IS NOT NULL AND substr(w.birth_date, 9, 2) || substr(w.birth_date, 6, 2) || substr(w.birth_date, 3, 2)
           <> printf('%02d', ${day} - CASE WHEN ${day} > 40 THEN 40 ELSE 0 END) || substr(w.nik, 9, 4)
         OR w.birth_date IS NULL
         OR substr(w.nik, 1, 2) NOT BETWEEN '11' AND '96')`,
    ),
  ];
  const insert = sql.prepare(
    `${addFound} SELECT 'F07', ${ofWorker}, ?, '{}' FROM temp.worker w WHERE w.person_id = ?`,
  );
  for (const [id, nik, birthDate, sex] of suspects) {
    const read = readNik(nik, {
      // The store's columns are CHECKed to these shapes; the run's day was parsed by its route.
      asOf: asOf as CivilDate,
      birthDate: birthDate as CivilDate | null,
      sex: sex as Sex | null,
    });
    const code = read.findings.find((one) => !passedOver.has(one.code))?.code;
    if (code !== undefined) insert(code, id);
  }
}

/** F08: one number for two people, or two numbers for one. */
export function findClashes(sql: WriteSql, unlike: readonly UnlikePair[]): void {
  // The queue's contradictions: the same number, another name and birth date.
  sql.run(
    `${addFound} SELECT 'F08', w.who, w.entry_id, l.membership_id, w.unit_id, w.roster, w.name, w.premium, 'conflict',
       json_object('bpjsName', m.name)
     FROM link l JOIN temp.worker w ON w.person_id = l.person_id JOIN membership m ON m.id = l.membership_id
     WHERE l.class = 'conflict' AND l.decision IS NULL AND l.run_id = (SELECT max(id) FROM reconcile_run)
     ORDER BY w.who, l.id`,
  );
  sql.run(
    `${addFound} SELECT 'F08', ${ofWorker}, 'same-nik-other-person', json_object('people', d.people)
     FROM (SELECT nik, count(DISTINCT name_key) AS people FROM person WHERE nik IN (SELECT nik FROM temp.shared_nik)
       GROUP BY nik HAVING count(DISTINCT name_key) > 1 AND count(DISTINCT ifnull(birth_date, '')) > 1) d
     JOIN person p ON p.nik = d.nik JOIN temp.worker w ON w.person_id = p.id ORDER BY w.who`,
  );
  // Namesakes born on one day are usual in a million people; from one district or in one unit they are not.
  sql.run(
    `${addFound} SELECT 'F08', ${ofWorker}, 'same-person-other-nik', '{}'
     FROM temp.namesake k JOIN person p ON p.id = k.person_id JOIN temp.worker w ON w.person_id = p.id
     WHERE p.nik IS NOT NULL AND EXISTS (
       SELECT 1 FROM person q WHERE q.name_key = p.name_key AND q.birth_date = p.birth_date AND q.id <> p.id
         AND q.nik <> p.nik AND (substr(q.nik, 1, 6) = substr(p.nik, 1, 6)
           OR EXISTS (SELECT 1 FROM roster_entry e WHERE e.person_id = q.id AND e.unit_id = w.unit_id)))
     ORDER BY w.who`,
  );
  const insert = sql.prepare(
    `${addFound} SELECT 'F08', w.who, w.entry_id, ?, w.unit_id, w.roster, w.name, w.premium, 'nik-differs',
       json_object('bpjsName', ?)
     FROM temp.worker w WHERE w.person_id = ?`,
  );
  for (const { personId, membershipId, bpjsName, nik } of unlike) {
    if (nik !== null) insert(membershipId, bpjsName, personId);
  }
}

/** F09: too old or too young on the day, or paid for in the other segment than the list says. */
export function findUnfit(sql: WriteSql, asOf: string): void {
  sql.run(
    `${addFound} SELECT 'F09', ${ofWorker},
       CASE WHEN date(w.birth_date, '+15 years') > ? THEN 'too-young' ELSE 'too-old' END,
       json_object('birthDate', w.birth_date)
     FROM temp.worker w WHERE w.birth_date IS NOT NULL AND w.deceased = 0
       AND (date(w.birth_date, '+15 years') > ? OR w.segment = 'bpu' AND date(w.birth_date, '+66 years') <= ?)
     ORDER BY w.who`,
    asOf,
    asOf,
    asOf,
  );
  sql.run(
    `${addFound} SELECT 'F09', w.who, w.entry_id, h.membership_id, w.unit_id, w.roster, w.name, w.premium, 'wrong-segment',
       json_object('kind', h.kind)
     FROM temp.worker w JOIN temp.held h ON h.person_id = w.person_id AND h.state = 'aktif'
       AND h.kind = CASE w.segment WHEN 'pu' THEN 'bpjs-bpu' ELSE 'bpjs-pu' END
     WHERE NOT EXISTS (SELECT 1 FROM temp.held o WHERE o.person_id = w.person_id AND o.state = 'aktif'
       AND o.kind = CASE w.segment WHEN 'pu' THEN 'bpjs-pu' ELSE 'bpjs-bpu' END)
     ORDER BY w.who`,
  );
}

/** Pairs of `best` b and `worker` w with another wage than the right one. */
export const wagePairs = `FROM temp.best b CROSS JOIN temp.worker w ON w.person_id = b.person_id
  WHERE w.segment = 'pu' AND b.payer = 'own' AND b.state = 'aktif' AND b.wage > 0 AND w.base IS NOT NULL
    AND abs(w.base - b.wage) > 100`;

const reportedKey = `(w.segment, w.employer_group, w.fund, b.wage, CASE WHEN w.employer_group = 'perangkat-desa' THEN w.position ELSE '' END)`;

/** F10: another wage is reported than the right base; at stake is the difference in premium by the tariff. */
export function findWages(sql: WriteSql, priceOf: PriceOf): void {
  addPrices(
    sql,
    [
      ...sql.iterateRaw<readonly [string, string, string, number, string]>(
        `SELECT DISTINCT w.segment, w.employer_group, w.fund, b.wage,
           CASE WHEN w.employer_group = 'perangkat-desa' THEN w.position ELSE '' END ${wagePairs}`,
      ),
    ],
    priceOf,
  );
  sql.run(
    `${addFound} SELECT 'F10', w.who, w.entry_id, b.membership_id, w.unit_id, w.roster, w.name,
       abs(w.premium - (SELECT g.premium FROM temp.price g
         WHERE (g.segment, g.employer_group, g.fund, g.wage, g.position) = ${reportedKey})),
       CASE WHEN b.wage < w.base THEN 'wage-under' ELSE 'wage-over' END,
       json_object('rosterWage', w.base / 100, 'bpjsWage', b.wage / 100)
     ${wagePairs}`,
  );
}

/** F10 of money: the premium in the list is not rate × reported wage. `due` gives what it should be, in rupiah. */
export function findContributions(
  sql: WriteSql,
  due: (wageSen: number, flags: readonly (0 | 1 | null)[]) => number | null,
): void {
  const pairs = sql.iterateRaw<
    readonly [id: number, person: number, wage: number, paid: number, bits: number]
  >(
    `SELECT b.membership_id, b.person_id, b.wage, b.paid, b.bits FROM temp.best b
     WHERE b.payer = 'own' AND b.kind = 'bpjs-pu' AND b.state = 'aktif' AND b.wage > 0 AND b.paid > 0`,
  );
  const flag = (bits: number, bit: number): 0 | 1 => ((bits & bit) === 0 ? 0 : 1);
  const wrong: (readonly [membership: number, person: number, due: number, paid: number])[] = [];
  const { saysJkk, saysJkm, jht, jp } = programmeBit;
  for (const [id, person, wage, paid, bits] of pairs) {
    const said = [saysJkk, saysJkm, jht, jp].map((bit) => flag(bits, bit));
    const should = due(wage, said);
    // One rupiah a component is rounding: JKK, JKM, and two each of JHT and JP.
    if (should !== null && Math.abs(should - paid / 100) > 6)
      wrong.push([id, person, should, Math.round(paid / 100)]);
  }
  const insert = sql.prepare(
    `${addFound} SELECT 'F10', w.who, w.entry_id, ?, w.unit_id, w.roster, w.name, ?, 'contribution', ?
     FROM temp.worker w WHERE w.person_id = ?`,
  );
  for (const [membership, person, should, paid] of wrong) {
    const info = JSON.stringify({ due: should, paid });
    insert(membership, Math.abs(should - paid), info, person);
  }
}

const asnWords = ['PNS', 'ASN', 'PPPK', 'P3K'];

/** F11: a civil servant in the non-ASN list, by a NIP or the words of the post. */
export function findCivilServants(sql: WriteSql): void {
  const text = `ifnull(e.position, '') || ' ' || ifnull(e.job_kind, '') || ' ' || ifnull(e.note, '')`;
  const digits = '[12][09][0-9][0-9][01][0-9][0-3][0-9]';
  const suspects = [
    ...sql.iterateRaw<readonly [person: number, text: string]>(
      `SELECT e.person_id, ${text} FROM roster_entry e
       WHERE e.roster = 'non-asn' AND e.status <> 'keluar' AND (${text} GLOB '*${digits}*'
         OR ${asnWords.map((word) => `${text} LIKE '%${word}%'`).join(' OR ')})`,
    ),
  ];
  const signs: (readonly [AsnSign, number])[] = [];
  for (const [person, words] of suspects) {
    const sign = asnSignOf(words);
    if (sign !== null) signs.push([sign, person]);
  }
  const insert = sql.prepare(
    `${addFound} SELECT 'F11', ${ofWorker}, ?, '{}' FROM temp.worker w WHERE w.person_id = ?`,
  );
  for (const [sign, person] of signs) insert(sign, person);
}

/** F12: one person on several rows of one list. The first row stays; the others are findings of their person. */
export function findDuplicates(sql: WriteSql): void {
  const row = (reason: string) => `'${reason}', json_object('rows', d.rows)`;
  sql.run(
    `${addFound} SELECT 'F12', ${ofWorker}, ${row('same-person')}
     FROM (SELECT person_id, count(*) AS rows FROM roster_entry WHERE status <> 'keluar'
       GROUP BY person_id, roster HAVING count(*) > 1) d
     JOIN temp.worker w ON w.person_id = d.person_id`,
  );
  sql.run(
    `${addFound} SELECT 'F12', ${ofWorker}, ${row('same-nik')}
     FROM (SELECT p.nik, x.roster, min(p.id) AS first, count(*) AS rows FROM person p JOIN temp.worker x ON x.person_id = p.id
       WHERE p.nik IN (SELECT nik FROM temp.shared_nik)
       GROUP BY p.nik, x.roster HAVING count(*) > 1 AND (count(DISTINCT p.name_key) = 1 OR count(DISTINCT ifnull(p.birth_date, '')) = 1)) d
     JOIN person p ON p.nik = d.nik AND p.id > d.first JOIN temp.worker w ON w.person_id = p.id AND w.roster = d.roster`,
  );
  sql.run(
    `${addFound} SELECT 'F12', ${ofWorker}, 'same-name-birth', json_object('rows', 2)
     FROM temp.namesake k JOIN person p ON p.id = k.person_id JOIN temp.worker w ON w.person_id = p.id
     WHERE EXISTS (
       SELECT 1 FROM person q JOIN temp.worker v ON v.person_id = q.id
       WHERE q.name_key = p.name_key AND q.birth_date = p.birth_date AND q.id < p.id AND v.roster = w.roster
         AND v.unit_id IS w.unit_id AND (q.nik IS NULL OR p.nik IS NULL))`,
  );
  // Those whom the matcher took for the same person, however they are written.
  sql.run(
    `${addFound} SELECT 'F12', ${ofWorker}, 'linked-same', json_object('rows', 2)
     FROM entry_state s JOIN roster_entry e ON e.id = s.entry_id JOIN temp.worker w ON w.person_id = e.person_id
     JOIN link l ON l.membership_id = s.membership_id AND ${acceptedLink('l')}
     JOIN temp.worker v ON v.person_id = l.person_id AND v.roster = w.roster AND v.person_id <> w.person_id
     WHERE s.link_class = 'duplicate'`,
  );
}
