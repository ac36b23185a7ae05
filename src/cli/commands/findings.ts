import { resolve } from 'node:path';
import { findingReason, findingWords } from '../../contract/words/finding-words.ts';
import { findingCodes } from '../../domain/findings.ts';
import { formatRupiah } from '../../domain/format-id.ts';
import { rupiah } from '../../domain/money.ts';
import { oneOf, usageError } from '../args.ts';
import type { Command } from '../command.ts';
import { makeFolder } from '../make-folder.ts';

const pageSize = 500;
/** What `--json` prints at most; a file has them all. */
const mostListed = 1_000;

/** `findings STORE [--code F01] [--refresh] [--xlsx DIR [--full-nik]]`: counts by code, and the findings themselves. */
export const findingsCommand: Command = {
  args: {
    words: ['STORE'],
    options: { code: 'optional', xlsx: 'optional', 'full-nik': 'flag', refresh: 'flag' },
  },
  async run(args, openHost) {
    const host = await openHost();
    const code = args.option('code') === undefined ? undefined : oneOf(args, 'code', findingCodes);
    if (args.flag('full-nik') && args.option('xlsx') === undefined) {
      throw usageError('missing-option', '--xlsx');
    }
    await host.openStore(args.word('STORE'));
    const summary = args.flag('refresh')
      ? await host.call('finding.refresh', {})
      : await host.call('finding.summary', {});
    const filter = { present: true, ...(code === undefined ? {} : { code }) };
    const sort = { by: 'code', descending: false } as const;
    const dir = args.option('xlsx');
    const file = dir === undefined ? null : await write(resolve(dir));
    const findings = [];
    for (let offset = 0; offset < mostListed; offset += pageSize) {
      const { rows } = await host.call('finding.page', { filter, sort, offset, limit: pageSize });
      findings.push(...rows.map((row) => ({ ...row, why: findingReason(row.reason) })));
      if (rows.length < pageSize) break;
    }
    const { total } = await host.call('finding.page', { filter, sort, offset: 0, limit: 1 });
    const lines = summary.rows
      .filter((row) => code === undefined || row.code === code)
      .map(
        (row) =>
          `${row.code}  ${findingWords[row.code].label}: ${row.open} terbuka dari ${row.present}, ` +
          `${formatRupiah(rupiah(row.premium))} per bulan, ${row.overdue} lewat tenggat`,
      );
    const head =
      summary.run === null
        ? 'Belum pernah dipadankan: jalankan reconcile dahulu.'
        : `Temuan posisi ${summary.run.asOf}${summary.run.stale ? ' (data sudah berubah setelahnya)' : ''}`;
    return {
      data: { summary, total, findings, file },
      text: [head, ...lines, ...(file === null ? [] : [file])].join('\n'),
    };

    async function write(folder: string): Promise<string> {
      await makeFolder(folder);
      const made = await host.call('finding.export', {
        what: 'findings',
        folder: host.grant(folder),
        format: 'xlsx',
        filter,
        sort,
        fullNik: args.flag('full-nik'),
      });
      return host.pathOf(made.file);
    }
  },
};
