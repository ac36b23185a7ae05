/** The exports that count now, as a run would use them: their month, their rows, whose people they are. */
import type { BpjsExportKind } from '../../domain/segments.ts';
import type { ReadStore } from '../store.ts';

export interface ExportNote {
  readonly exportId: number;
  readonly kind: BpjsExportKind;
  readonly fileName: string;
  readonly period: string | null;
  readonly rows: number;
  readonly withNik: number;
  readonly numbered: number;
  readonly home: number;
  readonly names: number;
  /** 1: all its payers have a later list, so that it no longer keeps anybody active. */
  readonly superseded: number;
}

/** Newest first. */
export function readExportNotes(store: ReadStore): ExportNote[] {
  return store.sql.all<ExportNote>(
    `SELECT x.id AS exportId, x.kind, b.file_name AS fileName, x.period, f.rows, f.with_nik AS withNik, f.numbered, f.home,
       f.names,
       x.period IS NOT NULL AND NOT EXISTS (SELECT 1 FROM export_payer p WHERE p.export_id = x.id AND NOT EXISTS (
         SELECT 1 FROM export_payer q JOIN bpjs_export n ON n.id = q.export_id
         WHERE q.payer = p.payer AND n.active = 1 AND n.kind = x.kind AND n.period > x.period)) AS superseded
     FROM bpjs_export x JOIN import_batch b ON b.id = x.batch_id JOIN export_facts f ON f.export_id = x.id
     WHERE x.active = 1 ORDER BY x.id DESC`,
  );
}
