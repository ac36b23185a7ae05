import { civilDateOption } from '../args.ts';
import type { Command } from '../command.ts';

/** `reconcile STORE [--as-of YYYY-MM-DD] [--full]`: matches what changed, or all, and says where each roster stands. */
export const reconcileCommand: Command = {
  args: { words: ['STORE'], options: { 'as-of': 'optional', full: 'flag' } },
  async run(args, openHost) {
    const host = await openHost();
    const asOf = civilDateOption(args, 'as-of');
    await host.openStore(args.word('STORE'));
    const full = args.flag('full');
    const run = await host.call('reconcile.run', { ...(asOf === undefined ? {} : { asOf }), full });
    const coverage = await host.call('coverage.table', { by: 'roster' });
    const lines = coverage.rows.map(
      (row) =>
        `${row.key}: ${row.active} aktif, ${row.inactive} tidak aktif, ${row.missing} belum terdaftar, ` +
        `${row.toCheck} perlu diperiksa, dari ${row.workers} pekerja`,
    );
    return {
      data: { run, coverage },
      text: [
        `Posisi ${run.asOf}: ${run.memberships} baris BPJS dipadankan`,
        `${run.rescored} baris dinilai, ${run.unchanged} baris tetap seperti pemadanan sebelumnya`,
        ...lines,
      ].join('\n'),
    };
  },
};
