import { resolve } from 'node:path';
import { formatRupiah } from '../../domain/format-id.ts';
import { rupiah } from '../../domain/money.ts';
import { sampleWorkers } from '../../engine/store/sample.ts';
import { oneOf, wholeNumber } from '../args.ts';
import type { Command } from '../command.ts';
import { runDemo } from '../run-demo.ts';

/** `demo --out DIR [--workers N] [--seed N] [--paper A4|F4]` */
export const demoCommand: Command = {
  args: {
    words: [],
    options: { out: 'required', workers: 'optional', seed: 'optional', paper: 'optional' },
  },
  async run(args, openHost) {
    const host = await openHost();
    const dir = resolve(args.need('out'));
    const summary = await runDemo(host, {
      dir,
      workers:
        args.option('workers') === undefined
          ? sampleWorkers
          : wholeNumber(args, 'workers', { min: 50, max: 1_000_000 }),
      seed:
        args.option('seed') === undefined
          ? 1
          : wholeNumber(args, 'seed', { min: 0, max: 2_147_483_647 }),
      paper:
        args.option('paper') === undefined ? 'F4' : oneOf(args, 'paper', ['A4', 'F4'] as const),
    });
    const { total } = summary.coverage;
    return {
      data: { folder: dir, ...summary },
      text: [
        `${summary.regency}, posisi ${summary.asOf}`,
        `${total.workers} pekerja: ${total.active} aktif, ${total.inactive} tidak aktif, ${total.missing} belum terdaftar, ${total.toCheck} perlu diperiksa`,
        `Iuran setahun untuk yang belum terdaftar (${summary.fiscalYear}): ${formatRupiah(rupiah(summary.budget.total))}`,
        `Paket dan daftar ada di ${dir}`,
        ...summary.files.map((name) => `  ${name}`),
      ].join('\n'),
    };
  },
};
