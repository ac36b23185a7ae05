/** The app's log: one JSON line an event, in the user's folder, at most two files of a megabyte. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from '../../src/engine/log.ts';

const maxBytes = 1_000_000;

export type Log = (line: LogLine) => void;

/** Opens the log in `folder`. A log that cannot be written must not stop the app. */
export function openLog(folder: string, now: () => Date): Log {
  const file = join(folder, 'padan.log');
  let bytes = 0;
  try {
    mkdirSync(folder, { recursive: true });
    bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return () => undefined;
  }
  return (line) => {
    try {
      const text = `${JSON.stringify({ at: now().toISOString(), ...line })}\n`;
      if (bytes > maxBytes) {
        renameSync(file, `${file}.1`);
        bytes = 0;
      }
      appendFileSync(file, text);
      bytes += Buffer.byteLength(text);
    } catch {
      // Disk full or taken away: the work goes on without a log.
    }
  };
}
