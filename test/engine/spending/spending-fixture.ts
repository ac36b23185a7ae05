/** Payments and budget lines as a regency enters them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Allocation, NewPayment } from '../../../src/contract/spending-routes.ts';
import type { TestEngine } from '../harness.ts';

export const jkk = '5.1.02.02.02.0006';
export const jkm = '5.1.02.02.02.0007';

export function payment(over: Partial<NewPayment> = {}): NewPayment {
  return {
    year: 2026,
    period: '2026-09',
    roster: 'rentan',
    fundSource: 'dbhcht',
    accountCode: null,
    unitId: null,
    billingCode: '632609048826',
    persons: 100,
    amount: 1_680_000,
    paidOn: '2026-09-10',
    note: '',
    fileName: null,
    sourceRow: null,
    ...over,
  };
}

export function allocation(over: Partial<Allocation> = {}): Allocation {
  return {
    accountCode: jkk,
    accountName: 'Iuran JKK',
    fundSource: 'dbhcht',
    unitId: null,
    amount: 12_000_000,
    ...over,
  };
}

export function writeLines(test: TestEngine, name: string, lines: readonly string[]): string {
  const path = join(test.dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return test.grant(path);
}
