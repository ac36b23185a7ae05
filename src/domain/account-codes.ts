import { z } from 'zod';
import { AppError } from './app-error.ts';
import { type Confidence, parseResource, positiveInteger, rowIdentity } from './resource-schema.ts';
import {
  type EmployerGroup,
  employerGroups,
  type FundKind,
  type FundSource,
  fundKindOf,
  fundKinds,
  type Programme,
  programmes,
} from './segments.ts';
import { type SiltapPosition, siltapPositionOf, siltapPositions } from './siltap-position.ts';

const codeSchema = z.strictObject({
  ...rowIdentity,
  code: z.string().regex(/^\d+(?:\.\d+)+$/),
  name: z.string().min(1),
  programme: z.enum(programmes).nullable(),
  fromYear: positiveInteger,
  toYear: positiveInteger.nullable(),
});

const defaultSchema = z.strictObject({
  fundKinds: z.array(z.enum(fundKinds)).min(1),
  employerGroups: z.array(z.enum(employerGroups)).min(1),
  /** Only for people in this position; null for all others of the group. */
  position: z.enum(siltapPositions).nullable(),
  programmes: z.array(z.enum(programmes)).min(1),
  code: z.string(),
  confidence: rowIdentity.confidence,
  note: z.string().nullable(),
});

const fileSchema = z.strictObject({
  format: z.literal(1),
  scope: z.enum(['apbd', 'apbdes']),
  checkedOn: z.iso.date(),
  note: z.string().optional(),
  codes: z.array(codeSchema),
  defaults: z.array(defaultSchema),
});

/** An account (kode rekening) and the fiscal years it is known for. */
export type AccountCode = Readonly<z.infer<typeof codeSchema>>;
type AccountDefault = Readonly<z.infer<typeof defaultSchema>>;

/** Where a regency books a premium in a year, in place of the shipped default. */
export interface OwnAccount {
  readonly fundKind: Extract<FundKind, 'apbd' | 'apbdes' | 'dbhcht'>;
  readonly employerGroup: EmployerGroup;
  /** Only people in this position; null for the whole group. */
  readonly position: SiltapPosition | null;
  readonly programme: Programme;
  readonly code: string;
  readonly name: string;
}

/** All accounts known and where each premium lands unless the regency says otherwise. */
export interface AccountTable {
  readonly codes: readonly AccountCode[];
  readonly defaults: readonly AccountDefault[];
  /** A regency's own of the year the table is used for. */
  readonly own?: readonly OwnAccount[] | undefined;
}

/**
 * Checks and joins account files (`resources/accounts/apbd.json`, `apbdes.json`, or a regency's own). Throws
 * `input.invalid` for a wrong shape, a code given twice, or a default that names a code that is not there.
 */
export function parseAccountTable(files: readonly unknown[]): AccountTable {
  const parsed = files.map((file) => parseResource(fileSchema, file, 'accounts'));
  const codes = parsed.flatMap((file) => file.codes);
  const defaults = parsed.flatMap((file) => file.defaults);
  const known = new Set<string>();
  for (const { code } of codes) {
    if (known.has(code)) throw tableError('duplicate', code);
    known.add(code);
  }
  for (const { code } of defaults) if (!known.has(code)) throw tableError('unknown-code', code);
  return { codes, defaults };
}

function tableError(reason: string, code: string): AppError {
  return new AppError('input.invalid', { at: { field: 'accounts' }, params: { reason, code } });
}

/** Where a premium lands. */
export interface AccountChoice {
  /** `own`: set by the regency. `off-budget`: paid by a company, donors or the worker. `unknown`: no code is known, the regency must name one. */
  readonly status: 'default' | 'own' | 'off-budget' | 'unknown';
  readonly code: string | null;
  readonly name: string | null;
  readonly confidence: Confidence;
  /** Why the choice is uncertain, in Indonesian; null when it is not. */
  readonly note: string | null;
}

const offBudget: AccountChoice = {
  status: 'off-budget',
  code: null,
  name: null,
  confidence: 'verified',
  note: null,
};
const unknown: AccountChoice = { ...offBudget, status: 'unknown', confidence: 'uncertain' };

