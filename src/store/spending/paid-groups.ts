/** Who premiums are paid for, gathered by what decides whether a payment is theirs; and whose BPU time runs out. */
import type { FundSource, Roster, Segment } from '../../domain/segments.ts';
import type { ReadStore } from '../store.ts';

/** People of one roster, unit, segment and fund: a payment covers all of them or none. */
export interface PaidGroup {
  readonly roster: Roster;
  readonly segment: Segment;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly parentId: number | null;
  readonly parentName: string | null;
  readonly fundSource: FundSource | null;
  readonly persons: number;
}

/** Registered at BPJS by the latest run, or said to be by the roster's own status. */
const registered = `(s.enrolment IN ('aktif', 'grace', 'nonaktif')
  OR e.status IN ('didaftarkan', 'aktif', 'menunggak', 'nonaktif'))`;

/** Groups of those who are registered and have not left; a scan of the roster, for a worker. */
export function listPaidGroups(store: ReadStore, roster: Roster): PaidGroup[] {
  return store.sql.all<PaidGroup>(
    `SELECT g.*, u.name AS unitName, u.parent_id AS parentId, p.name AS parentName FROM (
       SELECT e.roster, e.segment, e.unit_id AS unitId, e.fund_source AS fundSource, count(*) AS persons
       FROM roster_entry e LEFT JOIN entry_state s ON s.entry_id = e.id
       WHERE e.roster = ? AND e.status <> 'keluar' AND ${registered}
       GROUP BY 1, 2, 3, 4) g
     LEFT JOIN unit u ON u.id = g.unitId LEFT JOIN unit p ON p.id = u.parent_id
     ORDER BY p.name, u.name, g.segment, g.fundSource`,
    roster,
  );
}

/** One person's group, for the months that were paid for them; undefined for an entry that is not there. */
export function readPaidGroup(store: ReadStore, entryId: number): PaidGroup | undefined {
  return store.sql.get<PaidGroup>(
    `SELECT e.roster, e.segment, e.unit_id AS unitId, u.name AS unitName, u.parent_id AS parentId,
       p.name AS parentName, e.fund_source AS fundSource, 1 AS persons
     FROM roster_entry e LEFT JOIN unit u ON u.id = e.unit_id LEFT JOIN unit p ON p.id = u.parent_id
     WHERE e.id = ?`,
    entryId,
  );
}

/** Periods of the BPJS exports that list the person's membership, oldest first. */
export function exportedPeriods(store: ReadStore, entryId: number): string[] {
  return store.sql.pluck<string>(
    `SELECT DISTINCT x.period FROM entry_state s JOIN membership m ON m.id = s.membership_id
     JOIN membership o ON o.kpj = m.kpj JOIN bpjs_export x ON x.id = o.export_id
     WHERE s.entry_id = ? AND m.kpj IS NOT NULL AND x.active = 1 AND x.period IS NOT NULL ORDER BY 1`,
    entryId,
  );
}

/** A person whose membership has an end date that nears or has passed within the grace months. */
export interface RunningOut {
  readonly entryId: number;
  readonly name: string;
  readonly roster: Roster;
  readonly unitName: string | null;
  readonly parentName: string | null;
  readonly kpj: string | null;
  /** Last protected day. */
  readonly endedOn: string;
  readonly graceUntil: string | null;
}

/** Those whose protection ends from `from` to `to`, or ended and hangs in grace; soonest first. */
export function listRunningOut(
  store: ReadStore,
  { from, to }: { readonly from: string; readonly to: string },
): RunningOut[] {
  return store.sql.all<RunningOut>(
    `SELECT e.id AS entryId, pe.name, e.roster, u.name AS unitName, p.name AS parentName, m.kpj,
       m.ended_on AS endedOn, m.grace_until AS graceUntil
     FROM membership m CROSS JOIN entry_state s ON s.membership_id = m.id
     JOIN roster_entry e ON e.id = s.entry_id JOIN person pe ON pe.id = e.person_id
     LEFT JOIN unit u ON u.id = e.unit_id LEFT JOIN unit p ON p.id = u.parent_id
     WHERE m.ended_on IS NOT NULL AND e.status <> 'keluar'
       AND (m.ended_on BETWEEN ? AND ? OR (m.ended_on < ? AND m.grace_until >= ?))
     ORDER BY m.ended_on, pe.name_key, e.id`,
    from,
    to,
    from,
    from,
  );
}
