/** Computed scenarios as the comparison that is exported. */
import { assumptionText } from '../../contract/words/budget-words.ts';
import { fundSourceLabel, programmeLabels, rosterLabels } from '../../contract/words/labels.ts';
import { assumptionSentences } from '../../contract/words/plan-words.ts';
import type { CivilDate } from '../../domain/brand.ts';
import { type BudgetLine, totalLinesBy } from '../../domain/budget-lines.ts';
import { formatMonth } from '../../domain/month.ts';
import type { PlanResult } from '../../domain/plan-compute.ts';
import type { PlanAssumptions } from '../../domain/plan-types.ts';
import { inFundOrder, programmes, rosters } from '../../domain/segments.ts';
import type { CompareInput, CompareParts } from '../../reports/plan-compare.ts';
import type { PlanUnit } from '../../store/plan-people.ts';
import { asAssumption } from '../budget/budget-assumptions.ts';
import { unitNameById } from './plan-view.ts';

interface Computed {
  readonly name: string;
  readonly assumptions: PlanAssumptions;
  readonly result: PlanResult;
}

interface Head {
  readonly regencyName: string;
  readonly officeName: string;
  readonly printedOn: CivilDate;
  readonly year: number;
}

/** Summary figures and every grouping; groups that no scenario has are left out. */
export function compareInput(
  computed: readonly Computed[],
  head: Head,
  units: readonly PlanUnit[],
): CompareInput {
  const nameOf = unitNameById(units);
  const each = (value: (result: PlanResult) => number | null) =>
    computed.map(({ result }) => value(result));
  const names = computed.map(({ name }) => name);
  const sources = inFundOrder(
    computed.flatMap(({ result }) => result.budget.lines.map(({ fundSource }) => fundSource)),
  );
  const sourceLabels = Object.fromEntries(sources.map((one) => [one, fundSourceLabel(one)]));
  return {
    ...head,
    scenarios: names,
    summary: [
      { label: 'Kebutuhan iuran', kind: 'rupiah', values: each(({ budget }) => budget.total) },
      { label: 'Cadangan', kind: 'rupiah', values: each(({ budget }) => budget.buffer) },
      {
        label: 'Kebutuhan dan cadangan',
        kind: 'rupiah',
        values: each(({ budget }) => budget.total + budget.buffer),
      },
      {
        label: 'Biaya peserta baru',
        kind: 'rupiah',
        values: each(({ addedCost }) => addedCost),
      },
      {
        label: 'Biaya per poin cakupan',
        kind: 'rupiah',
        values: each((result) => result.costPerPoint),
      },
      {
        label: 'Tidak dibayar dua kali (penghematan)',
        kind: 'rupiah',
        values: each(({ saving }) => saving),
      },
      {
        label: 'Orang yang dihitung',
        kind: 'integer',
        values: each(({ budget }) => budget.persons),
      },
      { label: 'Peserta baru', kind: 'integer', values: each(({ added }) => added) },
      {
        label: 'Peserta aktif sesudahnya (pembilang)',
        kind: 'integer',
        values: each(({ reached }) => reached.active),
      },
      {
        label: 'Pekerja (penyebut)',
        kind: 'integer',
        values: each(({ reached }) => reached.workers),
      },
      { label: 'Cakupan sekarang', kind: 'percent', values: each(({ now }) => now.basisPoints) },
      {
        label: 'Cakupan sesudahnya',
        kind: 'percent',
        values: each(({ reached }) => reached.basisPoints),
      },
    ],
    parts: [
      partsOf(computed, 'Program', (line) => line.programme, programmes, programmeLabels),
      partsOf(computed, 'Sumber dana', (line) => line.fundSource, sources, sourceLabels),
      partsOf(computed, 'Daftar', (line) => line.roster, rosters, rosterLabels),
      monthsOf(computed),
    ],
    notes: computed.flatMap(({ name, assumptions, result }) => [
      ...assumptionSentences(assumptions, nameOf).map((text) => `${name}: ${text}`),
      ...result.budget.assumptions
        .map(asAssumption)
        .map(({ code, params }) => `${name}: ${assumptionText(code, params)}`),
    ]),
  };
}

function partsOf<K extends string>(
  computed: readonly Computed[],
  title: string,
  keyOf: (line: BudgetLine) => string,
  keys: readonly K[],
  labels: Readonly<Record<string, string>>,
): CompareParts {
  const sums = computed.map(
    ({ result }) =>
      new Map(totalLinesBy(result.budget.lines, keyOf).map(({ key, amount }) => [key, amount])),
  );
  const rows = keys.map((key) => ({
    label: labels[key] ?? key,
    amounts: sums.map((sum) => sum.get(key) ?? 0),
  }));
  return {
    sheet: title,
    title: `Kebutuhan menurut ${title.toLowerCase()}`,
    rows: rows.filter(({ amounts }) => amounts.some((amount) => amount > 0)),
  };
}

function monthsOf(computed: readonly Computed[]): CompareParts {
  const [first] = computed;
  const months = first?.result.budget.months ?? [];
  return {
    sheet: 'Bulan',
    title: 'Kebutuhan menurut bulan',
    rows: months.map((month, at) => ({
      label: formatMonth(month),
      amounts: computed.map(({ result }) => result.budget.byMonth[at]?.amount ?? 0),
    })),
  };
}
