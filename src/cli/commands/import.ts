import { importModes, leaveScopes } from '../../contract/import-routes.ts';
import { importKinds } from '../../domain/segments.ts';
import { type Args, oneOf } from '../args.ts';
import type { Command } from '../command.ts';
import type { Host } from '../host.ts';

/** `import STORE FILE --as KIND [--mode MODE] …`: the plan, and its commit unless it is a dry run. */
export const importCommand: Command = {
  args: {
    words: ['STORE', 'FILE'],
    options: {
      as: 'required',
      mode: 'optional',
      'leave-scope': 'optional',
      'confirm-leave': 'flag',
      'dry-run': 'flag',
      again: 'flag',
    },
  },
  async run(args, openHost) {
    const host = await openHost();
    const kind = oneOf(args, 'as', importKinds);
    await host.openStore(args.word('STORE'));
    const mode = choiceOf(args, 'mode', importModes);
    const leaveScope = choiceOf(args, 'leave-scope', leaveScopes);
    const staged = await host.call('import.stage', {
      file: host.grant(args.word('FILE')),
      kind,
      ...(mode === undefined ? {} : { mode }),
      ...(leaveScope === undefined ? {} : { leaveScope }),
      ...(args.flag('again') ? { again: true } : {}),
    });
    const { counts } = staged;
    const dryRun = args.flag('dry-run');
    const confirmLeave = args.flag('confirm-leave');
    const batch = dryRun ? staged : await commitOrDrop(host, staged.id, confirmLeave);
    if (dryRun) await host.call('import.discard', { batchId: staged.id });
    return {
      data: { committed: !dryRun, batch },
      text: [
        `${batch.fileName} sebagai ${kind}: ${counts.read} baris dibaca, ${counts.setAside} disisihkan`,
        `${counts.add} baru, ${counts.update} berubah, ${counts.same} sama, ${counts.conflict} bentrok, ${counts.reject} ditolak`,
        ...(counts.leave > 0 ? [`${counts.leave} tidak ada di berkas`] : []),
        dryRun
          ? 'Percobaan: tidak ada yang disimpan.'
          : `Tersimpan sebagai impor nomor ${batch.id}.`,
      ].join('\n'),
    };
  },
};

function choiceOf<Value extends string>(args: Args, name: string, allowed: readonly Value[]) {
  return args.option(name) === undefined ? undefined : oneOf(args, name, allowed);
}

/** Nobody looks at a plan that the command line could not commit: it goes, and the error says how to go on. */
async function commitOrDrop(host: Host, batchId: number, confirmLeave: boolean) {
  try {
    return await host.call('import.commit', { batchId, confirmLeave });
  } catch (error) {
    await host.call('import.discard', { batchId }).catch(() => undefined);
    throw error;
  }
}
