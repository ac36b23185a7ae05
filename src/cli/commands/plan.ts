import { resolve } from 'node:path';
import { planKindLabels } from '../../contract/words/plan-words.ts';
import { type PlanGoal, type PlanTarget, usualAssumptions } from '../../domain/plan-types.ts';
import { type Args, oneOf, usageError, wholeNumber } from '../args.ts';
import type { Command } from '../command.ts';
import type { Host } from '../host.ts';
import { makeFolder } from '../make-folder.ts';
import { goalOf, type NamedPlan, plansOf } from '../plan-options.ts';
import { planText, sourceText, targetText } from '../plan-text.ts';

/** `plan STORE --year Y [--scenario …] [--kind …] [--assumptions FILE] [--target … | --buys …] [--out DIR …]` */
export const planCommand: Command = {
  args: {
    words: ['STORE'],
    options: {
      year: 'required',
      scenario: 'optional',
      kind: 'optional',
      assumptions: 'optional',
      target: 'optional',
      buys: 'optional',
      out: 'optional',
      paper: 'optional',
      'by-unit': 'flag',
    },
  },
  async run(args, openHost) {
    const year = wholeNumber(args, 'year', { min: 2015, max: 2100 });
    const goal = goalOf(args);
    const print = printOptions(args);
    const host = await openHost();
    await host.openStore(args.word('STORE'));
    const list = await host.call('plan.list', { year });
    const plans = await plansOf(args, year, list.scenarios);
    const { plans: views } = await host.call('plan.compare', {
      year,
      plans: plans.map(({ assumptions }) => assumptions),
    });
    const target = goal === null ? null : await targetFor(host, year, plans, goal);
    const files = print === null ? [] : await printed(print, host, year, plans);
    const computed = plans.flatMap((plan, at) => {
      const view = views[at];
      return view === undefined ? [] : [{ plan, view }];
    });
    const [first] = computed;
    return {
      data: {
        year,
        scenarios: computed.map(({ plan, view }) => ({ ...plan, ...view })),
        target,
        asOf: list.asOf,
        sources: list.sources,
        files,
      },
      text: [
        ...computed.map(({ plan, view }) => planText(plan, view)),
        ...(goal === null || target === null ? [] : [targetText(goal, target)]),
        ...(first === undefined ? [] : [sourceText(first.view.now, list)]),
        ...files.map(({ path }) => path),
      ].join('\n'),
    };
  },
};

/** The goal asked for, in the order and from the lists of the first plan that aims at one; else the usual ones. */
async function targetFor(host: Host, year: number, plans: readonly NamedPlan[], goal: PlanGoal) {
  const aimed = plans.find(({ assumptions }) => assumptions.target !== null)?.assumptions;
  const base = aimed ?? usualAssumptions('target', year);
  if (base.target === null) throw new Error(`${planKindLabels.target} has a target`);
  const target: PlanTarget = { ...base.target, goal };
  return await host.call('plan.target', { year, assumptions: { ...base, target } });
}

interface PrintOptions {
  readonly dir: string;
  readonly paper: 'A4' | 'F4';
  readonly byUnit: boolean;
}

/** Null where nothing is to be written. */
function printOptions(args: Args): PrintOptions | null {
  const out = args.option('out');
  const byUnit = args.flag('by-unit');
  const paper =
    args.option('paper') === undefined ? 'F4' : oneOf(args, 'paper', ['A4', 'F4'] as const);
  if (out !== undefined) return { dir: resolve(out), paper, byUnit };
  if (byUnit || args.option('paper') !== undefined) throw usageError('missing-option', '--out');
  return null;
}

async function printed(
  { dir, paper, byUnit }: PrintOptions,
  host: Host,
  year: number,
  plans: readonly NamedPlan[],
) {
  await makeFolder(dir);
  const print = { folder: host.grant(dir), year, paper, byUnit };
  const files = [];
  for (const what of ['compare', 'rka'] as const) {
    const made = await host.call('plan.export', { ...print, plans: [...plans], what });
    files.push(...made.files.map((file) => ({ ...file, path: host.pathOf(file.file) })));
  }
  return files;
}
