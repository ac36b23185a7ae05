/** Scenarios and targets in plain Indonesian lines. */
import type { PlanCoverageView, PlanView, TargetView } from '../contract/plan-routes.ts';
import type { RouteOut } from '../contract/routes.ts';
import { assumptionText, gapText } from '../contract/words/budget-words.ts';
import { fundLabelOf, programmeLabels, rosterLabels } from '../contract/words/labels.ts';
import {
  assumptionSentences,
  coverageSegmentLabels,
  goalText,
  leftOutText,
} from '../contract/words/plan-words.ts';
import { formatBasisPoints, formatInteger, formatRupiah } from '../domain/format-id.ts';
import { rupiah } from '../domain/money.ts';
import type { PlanGoal } from '../domain/plan-types.ts';
import type { Programme } from '../domain/segments.ts';
import type { NamedPlan } from './plan-options.ts';

type Counted = Pick<RouteOut<'plan.list'>, 'asOf' | 'sources'>;
const money = (amount: number): string => formatRupiah(rupiah(amount));
const share = (basisPoints: number | null): string =>
  basisPoints === null ? '–' : formatBasisPoints(basisPoints);
const coverage = ({ basisPoints, active, workers }: PlanCoverageView): string =>
  `${share(basisPoints)} (${formatInteger(active)} dari ${formatInteger(workers)})`;

/** One scenario: its need, what it reaches, its parts, whom it leaves out and what it assumes. */
export function planText({ name, assumptions }: NamedPlan, view: PlanView): string {
  const programme = (key: string) => programmeLabels[key as Programme] ?? key;
  const reserve = view.buffer === 0 ? '' : `, cadangan ${money(view.buffer)}`;
  return [
    `${name}: ${money(view.total)}${reserve} untuk ${formatInteger(view.persons)} orang`,
    `  Cakupan ${coverage(view.now)} menjadi ${coverage(view.reached)}`,
    `  Peserta baru ${formatInteger(view.added)}, biaya ${money(view.addedCost)}${
      view.costPerPoint === null ? '' : `, ${money(view.costPerPoint)} per poin`
    }`,
    ...view.byProgramme.map(({ key, amount }) => `  ${programme(key)}: ${money(amount)}`),
    ...view.bySource.map(({ key, amount }) => `  ${fundLabelOf(key)}: ${money(amount)}`),
    ...view.leftOut.map(
      ({ code, roster, persons }) =>
        `  Tidak dihitung: ${formatInteger(persons)} orang (${rosterLabels[roster]}), ${leftOutText(code)}`,
    ),
    ...view.gaps.map(
      ({ code, roster, persons }) =>
        `  Tidak dihitung: ${formatInteger(persons)} orang${roster === null ? '' : ` (${rosterLabels[roster]})`}, ${gapText(code)}`,
    ),
    ...assumptionSentences(assumptions).map((text) => `  Asumsi: ${text}`),
    ...view.assumptions.map(({ code, params }) => `  Catatan: ${assumptionText(code, params)}`),
  ].join('\n');
}

/** What a goal takes: whom, how many, at what cost. */
export function targetText(goal: PlanGoal, view: TargetView): string {
  const lacking =
    view.lacking === 0 ? [] : [`  Kurang ${formatInteger(view.lacking)} orang: calon tidak cukup`];
  const spare = view.spare === null ? [] : [`  Sisa dana ${money(view.spare)}`];
  return [
    `Sasaran ${goalText(goal)}: ${formatInteger(view.persons)} orang, ${money(view.cost)}`,
    `  Cakupan ${coverage(view.now)} menjadi ${coverage(view.reached)}`,
    ...lacking,
    ...spare,
    ...view.groups.roster.map(
      ({ label, persons, candidates, cost }) =>
        `  ${label}: ${formatInteger(persons)} dari ${formatInteger(candidates)} calon, ${money(cost)}`,
    ),
    ...view.byMonth
      .filter(({ amount }) => amount > 0)
      .map(({ month, amount, persons }) => `  ${month}: ${money(amount)}, ${persons} orang`),
  ].join('\n');
}

/** Where numerators and denominators are from. */
export function sourceText({ segments }: PlanCoverageView, { asOf, sources }: Counted): string {
  const own = `daftar Padan${asOf === null ? ', belum dipadankan' : `, dipadankan ${asOf}`}`;
  const active = sources.length === 0 ? 'belum ada berkas BPJS' : sources.join(', ');
  return [
    `Peserta aktif menurut: ${active}`,
    ...segments.map(
      (one) =>
        `Pekerja ${coverageSegmentLabels[one.segment]}: ${one.source === null ? own : `${one.source}, ${one.asOf ?? ''}`}`,
    ),
  ].join('\n');
}
