import { z } from 'zod';
import { AppError } from './app-error.ts';
import type { Sen } from './brand.ts';
import type { BudgetSettings, GroupRule, GroupRuleKey } from './budget-types.ts';
import { defaultRoundingRule, roundingModes, roundingScopes, sen } from './money.ts';
import { bpuProgrammes, largestWage } from './premium-plan.ts';
import { employerGroups, type FundSource, isFundSource, programmes, segments } from './segments.ts';
import { riskClasses } from './tariff-table.ts';
import type { MinimumWage, WageBaseRule, WageBaseTable } from './wage-base.ts';

const wageSen = z.int().positive().max(largestWage);
const optionalSen = wageSen.nullable();

/** On what a regency prices a group of wage earners; `ifMissing` only serves `actual`. */
const wageBaseChoice = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('actual'),
    ifMissing: z.enum(['none', 'umk', 'ump', 'siltap']),
  }),
  z.strictObject({ kind: z.literal('fixed'), sen: wageSen }),
  z.strictObject({ kind: z.enum(['umk', 'ump', 'siltap']) }),
]);
/** Of those without wages: the first bracket, the declared income, or an income for all. */
const bpuBaseChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bpu-base') }),
  z.strictObject({ kind: z.literal('actual') }),
  z.strictObject({ kind: z.literal('fixed'), sen: wageSen }),
]);

const groupChoice = z.strictObject({
  programmes: z.array(z.enum(programmes)).min(1),
  riskClass: z.literal(riskClasses),
  wageBase: wageBaseChoice,
  bpuBase: bpuBaseChoice,
  /** Fund source of workers who have none; null leaves them out, named and counted. */
  fundWhenMissing: z
    .custom<FundSource>((given) => typeof given === 'string' && isFundSource(given))
    .nullable(),
});

/** What a regency decides for a fiscal year; amounts in sen, as UMK carry them. */
export const budgetConfigSchema = z.strictObject({
  groups: z.strictObject({
    'non-asn': groupChoice,
    'perangkat-desa': groupChoice,
    bpd: groupChoice,
    'rt-rw': groupChoice,
    'lembaga-desa': groupChoice,
    rentan: groupChoice,
  }),
  /** UMK, UMP and least siltap of the year; null takes the table's. */
  umk: optionalSen,
  ump: optionalSen,
  siltap: z.strictObject({
    'kepala-desa': optionalSen,
    'sekretaris-desa': optionalSen,
    'perangkat-desa': optionalSen,
  }),
  rounding: z.strictObject({ per: z.enum(roundingScopes), mode: z.enum(roundingModes) }),
  workerShareBorne: z.boolean(),
  jkp: z.boolean(),
  health: z.boolean(),
  /** True where each OPD budgets for its own workers; false where one office does for all. */
  perUnit: z.boolean(),
});
export type BudgetConfig = Readonly<z.infer<typeof budgetConfigSchema>>;
export type GroupChoice = Readonly<z.infer<typeof groupChoice>>;

/**
 * What a regency starts from: JKK and JKM, the least that SE Mendagri 842.2/5193/SJ asks for; JHT is left out because
 * the readings of Permenaker 1/2025 disagree on it. Own wages, village officials without one at the least siltap, BPU at
 * Rp1,000,000; half-up per component; one office budgets for all.
 */
export function defaultBudgetConfig(): BudgetConfig {
  const group: GroupChoice = {
    programmes: ['jkk', 'jkm'],
    riskClass: 1,
    wageBase: { kind: 'actual', ifMissing: 'none' },
    bpuBase: { kind: 'bpu-base' },
    fundWhenMissing: null,
  };
  const official: GroupChoice = { ...group, wageBase: { kind: 'actual', ifMissing: 'siltap' } };
  return {
    groups: {
      'non-asn': group,
      'perangkat-desa': official,
      bpd: group,
      'rt-rw': group,
      'lembaga-desa': group,
      rentan: group,
    },
    umk: null,
    ump: null,
    siltap: { 'kepala-desa': null, 'sekretaris-desa': null, 'perangkat-desa': null },
    rounding: defaultRoundingRule,
    workerShareBorne: false,
    jkp: false,
    health: false,
    perUnit: false,
  };
}

