/** The one call with which findings are computed, in a transaction of their own. */
import { createHash } from 'node:crypto';
import { defaultPic } from '../../contract/words/finding-words.ts';
import { defaultDays } from '../../domain/findings.ts';
import type { Roster } from '../../domain/segments.ts';
import { computeFindings } from '../../store/findings/compute.ts';
import { areaVersion, countUpArea } from '../../store/meta.ts';
import type { StoreArea } from '../../store/schema/regency-schema.ts';
import type { WriteSql } from '../../store/store.ts';
import { pricingAt } from './prices.ts';

export interface StoreFindings {
  readonly asOf: string;
  readonly at: string;
  readonly resourcesDir: string;
  readonly step: (done: number, total: number) => void;
}

/** Findings, coverage by programme, movements and differences of the newest run. */
export function storeFindings(sql: WriteSql, input: StoreFindings): void {
  const { asOf, at, resourcesDir, step } = input;
  const version = (area: StoreArea) => areaVersion({ sql }, area);
  computeFindings(sql, {
    asOf,
    at,
    versions: {
      roster: version('roster'),
      bpjs: version('bpjs'),
      links: version('links'),
    },
    ...pricingAt(sql, resourcesDir, asOf),
    days: defaultDays,
    pic: (code, roster) => defaultPic(code, roster as Roster | null),
    hash: hashBelowZero,
    step,
  });
  countUpArea(sql, 'findings');
}

/** 48 bits of SHA-256, below any number that a NIK, KPJ or row makes. */
function hashBelowZero(text: string): number {
  return -10_000_000_000_000 - createHash('sha256').update(text).digest().readUIntBE(0, 6);
}
