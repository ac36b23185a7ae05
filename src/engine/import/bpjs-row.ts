/** A row of a BPJS file as one membership and findings. */
import type { RowIssue } from '../../contract/import-routes.ts';
import type { BpjsExportKind, MemberProgramme, Sex } from '../../domain/segments.ts';
import { cellReaders, type ReadContext } from './cell-readers.ts';
import type { Field } from './fields.ts';
import type { SheetFacts } from './header-facts.ts';
import { issue } from './issues.ts';
import type { SheetRow } from './sheet-row.ts';

export interface BpjsValues {
  readonly name: string;
  readonly nik: string | null;
  readonly nikRaw: string | null;
  readonly kpj: string | null;
  readonly kpjRaw: string | null;
  readonly npp: string | null;
  readonly employer: string | null;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly place: string | null;
  readonly job: string | null;
  readonly jkk: number | null;
  readonly jkm: number | null;
  readonly jht: number | null;
  readonly jp: number | null;
  readonly wageSen: number | null;
  readonly contributionSen: number | null;
  readonly joinedOn: string | null;
  readonly endedOn: string | null;
  readonly graceUntil: string | null;
}

export interface BpjsReadContext extends ReadContext {
  readonly kind: BpjsExportKind;
  readonly facts: SheetFacts;
}

const programmeWords: readonly (readonly [MemberProgramme, RegExp])[] = [
  ['jkk', /\bJKK\b|KECELAKAAN/],
  ['jkm', /\bJKM\b|\bJK\b|KEMATIAN/],
  ['jht', /\bJHT\b|HARI TUA/],
  ['jp', /\bJP\b|PENSIUN/],
];

type Flags = Readonly<Record<MemberProgramme, number | null>>;

/** Makes the reader of one sheet's rows. */
export function bpjsRowReader(context: BpjsReadContext) {
  const read = cellReaders(context);
  const { kind, facts, at } = context;

  /** Of a premium column: its amount. Of a 1/0 column: no amount. */
  const amount = (row: SheetRow, field: Field): number | null => {
    const text = read.words(row, field);
    if (text === null) return null;
    const sen = read.money(row, field, []);
    return sen;
  };

  const flag = (row: SheetRow, fields: readonly Field[]): number | null => {
    const present = fields.filter((field) => at.has(field));
    if (present.length === 0) return null;
    const answers = present.map((field) => answerOf(read.words(row, field), amount(row, field)));
    if (answers.includes(1)) return 1;
    // An unfilled cell of a 1/0 column is a 0; an unfilled premium says nothing.
    return answers.includes(0) || kind === 'bpjs-bpu' ? 0 : null;
  };

  const programmes = (row: SheetRow): Flags => {
    const named = read.words(row, 'programme');
    const columns: Flags = {
      jkk: flag(row, ['jkk']),
      jkm: flag(row, ['jkm']),
      jht: flag(row, ['jht', 'jhtWorker']),
      jp: flag(row, ['jp', 'jpWorker']),
    };
    return named === null ? columns : { ...columns, ...programmesNamed(named) };
  };

  const contribution = (row: SheetRow, issues: RowIssue[]): number | null => {
    if (at.has('contribution')) return read.money(row, 'contribution', issues);
    if (kind !== 'bpjs-pu') return null;
    const parts = (['jkk', 'jkm', 'jht', 'jhtWorker', 'jp', 'jpWorker'] as const)
      .map((field) => amount(row, field))
      .filter((part) => part !== null);
    return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0);
  };

  const place = (row: SheetRow): string | null => {
    const parts = [read.words(row, 'desa'), read.words(row, 'kecamatan')];
    const known = parts.filter((part) => part !== null);
    return known.length === 0 ? null : known.join(', ');
  };

  const grace = (row: SheetRow, issues: RowIssue[]): string | null => {
    const text = read.words(row, 'graceUntil');
    if (text === null) return null;
    // "3 BULAN" or a bare 3: the source does not say from when, so no date is made of it.
    if (/^\d{1,2}(?:\s*bulan)?$/i.test(text)) {
      issues.push(issue('info', 'graceUntil', 'grace.invalid', { text }));
      return null;
    }
    return read.date(row, 'graceUntil', issues);
  };

  return (row: SheetRow): { values: BpjsValues; issues: RowIssue[] } => {
    const issues: RowIssue[] = [];
    const who = read.who(row, issues);
    if (row.hidden) issues.push(issue('info', 'row', 'row.hidden'));
    const values: BpjsValues = {
      name: who.name,
      nik: who.nik,
      nikRaw: who.nikRaw,
      kpj: who.kpj,
      kpjRaw: who.kpjRaw,
      npp: read.npp(row, issues) ?? facts.npp ?? null,
      employer: read.words(row, 'employer') ?? facts.employer ?? null,
      birthDate: who.birthDate,
      sex: who.sex,
      place: place(row),
      job: read.words(row, 'jobKind'),
      ...programmes(row),
      wageSen: read.money(row, 'wage', issues),
      contributionSen: contribution(row, issues),
      joinedOn: read.date(row, 'joinedOn', issues),
      endedOn: read.date(row, 'endedOn', issues),
      graceUntil: grace(row, issues),
    };
    return { values, issues };
  };
}

/** Whether a cell says the programme is held: 1/0, ya/tidak, a tick, or a premium. */
function answerOf(text: string | null, amountSen: number | null): number | null {
  if (text === null) return null;
  if (/^(?:1|y|ya|v|x|√|✓|✔|aktif|ikut)$/i.test(text)) return 1;
  if (/^(?:0|t|tidak|n|no|tdk)$/i.test(text)) return 0;
  return amountSen === null ? null : amountSen > 0 ? 1 : 0;
}

/** The programmes a text names; what it does not name stays unknown. */
export function programmesNamed(text: string): Partial<Flags> {
  const words = text.toUpperCase().replace(/[^A-Z]+/g, ' ');
  const held: Partial<Record<MemberProgramme, number>> = {};
  for (const [programme, pattern] of programmeWords) if (pattern.test(words)) held[programme] = 1;
  return held;
}
