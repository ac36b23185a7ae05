/** Opening, creating and describing the one store a regency keeps. */
import * as z from 'zod';
import {
  civilDate,
  count,
  done,
  fileId,
  fiscalYear,
  nothing,
  passphrase,
  regencyCode,
  rowId,
} from './common.ts';
import { command, job, query } from './route.ts';

export const storeStatus = z.object({
  open: z.boolean(),
  readOnly: z.boolean(),
  sample: z.boolean(),
  fileName: z.string().nullable(),
  regencyCode: z.string().nullable(),
  regencyName: z.string().nullable(),
  fiscalYear: z.number().int().nullable(),
});
export type StoreStatus = z.infer<typeof storeStatus>;

/** What the letterhead and the cover letter need; every field may be empty until the office fills it. */
export const regencyProfile = z.object({
  code: regencyCode,
  name: z.string().min(1).max(80),
  province: z.string().min(1).max(80),
  fiscalYear,
  officeName: z.string().max(120),
  addressLines: z.array(z.string().max(120)).max(3),
  phone: z.string().max(40),
  email: z.string().max(80),
  place: z.string().max(60),
  signatoryTitle: z.string().max(120),
  signatoryName: z.string().max(80),
  signatoryRank: z.string().max(60),
  signatoryNip: z.string().regex(/^(\d{18})?$/),
  recipient: z.string().max(200),
  letterNumber: z.string().max(60),
});
export type RegencyProfile = z.infer<typeof regencyProfile>;

export const unitKind = z.enum(['opd', 'kecamatan', 'desa', 'kelurahan']);
export const unit = z.object({
  id: rowId,
  kind: unitKind,
  code: z.string().nullable(),
  name: z.string(),
  parentId: rowId.nullable(),
});
export type Unit = z.infer<typeof unit>;

const newStore = z.object({ file: fileId, passphrase, regencyCode, fiscalYear }).strict();

export const storeRoutes = {
  'store.status': query({ in: nothing, out: storeStatus }),
  /** The 38 provinces' regencies, for the form of a new store. */
  'regency.list': query({
    in: nothing,
    out: z.array(z.object({ code: regencyCode, name: z.string(), province: z.string() })),
  }),
  'store.create': job({ in: newStore, out: storeStatus }),
  'store.open': job({ in: z.object({ file: fileId, passphrase }).strict(), out: storeStatus }),
  /** Writes the sample files and an empty store for the sample regency, and opens it. */
  'store.openSample': job({
    in: z.object({ workers: z.number().int().min(50).max(1_000_000).optional() }).strict(),
    out: storeStatus,
  }),
  'store.close': command({ in: nothing, out: done }),
  'store.recent': query({
    in: nothing,
    out: z.array(
      z.object({
        file: fileId,
        fileName: z.string(),
        folder: z.string(),
        regencyName: z.string(),
        openedAt: z.string(),
      }),
    ),
  }),
  /** The sample's files, ready to be imported; empty for a real store. */
  'store.sampleFiles': query({
    in: nothing,
    out: z.array(
      z.object({
        file: fileId,
        fileName: z.string(),
        kind: z.enum(['non-asn', 'desa', 'rentan', 'bpjs-pu', 'bpjs-bpu', 'bpjs-nik']),
        bytes: count,
        imported: z.boolean(),
      }),
    ),
  }),
  'profile.get': query({ in: nothing, out: regencyProfile }),
  'profile.save': command({ in: regencyProfile, out: regencyProfile }),
  'unit.list': query({ in: z.object({ kind: unitKind.optional() }).strict(), out: z.array(unit) }),
  /** Plain-word history, newest first. */
  'journal.page': query({
    in: z.object({ before: rowId.optional(), limit: z.number().int().min(1).max(200) }).strict(),
    out: z.array(
      z.object({
        id: rowId,
        at: z.string(),
        action: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        batchId: rowId.nullable(),
        /** A deed by hand that nobody has taken back yet. */
        undoable: z.boolean(),
      }),
    ),
  }),
  /** Integrity of the open file: SQLite's own check, foreign keys and Padan's invariants. */
  'store.verify': job({
    in: nothing,
    out: z.object({
      ok: z.boolean(),
      problems: z.array(z.string()),
      schemaVersion: count,
      checkedAt: z.string(),
      rows: z.record(z.string(), count),
    }),
  }),
} as const;

export const asOfInput = z.object({ asOf: civilDate.optional() }).strict();
