/** The only place that listens to pages. Every channel checks its sender and answers a result, never an exception. */
import { randomUUID } from 'node:crypto';
import { ipcMain, type WebContents } from 'electron';
import type { ShellResult } from '../../src/contract/shell.ts';
import { AppError } from '../../src/domain/app-error.ts';
import type { Log } from './log.ts';
import { isTrustedSender, senderFacts } from './sender.ts';

export interface Listening {
  /** The web contents of the windows this app made. */
  readonly known: ReadonlySet<number>;
  readonly log: Log;
}

type Channel = 'padan:connect' | 'padan:shell';

/** Answers `channel` for trusted senders; anyone else gets `bridge.untrusted-sender`, and the log says so. */
export function listen<T>(
  channel: Channel,
  { known, log }: Listening,
  answer: (sender: WebContents, input: unknown) => T | Promise<T>,
): void {
  ipcMain.handle(channel, async (event, input: unknown): Promise<ShellResult<T>> => {
    try {
      if (!isTrustedSender(senderFacts(event), known)) {
        log({ level: 'warn', event: 'ipc.untrusted-sender', channel });
        throw new AppError('bridge.untrusted-sender');
      }
      return { ok: true, value: await answer(event.sender, input) };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toData() };
      const logId = randomUUID().slice(0, 8);
      const name = error instanceof Error ? error.name : 'unknown';
      log({ level: 'error', event: 'shell.internal', channel, logId, name });
      return { ok: false, error: { code: 'internal', params: { logId } } };
    }
  });
}
