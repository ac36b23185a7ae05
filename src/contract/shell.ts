/**
 * What the page may ask of the window's shell, and what the shell tells the page. The preload puts two
 * functions on `window.padan` ({@link PadanBridge}); the engine's port and the shell's events arrive as
 * window messages ({@link ShellMessage}) whose `source` is the window itself.
 */
import * as z from 'zod';
import type { AppErrorData } from '../domain/app-error.ts';
import { count, done, fileId, nothing } from './common.ts';

/** A file or folder the user chose. The page learns its name and size, never where it lies. */
export const pickedFile = z
  .object({ file: fileId, fileName: z.string().min(1), bytes: count })
  .strict();
export type PickedFile = z.infer<typeof pickedFile>;

export const themes = ['light', 'dark', 'system'] as const;

/** The name a save dialog proposes; a bare name, so that no folder can be slipped in. */
const suggestedName = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[^\\/:*?"<>|\p{Cc}]+$/u);
const byId = z.object({ file: fileId }).strict();

/** Everything the shell answers. A dialog that was cancelled answers `null` or an empty list. */
export const shellRoutes = {
  'files.openTables': { in: nothing, out: z.array(pickedFile) },
  'files.openStore': { in: nothing, out: pickedFile.nullable() },
  'files.newStore': { in: z.object({ suggestedName }).strict(), out: pickedFile.nullable() },
  'files.chooseFolder': { in: nothing, out: pickedFile.nullable() },
  /** Sent by the preload only: the page hands over `File` objects (see {@link DroppedFiles}). */
  'files.adoptDropped': {
    in: z.object({ paths: z.array(z.string().min(1).max(4096)).min(1).max(50) }).strict(),
    out: z.array(pickedFile),
  },
  /** Shows a file in its folder, or opens a folder, in the system's file manager. */
  'files.show': { in: byId, out: done },
  /** Opens a PDF or spreadsheet that Padan made in the program the system has for it. */
  'files.open': { in: byId, out: done },
  'app.info': {
    in: nothing,
    out: z
      .object({
        version: z.string(),
        electron: z.string(),
        chromium: z.string(),
        node: z.string(),
        platform: z.string(),
        packaged: z.boolean(),
      })
      .strict(),
  },
  'app.theme': { in: z.object({ theme: z.enum(themes) }).strict(), out: done },
} as const satisfies Record<string, { readonly in: z.ZodType; readonly out: z.ZodType }>;

export type ShellRoutes = typeof shellRoutes;
export type ShellRouteName = keyof ShellRoutes;
export type ShellIn<N extends ShellRouteName> = z.output<ShellRoutes[N]['in']>;
export type ShellOut<N extends ShellRouteName> = z.output<ShellRoutes[N]['out']>;

/** The envelope on the wire; `in` is checked against the route's own schema. */
export const shellRequest = z.object({ ask: z.string().max(64), in: z.unknown() }).strict();

/** Never thrown: Electron mangles thrown errors on their way. */
export type ShellResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppErrorData };

/** What the page passes for dropped files; the preload turns them into paths, out of the page's sight. */
export interface DroppedFiles<F> {
  readonly files: readonly F[];
}

/** Input of a shell route as the page writes it. `F` is the page's `File`. */
export type PageIn<N extends ShellRouteName, F> = N extends 'files.adoptDropped'
  ? DroppedFiles<F>
  : ShellIn<N>;

/** All there is on `window.padan`. */
export interface PadanBridge<F> {
  /** Asks for a port to the engine, which then arrives as a {@link ShellMessage} with `padan: 'port'`. */
  connect(): Promise<ShellResult<null>>;
  shell<N extends ShellRouteName>(request: {
    readonly ask: N;
    readonly in: PageIn<N, F>;
  }): Promise<ShellResult<ShellOut<N>>>;
}

export const menuCommands = ['store.new', 'store.open', 'store.close', 'help'] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What the shell tells the page unasked. */
export type ShellEvent =
  /** The engine ended. When `restarting`, a new one is there already: call `connect()` again. */
  | { readonly t: 'engine-gone'; readonly restarting: boolean }
  | { readonly t: 'menu'; readonly command: MenuCommand };

/** The data of a window message from the preload; with `port`, `event.ports[0]` is the engine's. */
export type ShellMessage =
  | { readonly padan: 'port' }
  | { readonly padan: 'event'; readonly event: ShellEvent };
