/** Answers the system's dialogs as a person would; everything around them stays real. */
import type { ElectronApplication } from 'playwright-core';

/** The next open dialogs (tables, store, folder) answer with these paths; none means cancelled. */
export async function answerOpenDialog(
  app: ElectronApplication,
  paths: readonly string[],
): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths });
    },
    [...paths],
  );
}

/** The next save dialogs answer with this path; null means cancelled. */
export async function answerSaveDialog(
  app: ElectronApplication,
  path: string | null,
): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

/** Questions of the shell are answered with the button of this number; what they said is kept. */
export async function answerMessageBox(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    // The overload without a window is not used here.
    dialog.showMessageBoxSync = (...args: unknown[]) => {
      asked.push(String(Object(args.at(-1)).message));
      return answer;
    };
  }, button);
}

/** What was asked since. */
export async function messageBoxes(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => [...Object(globalThis).asked]);
}
