/** The one call with which a run computes its findings inside its own transaction. */
import { createHash } from 'node:crypto';
import { defaultPic } from '../../contract/words/finding-words.ts';
import { defaultDays } from '../../domain/findings.ts';
import type { Roster } from '../../domain/segments.ts';
import { computeFindings } from '../../store/findings/compute.ts';
import type { WriteSql } from '../../store/store.ts';
import { createPricing } from './prices.ts';

export interface StoreFindings {
  readonly asOf: string;
  readonly at: string;
  readonly resourcesDir: string;
  readonly step: (done: number, total: number) => void;
}

/** Findings, coverage by programme, movements and differences of the newest run. */
export function storeFindings(sql: WriteSql, input: StoreFindings): void {
  const { asOf, at, resourcesDir, step } = input;
  const version = (area: string) =>
    sql.pluck<number>('SELECT version FROM area_version WHERE area = ?', area)[0] ?? 0;
  computeFindings(sql, {
    asOf,
    at,
    versions: { roster: version('roster'), bpjs: version('bpjs'), links: version('links') },
    ...createPricing(resourcesDir, asOf),
    days: defaultDays,
    pic: (code, roster) => defaultPic(code, roster as Roster | null),
    hash: hashBelowZero,
    step,
  });
}

/** 48 bits of SHA-256, below any number that a NIK, KPJ or row makes. */
function hashBelowZero(text: string): number {
  return -10_000_000_000_000 - createHash('sha256').update(text).digest().readUIntBE(0, 6);
}
