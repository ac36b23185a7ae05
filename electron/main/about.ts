/** The about box. */
import { app, type BrowserWindow, dialog } from 'electron';

/** Says which version this is, in words a help desk can ask for. */
export function showAbout(window: BrowserWindow): void {
  const { electron, chrome, node } = process.versions;
  void dialog.showMessageBox(window, {
    type: 'info',
    title: 'Tentang Padan',
    message: `Padan ${app.getVersion()}`,
    detail: [
      'Padan mencocokkan daftar pekerja pemerintah kabupaten/kota dengan data kepesertaan',
      'BPJS Ketenagakerjaan. Data tetap di komputer ini; aplikasi tidak tersambung ke internet.',
      '',
      'Data wilayah: idn-area-data (ODbL).',
      `Electron ${electron} · Chromium ${chrome} · Node.js ${node}`,
    ].join('\n'),
    buttons: ['Tutup'],
    noLink: true,
  });
}
