/**
 * The one error that crosses a layer on purpose. It carries a code, a place and parameters; the words a
 * person reads are made from the code in the UI and in the CLI, never here.
 */
export const errorCodes = [
  // store
  'store.wrong-passphrase',
  'store.not-a-store',
  'store.newer-than-app',
  'store.locked',
  'store.busy',
  'store.missing',
  'store.exists',
  'store.read-only',
  'store.damaged',
  'store.unreachable',
  'store.disk-full',
  'store.not-open',
  'store.weak-passphrase',
  // files
  'file.missing',
  'file.locked',
  'file.unreadable',
  'file.too-large',
  'file.unsupported',
  'file.encrypted',
  'file.damaged',
  'file.empty',
  'file.unwritable',
  // import
  'import.no-header',
  'import.missing-columns',
  'import.already-imported',
  'import.other-file',
  'import.nothing-to-commit',
  'import.no-findings',
  'import.wrong-slot',
  'import.batch-not-staged',
  'import.plan-changed',
  'import.leave-unconfirmed',
  'import.batch-not-committed',
  'import.undo-conflict',
  'roster.changed-meanwhile',
  // domain
  'input.invalid',
  'tariff.missing',
  'tariff.overlap',
  'tariff.gap',
  'tariff.absurd',
  'tariff.reversed',
  'tariff.unknown-row',
  'tariff.changed',
  'fund.invalid',
  'fund.name-taken',
  'fund.in-use',
  'fund.unknown',
  'budget.invalid',
  'spending.invalid',
  'spending.duplicate',
  'spending.version-exists',
  'spending.too-many-rows',
  'spending.changed-meanwhile',
  'spending.nothing',
  'plan.invalid',
  'plan.name-taken',
  'plan.changed-meanwhile',
  'reconcile.nothing-to-match',
  'reconcile.data-changed',
  'reconcile.not-run',
  'finding.changed-meanwhile',
  'packet.nothing-to-print',
  'review.pair-changed',
  'review.queue-changed',
  'review.needs-initials',
  'review.same-person',
  'review.taken',
  'review.undone-since',
  'review.nothing-to-send',
  'review.not-answers',
  'review.answers-changed',
  'review.nothing-to-audit',
  'not-found',
  // bridge and jobs
  'bridge.unknown-route',
  'bridge.bad-request',
  'bridge.untrusted-sender',
  'bridge.engine-gone',
  'job.cancelled',
  'usage',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Where in the user's own material the trouble is. */
export interface ErrorPlace {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly field?: string;
}

export type ErrorParams = Readonly<Record<string, string | number | readonly string[]>>;

/** The shape that crosses the bridge: no prose, no stack. */
export interface AppErrorData {
  readonly code: ErrorCode;
  readonly at?: ErrorPlace | undefined;
  readonly params: ErrorParams;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly at: ErrorPlace | undefined;
  readonly params: ErrorParams;

  constructor(
    code: ErrorCode,
    options: { at?: ErrorPlace | undefined; params?: ErrorParams; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.at = options.at;
    this.params = options.params ?? {};
  }

  toData(): AppErrorData {
    return {
      code: this.code,
      ...(this.at === undefined ? {} : { at: this.at }),
      params: this.params,
    };
  }
}

/** True for a value that has the shape of an AppError's data. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (errorCodes as readonly string[]).includes(value);
}
