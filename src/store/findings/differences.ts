/** Fields in which a linked pair says different things, listed so that the branch can put them right. */
import { splitPersonName } from '../../domain/person-name.ts';
import type { WriteSql } from '../store.ts';
import { personKey } from '../unit-key.ts';

const pair = `FROM temp.best b JOIN temp.worker w ON w.person_id = b.person_id
  JOIN person p ON p.id = b.person_id JOIN membership m ON m.id = b.membership_id`;

const add =
  'INSERT INTO difference (entry_id, export_id, membership_id, field, roster_value, bpjs_value, cost)';

/** Needs `temp.best` and `temp.worker`, and the F10 findings for the cost of a wage. */
export function listDifferences(sql: WriteSql): void {
  sql.run('DELETE FROM difference');
  const field = (name: string, left: string, right: string) =>
    sql.run(
      `${add} SELECT w.entry_id, m.export_id, m.id, '${name}', ${left}, ${right}, NULL ${pair}
       WHERE ${left} <> ${right} ORDER BY w.name, w.entry_id`,
    );
  field('nik', 'p.nik', 'm.nik');
  listNames(sql);
  field('birthDate', 'p.birth_date', 'm.birth_date');
  field('sex', 'p.sex', 'm.sex');
  sql.run(
    `${add} SELECT w.entry_id, m.export_id, m.id, 'wage', CAST(w.base / 100 AS TEXT), CAST(m.wage_sen / 100 AS TEXT),
       CASE WHEN f.reason = 'wage-under' THEN f.premium END
     FROM temp.found f JOIN temp.worker w ON w.entry_id = f.entry_id JOIN membership m ON m.id = f.membership_id
     WHERE f.code = 'F10' AND f.reason IN ('wage-under', 'wage-over') ORDER BY w.name, w.entry_id`,
  );
  // JKK and JKM are the least; a card that holds only one of them over all its rows lacks the other.
  sql.run(
    `${add} SELECT w.entry_id, m.export_id, m.id, 'programme', 'JKK, JKM', CASE WHEN c.jkk = 1 THEN 'JKK' ELSE 'JKM' END, NULL
     ${pair}
     JOIN (SELECT h.person_id, max(ifnull(k.jkk, 0)) AS jkk, max(ifnull(k.jkm, 0)) AS jkm FROM temp.held h
       JOIN membership k ON k.id = h.membership_id WHERE h.state = 'aktif' GROUP BY h.person_id) c ON c.person_id = b.person_id
     WHERE c.jkk + c.jkm = 1 AND b.state = 'aktif' ORDER BY w.name, w.entry_id`,
  );
}

/** Titles and case are no difference: only names that differ after both are taken apart. */
function listNames(sql: WriteSql): void {
  const rows = [
    ...sql.iterateRaw<
      readonly [entry: number, xport: number, membership: number, left: string, right: string]
    >(
      `SELECT w.entry_id, m.export_id, m.id, p.name, m.name ${pair} WHERE p.name_key <> upper(m.name)
       ORDER BY w.name, w.entry_id`,
    ),
  ];
  const insert = sql.prepare(`${add} VALUES (?, ?, ?, 'name', ?, ?, NULL)`);
  for (const [entry, xport, membership, left, right] of rows) {
    if (bareName(left) !== bareName(right)) insert(entry, xport, membership, left, right);
  }
}

const bareName = (name: string): string => personKey(splitPersonName(name).core);
