/** How one worker's premium of a year is made: the same tables and settings as the budget, in words. */
import type { PremiumExplanation } from '../../contract/tariff-routes.ts';
import { assumptionText, gapText } from '../../contract/words/budget-words.ts';
import { fundSourceLabel } from '../../contract/words/labels.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Sen } from '../../domain/brand.ts';
import { defaultGroupRule, leastWageOf, placeOf, switchedOn } from '../../domain/budget-plans.ts';
import { explainAssumption, explainLine } from '../../domain/explain-premium.ts';
import { formatSen } from '../../domain/format-id.ts';
import { sumRupiah } from '../../domain/money.ts';
import { monthsOfYear } from '../../domain/month.ts';
import { linesOf, type PremiumLine } from '../../domain/premium.ts';
import { planPremium } from '../../domain/premium-plan.ts';
import { fundKindOf, type Payer } from '../../domain/segments.ts';
import { resolveWageBase } from '../../domain/wage-base.ts';
import { type PricedEntry, readPricedEntry } from '../../store/priced-entry.ts';
import { readProfile } from '../../store/profile.ts';
import type { ReadStore } from '../../store/store.ts';
import { ruleWords } from './budget-assumptions.ts';
import { type PriceContext, priceContext } from './price-context.ts';

/** Throws `not-found` for an entry there is not, and `tariff.missing` for a year without tariffs. */
export function explainEntryPremium(
  store: ReadStore,
  resourcesDir: string,
  entryId: number,
  asked?: number,
): PremiumExplanation {
  const entry = readPricedEntry(store, entryId);
  if (entry === undefined) {
    throw new AppError('not-found', { params: { what: 'entry', id: entryId } });
  }
  const year = asked ?? readProfile(store).fiscalYear;
  return explainPremium(priceContext(store, resourcesDir, year), entry);
}

/** The premium of anyone with these facts, for the year of the context. */
export function explainPremium(context: PriceContext, entry: PricedEntry): PremiumExplanation {
  const { year } = context.settings;
  const { segment, fundSource } = entry;
  const empty = { year, segment, fundSource, wageText: null, stretches: [], assumptions: [] };
  const { settings, tables } = context;
  const fund = fundSource ?? settings.fundWhenMissing?.[entry.employerGroup] ?? null;
  if (fund === null) return { ...empty, gap: gapText('fund-missing') };
  const rule =
    settings.rules?.[`${entry.employerGroup}/${segment}`] ??
    defaultGroupRule(entry.employerGroup, segment);
  const person = { wage: entry.wageSen as Sen | null, position: entry.position };
  const base = resolveWageBase(rule.wageBase, person, tables.wageBases, placeOf(settings));
  if (!base.ok) return { ...empty, gap: gapText(base.gap) };
  const notes = [
    ...(fundSource === null
      ? [assumptionText('fund-assumed', { fund: fundSourceLabel(fund), persons: 1 })]
      : []),
    ...(base.substituted === null
      ? []
      : [`Upah kosong diganti ${ruleWords[base.substituted] ?? base.substituted}.`]),
    ...(base.carried === undefined
      ? []
      : [
          `Upah minimum ${base.carried.year} dipakai karena yang baru belum diisi (${base.carried.source}).`,
        ]),
  ];
  const { stretches, assumptions } = stretchesOf(context, entry, {
    wage: base.wage,
    programmes: switchedOn(rule.programmes, settings),
    riskClass: rule.riskClass,
    fund: fundKindOf(fund),
  });
  const wageText = `${formatSen(base.wage)} (${ruleWords[base.substituted ?? rule.wageBase.kind] ?? rule.wageBase.kind})`;
  return {
    ...empty,
    gap: null,
    wageText,
    stretches,
    assumptions: [...new Set([...notes, ...assumptions])],
  };
}

interface Priced {
  readonly wage: Sen;
  readonly programmes: Parameters<typeof planPremium>[0]['programmes'];
  readonly riskClass: Parameters<typeof planPremium>[0]['riskClass'];
  readonly fund: Parameters<typeof planPremium>[0]['fund'];
}

/** Months alike in every line are one stretch. */
function stretchesOf(
  { settings, tables }: PriceContext,
  entry: PricedEntry,
  priced: Priced,
): { stretches: PremiumExplanation['stretches']; assumptions: string[] } {
  const stretches: PremiumExplanation['stretches'] = [];
  const assumptions: string[] = [];
  const leastWage = leastWageOf(settings, tables);
  const { rounding } = settings;
  let before = '';
  for (const month of monthsOfYear(settings.year)) {
    const plan = planPremium(
      { ...priced, segment: entry.segment, month, rounding, leastWage },
      tables.tariffs,
    );
    const lines = linesOf(plan, priced.wage);
    const seen = JSON.stringify(lines);
    const last = stretches.at(-1);
    if (seen === before && last !== undefined) last.to = month;
    else stretches.push({ from: month, to: month, ...stretchView(lines) });
    before = seen;
    for (const line of lines) assumptions.push(...line.assumptions.map(explainAssumption));
  }
  return { stretches, assumptions };
}

function stretchView(lines: readonly PremiumLine[]) {
  const paid = (payer: Payer) =>
    sumRupiah(lines.filter((line) => line.payer === payer).map(({ amount }) => amount));
  return {
    lines: lines.map((line) => ({
      programme: line.programme,
      payer: line.payer,
      amount: line.amount,
      text: explainLine(line),
      own: line.own !== null,
      verified: line.assumptions.every(({ code }) => code !== 'tariff-unverified'),
    })),
    employer: paid('employer'),
    worker: paid('worker'),
  };
}
