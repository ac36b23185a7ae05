import { resolve } from 'node:path';
import { runMatch } from '../../engine/match/match-files.ts';
import { openHelpers } from '../../engine/worker/run-beside.ts';
import { threadModule } from '../../engine/worker/thread-module.ts';
import type { Command } from '../command.ts';

/** `match LEFT.csv RIGHT.csv --out PAIRS.csv`: two files in, pairs with a reason out; no store. */
export const matchCommand: Command = {
  args: { words: ['LEFT.csv', 'RIGHT.csv'], options: { out: 'required' } },
  async run(args) {
    const out = resolve(args.need('out'));
    using threads = openHelpers(threadModule());
    const result = await runMatch({
      left: resolve(args.word('LEFT.csv')),
      right: resolve(args.word('RIGHT.csv')),
      out,
      helper: threads.helper,
    });
    return {
      data: { out, ...result },
      text: `${JSON.stringify(result)}\n${out}`,
    };
  },
};
