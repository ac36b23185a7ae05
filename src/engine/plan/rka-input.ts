/** A scenario's RKA: printed lines, the reserve and roundings on lines of their own, so that all adds up to the budget. */
import { assumptionText, gapText } from '../../contract/words/budget-words.ts';
import {
  employerGroupLabels,
  fundSourceLabel,
  programmeLabels,
} from '../../contract/words/labels.ts';
import { assumptionSentences, leftOutText, monthSpan } from '../../contract/words/plan-words.ts';
import type { CivilDate } from '../../domain/brand.ts';
import { computeBudget } from '../../domain/budget.ts';
import type { BudgetLine, BudgetLineKey } from '../../domain/budget-lines.ts';
import { formatBasisPoints, formatInteger } from '../../domain/format-id.ts';
import { rupiah } from '../../domain/money.ts';
import { mergeUnits, type PlanGround, peopleOf, settingsOf } from '../../domain/plan-compute.ts';
import { type PlanLine, planLines } from '../../domain/plan-lines.ts';
import { budgetGroupsOf, type PlanPeople } from '../../domain/plan-people.ts';
import { createPartPricer } from '../../domain/plan-prices.ts';
import type { PlanAssumptions } from '../../domain/plan-types.ts';
import { amountOf, type RkaGroup, type RkaInput, type RkaLine } from '../../reports/plan-rka.ts';
import type { PlanUnit } from '../../store/plan-people.ts';
import { asAssumption } from '../budget/budget-assumptions.ts';
import { withoutCode } from '../budget/compute-need.ts';
import { unitName, unitNameById } from './plan-view.ts';

export interface RkaRequest {
  readonly name: string;
  readonly assumptions: PlanAssumptions;
  readonly byUnit: boolean;
  readonly regencyName: string;
  readonly officeName: string;
  readonly printedOn: CivilDate;
}

/** Throws what `computeBudget` throws. */
export function rkaInput(
  ground: PlanGround,
  units: readonly PlanUnit[],
  request: RkaRequest,
): RkaInput {
  const { assumptions, byUnit } = request;
  const settings = settingsOf(ground, assumptions);
  const { people } = peopleOf(ground, assumptions);
  const { year } = ground.groups;
  const groups = byUnit
    ? budgetGroupsOf(people.cells, year, (unit) => String(unit).padStart(6, '0'))
    : mergeUnits(people.cells, year);
  const lines = planLines(groups, createPartPricer(settings, ground.tables));
  const budget = computeBudget(groups, settings, ground.tables);
  const { bufferBasisPoints = 0 } = settings;
  return {
    ...request,
    year,
    scenario: request.name,
    groups: groupsOf(lines, budget.lines, bufferBasisPoints, units),
    assumptions: [
      ...assumptionSentences(assumptions, unitNameById(units)),
      ...budget.assumptions
        .map(asAssumption)
        .map(({ code, params }) => assumptionText(code, params)),
      ...leftOutSentences(people),
      ...budget.gaps.map(
        (gap) => `${formatInteger(gap.persons)} orang tidak dihitung: ${gapText(gap.reason)}.`,
      ),
    ],
  };
}

function leftOutSentences({ leftOut, leaversTooMany }: PlanPeople): string[] {
  const codes = [...new Set(leftOut.map(({ code }) => code))];
  const counted = codes.map((code) => {
    const persons = leftOut.reduce((sum, row) => sum + (row.code === code ? row.persons : 0), 0);
    return `${formatInteger(persons)} orang tidak dihitung: ${leftOutText(code)}.`;
  });
  if (leaversTooMany === 0) return counted;
  return [
    ...counted,
    `${formatInteger(leaversTooMany)} pengurangan PPPK melebihi jumlah non-ASN yang dihitung.`,
  ];
}

function groupKey({ unit, fundSource, account }: BudgetLineKey): string {
  return `${unit ?? ''}|${fundSource}|${account.code ?? account.status}`;
}

function groupsOf(
  lines: readonly PlanLine[],
  booked: readonly BudgetLine[],
  bufferBasisPoints: number,
  units: readonly PlanUnit[],
): RkaGroup[] {
  const printed = Map.groupBy(lines, groupKey);
  const sums = Map.groupBy(booked, groupKey);
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([key, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      const made: RkaLine[] = (printed.get(key) ?? []).map(lineOf);
      const total = own.reduce((sum, line) => sum + line.total, 0);
      const rest = total - made.reduce((sum, line) => sum + amountOf(line), 0);
      if (rest !== 0) made.push({ text: 'Pembulatan', factors: null, price: rupiah(rest) });
      const buffer = own.reduce((sum, line) => sum + line.buffer, 0);
      if (buffer !== 0) {
        const share = formatBasisPoints(bufferBasisPoints).replace('%', ' %');
        made.push({ text: `Cadangan ${share}`, factors: null, price: rupiah(buffer) });
      }
      const { account, fundSource, unit } = first;
      return [
        {
          unit: unit === null ? null : unitName(units[Number(unit)]),
          accountCode: account.code ?? '',
          accountName: `${account.name ?? withoutCode(account.status)}${account.confidence === 'verified' ? '' : ' (belum diverifikasi)'}`,
          fundLabel: fundSourceLabel(fundSource),
          lines: made,
        },
      ];
    });
}

function lineOf(line: PlanLine): RkaLine {
  const { programme, employerGroup, segment, from, to, persons, months, price, payer } = line;
  const share = payer === 'worker' && segment === 'pu' ? ' bagian pekerja' : '';
  const text = `Iuran ${programmeLabels[programme]}${share} ${employerGroupLabels[employerGroup]} (${segment.toUpperCase()}), ${monthSpan(from, to)}`;
  return { text, factors: { persons, months }, price };
}
