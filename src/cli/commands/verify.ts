import type { Command } from '../command.ts';

/** `verify STORE`: exit 3 when something is not as it must be. */
export const verifyCommand: Command = {
  args: { words: ['STORE'], options: {} },
  async run(args, openHost) {
    const host = await openHost();
    await host.openStore(args.word('STORE'));
    const verified = await host.call('store.verify', {});
    return {
      data: verified,
      text: verified.ok ? 'Berkas utuh.' : `Ada masalah:\n${verified.problems.join('\n')}`,
      exitCode: verified.ok ? 0 : 3,
    };
  },
};
