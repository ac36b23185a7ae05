/** What only the window's shell can do: dialogs, dropped files, showing a folder. Paths never reach the page. */
import type { MenuCommand, ShellOut } from '../../contract/shell.ts';

/** A file the user chose, as the engine will know it. */
export interface PickedFile {
  readonly file: string;
  readonly fileName: string;
}

/** The shell as the screens use it; a dialog that was cancelled answers `null` or nothing. */
export interface ShellClient {
  openStore(): Promise<PickedFile | null>;
  newStore(suggestedName: string): Promise<PickedFile | null>;
  openTables(): Promise<readonly PickedFile[]>;
  adoptDropped(files: readonly File[]): Promise<readonly PickedFile[]>;
  chooseFolder(): Promise<PickedFile | null>;
  /** Shows a file in its folder, or opens a folder. */
  show(file: string): Promise<void>;
  /** Opens a document Padan made in the program the system has for it. */
  open(file: string): Promise<void>;
  info(): Promise<ShellOut<'app.info'>>;
  /** Hears the window's menu. */
  onMenu(listener: (command: MenuCommand) => void): () => void;
}
