import { resolve } from 'node:path';
import type { Month } from '../../domain/brand.ts';
import { explainAssumption, explainLine } from '../../domain/explain-premium.ts';
import { formatRupiah } from '../../domain/format-id.ts';
import {
  defaultRoundingRule,
  type RoundingRule,
  roundingModes,
  roundingScopes,
  sen,
} from '../../domain/money.ts';
import { plannerSegments, premiumSchedule, scheduleJson } from '../../domain/premium-schedule.ts';
import { fundKinds, type Programme, programmes } from '../../domain/segments.ts';
import { type RiskClass, riskClasses, type TariffTable } from '../../domain/tariff-table.ts';
import { readTariffTable } from '../../engine/budget/read-tables.ts';
import { tariffsOfFile } from '../../engine/budget/tariffs-of-file.ts';
import { type Args, oneOf, usageError, wholeNumber } from '../args.ts';
import type { Command } from '../command.ts';
import { resourcesDir } from '../resources.ts';

/** `premium --segment … --wage … --persons … --from … --months … --fund … [--programmes …] [--store …]` */
export const premiumCommand: Command = {
  args: {
    words: [],
    options: {
      segment: 'required',
      wage: 'required',
      persons: 'required',
      from: 'required',
      months: 'required',
      fund: 'required',
      programmes: 'optional',
      risk: 'optional',
      'round-per': 'optional',
      'round-mode': 'optional',
      store: 'optional',
    },
  },
  async run(args, openHost) {
    const table = await tableOf(args, openHost);
    const persons = wholeNumber(args, 'persons', { min: 1, max: 100_000_000 });
    const schedule = premiumSchedule(
      {
        segment: oneOf(args, 'segment', plannerSegments),
        wage: wageOption(args),
        persons,
        from: monthOption(args),
        months: wholeNumber(args, 'months', { min: 1, max: 120 }),
        fund: oneOf(args, 'fund', fundKinds),
        ...(args.option('programmes') === undefined ? {} : { programmes: programmesOption(args) }),
        ...(args.option('risk') === undefined ? {} : { riskClass: riskOption(args) }),
        rounding: roundingOption(args),
      },
      table,
    );
    return { data: scheduleJson(schedule), text: explain(schedule, persons) };
  },
};

/** The shipped table, or with `--store` the one the regency priced with: its own rows and confirmations in it. */
async function tableOf(args: Args, openHost: Parameters<Command['run']>[1]): Promise<TariffTable> {
  const store = args.option('store');
  if (store === undefined) return readTariffTable(resourcesDir);
  const { passphrase } = await openHost();
  return tariffsOfFile({ path: resolve(store), passphrase: passphrase() }, resourcesDir);
}

function riskOption(args: Args): RiskClass {
  const text = args.need('risk');
  const found = riskClasses.find((one) => String(one) === text);
  if (found === undefined) throw usageError('bad-choice', `--risk ${text}`);
  return found;
}

function roundingOption(args: Args): RoundingRule {
  const { per, mode } = defaultRoundingRule;
  return {
    per: args.option('round-per') === undefined ? per : oneOf(args, 'round-per', roundingScopes),
    mode: args.option('round-mode') === undefined ? mode : oneOf(args, 'round-mode', roundingModes),
  };
}

/** Whole rupiah, or with two decimals of sen after a point or a comma. */
function wageOption(args: Args) {
  const text = args.need('wage');
  const parts = /^(-?\d{1,13})(?:[.,](\d{2}))?$/.exec(text);
  if (parts === null) throw usageError('bad-money', `--wage ${text}`);
  const whole = Number(parts[1]);
  const rest = Number(parts[2] ?? 0);
  return sen(whole * 100 + (text.startsWith('-') ? -rest : rest));
}

function monthOption(args: Args): Month {
  const text = args.need('from');
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw usageError('bad-month', `--from ${text}`);
  return text as Month;
}

function programmesOption(args: Args): Programme[] {
  const text = args.need('programmes');
  return text.split(',').map((word) => {
    const found = programmes.find((programme) => programme === word.trim().toLowerCase());
    if (found === undefined) throw usageError('bad-choice', `--programmes ${text}`);
    return found;
  });
}

function explain(schedule: ReturnType<typeof premiumSchedule>, persons: number): string {
  const lines: string[] = [];
  let before = '';
  for (const month of schedule.months) {
    const reckoning = month.lines.map(
      (line) =>
        `  ${line.programme.toUpperCase()} (${payerWord(line.payer)}): ${explainLine(line)}`,
    );
    const text = reckoning.join('\n');
    lines.push(`${month.month}: ${formatRupiah(month.perPerson)} per orang`);
    // A month reckoned like the one before needs no second explanation.
    if (text !== before) lines.push(text);
    before = text;
  }
  const assumptions = new Set(
    schedule.months.flatMap(({ lines: parts }) =>
      parts.flatMap((line) => line.assumptions.map(explainAssumption)),
    ),
  );
  return [
    ...lines,
    `Jumlah untuk ${persons} orang, ${schedule.months.length} bulan: ${formatRupiah(schedule.total)}`,
    `  ditanggung pemberi kerja/pemerintah ${formatRupiah(schedule.byPayer.employer)}, pekerja ${formatRupiah(schedule.byPayer.worker)}`,
    ...[...assumptions].map((text) => `Catatan: ${text}`),
  ].join('\n');
}

function payerWord(payer: 'employer' | 'worker'): string {
  return payer === 'employer' ? 'pemberi kerja' : 'pekerja';
}
