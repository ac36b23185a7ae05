/** What `padan plan` is asked to compute: kept scenarios, usual ones, or one from a file; and a goal. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { planAssumptions } from '../contract/plan-assumptions.ts';
import type { ScenarioView } from '../contract/plan-routes.ts';
import { planKindLabels } from '../contract/words/plan-words.ts';
import { AppError } from '../domain/app-error.ts';
import type { Rupiah } from '../domain/brand.ts';
import {
  type PlanAssumptions,
  type PlanGoal,
  planKinds,
  usualAssumptions,
} from '../domain/plan-types.ts';
import { type Args, usageError } from './args.ts';

export interface NamedPlan {
  readonly name: string;
  readonly assumptions: PlanAssumptions;
}

/** As many as stand side by side. */
export const mostPlans = 4;

/** Commas part several. */
function listed(args: Args, name: string): readonly string[] {
  return (args.option(name) ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/**
 * The plans asked for, in the order kept, usual, file. Without any: all that are kept for the year (at most four), or the three
 * usual ones. Throws `usage` for a kind there is not and for more than four, `not-found` for a name that is not kept, and
 * what reading the file throws.
 */
export async function plansOf(
  args: Args,
  year: number,
  kept: readonly ScenarioView[],
): Promise<readonly NamedPlan[]> {
  const named = listed(args, 'scenario').map((name): NamedPlan => {
    const found = kept.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (found === undefined)
      throw new AppError('not-found', { params: { what: 'scenario', name, year } });
    return { name: found.name, assumptions: found.assumptions };
  });
  const usual = listed(args, 'kind').map((word) => usualPlan(word, year));
  const file = args.option('assumptions');
  const read = file === undefined ? [] : [await planOfFile(file, year)];
  const asked = [...named, ...usual, ...read];
  if (asked.length > mostPlans) throw usageError('too-many-plans', String(asked.length));
  if (asked.length > 0) return asked;
  if (kept.length > 0) return kept.slice(0, mostPlans);
  return ['active', 'all', 'target'].map((kind) => usualPlan(kind, year));
}

function usualPlan(word: string, year: number): NamedPlan {
  const kind = planKinds.find((one) => one === word);
  if (kind === undefined) throw usageError('bad-choice', `--kind ${word}`);
  return { name: planKindLabels[kind], assumptions: usualAssumptions(kind, year) };
}

const planFile = z
  .object({
    name: z.string().trim().min(1).max(80).default('Dari berkas'),
    kind: z.enum(planKinds).default('own'),
    assumptions: z.record(z.string(), z.unknown()).default({}),
  })
  .strict();

/**
 * `{ "name", "kind", "assumptions": { … } }`: what the file leaves out is as the kind usually has it. Throws `file.missing`,
 * `file.damaged` for what is no JSON, `plan.invalid` naming the field that does not fit.
 */
async function planOfFile(path: string, year: number): Promise<NamedPlan> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('file.missing', { at: { file: path }, cause });
  });
  const { name, kind, assumptions } = checkShape(planFile, parseJson(text, path), path);
  const whole = { ...usualAssumptions(kind, year), ...assumptions };
  return { name, assumptions: checkShape(planAssumptions, whole, path) };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('file.damaged', { at: { file: path }, cause });
  }
}

function checkShape<Output>(schema: z.ZodType<Output>, value: unknown, path: string): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('plan.invalid', {
    at: { file: path, field: field === '' ? 'assumptions' : field },
    params: { reason: 'shape' },
  });
}

/**
 * `--target 60` is a coverage in percent, `--target +10` points more than now, `--buys 500000000` what an amount is enough
 * for; null without either. Throws `usage` for what is neither, and for both.
 */
export function goalOf(args: Args): PlanGoal | null {
  const [target, buys] = [args.option('target'), args.option('buys')];
  if (target !== undefined && buys !== undefined) throw usageError('surplus-word', '--buys');
  if (buys !== undefined) {
    if (!/^\d{1,14}$/.test(buys)) throw usageError('bad-money', `--buys ${buys}`);
    return { kind: 'budget', amount: Number(buys) as Rupiah }; // digits are whole rupiah
  }
  if (target === undefined) return null;
  const parts = /^(\+?)(\d{1,3})(?:[.,](\d{1,2}))?%?$/.exec(target);
  const basisPoints =
    parts === null ? Number.NaN : Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
  if (!(basisPoints <= 10_000)) throw usageError('bad-percent', `--target ${target}`);
  return { kind: parts?.[1] === '+' ? 'points' : 'coverage', basisPoints };
}
