/** The application menu. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../src/contract/shell.ts';

type Item = MenuItemConstructorOptions;

const line: Item = { type: 'separator' };

/** `send` tells the page which command was chosen; `showAbout` opens the about box. */
export function buildMenu(send: (command: MenuCommand) => void, showAbout: () => void): Menu {
  const tell = (label: string, command: MenuCommand, accelerator?: string): Item => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(command),
  });
  const developer: Item[] = app.isPackaged
    ? []
    : [
        line,
        { label: 'Muat ulang', role: 'reload' },
        { label: 'Alat pengembang', role: 'toggleDevTools' },
      ];
  return Menu.buildFromTemplate([
    {
      label: '&Berkas',
      submenu: [
        tell('Buat berkas baru…', 'store.new', 'CmdOrCtrl+N'),
        tell('Buka berkas…', 'store.open', 'CmdOrCtrl+O'),
        tell('Tutup berkas', 'store.close'),
        line,
        { label: 'Keluar', role: 'quit' },
      ],
    },
    {
      label: '&Ubah',
      submenu: [
        { label: 'Urungkan ketikan', role: 'undo' },
        { label: 'Ulangi ketikan', role: 'redo' },
        line,
        { label: 'Potong', role: 'cut' },
        { label: 'Salin', role: 'copy' },
        { label: 'Tempel', role: 'paste' },
        { label: 'Pilih semua', role: 'selectAll' },
      ],
    },
    {
      label: '&Tampilan',
      submenu: [
        { label: 'Perbesar', role: 'zoomIn' },
        { label: 'Perkecil', role: 'zoomOut' },
        { label: 'Ukuran asli', role: 'resetZoom' },
        line,
        { label: 'Layar penuh', role: 'togglefullscreen' },
        ...developer,
      ],
    },
    {
      label: 'B&antuan',
      submenu: [tell('Panduan', 'help', 'F1'), line, { label: 'Tentang Padan', click: showAbout }],
    },
  ]);
}
