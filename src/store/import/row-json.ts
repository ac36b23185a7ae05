/** Rows as JSON, for the journal: every column that can be put back. */

export const personColumns = [
  'nik',
  'name',
  'name_key',
  'birth_date',
  'birth_place',
  'sex',
  'marital',
  'address',
  'phone',
  'deceased',
  'batch_id',
] as const;

export const entryColumns = [
  'person_id',
  'roster',
  'unit_id',
  'segment',
  'employer_group',
  'position',
  'job_kind',
  'kpj',
  'wage_sen',
  'fund_source',
  'status',
  'status_reason',
  'start_date',
  'end_date',
  'decree',
  'nip',
  'desil',
  'dtsen_id',
  'note',
  'sort_name',
  'sort_birth',
  'sort_position',
  'batch_id',
  'source_sheet',
  'source_row',
  'version',
] as const;

/** SQL that makes the JSON object of a row's columns. */
export function rowJson(columns: readonly string[], prefix = ''): string {
  return `json_object(${columns.map((column) => `'${column}', ${prefix}${column}`).join(', ')})`;
}