/**
 * Refuses decisions that leave somebody unpriced without saying so: `budget.invalid` for a group without JKK, JKM or JHT
 * (a worker without wages can have no other), or with JKP or JKN while their switch is off.
 */
export function checkBudgetConfig(config: BudgetConfig): BudgetConfig {
  for (const group of employerGroups) {
    const chosen = config.groups[group].programmes;
    const off = chosen.find(
      (one) => (one === 'jkp' && !config.jkp) || (one === 'jkn' && !config.health),
    );
    const empty = !chosen.some((one) => bpuProgrammes.includes(one));
    if (off === undefined && !empty) continue;
    throw new AppError('budget.invalid', {
      at: { field: `groups.${group}.programmes` },
      params: off === undefined ? { reason: 'no-programme' } : { reason: 'off', programme: off },
    });
  }
  return config;
}

/** The settings of a computation that follow from a regency's decisions, for its region code and a year. */
export function settingsOf(config: BudgetConfig, year: number, region: string): BudgetSettings {
  const rules: Partial<Record<GroupRuleKey, GroupRule>> = {};
  const funds: NonNullable<BudgetSettings['fundWhenMissing']> = Object.fromEntries(
    employerGroups.flatMap((group) => {
      const fund = config.groups[group].fundWhenMissing;
      return fund === null ? [] : [[group, fund]];
    }),
  );
  for (const group of employerGroups) {
    for (const segment of segments) {
      rules[`${group}/${segment}`] = ruleOf(config.groups[group], segment === 'bpu');
    }
  }
  const { rounding, workerShareBorne, jkp, health } = config;
  return { year, region, rules, fundWhenMissing: funds, rounding, workerShareBorne, jkp, health };
}

function ruleOf(choice: GroupChoice, bpu: boolean): GroupRule {
  const { programmes: chosen, riskClass, wageBase, bpuBase } = choice;
  if (bpu) {
    const wanted = chosen.filter((one) => bpuProgrammes.includes(one));
    return { programmes: wanted, riskClass, wageBase: baseOf(bpuBase) };
  }
  return { programmes: chosen, riskClass, wageBase: baseOf(wageBase) };
}

function baseOf(choice: GroupChoice['wageBase'] | GroupChoice['bpuBase']): WageBaseRule {
  if (choice.kind === 'fixed') return { kind: 'fixed', wage: sen(choice.sen) };
  if (choice.kind !== 'actual') return choice;
  if (!('ifMissing' in choice) || choice.ifMissing === 'none') return { kind: 'actual' };
  return { kind: 'actual', ifMissing: { kind: choice.ifMissing } };
}

/** The wage table with a regency's own UMK, UMP and least siltap of a year in place of the shipped ones. */
export function withOwnWages(
  table: WageBaseTable,
  config: BudgetConfig,
  place: { readonly region: string; readonly year: number; readonly name: string },
): WageBaseTable {
  const own = (['umk', 'ump'] as const).flatMap((kind): MinimumWage[] => {
    const amount = config[kind];
    return amount === null ? [] : [ownMinimumWage(kind, sen(amount), place)];
  });
  const replaced = (row: MinimumWage): boolean =>
    own.some(
      ({ kind, region, year }) => kind === row.kind && region === row.region && year === row.year,
    );
  const siltap = table.siltap.map((row) => {
    const amount = config.siltap[row.position];
    const source = 'ketentuan daerah';
    return amount === null ? row : { ...row, id: `own-${row.id}`, sen: sen(amount), source };
  });
  const kept = table.minimumWages.filter((row) => !replaced(row));
  return { ...table, minimumWages: [...kept, ...own], siltap };
}

function ownMinimumWage(
  kind: 'umk' | 'ump',
  amount: Sen,
  { region: regency, year, name }: { region: string; year: number; name: string },
): MinimumWage {
  const region = kind === 'umk' ? regency : regency.slice(0, 2);
  return {
    id: `own-${kind}-${region}-${year}`,
    kind,
    region,
    name,
    year,
    sen: amount,
    source: `${kind.toUpperCase()} ${year} yang diisi daerah`,
    confidence: 'verified',
  };
}
