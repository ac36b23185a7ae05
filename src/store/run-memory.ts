/** What the newest run keeps for the next one: columns of numbers, written and read whole. */
import type { ReadSql, WriteSql } from './store.ts';

/** A run's memory by part; what the parts mean is the matcher's to know. */
export type MemoryParts = ReadonlyMap<string, Buffer>;

/** Replaces the memory of the run before; call it in the run's transaction. */
export function writeRunMemory(sql: WriteSql, runId: number, parts: MemoryParts): void {
  sql.run('DELETE FROM run_memory');
  for (const [part, data] of parts) {
    sql.run('INSERT INTO run_memory (part, run_id, data) VALUES (?, ?, ?)', part, runId, data);
  }
}

/** The memory of the newest run; empty before the first, and where that run left none. */
export function readRunMemory(sql: ReadSql): MemoryParts {
  const rows = sql.iterateRaw<readonly [part: string, data: Buffer]>(
    'SELECT part, data FROM run_memory WHERE run_id = (SELECT max(id) FROM reconcile_run)',
  );
  return new Map(rows);
}
