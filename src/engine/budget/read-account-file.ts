/** Reads accounts from a spreadsheet or CSV: code, name, programme, group, fund. Nothing is saved here. */
import type { OwnAccountView } from '../../contract/tariff-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { type EmployerGroup, programmes } from '../../domain/segments.ts';
import { siltapPositionOf } from '../../domain/siltap-position.ts';
import { openTable } from '../../tabular/open-table.ts';

export interface AccountProblem {
  readonly row: number;
  readonly column: string;
  readonly code: 'empty' | 'unknown' | 'duplicate';
  readonly value: string;
}
export interface AccountFile {
  readonly accounts: OwnAccountView[];
  readonly problems: AccountProblem[];
}

const columns = {
  code: /^kode( rekening)?$|^rekening$/,
  name: /^(uraian|nama)( rekening)?$/,
  programme: /^program$/,
  group: /^kelompok( pekerja)?$/,
  fund: /^(sumber dana|anggaran|jenis anggaran)$/,
  position: /^jabatan$/,
} as const;
type Column = keyof typeof columns;
const needed: readonly Column[] = ['code', 'programme', 'group', 'fund'];
const columnWords: Readonly<Record<Column, string>> = {
  code: 'Kode rekening',
  name: 'Uraian',
  programme: 'Program',
  group: 'Kelompok',
  fund: 'Sumber dana',
  position: 'Jabatan',
};

const groupWords: readonly (readonly [EmployerGroup, RegExp])[] = [
  ['non-asn', /non[ -]?asn|honorer|pppk/],
  ['perangkat-desa', /perangkat|kepala desa|aparatur/],
  ['bpd', /bpd/],
  ['rt-rw', /\brt\b|\brw\b/],
  ['lembaga-desa', /lembaga|kader|lkd|linmas/],
  ['rentan', /rentan|informal/],
];

const headSearch = 20;
const mostRows = 500;

/** Throws `import.no-header` where the first 20 rows hold no heads, `import.missing-columns`, `file.too-large`. */
export async function readAccountFile(path: string, signal?: AbortSignal): Promise<AccountFile> {
  const table = await openTable(path, signal === undefined ? {} : { signal });
  const read: AccountFile = { accounts: [], problems: [] };
  let at: ReadonlyMap<Column, number> | null = null;
  const seen = new Set<string>();
  const sheet = table.sheets.find(({ hidden }) => !hidden)?.index ?? 0;
  for await (const batch of table.rows(sheet, signal)) {
    for (const { row, cells } of batch) {
      if (at === null) {
        at = headOf(cells);
        if (at === null && row > headSearch) throw new AppError('import.no-header');
        continue;
      }
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (read.accounts.length + read.problems.length >= mostRows) {
        throw new AppError('file.too-large', { params: { rows: mostRows } });
      }
      readRow(at, row, cells, read, seen);
    }
  }
  if (at === null) throw new AppError('import.no-header');
  return read;
}

function headOf(cells: readonly string[]): ReadonlyMap<Column, number> | null {
  const found = new Map<Column, number>();
  const words = cells.map((cell) =>
    cell
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim(),
  );
  for (const column of Object.keys(columns) as Column[]) {
    const index = words.findIndex((word) => columns[column].test(word));
    if (index >= 0) found.set(column, index);
  }
  if (!found.has('code')) return null;
  const missing = needed.filter((column) => !found.has(column));
  if (missing.length === 0) return found;
  throw new AppError('import.missing-columns', {
    params: { fields: missing.map((column) => columnWords[column]) },
  });
}

type Fault = readonly [column: Column, code: AccountProblem['code']];

function readRow(
  at: ReadonlyMap<Column, number>,
  row: number,
  cells: readonly string[],
  { accounts, problems }: AccountFile,
  seen: Set<string>,
): void {
  const text = (column: Column): string => (cells[at.get(column) ?? -1] ?? '').trim();
  const read = accountOf(text);
  const fault: Fault | null = isFault(read)
    ? read
    : seen.has(keyOf(read))
      ? ['code', 'duplicate']
      : null;
  if (fault !== null) {
    const [column, code] = fault;
    problems.push({ row, column: columnWords[column], code, value: text(column).slice(0, 80) });
  } else if (!isFault(read)) {
    seen.add(keyOf(read));
    accounts.push(read);
  }
}

function isFault(read: OwnAccountView | Fault): read is Fault {
  return Array.isArray(read);
}

function keyOf({ fundKind, employerGroup, position, programme }: OwnAccountView): string {
  return [fundKind, employerGroup, position, programme].join(' ');
}

function accountOf(text: (column: Column) => string): OwnAccountView | Fault {
  const code = text('code').slice(0, 60);
  if (code === '') return ['code', 'empty'];
  const programme = programmes.find((one) => one === text('programme').toLowerCase());
  if (programme === undefined) return ['programme', 'unknown'];
  const words = text('group').toLowerCase();
  const employerGroup = groupWords.find(([, pattern]) => pattern.test(words))?.[0];
  if (employerGroup === undefined) return ['group', 'unknown'];
  const fundKind = fundKindOf(text('fund'));
  if (fundKind === null) return ['fund', 'unknown'];
  const position = text('position') === '' ? null : siltapPositionOf(text('position'));
  if (position === null && text('position') !== '') return ['position', 'unknown'];
  return { fundKind, employerGroup, position, programme, code, name: text('name').slice(0, 200) };
}

function fundKindOf(text: string): OwnAccountView['fundKind'] | null {
  const words = text.toLowerCase();
  if (/dbh ?cht|cukai/.test(words)) return 'dbhcht';
  if (/apbdes|\badd\b|dana desa|pades|\bpbh\b/.test(words)) return 'apbdes';
  return /apbd|\bpad\b|\bdau\b/.test(words) ? 'apbd' : null;
}
