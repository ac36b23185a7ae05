import { budgetScopes } from '../../contract/budget-routes.ts';
import { assumptionText, gapText, koefisien } from '../../contract/words/budget-words.ts';
import { rosterLabels } from '../../contract/words/labels.ts';
import { formatInteger, formatRupiah } from '../../domain/format-id.ts';
import { rupiah } from '../../domain/money.ts';
import { oneOf, wholeNumber } from '../args.ts';
import type { Command } from '../command.ts';

/** `budget STORE --year Y [--scope missing|active|all]` */
export const budgetCommand: Command = {
  args: { words: ['STORE'], options: { year: 'required', scope: 'optional' } },
  async run(args, openHost) {
    const host = await openHost();
    const year = wholeNumber(args, 'year', { min: 2015, max: 2100 });
    const scope =
      args.option('scope') === undefined ? 'missing' : oneOf(args, 'scope', budgetScopes);
    await host.openStore(args.word('STORE'));
    const view = await host.call('budget.compute', { year, scope });
    const lines = view.lines.map(
      (line) =>
        `${line.accountCode}  ${line.programme.toUpperCase()}  ${koefisien(line)}  ${formatRupiah(rupiah(line.amount))}`,
    );
    return {
      data: view,
      text: [
        `Kebutuhan ${year}: ${formatRupiah(rupiah(view.total))} untuk ${formatInteger(view.persons)} orang`,
        ...lines,
        ...view.gaps.map(
          ({ code, persons, roster }) =>
            `Tidak dihitung: ${formatInteger(persons)} orang${roster === null ? '' : ` (${rosterLabels[roster]})`}, ${gapText(code)}`,
        ),
        ...view.assumptions.map(({ code, params }) => `Catatan: ${assumptionText(code, params)}`),
      ].join('\n'),
    };
  },
};
