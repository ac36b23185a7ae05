/** Coverage by group, unit and programme, counted anew after a run. */
import { memberProgrammes } from '../../domain/segments.ts';
import type { WriteSql } from '../store.ts';
import { acceptedLink } from './scratch.ts';

/** A row that names no programme at all counts as JKK and JKM: `programmesHeld` in SQL. */
const holds = {
  jkk: '(ifnull(m.jkk, coalesce(m.jkm, m.jht, m.jp) IS NULL))',
  jkm: '(ifnull(m.jkm, coalesce(m.jkk, m.jht, m.jp) IS NULL))',
  jht: '(ifnull(m.jht, 0))',
  jp: '(ifnull(m.jp, 0))',
} as const;

/** Needs `temp.held`. Somebody who stands where a duplicate of theirs was linked is counted by its memberships. */
export function countCoverage(sql: WriteSql): void {
  const each = (make: (programme: (typeof memberProgrammes)[number]) => string) =>
    memberProgrammes.map(make).join(', ');
  const columns = memberProgrammes.flatMap((one) => [`${one}_r`, `${one}_a`, `${one}_p`]);
  sql.run(
    `CREATE TEMP TABLE IF NOT EXISTS cover (person_id INTEGER PRIMARY KEY, ${columns.map((one) => `${one} INTEGER`).join(', ')})`,
  );
  sql.run('DELETE FROM temp.cover');
  sql.run(
    `INSERT INTO temp.cover SELECT h.person_id, ${each(
      (one) => `max(${holds[one]}), max(${holds[one]} AND h.state = 'aktif'),
        max(${holds[one]} AND h.state = 'aktif' AND h.payer = 'own')`,
    )}
     FROM temp.held h JOIN membership m ON m.id = h.membership_id GROUP BY h.person_id`,
  );
  sql.run(
    `INSERT OR IGNORE INTO temp.cover SELECT w.person_id, ${columns.map((one) => `c.${one}`).join(', ')}
     FROM entry_state s JOIN roster_entry w ON w.id = s.entry_id
     JOIN link l ON l.membership_id = s.membership_id AND ${acceptedLink('l')}
     JOIN temp.cover c ON c.person_id = l.person_id
     WHERE s.link_class = 'duplicate'`,
  );
  sql.run('DELETE FROM coverage_count');
  sql.run(
    `CREATE TEMP TABLE IF NOT EXISTS tally (employer_group TEXT, roster TEXT, unit_id INTEGER, workers INTEGER,
     ${columns.map((one) => `${one} INTEGER`).join(', ')})`,
  );
  sql.run('DELETE FROM temp.tally');
  sql.run(
    `INSERT INTO temp.tally SELECT e.employer_group, e.roster, ifnull(e.unit_id, 0), count(*),
       ${columns.map((one) => `total(c.${one})`).join(', ')}
     FROM roster_entry e LEFT JOIN temp.cover c ON c.person_id = e.person_id
     WHERE e.status <> 'keluar' GROUP BY 1, 2, 3`,
  );
  for (const one of memberProgrammes) {
    sql.run(
      `INSERT INTO coverage_count SELECT employer_group, roster, unit_id, '${one}', workers, ${one}_r, ${one}_a, ${one}_p
       FROM temp.tally`,
    );
  }
}
