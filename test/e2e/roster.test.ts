/** A roster in the real window: sorted, filtered, edited, added to, given a status, exported. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOpenDialog } from './harness/dialogs.ts';
import { launchPadan, type Padan } from './harness/launch.ts';
import { openSampleWith } from './harness/sample.ts';
import { screenshot, setPageSize } from './harness/screenshot.ts';

let padan: Padan;
let page: Page;
const outDir = mkdtempSync(join(tmpdir(), 'padan-ekspor-'));

const goTo = (name: string | RegExp) =>
  page.getByRole('navigation').getByRole('link', { name }).click();
const row = (index: number) => page.getByRole('row').nth(index);
const cellsOf = async (column: string): Promise<string[]> => {
  const headings = await page.getByRole('columnheader').allInnerTexts();
  const at = headings.indexOf(column);
  const rows = await page.getByRole('row').all();
  const texts = await Promise.all(
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is hidden
    rows.slice(1, 12).map((one) => one.getByRole('gridcell').nth(at).innerText()),
  );
  return texts;
};
const sortBy = (name: string) =>
  page.getByRole('columnheader', { name }).getByRole('button').click();
const sortedAs = (name: string, way: 'ascending' | 'descending') =>
  page.locator(`[role=columnheader][aria-sort=${way}]`, { hasText: name }).waitFor();

beforeAll(async () => {
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await openSampleWith(page, 'non-asn.xlsx');
  await goTo(/Non-ASN/);
  await page.getByRole('gridcell').first().waitFor();
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  rmSync(outDir, { recursive: true, force: true });
});

describe('a roster', () => {
  it('sorts by a press on a heading and by keyboard, and keeps it in the address', async () => {
    await sortBy('Upah');
    await sortedAs('Upah', 'ascending');
    await sortBy('Upah');
    await sortedAs('Upah', 'descending');
    await page.waitForFunction(() => !document.querySelector('[class*=pending]'));
    const wages = (await cellsOf('Upah')).map((text) => Number(text.replaceAll('.', '')));
    expect(wages).toEqual([...wages].sort((a, b) => b - a));
    await screenshot(padan, 'roster-1-urut-upah');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await sortedAs('Nama', 'ascending');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
    await page.goBack();
    await sortedAs('Upah', 'descending');
    await page.goForward();
    await sortedAs('Nama', 'ascending');
  });

  it('filters by position and NIK, and clears again', async () => {
    const people = (text: RegExp) => page.getByRole('status').filter({ hasText: text });
    await people(/^1\.750 orang$/).waitFor();
    await page.getByRole('button', { name: 'Saringan' }).click();
    await page.getByLabel('NIK', { exact: true }).selectOption({ label: 'Tanpa NIK' });
    await people(/^\d{1,3} orang$/).waitFor();
    await screenshot(padan, 'roster-2-saringan');
    expect(new Set(await cellsOf('NIK'))).toEqual(new Set(['–']));
    await page.getByRole('button', { name: 'Kosongkan' }).click();
    await people(/^1\.750 orang$/).waitFor();
    await page.keyboard.press('Escape');
  });

  it('shows other columns and remembers them', async () => {
    await page.getByRole('button', { name: 'Kolom' }).click();
    await page.getByRole('checkbox', { name: 'Sumber dana' }).check();
    await screenshot(padan, 'roster-3-kolom');
    await page.getByRole('columnheader', { name: 'Sumber dana' }).waitFor();
    await page.keyboard.press('Escape');
    await goTo('Beranda');
    await goTo(/Non-ASN/);
    await page.getByRole('columnheader', { name: 'Sumber dana' }).waitFor();
  });

  it('edits a person in place and takes it back from the history', async () => {
    await row(1)
      .getByRole('button', { name: /Buka rincian/ })
      .click();
    await page.getByRole('button', { name: 'Ubah data' }).click();
    const position = page.getByRole('textbox', { name: 'Jabatan' });
    const before = await position.inputValue();
    await page.getByRole('textbox', { name: 'Tanggal lahir' }).fill('31-02-1980');
    await page.getByText('Contoh: 22-11-1980').waitFor();
    await screenshot(padan, 'roster-4-ubah');
    await page.getByRole('button', { name: 'Batal' }).click();
    await page.getByRole('button', { name: 'Ubah data' }).click();
    await position.fill('Penata Arsip Uji');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Data diubah: jabatan').waitFor();
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is hidden
    expect(await row(1).innerText()).toContain('Penata Arsip Uji');
    await screenshot(padan, 'roster-5-riwayat');
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await page.getByText('Perubahan data diurungkan').waitFor();
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is hidden
    expect(await row(1).innerText()).toContain(before);
  });

  it('gives a status with its reason', async () => {
    await page.getByRole('button', { name: 'Ubah status' }).click();
    await screenshot(padan, 'roster-6-status');
    await page.getByRole('menuitem', { name: 'Pindah' }).click();
    await page.getByText('Keluar (pindah)', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await page.getByText('Perubahan status diurungkan').waitFor();
    await page.getByRole('button', { name: 'Tutup rincian' }).click();
  });

  it('adds one person, with what the checks say beside the fields', async () => {
    await page.getByRole('button', { name: 'Tambah orang' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Nama' }).fill('Aaa Orang Uji');
    await dialog.getByRole('textbox', { name: 'NIK' }).fill('332901010180900');
    await dialog
      .getByText(/16 angka/)
      .first()
      .waitFor();
    await screenshot(padan, 'roster-7-tambah');
    expect(await dialog.getByRole('button', { name: 'Tambahkan' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: 'NIK' }).fill('3329010101809987');
    const done = dialog.getByRole('button', { name: 'Tambahkan' });
    await page.waitForFunction(
      () => !document.querySelector('[role=dialog] button[type=submit]')?.hasAttribute('disabled'),
    );
    await done.click();
    await page.getByText('Ditambahkan dengan formulir').waitFor();
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is hidden
    expect(await row(1).innerText()).toContain('Aaa Orang Uji');
    await page.getByRole('button', { name: 'Tutup rincian' }).click();
  });

  it('exports what is seen', async () => {
    await page.getByPlaceholder(/cari/i).fill('aaa orang');
    await page.getByText('1 orang', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Ekspor' }).click();
    await page.getByText('CSV', { exact: true }).click();
    await screenshot(padan, 'roster-8-ekspor');
    await answerOpenDialog(padan.app, [outDir]);
    await page.getByRole('button', { name: 'Pilih folder dan ekspor' }).click();
    await page.getByRole('button', { name: 'Buka folder' }).waitFor({ timeout: 30_000 });
    await screenshot(padan, 'roster-9-diekspor');
    const [file] = readdirSync(outDir);
    const text = readFileSync(join(outDir, file ?? ''), 'utf8');
    expect(text).toContain('Aaa Orang Uji;3329••••••••9987');
    expect(text.trim().split('\r\n')).toHaveLength(2);
    await page.keyboard.press('Escape');
  });

  it('says which units have sent a list', async () => {
    await page.getByRole('button', { name: 'Kelengkapan' }).click();
    await page.getByText(/unit sudah ada isinya/).waitFor();
    await page.getByText('non-asn.xlsx').first().waitFor();
    await screenshot(padan, 'roster-10-kelengkapan');
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
