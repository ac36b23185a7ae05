/** Log lines carry codes, row ids and counts, never a person's data; the shells write them to stderr. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [detail: string]: string | number | boolean;
}
