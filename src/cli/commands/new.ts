import { usageError, wholeNumber } from '../args.ts';
import type { Command } from '../command.ts';

/** `new STORE --regency 33.29 --year 2027` */
export const newCommand: Command = {
  args: { words: ['STORE'], options: { regency: 'required', year: 'required' } },
  async run(args, openHost) {
    const host = await openHost();
    const regencyCode = args.need('regency');
    if (!/^\d{2}\.\d{2}$/.test(regencyCode))
      throw usageError('bad-choice', `--regency ${regencyCode}`);
    const fiscalYear = wholeNumber(args, 'year', { min: 2015, max: 2100 });
    const passphrase = host.passphrase();
    const file = host.grant(args.word('STORE'));
    const status = await host.call('store.create', { file, passphrase, regencyCode, fiscalYear });
    return {
      data: { ...status, path: host.pathOf(file) },
      text: `${status.regencyName}, tahun anggaran ${status.fiscalYear}: ${host.pathOf(file)}`,
    };
  },
};
