import Papa from 'papaparse';

/** How the records of a text file are set apart. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  /** The first record is a `sep=;` line and no data. */
  readonly sepLine: boolean;
}

type Newline = CsvDialect['newline'];
const CANDIDATES = [';', ',', '\t', '|'];
const SAMPLE_RECORDS = 50;

/** Records of a head of a file, the last and possibly cut-off one left out. */
function sampleRecords(head: string, delimiter: string, newline: Newline): string[][] {
  const parsed = Papa.parse<string[]>(head, { delimiter, newline, preview: SAMPLE_RECORDS + 1 });
  const records = parsed.data.length > 1 ? parsed.data.slice(0, -1) : parsed.data;
  return records.filter((record) => record.some((field) => field.trim() !== ''));
}

/**
 * How well a delimiter explains the head: the records that share the commonest field count above one, weighed by
 * that count. Kop lines and signatures have other counts and do not matter.
 */
function scoreDelimiter(head: string, delimiter: string, newline: Newline): number {
  const counts = new Map<number, number>();
  for (const record of sampleRecords(head, delimiter, newline)) {
    if (record.length > 1) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  }
  let best = 0;
  for (const [fields, records] of counts) best = Math.max(best, records * Math.log2(fields));
  return best;
}

/** Tells delimiter and line ends from the first 64 Ki characters or more of a file; quotes are respected. */
export function sniffDialect(head: string, given?: string): CsvDialect {
  const newline = head.includes('\n') ? '\n' : '\r';
  const sep = /^sep=(.)\r?(?:\n|$)/i.exec(head)?.[1];
  const base = { newline, sepLine: sep !== undefined } as const;
  if (given !== undefined || sep !== undefined) return { ...base, delimiter: given ?? sep ?? ',' };
  let delimiter = ',';
  let best = 0;
  for (const candidate of CANDIDATES) {
    const score = scoreDelimiter(head, candidate, newline);
    if (score > best) {
      best = score;
      delimiter = candidate;
    }
  }
  return { ...base, delimiter };
}
