/** Fields in which a linked pair says different things, listed so that the branch can put them right. */
import { splitPersonName } from '../../domain/person-name.ts';
import { suspendIndexes } from '../import/bulk-indexes.ts';
import type { DifferenceField } from '../schema/finding-schema.ts';
import type { WriteSql } from '../store.ts';
import { personKey } from '../unit-key.ts';
import { wagePairs } from './find-by-data.ts';
import { programmeBit } from './scratch.ts';
import type { Unlike, UnlikePair } from './unlike-pairs.ts';

const add =
  'INSERT INTO difference (entry_id, export_id, membership_id, field, roster_value, bpjs_value, cost)';

/** Needs `temp.best` and `temp.worker`, and the F10 findings for the cost of a wage. Each field's rows are by name. */
export function listDifferences(sql: WriteSql, unlike: readonly UnlikePair[]): void {
  sql.run('DELETE FROM difference');
  const putUp = suspendIndexes(sql, 'difference', unlike.length);
  const sorted = [...unlike].sort((a, b) =>
    a.name === b.name ? a.entryId - b.entryId : a.name < b.name ? -1 : 1,
  );
  const insert = sql.prepare(`${add} VALUES (?, ?, ?, ?, ?, ?, NULL)`);
  const field = (name: DifferenceField, valuesOf: (pair: UnlikePair) => Unlike) => {
    for (const pair of sorted) {
      const values = valuesOf(pair);
      if (values === null) continue;
      insert(pair.entryId, pair.exportId, pair.membershipId, name, values[0], values[1]);
    }
  };
  field('nik', ({ nik }) => nik);
  field('name', unlikeNames);
  field('birthDate', ({ birthDate }) => birthDate);
  field('sex', ({ sex }) => sex);
  sql.run(
    `${add} SELECT w.entry_id, b.export_id, b.membership_id, 'wage', CAST(w.base / 100 AS TEXT), CAST(b.wage / 100 AS TEXT),
       CASE WHEN f.reason = 'wage-under' THEN f.premium END
     FROM (SELECT b.person_id ${wagePairs}) d CROSS JOIN temp.best b ON b.person_id = d.person_id
     CROSS JOIN temp.worker w ON w.person_id = d.person_id
     CROSS JOIN temp.found f ON f.code = 'F10' AND f.who = w.who
     WHERE f.reason IN ('wage-under', 'wage-over') AND f.entry_id = w.entry_id ORDER BY w.name, w.entry_id`,
  );
  // JKK and JKM are the least; a card that holds only one of them over all its rows lacks the other.
  const says = (bit: number) => `max(h.bits & ${bit})`;
  const { saysJkk, saysJkm } = programmeBit;
  sql.run(
    `${add} SELECT w.entry_id, b.export_id, b.membership_id, 'programme', 'JKK, JKM',
       CASE WHEN c.jkk > 0 THEN 'JKK' ELSE 'JKM' END, NULL
     FROM (SELECT h.person_id, ${says(saysJkk)} AS jkk, ${says(saysJkm)} AS jkm FROM temp.held h
       WHERE h.state = 'aktif' GROUP BY h.person_id HAVING (jkk > 0) + (jkm > 0) = 1) c
     CROSS JOIN temp.best b ON b.person_id = c.person_id CROSS JOIN temp.worker w ON w.person_id = c.person_id
     WHERE b.state = 'aktif' ORDER BY w.name, w.entry_id`,
  );
  putUp();
}

/** Titles and case are no difference: only names that differ after both are taken apart. */
function unlikeNames({ name, bpjsName, nameDiffers }: UnlikePair): Unlike {
  return nameDiffers && bareName(name) !== bareName(bpjsName) ? [name, bpjsName] : null;
}

const bareName = (name: string): string => personKey(splitPersonName(name).core);