/**
 * The account of a premium by default. APBD: 5.1.02.02.02, JKK and JKM each on their own (Kepmendagri 050-5889/2021
 * and after); APBDes: by office (Permendagri 20/2018). No account for vulnerable workers was found: theirs is marked
 * uncertain.
 */
export function accountFor(
  table: AccountTable,
  query: {
    readonly employerGroup: EmployerGroup;
    readonly programme: Programme;
    readonly fundSource: FundSource;
    readonly year: number;
    /** Position as written in the roster. */
    readonly position?: string | null | undefined;
  },
): AccountChoice {
  const fund = fundKindOf(query.fundSource);
  if (fund === 'csr' || fund === 'mandiri') return offBudget;
  const position = siltapPositionOf(query.position ?? '');
  const own = ownAccountFor(table, query, fund, position);
  if (own !== null) return own;
  const fitting = table.defaults.filter(
    (row) =>
      row.fundKinds.includes(fund) &&
      row.employerGroups.includes(query.employerGroup) &&
      row.programmes.includes(query.programme) &&
      (row.position === null || row.position === position),
  );
  const chosen = fitting.find((row) => row.position !== null) ?? fitting[0];
  const account = table.codes.find(
    (row) =>
      row.code === chosen?.code &&
      row.fromYear <= query.year &&
      (row.toYear === null || query.year <= row.toYear),
  );
  if (chosen === undefined || account === undefined) return unknown;
  const { code, name } = account;
  return { status: 'default', code, name, confidence: chosen.confidence, note: chosen.note };
}

function ownAccountFor(
  { own = [] }: AccountTable,
  query: { readonly employerGroup: EmployerGroup; readonly programme: Programme },
  fund: FundKind,
  position: SiltapPosition | null,
): AccountChoice | null {
  const fitting = own.filter(
    (row) =>
      row.fundKind === fund &&
      row.employerGroup === query.employerGroup &&
      row.programme === query.programme &&
      (row.position === null || row.position === position),
  );
  const chosen = fitting.find((row) => row.position !== null) ?? fitting[0];
  if (chosen === undefined) return null;
  const { code, name } = chosen;
  return { status: 'own', code, name, confidence: 'verified', note: null };
}

/** A code as typed, put into the standard notation. */
export interface AccountNotation {
  readonly code: string;
  /** `apbd` has six levels (1.1.2.2.2.4 digits), `apbdes` four; anything else is `unknown` and left as it is. */
  readonly scope: 'apbd' | 'apbdes' | 'unknown';
  /** The notation differed from the standard: a warning, never a block. */
  readonly changed: boolean;
}

const widths = { apbd: [1, 1, 2, 2, 2, 4], apbdes: [1, 1, 1, 2] } as const;

/**
 * Puts a typed account code into the standard notation: `5.1.02.02.02.00 06`, `5.1.2.2.2.6` (2021) and
 * `5,1,02,02,02,0006` all become `5.1.02.02.02.0006`; Siskeudes' closing dot goes.
 */
export function normalizeAccountCode(text: string): AccountNotation {
  const bare = text
    .normalize('NFKC')
    .replace(/['"\s]/g, '')
    .replace(/[,;_-]/g, '.')
    .replace(/^\.+|\.+$/g, '');
  const levels = bare.split('.');
  const scope = levels.length === 6 ? 'apbd' : levels.length === 4 ? 'apbdes' : 'unknown';
  const allDigits = levels.every((level) => /^\d+$/.test(level));
  if (scope === 'unknown' || !allDigits || !bare.startsWith('5')) {
    return { code: bare, scope: 'unknown', changed: bare !== text };
  }
  const sized = levels.map((level, index) =>
    level.replace(/^0+(?=\d)/, '').padStart(widths[scope][index] ?? 1, '0'),
  );
  const code = sized.join('.');
  const fits = sized.every((level, index) => level.length === widths[scope][index]);
  return fits
    ? { code, scope, changed: code !== text }
    : { code: bare, scope: 'unknown', changed: bare !== text };
}
