/** Reads a file of payments or of budget lines for a person to look at; nothing is saved here. */
import { basename } from 'node:path';
import {
  type Allocation,
  mostLines,
  type NewPayment,
  type ReadIssue,
  type ReadPayment,
} from '../../contract/spending-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import type { FundSource, OwnFundSource, Roster } from '../../domain/segments.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { listOwnFunds } from '../../store/own-funds.ts';
import { readProfile } from '../../store/profile.ts';
import { paymentKey, standingPayments } from '../../store/spending/payments.ts';
import type { ReadStore } from '../../store/store.ts';
import { listUnits } from '../../store/units.ts';
import { civilToday } from '../civil-today.ts';
import { createUnitBook, type UnitBook } from '../import/units.ts';
import { needAccess, type Task, type TaskContext } from '../worker/task.ts';
import {
  accountOf,
  amountOf,
  fundOf,
  paidOnOf,
  periodOf,
  personsOf,
  rosterOf,
  unitOf,
} from './cell-values.ts';
import {
  readSpendingTable,
  type SpendingField,
  type SpendingRow,
  type SpendingTable,
} from './table-file.ts';

interface Aside {
  readonly row: number;
  readonly reason: string;
  readonly text: string;
}
interface Columns {
  readonly field: string;
  readonly header: string;
}

export interface ReadPaymentsInput {
  readonly path: string;
  readonly year: number;
  readonly roster: Roster;
  readonly fundSource: FundSource;
}
export interface ReadPaymentsOutput {
  readonly fileName: string;
  readonly rows: ReadPayment[];
  readonly setAside: Aside[];
  readonly columns: Columns[];
  /** No date of the column says whether the day or the month comes first; they were read day first. */
  readonly datesAmbiguous: boolean;
}

interface Opened {
  readonly fileName: string;
  readonly table: SpendingTable;
  readonly units: UnitBook;
  readonly ownFunds: readonly OwnFundSource[];
  readonly nameOf: ReadonlyMap<number, string>;
}

async function openFile(
  path: string,
  needed: readonly SpendingField[],
  store: ReadStore,
  task: TaskContext,
): Promise<Opened> {
  const fileName = basename(path);
  task.progress('read', 0, null);
  const table = await readSpendingTable(
    { path, fileName, needed, mostRows: mostLines, asOf: civilToday(task.now()) },
    task.signal,
  );
  if (table.rows.length === 0) throw new AppError('file.empty', { at: { file: fileName } });
  const units = await listUnits(store);
  return {
    fileName,
    table,
    units: createUnitBook(units, readProfile(store).name),
    ownFunds: listOwnFunds(store).map(({ id }) => id),
    nameOf: new Map(units.map(({ id, name }) => [id, name])),
  };
}

/** Throws what `readSpendingTable` throws. Rows with an error come without a payment. */
export const readPaymentsTask: Task<ReadPaymentsInput, ReadPaymentsOutput> = async (
  input,
  task,
) => {
  using store = openStoreReader(needAccess(task));
  const opened = await openFile(input.path, ['amount', 'period', 'paidOn'], store, task);
  const { table, fileName, nameOf } = opened;
  const read = table.rows.map((row) => ({ row, ...paymentOf(row, opened, input) }));
  const codes = read.flatMap(({ payment }) => payment?.billingCode ?? []);
  const recorded = standingPayments(store.sql, codes);
  const seen = new Set<string>();
  const rows = read.map(({ row, payment, issues, unitId }): ReadPayment => {
    const key = payment === null ? null : paymentKey(payment);
    if (key !== null && payment?.billingCode != null) {
      if (seen.has(key)) issues.push(twice(payment.billingCode));
      seen.add(key);
    }
    const before = key === null ? undefined : recorded.get(key);
    return {
      row: row.row,
      payment: issues.some(({ severity }) => severity === 'error') ? null : payment,
      unitName: unitId === null ? null : (nameOf.get(unitId) ?? null),
      known: before === undefined ? 'new' : before === payment?.amount ? 'same' : 'differs',
      issues,
    };
  });
  return {
    fileName,
    rows,
    setAside: [...table.setAside],
    columns: [...table.columns],
    datesAmbiguous: table.dates.ambiguous,
  };
};

