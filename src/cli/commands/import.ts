import { importKinds } from '../../domain/segments.ts';
import { oneOf } from '../args.ts';
import type { Command } from '../command.ts';

/** `import STORE FILE --as KIND [--dry-run] [--again]`: the plan, and its commit unless it is a dry run. */
export const importCommand: Command = {
  args: {
    words: ['STORE', 'FILE'],
    options: { as: 'required', 'dry-run': 'flag', again: 'flag' },
  },
  async run(args, openHost) {
    const host = await openHost();
    const kind = oneOf(args, 'as', importKinds);
    await host.openStore(args.word('STORE'));
    const staged = await host.call('import.stage', {
      file: host.grant(args.word('FILE')),
      kind,
      ...(args.flag('again') ? { again: true } : {}),
    });
    const { counts } = staged;
    const dryRun = args.flag('dry-run');
    const batch = dryRun ? staged : await host.call('import.commit', { batchId: staged.id });
    if (dryRun) await host.call('import.discard', { batchId: staged.id });
    return {
      data: { committed: !dryRun, batch },
      text: [
        `${batch.fileName} sebagai ${kind}: ${counts.read} baris dibaca, ${counts.setAside} disisihkan`,
        `${counts.add} baru, ${counts.update} berubah, ${counts.same} sama, ${counts.conflict} bentrok, ${counts.reject} ditolak`,
        dryRun
          ? 'Percobaan: tidak ada yang disimpan.'
          : `Tersimpan sebagai impor nomor ${batch.id}.`,
      ].join('\n'),
    };
  },
};
