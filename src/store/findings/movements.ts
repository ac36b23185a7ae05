/** What changed from one export to the next of the same kind and payer: joined, left, lapsed, another wage. */
import type { WriteSql } from '../store.ts';
import { stateSql } from './scratch.ts';

interface ExportPair {
  readonly id: number;
  readonly previous: number;
}

/** Each export that counts and is the newest of its payers, with the one before it; undone ones are not there. */
export function exportPairs(sql: WriteSql): ExportPair[] {
  return sql.all<ExportPair>(
    `SELECT x.id, (
       SELECT o.id FROM bpjs_export o WHERE o.kind = x.kind AND o.id <> x.id
         AND (ifnull(o.period, ''), o.id) < (ifnull(x.period, ''), x.id)
         AND EXISTS (SELECT 1 FROM export_payer a JOIN export_payer b ON b.payer = a.payer
           WHERE a.export_id = o.id AND b.export_id = x.id)
       ORDER BY ifnull(o.period, '') DESC, o.id DESC LIMIT 1) AS previous
     FROM bpjs_export x
     WHERE x.active = 1 AND previous IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM bpjs_export n WHERE n.kind = x.kind AND n.active = 1
         AND (ifnull(n.period, ''), n.id) > (ifnull(x.period, ''), x.id)
         AND EXISTS (SELECT 1 FROM export_payer a JOIN export_payer b ON b.payer = a.payer
           WHERE a.export_id = n.id AND b.export_id = x.id))
     ORDER BY x.id`,
  );
}

/** One row a card (or NIK where there is no card) of both exports. */
function fillCards(sql: WriteSql, { id, previous }: ExportPair, asOf: string): void {
  sql.run('DELETE FROM temp.card');
  // Open then: on the day the list was brought in; open now: on the run's day.
  sql.run(
    `INSERT INTO temp.card SELECT m.export_id, min(m.id), m.kpj, m.nik, max(${stateSql('m', 'm.ended_on')} = 'aktif'),
       max(m.ended_on IS NULL OR m.ended_on >= substr(b.committed_at, 1, 10)), max(m.wage_sen), max(m.ended_on)
     FROM membership m JOIN bpjs_export x ON x.id = m.export_id JOIN import_batch b ON b.id = x.batch_id
     WHERE m.export_id IN (?, ?) AND coalesce(m.kpj, m.nik) IS NOT NULL
     GROUP BY m.export_id, coalesce(m.kpj, m.nik)`,
    asOf,
    asOf,
    asOf,
    id,
    previous,
  );
  sql.run('DELETE FROM temp.card_pair');
  const pair = (field: 'kpj' | 'nik') =>
    sql.run(
      `INSERT OR IGNORE INTO temp.card_pair SELECT n.id, o.id FROM temp.card n JOIN temp.card o
       ON o.${field} = n.${field} AND o.export_id = ? WHERE n.export_id = ?
         AND NOT EXISTS (SELECT 1 FROM temp.card_pair p WHERE p.id = n.id)
         AND NOT EXISTS (SELECT 1 FROM temp.card_pair p WHERE p.previous = o.id)`,
      previous,
      id,
    );
  pair('kpj');
  pair('nik');
}

/** Lists the movements of every export that has one before it. */
export function listMovements(sql: WriteSql, asOf: string): void {
  sql.run(
    `CREATE TEMP TABLE IF NOT EXISTS card (export_id INTEGER, id INTEGER PRIMARY KEY, kpj TEXT, nik TEXT, open_now INTEGER,
     open_then INTEGER, wage INTEGER, ended_on TEXT)`,
  );
  sql.run('CREATE INDEX IF NOT EXISTS temp.card_kpj ON card (kpj, export_id)');
  sql.run('CREATE INDEX IF NOT EXISTS temp.card_nik ON card (nik, export_id)');
  sql.run(
    'CREATE TEMP TABLE IF NOT EXISTS card_pair (id INTEGER PRIMARY KEY, previous INTEGER UNIQUE)',
  );
  sql.run('DELETE FROM movement');
  for (const pair of exportPairs(sql)) {
    fillCards(sql, pair, asOf);
    const add = (kind: string, columns: string, from: string) =>
      sql.run(
        `INSERT INTO movement (export_id, previous_id, kind, membership_id, name, nik, kpj, employer, wage_before,
           wage_after, ended_on)
         SELECT ?, ?, '${kind}', m.id, m.name, m.nik, m.kpj, m.employer, ${columns} ${from} ORDER BY m.name, m.id`,
        pair.id,
        pair.previous,
      );
    const alone = (side: number, mate: 'id' | 'previous') =>
      `FROM temp.card c JOIN membership m ON m.id = c.id WHERE c.export_id = ${side}
         AND NOT EXISTS (SELECT 1 FROM temp.card_pair p WHERE p.${mate} = c.id)`;
    const both = `FROM temp.card_pair p JOIN temp.card n ON n.id = p.id JOIN temp.card o ON o.id = p.previous
      JOIN membership m ON m.id = n.id`;
    add('joined', 'NULL, c.wage, c.ended_on', alone(pair.id, 'id'));
    add('left', 'c.wage, NULL, c.ended_on', alone(pair.previous, 'previous'));
    add('lapsed', 'o.wage, n.wage, n.ended_on', `${both} WHERE n.open_now = 0 AND o.open_then = 1`);
    add('wage', 'o.wage, n.wage, NULL', `${both} WHERE n.wage <> o.wage`);
  }
  for (const name of ['card', 'card_pair']) sql.run(`DELETE FROM temp.${name}`);
}