const twice = (text: string): ReadIssue => ({
  code: 'payment.twice',
  field: 'billingCode',
  severity: 'error',
  text,
});

function paymentOf(
  row: SpendingRow,
  opened: Opened,
  input: ReadPaymentsInput,
): { payment: NewPayment | null; issues: ReadIssue[]; unitId: number | null } {
  const { table, units, fileName, ownFunds } = opened;
  const issues: ReadIssue[] = [];
  const amount = amountOf(row, table, issues);
  const period = periodOf(row, table.dates.date1904 === true, issues);
  const paidOn = paidOnOf(row, table, issues);
  const persons = personsOf(row, issues);
  const fundSource = fundOf(row, input.fundSource, ownFunds, issues);
  const roster = rosterOf(row, input.roster, issues);
  const accountCode = accountOf(row, issues);
  const unitId = unitOf(row, units, issues);
  const billing = row.cell('billingCode').replace(/\s/g, '');
  const complete =
    amount !== null &&
    period !== null &&
    paidOn !== null &&
    persons !== null &&
    fundSource !== null &&
    roster !== null;
  const payment = complete
    ? {
        year: input.year,
        period,
        roster,
        fundSource,
        accountCode,
        unitId,
        billingCode: billing === '' ? null : billing.slice(0, 40),
        persons,
        amount,
        paidOn,
        note: row.cell('note').slice(0, 200),
        fileName,
        sourceRow: row.row,
      }
    : null;
  return { payment, issues, unitId };
}

export interface ReadAllocationsInput {
  readonly path: string;
  readonly fundSource: FundSource;
}
export interface ReadAllocationsOutput {
  readonly fileName: string;
  readonly rows: {
    row: number;
    line: Allocation | null;
    unitName: string | null;
    issues: ReadIssue[];
  }[];
  readonly setAside: Aside[];
  readonly columns: Columns[];
}

/** Throws what `readSpendingTable` throws. A line given twice is an error on its second row. */
export const readAllocationsTask: Task<ReadAllocationsInput, ReadAllocationsOutput> = async (
  input,
  task,
) => {
  using store = openStoreReader(needAccess(task));
  const opened = await openFile(input.path, ['amount', 'accountCode'], store, task);
  const { table, units, nameOf, fileName } = opened;
  const seen = new Set<string>();
  const rows = table.rows.map((row) => {
    const issues: ReadIssue[] = [];
    const amount = amountOf(row, table, issues);
    const accountCode = accountOf(row, issues);
    const fundSource = fundOf(row, input.fundSource, opened.ownFunds, issues);
    const unitId = unitOf(row, units, issues);
    if (accountCode === null) {
      issues.push({ code: 'account.missing', field: 'accountCode', severity: 'error', text: '' });
    }
    const key = `${accountCode} ${fundSource} ${unitId}`;
    if (seen.has(key)) {
      const text = accountCode ?? '';
      issues.push({ code: 'line.twice', field: 'accountCode', severity: 'error', text });
    }
    seen.add(key);
    const sound = !issues.some(({ severity }) => severity === 'error');
    const line =
      sound && amount !== null && accountCode !== null && fundSource !== null
        ? { accountCode, accountName: nameIn(row), fundSource, unitId, amount }
        : null;
    return {
      row: row.row,
      line,
      unitName: unitId === null ? null : (nameOf.get(unitId) ?? null),
      issues,
    };
  });
  return { fileName, rows, setAside: [...table.setAside], columns: [...table.columns] };
};

function nameIn(row: SpendingRow): string {
  return (row.cell('accountName') || row.cell('note')).slice(0, 300);
}
