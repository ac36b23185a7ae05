/** What a command is: its arguments, and what it answers as data and as text. */
import type { ArgSpec, Args } from './args.ts';
import type { Host } from './host.ts';

export interface Answer {
  /** Printed whole with `--json`. */
  readonly data: unknown;
  /** Printed without it; plain Indonesian. */
  readonly text: string;
  /** 0 unless the command ran well and found something wrong (`verify`). */
  readonly exitCode?: 0 | 3;
}

export interface Command {
  readonly args: ArgSpec;
  /** `openHost` starts the engine; commands that need none start at once. */
  readonly run: (args: Args, openHost: () => Promise<Host>) => Promise<Answer>;
}
