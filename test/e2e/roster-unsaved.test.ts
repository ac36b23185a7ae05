/** What is typed and not saved, in the real window: kept until somebody agrees to lose it, settled when others were quicker. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callEngine } from './harness/bridge.ts';
import { answerMessageBox, messageBoxes } from './harness/dialogs.ts';
import { launchPadan, type Padan } from './harness/launch.ts';
import { openSampleWith } from './harness/sample.ts';
import { screenshot, setPageSize } from './harness/screenshot.ts';

let padan: Padan;
let page: Page;

const goTo = (name: string | RegExp) =>
  page.getByRole('navigation').getByRole('link', { name }).click();
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const loaded = () => page.waitForFunction(() => !document.querySelector('[class*=pending]'));
const waiting = (count: number) =>
  page.getByText(new RegExp(`^${count} perubahan belum disimpan`)).waitFor();
const row = (index: number) => page.getByRole('row').nth(index);
async function cellOf(index: number, column: string) {
  const headings = await page.getByRole('columnheader').allInnerTexts();
  return row(index).getByRole('gridcell').nth(headings.indexOf(column));
}
const textOf = async (index: number, column: string) =>
  (await (await cellOf(index, column)).textContent()) ?? '';
async function type(index: number, column: string, text: string) {
  await (await cellOf(index, column)).click();
  await page.keyboard.type(text);
}
const menu = (label: string) =>
  padan.app.evaluate(({ Menu }, wanted) => {
    for (const { submenu } of Menu.getApplicationMenu()?.items ?? []) {
      submenu?.items.find((item) => item.label === wanted)?.click();
    }
  }, label);

beforeAll(async () => {
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await openSampleWith(page, 'pekerja-rentan.csv');
  await goTo(/Pekerja rentan/);
  await page.getByRole('gridcell').first().waitFor();
  await loaded();
}, 180_000);
afterAll(() => padan[Symbol.asyncDispose]());

describe('cells that hold one of a list', () => {
  it('a unit is found by its name and taken with Enter', async () => {
    const before = await textOf(1, 'Desa');
    await type(1, 'Desa', 'banjar');
    const options = page.locator('[data-combobox-option]:visible');
    await options.first().waitFor();
    await screenshot(padan, 'unsaved-1-unit');
    expect(await page.locator('[data-editor] input').first().inputValue()).toBe('banjar');
    const chosen = (await options.first().textContent()) ?? '';
    await press('Enter');
    await waiting(1);
    const after = await textOf(1, 'Desa');
    expect(after).not.toBe(before);
    expect(chosen).toContain(after);
    await press('Control+z');
    await waiting(0);
    expect(await textOf(1, 'Desa')).toBe(before);
    await type(1, 'Desa', 'zzz');
    await page.getByText('Tidak ada unit itu').waitFor();
    await press('Escape');
    expect(await textOf(1, 'Desa')).toBe(before);
  });

  it('a choice is begun by its first letter, and can be left unknown', async () => {
    const before = await textOf(2, 'Sumber dana');
    const other = before === 'ADD' ? 'DBHCHT' : 'ADD';
    await type(2, 'Sumber dana', other.slice(0, 2));
    await screenshot(padan, 'unsaved-2-pilihan');
    await press('Enter');
    await waiting(1);
    expect(await textOf(2, 'Sumber dana')).toBe(other);
    await (await cellOf(2, 'Sumber dana')).click();
    await press('Delete');
    await waiting(1);
    expect(await textOf(2, 'Sumber dana')).toBe('–');
    await page.getByRole('button', { name: 'Batalkan' }).click();
    expect(await textOf(2, 'Sumber dana')).toBe(before);
  });
});

describe('a row changed elsewhere meanwhile', () => {
  it('is not written over: each is decided, then saved', async () => {
    await type(1, 'Jenis pekerjaan', 'Tukang Uji Satu');
    await press('Enter');
    await type(2, 'Jenis pekerjaan', 'Tukang Uji Dua');
    await press('Enter');
    await waiting(2);
    // Another way into the same rows: the engine, asked as the form would ask it.
    const answer = await callEngine(page, 'roster.page', {
      filter: { roster: 'rentan' },
      offset: 0,
      limit: 2,
    });
    const { rows } = (answer as { value: { rows: { id: number; version: number }[] } }).value;
    for (const { id, version } of rows) {
      const saved = await callEngine(page, 'roster.update', {
        entryId: id,
        version,
        changes: { note: 'diubah di tempat lain' },
      });
      expect(saved).toMatchObject({ ok: true });
    }
    await page.getByRole('button', { name: 'Simpan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 baris perlu diputuskan. Tidak ada yang tersimpan.').waitFor();
    await dialog.getByText('yang Anda ketik: Jenis pekerjaan “Tukang Uji Satu”').waitFor();
    await screenshot(padan, 'unsaved-3-bentrok');
    await dialog.getByRole('button', { name: 'Tetap pakai' }).first().click();
    await dialog.getByText(/^1 baris perlu diputuskan/).waitFor();
    await dialog.getByRole('button', { name: 'Buang' }).click();
    await dialog.getByText('Semua sudah diputuskan. Pilih Simpan sekali lagi.').waitFor();
    await dialog.getByRole('button', { name: 'Tutup' }).last().click();
    await waiting(1);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText(/Perubahan 1 orang disimpan/).waitFor();
    expect(await textOf(1, 'Jenis pekerjaan')).toBe('Tukang Uji Satu');
    expect(await textOf(2, 'Jenis pekerjaan')).not.toBe('Tukang Uji Dua');
  });
});

describe('closing with changes that wait', () => {
  it('asks in the menu and beside the file’s name, and keeps them when told to', async () => {
    await type(1, 'Jenis pekerjaan', 'Tukang Uji Tiga');
    await press('Enter');
    await waiting(1);
    await page.getByRole('button', { name: /\.padan/ }).click();
    await page.getByRole('menuitem', { name: 'Tutup berkas' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/1 perubahan di daftar pekerja rentan belum disimpan/).waitFor();
    await screenshot(padan, 'unsaved-4-tutup');
    await dialog.getByRole('button', { name: 'Kembali' }).click();
    await dialog.waitFor({ state: 'hidden' });
    for (const label of ['Tutup berkas', 'Buka berkas…', 'Buat berkas baru…']) {
      await menu(label);
      await dialog.getByText(/akan hilang/).waitFor();
      await press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    await waiting(1);
  });

  it('asks before the window goes, and stays when told to', async () => {
    await answerMessageBox(padan.app, 0);
    await padan.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect
      .poll(() => messageBoxes(padan.app))
      .toEqual(['Ada perubahan di tabel yang belum disimpan.']);
    await waiting(1);
    await padan.app.evaluate(({ app }) => app.quit());
    await expect.poll(async () => (await messageBoxes(padan.app)).length).toBe(2);
    await waiting(1);
  });

  it('closes once somebody agreed, and asks nothing when nothing waits', async () => {
    await menu('Tutup berkas');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tutup tanpa menyimpan' }).click();
    await page.getByRole('button', { name: 'Buka data contoh' }).waitFor();
    await dialog.waitFor({ state: 'hidden' });
    const closed = padan.app.waitForEvent('close');
    await padan.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
  });
});
