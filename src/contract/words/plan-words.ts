/** Words of planning: on the screens, in the exported tables and on paper. */

import {
  formatBasisPoints,
  formatInteger,
  formatRupiah,
  formatSen,
} from '../../domain/format-id.ts';
import { formatMonth } from '../../domain/month.ts';
import type { CoverageSegment } from '../../domain/plan-coverage.ts';
import type {
  EnrolKey,
  PlanAssumptions,
  PlanGoal,
  PlanKind,
  PlanScope,
} from '../../domain/plan-types.ts';
import type { Programme, Segment } from '../../domain/segments.ts';
import type { PlanStep } from '../plan-routes.ts';
import { employerGroupLabels, fundSourceLabel, rosterLabels } from './labels.ts';

export const planKindLabels: Readonly<Record<PlanKind, string>> = {
  active: 'Hanya yang aktif',
  all: 'Semua yang berhak',
  target: 'Capai target',
  own: 'Skenario sendiri',
};

export const planScopeLabels: Readonly<Record<PlanScope, string>> = {
  active: 'Yang sudah aktif',
  missing: 'Yang belum terdaftar',
  all: 'Semua yang berhak',
};

export const coverageSegmentLabels: Readonly<Record<CoverageSegment, string>> = {
  ...rosterLabels,
  other: 'Pekerja lain (swasta, jasa konstruksi, mandiri)',
};

export const enrolKeyLabels: Readonly<Record<EnrolKey, string>> = {
  desil: 'Desil terendah',
  risk: 'Risiko kerja tertinggi',
  cost: 'Biaya termurah',
  segment: 'Urutan daftar',
  unit: 'Unit dengan cakupan terendah',
};

export const segmentWords: Readonly<Record<Segment, string>> = {
  pu: 'penerima upah',
  bpu: 'bukan penerima upah',
};

const leftOutTexts: Readonly<Record<string, string>> = {
  deceased: 'bertanda almarhum/almarhumah',
  'other-roster': 'sudah dihitung di daftar lain (pendanaan ganda)',
  'covered-elsewhere': 'sudah aktif melalui pemberi kerja lain',
  'over-65': 'melewati batas usia 65 tahun (BPU)',
  retired: 'sudah mencapai usia pensiun',
};

/** Why people of a scenario are not priced, after their number: `12 orang …`. */
export function leftOutText(code: string): string {
  return Object.hasOwn(leftOutTexts, code) ? (leftOutTexts[code] ?? code) : code;
}

export const stepLabels: Readonly<Record<PlanStep['what'], string>> = {
  scope: 'Siapa yang dihitung',
  target: 'Sasaran cakupan',
  months: 'Bulan pertanggungan',
  covered: 'Peserta ganda atau ditanggung pihak lain',
  recruitments: 'Penambahan orang',
  leavings: 'Pengangkatan PPPK',
  retirement: 'Usia pensiun',
  rules: 'Program dan dasar upah',
  growth: 'Kenaikan upah',
  buffer: 'Cadangan',
};

/** `Jan–Des` of months 0…11. */
export function monthSpan(from: number, to: number): string {
  const first = shortMonths[from] ?? '';
  return from === to ? first : `${first}–${shortMonths[to] ?? ''}`;
}

const shortMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'Mei',
  'Jun',
  'Jul',
  'Agu',
  'Sep',
  'Okt',
  'Nov',
  'Des',
];

/** A goal as one phrase. */
export function goalText(goal: PlanGoal): string {
  if (goal.kind === 'budget') return `sebanyak yang cukup dengan ${formatRupiah(goal.amount)}`;
  return goal.kind === 'coverage'
    ? `cakupan ${percent(goal.basisPoints)}`
    : `tambah ${percent(goal.basisPoints).replace('%', '')} poin cakupan`;
}

const percent = (basisPoints: number): string => formatBasisPoints(basisPoints).replace('%', ' %');

