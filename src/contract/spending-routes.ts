/** Budget documents, payments against them, and who is behind. */
import * as z from 'zod';
import { paymentStandings } from '../domain/payment-rules.ts';
import {
  civilDate,
  count,
  done,
  fileId,
  fiscalYear,
  fundSource,
  month,
  roster,
  rowId,
  rupiah,
  segment,
  severity,
} from './common.ts';
import { command, job, query } from './route.ts';

export const versionKinds = ['murni', 'pergeseran', 'perubahan'] as const;
const versionKind = z.enum(versionKinds);
const accountCode = z.string().trim().min(1).max(60);
const note = z.string().trim().max(200);
/** Most lines of a budget document or a payments file. */
export const mostLines = 5_000;

const versionHead = z.object({
  id: rowId,
  year: fiscalYear,
  kind: versionKind,
  number: count,
  decidedOn: civilDate,
  basis: z.string(),
  lines: count,
  total: rupiah,
});
export type VersionHead = z.infer<typeof versionHead>;

const allocation = z.object({
  accountCode,
  accountName: z.string().max(300),
  fundSource,
  unitId: rowId.nullable(),
  amount: count,
});
export type Allocation = z.infer<typeof allocation>;

export const spendingLine = z.object({
  accountCode: z.string(),
  accountName: z.string(),
  fundSource,
  unitId: rowId.nullable(),
  unitName: z.string().nullable(),
  allocated: rupiah,
  paid: rupiah,
  remaining: rupiah,
  projected: rupiah,
  shortfall: rupiah,
});
export type SpendingLine = z.infer<typeof spendingLine>;

const newPayment = z
  .object({
    year: fiscalYear,
    period: month,
    roster,
    fundSource,
    accountCode: accountCode.nullable(),
    unitId: rowId.nullable(),
    billingCode: z.string().trim().min(1).max(40).nullable(),
    persons: count.max(100_000_000),
    amount: rupiah.min(1),
    paidOn: civilDate,
    note,
    fileName: z.string().max(300).nullable(),
    sourceRow: count.nullable(),
  })
  .strict();
export type NewPayment = z.infer<typeof newPayment>;

const payment = newPayment.extend({ id: rowId, unitName: z.string().nullable() }).strip();
export type Payment = z.infer<typeof payment>;

const readIssue = z.object({
  code: z.string(),
  field: z.string(),
  severity,
  text: z.string(),
});
export type ReadIssue = z.infer<typeof readIssue>;

/** A row of a payments file: complete (`payment`), or with what is missing or wrong. */
const readPayment = z.object({
  row: count,
  payment: newPayment.nullable(),
  unitName: z.string().nullable(),
  /** `same`: recorded already. `differs`: its kode iuran is recorded with another amount. */
  known: z.enum(['new', 'same', 'differs']),
  issues: z.array(readIssue),
});
export type ReadPayment = z.infer<typeof readPayment>;

const arrearsRow = z.object({
  roster,
  segment,
  unitId: rowId.nullable(),
  unitName: z.string().nullable(),
  parentName: z.string().nullable(),
  fundSource: fundSource.nullable(),
  persons: count,
  standing: z.enum(paymentStandings),
  paid: count,
  due: count,
  unpaid: z.array(month),
  lapsesOn: civilDate.nullable(),
  /** Person-months that were paid for, of those due. */
  paidPersonMonths: count,
  duePersonMonths: count,
});
export type ArrearsRow = z.infer<typeof arrearsRow>;

const runningOut = z.object({
  entryId: rowId,
  name: z.string(),
  roster,
  unitName: z.string().nullable(),
  parentName: z.string().nullable(),
  kpj: z.string().nullable(),
  endedOn: civilDate,
  graceUntil: civilDate.nullable(),
});
export type RunningOut = z.infer<typeof runningOut>;

const rule = z.object({ segment, source: z.string(), verified: z.boolean() });

