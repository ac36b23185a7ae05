import { resolve } from 'node:path';
import { oneOf } from '../args.ts';
import type { Command } from '../command.ts';
import { makeFolder } from '../make-folder.ts';

/** `packet STORE --out DIR [--paper A4|F4]` */
export const packetCommand: Command = {
  args: { words: ['STORE'], options: { out: 'required', paper: 'optional' } },
  async run(args, openHost) {
    const host = await openHost();
    const paper =
      args.option('paper') === undefined ? 'F4' : oneOf(args, 'paper', ['A4', 'F4'] as const);
    const dir = resolve(args.need('out'));
    await host.openStore(args.word('STORE'));
    await makeFolder(dir);
    const { files } = await host.call('packet.print', { folder: host.grant(dir), paper });
    const listed = files.map((file) => ({ ...file, path: host.pathOf(file.file) }));
    return {
      data: { folder: dir, files: listed },
      text: listed
        .map(({ path, pages }) => (pages === null ? path : `${path} (${pages} halaman)`))
        .join('\n'),
    };
  },
};
