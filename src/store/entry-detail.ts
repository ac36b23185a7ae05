/** One roster entry in full: the person, where it came from, what BPJS holds, what happened to it. */
import type { Selectable } from 'kysely';
import { payerKey } from './payer-key.ts';
import type { MembershipTable } from './schema/bpjs-schema.ts';
import type { PersonTable, RosterEntryTable } from './schema/roster-schema.ts';
import type { ReadStore } from './store.ts';

export interface EntrySource {
  readonly batchId: number;
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
}

export type StoredMembership = Omit<MembershipTable, 'id'> & {
  readonly id: number;
  readonly kind: 'bpjs-pu' | 'bpjs-bpu' | 'bpjs-nik';
  readonly fileName: string;
};

export interface EntryParts {
  readonly entry: Selectable<RosterEntryTable>;
  readonly person: Selectable<PersonTable>;
  readonly source: EntrySource | null;
  readonly others: {
    entryId: number;
    roster: RosterEntryTable['roster'];
    unitName: string | null;
  }[];
}

/** Undefined when there is no such entry. */
export function readEntryParts(store: ReadStore, entryId: number): EntryParts | undefined {
  const entry = store.sql.get<EntryParts['entry']>(
    'SELECT * FROM roster_entry WHERE id = ?',
    entryId,
  );
  if (entry === undefined) return undefined;
  const person = store.sql.get<EntryParts['person']>(
    'SELECT * FROM person WHERE id = ?',
    entry.person_id,
  );
  if (person === undefined) return undefined;
  const source = store.sql.get<EntrySource>(
    `SELECT b.id AS batchId, b.file_name AS fileName, e.source_sheet AS sheet, e.source_row AS row
     FROM roster_entry e JOIN import_batch b ON b.id = e.batch_id WHERE e.id = ?`,
    entryId,
  );
  const others = store.sql.all<EntryParts['others'][number]>(
    `SELECT e.id AS entryId, e.roster, u.name AS unitName FROM roster_entry e
     LEFT JOIN unit u ON u.id = e.unit_id WHERE e.person_id = ? AND e.id <> ? ORDER BY e.id`,
    entry.person_id,
    entryId,
  );
  return { entry, person, source: source ?? null, others };
}

/** The memberships the latest run linked to the entry, accepted ones first. */
export function readLinkedMemberships(store: ReadStore, entryId: number): StoredMembership[] {
  return store.sql.all<StoredMembership>(
    `SELECT m.*, coalesce(m.ended_on, r.ended_on) AS ended_on, x.kind, b.file_name AS fileName FROM link l
     JOIN membership m ON m.id = l.membership_id
     JOIN bpjs_export x ON x.id = m.export_id
     JOIN import_batch b ON b.id = x.batch_id
     LEFT JOIN export_reach r ON r.export_id = m.export_id AND r.payer = ${payerKey('m')}
     WHERE l.person_id = (SELECT person_id FROM roster_entry WHERE id = ?) AND l.run_id = (SELECT max(id) FROM reconcile_run)
       AND (l.class IN ('nik', 'kpj', 'strong', 'decided') OR l.decision = 'same')
     ORDER BY l.probability DESC, m.id`,
    entryId,
  );
}