export const spendingRoutes = {
  'spending.overview': query({
    in: z.object({ year: fiscalYear.optional() }).strict(),
    out: z.object({
      year: fiscalYear,
      years: z.array(fiscalYear),
      versions: z.array(versionHead),
      /** The document decided last; null while none is entered. */
      inForce: rowId.nullable(),
      lines: z.array(spendingLine),
      outside: z.array(spendingLine),
      allocated: rupiah,
      paid: rupiah,
      remaining: rupiah,
      projected: rupiah,
      byMonth: z.array(z.object({ month, amount: rupiah, persons: count })),
      payments: count,
    }),
  }),
  'spending.payments': query({
    in: z
      .object({
        year: fiscalYear,
        roster: roster.optional(),
        unitId: rowId.optional(),
        offset: count.max(1_000_000),
        limit: z.number().int().min(1).max(200),
      })
      .strict(),
    out: z.object({ rows: z.array(payment), total: count, amount: rupiah }),
  }),
  'spending.addPayments': command({
    in: z.object({ payments: z.array(newPayment).min(1).max(mostLines) }).strict(),
    out: z.object({ added: count, deed: rowId }),
  }),
  'spending.replacePayment': command({
    in: z.object({ id: rowId, payment: newPayment }).strict(),
    out: z.object({ deed: rowId }),
  }),
  'spending.removePayments': command({
    in: z.object({ ids: z.array(rowId).min(1).max(mostLines) }).strict(),
    out: z.object({ deed: rowId }),
  }),
  /** Takes a deed on payments or budget documents back. */
  'spending.undo': command({ in: z.object({ deed: rowId }).strict(), out: done }),
  'spending.readPayments': job({
    in: z
      .object({
        file: fileId,
        /** For what the file does not say. */
        year: fiscalYear,
        roster,
        fundSource,
      })
      .strict(),
    out: z.object({
      fileName: z.string(),
      rows: z.array(readPayment),
      setAside: z.array(z.object({ row: count, reason: z.string(), text: z.string() })),
      columns: z.array(z.object({ field: z.string(), header: z.string() })),
      datesAmbiguous: z.boolean(),
    }),
  }),
  'spending.version': query({
    in: z.object({ id: rowId }).strict(),
    out: z.array(allocation.extend({ unitName: z.string().nullable() })),
  }),
  'spending.saveVersion': command({
    in: z
      .object({
        year: fiscalYear,
        kind: versionKind,
        number: z.number().int().min(1).max(99),
        decidedOn: civilDate,
        basis: note,
        lines: z.array(allocation).min(1).max(mostLines),
      })
      .strict(),
    out: z.object({ id: rowId, deed: rowId }),
  }),
  'spending.removeVersion': command({
    in: z.object({ id: rowId }).strict(),
    out: z.object({ deed: rowId }),
  }),
  'spending.readAllocations': job({
    in: z.object({ file: fileId, fundSource }).strict(),
    out: z.object({
      fileName: z.string(),
      rows: z.array(
        z.object({
          row: count,
          line: allocation.nullable(),
          unitName: z.string().nullable(),
          issues: z.array(readIssue),
        }),
      ),
      setAside: z.array(z.object({ row: count, reason: z.string(), text: z.string() })),
      columns: z.array(z.object({ field: z.string(), header: z.string() })),
    }),
  }),
  'spending.arrears': query({
    in: z.object({ year: fiscalYear, roster }).strict(),
    out: z.object({
      asOf: civilDate,
      rows: z.array(arrearsRow),
      persons: count,
      behind: count,
      rules: z.array(rule),
    }),
  }),
  /** BPU members whose paid time ends within `days`, or who hang in grace. */
  'spending.runningOut': query({
    in: z
      .object({
        days: z.number().int().min(1).max(366),
        offset: count.max(1_000_000),
        limit: z.number().int().min(1).max(200),
      })
      .strict(),
    out: z.object({ asOf: civilDate, rows: z.array(runningOut), total: count, inGrace: count }),
  }),
  /** The months of a year that were paid for one person. */
  'spending.personMonths': query({
    in: z.object({ entryId: rowId, year: fiscalYear.optional() }).strict(),
    out: z.object({
      year: fiscalYear,
      months: z.array(
        z.object({ month, state: z.enum(['paid', 'unpaid', 'not-due']), dueOn: civilDate }),
      ),
      /** Months whose export of BPJS lists the person. */
      exported: z.array(month),
      standing: z.enum(paymentStandings),
      lapsesOn: civilDate.nullable(),
    }),
  }),
  'spending.export': job({
    in: z.object({ year: fiscalYear, folder: z.string().min(8).max(64) }).strict(),
    out: z.object({ file: fileId, folder: fileId, fileName: z.string(), bytes: count }),
  }),
} as const;