/** The order of enrolment with its reason, as one sentence. */
export function orderSentence(order: readonly EnrolKey[]): string {
  const named = order.map((key) => enrolKeyLabels[key].toLowerCase());
  return `Didahulukan menurut ${named.join(', lalu ')}; yang sama diurutkan menurut daftar, unit, dan nomor baris.`;
}

/** What a scenario assumes beyond its kind, as sentences for screen and paper; `unitName` names the units of recruits. */
export function assumptionSentences(
  assumptions: PlanAssumptions,
  unitName: (unitId: number) => string | null = () => null,
): string[] {
  const { scope, from, to, growthBasisPoints, bufferBasisPoints, target } = assumptions;
  const sentences = [
    `Yang dihitung: ${planScopeLabels[scope].toLowerCase()}, ${formatMonth(from)} sampai ${formatMonth(to)}.`,
  ];
  if (target !== null) {
    sentences.push(
      `Sasaran: ${goalText(target.goal)}, mulai ${formatMonth(target.from)}, dari daftar ${target.rosters
        .map((roster) => rosterLabels[roster])
        .join(', ')}. ${orderSentence(target.order)}`,
    );
  }
  for (const [key, rule] of Object.entries(assumptions.rules)) {
    if (rule === undefined) continue;
    const [group = '', segment = ''] = key.split('/');
    const label = (employerGroupLabels as Readonly<Record<string, string>>)[group] ?? group;
    const programmes = rule.programmes.map((one: Programme) => one.toUpperCase()).join(', ');
    const base =
      rule.wageBase.kind === 'fixed'
        ? `${baseWords.fixed} ${formatSen(rule.wageBase.wage)}`
        : baseWords[rule.wageBase.kind];
    sentences.push(`${label} (${segment.toUpperCase()}): program ${programmes}; ${base}.`);
  }
  if (growthBasisPoints !== null && growthBasisPoints !== 0)
    sentences.push(
      `Kenaikan upah ${percent(growthBasisPoints)} sejak ${formatMonth(from)} (dasar BPU tidak naik).`,
    );
  if (bufferBasisPoints !== null && bufferBasisPoints !== 0)
    sentences.push(`Cadangan ${percent(bufferBasisPoints)} dari kebutuhan.`);
  for (const one of assumptions.recruitments) {
    const unit = one.unitId === null ? null : unitName(one.unitId);
    sentences.push(
      `Penambahan ${formatInteger(one.persons)} orang ${employerGroupLabels[one.employerGroup]}${unit === null ? '' : ` di ${unit}`} mulai ${formatMonth(one.from)}, dari ${fundSourceLabel(one.fundSource)}.`,
    );
  }
  for (const one of assumptions.leavings) {
    sentences.push(
      `${formatInteger(one.persons)} non-ASN tidak lagi dihitung mulai ${formatMonth(one.from)} (pengangkatan PPPK); dibagi rata menurut jumlah, karena namanya belum diketahui.`,
    );
  }
  for (const [group, age] of Object.entries(assumptions.retirementAges)) {
    const label = (employerGroupLabels as Readonly<Record<string, string>>)[group] ?? group;
    sentences.push(`Usia pensiun ${label}: ${age} tahun.`);
  }
  sentences.push(
    assumptions.includeCovered
      ? 'Yang ditanggung pemberi kerja lain dan yang tercatat di dua daftar ikut dihitung.'
      : 'Yang ditanggung pemberi kerja lain dan yang tercatat di dua daftar tidak dihitung dua kali.',
  );
  return sentences;
}

const baseWords = {
  actual: 'dasar upah menurut daftar',
  fixed: 'dasar upah tetap',
  'minimum-wage': 'dasar upah minimum terpilih',
  umk: 'dasar UMK',
  ump: 'dasar UMP',
  siltap: 'dasar siltap minimum menurut jabatan',
  'bpu-base': 'dasar BPU Rp1.000.000',
} as const;

export const wageBaseLabels = baseWords;
