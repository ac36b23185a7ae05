/** The system's own dialogs, in Indonesian. They return paths to main; the page gets ids. */
import { type BrowserWindow, dialog } from 'electron';
import { storeEnding, tableEndings, withStoreEnding } from './file-kinds.ts';

const tables = { name: 'Tabel (Excel, ODS, CSV)', extensions: [...tableEndings] };
const stores = { name: 'Berkas Padan', extensions: [storeEnding] };

/** Tables to import; empty when cancelled. */
export async function askForTables(window: BrowserWindow): Promise<readonly string[]> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Pilih berkas yang akan diimpor',
    buttonLabel: 'Pilih',
    filters: [tables],
    properties: ['openFile', 'multiSelections'],
  });
  return answer.canceled ? [] : answer.filePaths;
}

/** A store to open. */
export async function askForStore(window: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Buka berkas Padan',
    buttonLabel: 'Buka',
    filters: [stores],
    properties: ['openFile'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** Where a new store goes. */
export async function askForNewStore(
  window: BrowserWindow,
  suggestedName: string,
): Promise<string | null> {
  const answer = await dialog.showSaveDialog(window, {
    title: 'Simpan berkas Padan baru',
    buttonLabel: 'Simpan',
    defaultPath: withStoreEnding(suggestedName),
    filters: [stores],
  });
  return answer.canceled || answer.filePath === '' ? null : withStoreEnding(answer.filePath);
}

/** A folder for what Padan prints. */
export async function askForFolder(window: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Pilih folder untuk hasil cetak',
    buttonLabel: 'Pilih folder',
    properties: ['openDirectory', 'createDirectory'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** Whether what was typed and not saved may be lost; the window waits for the answer. */
export function confirmLosing(window: BrowserWindow): boolean {
  const stay = 0;
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: 'Perubahan belum disimpan',
    message: 'Ada perubahan di tabel yang belum disimpan.',
    detail: 'Bila ditutup sekarang, perubahan itu hilang.',
    buttons: ['Kembali', 'Tutup tanpa menyimpan'],
    defaultId: stay,
    cancelId: stay,
    noLink: true,
  });
  return answer !== stay;
}
