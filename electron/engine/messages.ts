/** What main and the engine process say to each other over the engine's parent port. */
import * as z from 'zod';
import { fileId } from '../../src/contract/common.ts';
import type { LogLine } from '../../src/engine/log.ts';

/** Given to the engine process as its one argument, in JSON. */
export const engineSettings = z
  .object({ resourcesDir: z.string(), dataDir: z.string(), workerFile: z.string() })
  .strict();
export type EngineSettings = z.infer<typeof engineSettings>;

/** Main → engine. `port` comes with one message port; it is a page's. */
export const toEngine = z.discriminatedUnion('t', [
  z.object({ t: z.literal('port') }),
  z.object({ t: z.literal('resolved'), ask: z.number(), path: z.string().nullable() }),
  z.object({ t: z.literal('stop') }),
]);
export type ToEngine = z.infer<typeof toEngine>;

const logLine = z
  .object({ level: z.enum(['info', 'warn', 'error']), event: z.string() })
  .catchall(z.union([z.string(), z.number(), z.boolean()]));

/** Engine → main. */
export const fromEngine = z.discriminatedUnion('t', [
  z.object({ t: z.literal('ready') }),
  /** Which path does this id stand for? */
  z.object({ t: z.literal('resolve'), ask: z.number(), id: fileId }),
  /** The engine gave a path an id, so that the shell can show the file. */
  z.object({ t: z.literal('granted'), id: fileId, path: z.string() }),
  z.object({ t: z.literal('log'), line: logLine }),
]);
export type FromEngine = z.infer<typeof fromEngine> | { readonly t: 'log'; readonly line: LogLine };
