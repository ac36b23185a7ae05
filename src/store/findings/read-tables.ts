/** Coverage by programme, movements and differences as they are looked at. */
import type { EmployerGroup, Programme, Roster } from '../../domain/segments.ts';
import type { DifferenceField, MovementKind } from '../schema/finding-schema.ts';
import type { ReadStore } from '../store.ts';

export interface ProgrammeCount {
  readonly group: EmployerGroup;
  readonly roster: Roster;
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly parentId: number | null;
  readonly parentName: string | null;
  readonly workers: number;
  readonly registered: number;
  readonly active: number;
  readonly paid: number;
}

/** One row a group and unit, in the order of groups, districts and units. */
export function readProgrammeCoverage(store: ReadStore, programme: Programme): ProgrammeCount[] {
  return store.sql.all<ProgrammeCount>(
    `SELECT c.employer_group AS "group", c.roster, nullif(c.unit_id, 0) AS unitId, u.name AS unitName,
       CASE u.kind WHEN 'kecamatan' THEN u.id ELSE u.parent_id END AS parentId,
       CASE u.kind WHEN 'kecamatan' THEN u.name ELSE up.name END AS parentName,
       c.workers, c.registered, c.active, c.paid
     FROM coverage_count c LEFT JOIN unit u ON u.id = c.unit_id LEFT JOIN unit up ON up.id = u.parent_id
     WHERE c.programme = ?
     ORDER BY CASE c.employer_group WHEN 'non-asn' THEN 1 WHEN 'perangkat-desa' THEN 2 WHEN 'bpd' THEN 3
       WHEN 'rt-rw' THEN 4 WHEN 'lembaga-desa' THEN 5 ELSE 6 END, c.roster, parentName NULLS LAST, u.name NULLS LAST, c.unit_id`,
    programme,
  );
}

export interface ExportSource {
  readonly name: string;
  readonly period: string | null;
}

/** The BPJS files that count now with the month they speak of, newest first. */
export function activeSources(store: ReadStore): ExportSource[] {
  return store.sql.all<ExportSource>(
    `SELECT b.file_name AS name, x.period FROM bpjs_export x JOIN import_batch b ON b.id = x.batch_id
     WHERE x.active = 1 AND b.state = 'committed' ORDER BY b.id DESC`,
  );
}

export interface MovementPair {
  readonly exportId: number;
  readonly fileName: string;
  readonly period: string | null;
  readonly importedAt: string;
  readonly beforeName: string;
  readonly beforePeriod: string | null;
  readonly beforeAt: string;
  readonly joined: number;
  readonly left: number;
  readonly lapsed: number;
  readonly wage: number;
}

/** One row a pair of exports that moved; a pair in which nothing moved has none. */
export function countMovements(store: ReadStore): MovementPair[] {
  const of = (kind: MovementKind) => `count(*) FILTER (WHERE v.kind = '${kind}') AS "${kind}"`;
  return store.sql.all<MovementPair>(
    `SELECT v.export_id AS exportId, b.file_name AS fileName, x.period, b.committed_at AS importedAt,
       pb.file_name AS beforeName, o.period AS beforePeriod, pb.committed_at AS beforeAt,
       ${of('joined')}, ${of('left')}, ${of('lapsed')}, ${of('wage')}
     FROM movement v JOIN bpjs_export x ON x.id = v.export_id JOIN import_batch b ON b.id = x.batch_id
     JOIN bpjs_export o ON o.id = v.previous_id JOIN import_batch pb ON pb.id = o.batch_id
     GROUP BY v.export_id ORDER BY v.export_id DESC`,
  );
}

export interface StoredMovement {
  readonly id: number;
  readonly kind: MovementKind;
  readonly name: string;
  readonly nik: string | null;
  readonly kpj: string | null;
  readonly employer: string | null;
  readonly wageBefore: number | null;
  readonly wageAfter: number | null;
  readonly endedOn: string | null;
}

export interface MovementFilter {
  readonly exportId: number;
  readonly kind: MovementKind;
}

/** Wages in sen. Rows of one export and kind by name; their ids follow each other in that order. */
export function readMovements(
  store: ReadStore,
  { exportId, kind }: MovementFilter,
  offset: number,
  limit: number,
): StoredMovement[] {
  // Ids of one kind are one unbroken run: the offset is a distance of ids, not of rows read over.
  return store.sql.all<StoredMovement>(
    `SELECT id, kind, name, nik, kpj, employer, wage_before AS wageBefore, wage_after AS wageAfter, ended_on AS endedOn
     FROM movement WHERE export_id = ? AND kind = ?
       AND id >= ? + (SELECT min(id) FROM movement WHERE export_id = ? AND kind = ?) ORDER BY id LIMIT ?`,
    exportId,
    kind,
    offset,
    exportId,
    kind,
    limit,
  );
}

export function countMovementRows(store: ReadStore, { exportId, kind }: MovementFilter): number {
  return (
    store.sql.pluck<number>(
      'SELECT count(*) FROM movement WHERE export_id = ? AND kind = ?',
      exportId,
      kind,
    )[0] ?? 0
  );
}

export function countDifferences(
  store: ReadStore,
): { field: DifferenceField; count: number; cost: number }[] {
  return store.sql.all(
    'SELECT field, count(*) AS count, ifnull(sum(cost), 0) AS cost FROM difference GROUP BY field',
  );
}

export interface StoredDifference {
  readonly id: number;
  readonly entryId: number;
  readonly roster: Roster;
  readonly unitName: string | null;
  readonly parentUnitName: string | null;
  readonly name: string;
  readonly nik: string | null;
  readonly kpj: string | null;
  readonly npp: string | null;
  readonly field: DifferenceField;
  readonly rosterValue: string;
  readonly bpjsValue: string;
  readonly cost: number | null;
}

export interface DifferenceFilter {
  readonly field?: DifferenceField | undefined;
  readonly unitId?: number | undefined;
}

/** Ids of what the filter lets through: by field, within it by name. */
export function listDifferenceIds(store: ReadStore, filter: DifferenceFilter): Int32Array {
  const parts = ['1 = 1'];
  const params: (string | number)[] = [];
  if (filter.field !== undefined) {
    parts.push('d.field = ?');
    params.push(filter.field);
  }
  if (filter.unitId !== undefined) {
    parts.push('e.unit_id IN (SELECT id FROM unit WHERE id = ? OR parent_id = ?)');
    params.push(filter.unitId, filter.unitId);
  }
  const ids: number[] = [];
  const rows = store.sql.iterateRaw<[number]>(
    `SELECT d.id FROM difference d JOIN roster_entry e ON e.id = d.entry_id
     WHERE ${parts.join(' AND ')} ORDER BY d.id`,
    ...params,
  );
  for (const [id] of rows) ids.push(id);
  return Int32Array.from(ids);
}

/** Rows of a page, in id order. */
export function readDifferences(store: ReadStore, ids: readonly number[]): StoredDifference[] {
  return store.sql.all<StoredDifference>(
    `SELECT d.id, d.entry_id AS entryId, e.roster, u.name AS unitName, up.name AS parentUnitName, p.name, p.nik,
       coalesce(m.kpj, e.kpj) AS kpj, m.npp, d.field, d.roster_value AS rosterValue, d.bpjs_value AS bpjsValue, d.cost
     FROM difference d JOIN roster_entry e ON e.id = d.entry_id JOIN person p ON p.id = e.person_id
     LEFT JOIN membership m ON m.id = d.membership_id
     LEFT JOIN unit u ON u.id = e.unit_id LEFT JOIN unit up ON up.id = u.parent_id
     WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.id`,
    JSON.stringify(ids),
  );
}
