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
