/** A roster as a sheet, in the real window: typed into, sorted, saved, undone, pasted into, changed for many. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const focusedCell = () =>
  page.evaluate(() => {
    const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant');
    return id === null || id === undefined
      ? null
      : (document.getElementById(id)?.textContent ?? null);
  });
/** The cell of a column in the row of somebody. */
async function cellOf(name: string, column: string) {
  const headings = await page.getByRole('columnheader').allInnerTexts();
  return page
    .getByRole('row')
    .filter({ hasText: name })
    .first()
    .getByRole('gridcell')
    .nth(headings.indexOf(column));
}
const textOf = async (name: string, column: string) =>
  (await (await cellOf(name, column)).textContent()) ?? '';
const waiting = (count: number) =>
  page.getByText(new RegExp(`^${count} perubahan belum disimpan`)).waitFor();
const clipboard = {
  write: (text: string) =>
    padan.app.evaluate(({ clipboard: one }, words) => one.writeText(words), text),
  text: () => padan.app.evaluate(({ clipboard: one }) => one.readText()),
};

beforeAll(async () => {
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await openSampleWith(page, 'non-asn.xlsx');
  await goTo(/Non-ASN/);
  await page.getByRole('gridcell').first().waitFor();
  await loaded();
});
afterAll(() => padan[Symbol.asyncDispose]());

describe('a roster as a sheet', () => {
  let name = '';
  let wage = '';

  it('keeps what is typed through sorting and other screens, saves it, and takes it back', async () => {
    name = (await page.getByRole('row').nth(3).getByRole('gridcell').nth(1).textContent()) ?? '';
    wage = await textOf(name, 'Upah');
    await (await cellOf(name, 'Upah')).click();
    await page.keyboard.type('2345678');
    await screenshot(padan, 'sheet-1-mengetik');
    await press('Enter');
    await waiting(1);
    expect(await textOf(name, 'Upah')).toBe('2.345.678');
    await (await cellOf(name, 'TMT')).click();
    await press('F2', 'Control+A');
    await page.keyboard.type('31-02-2026');
    await press('Enter');
    await page.getByText('Contoh: 22-11-1980').waitFor();
    await press('Control+A');
    await page.keyboard.type('1-2-2026');
    await press('Tab');
    await waiting(2);
    await press('Control+z');
    await waiting(1);
    await press('Control+y');
    await waiting(2);

    await page.getByRole('columnheader', { name: 'Upah' }).getByRole('button').click();
    await page.locator('[role=columnheader][aria-sort=ascending]', { hasText: 'Upah' }).waitFor();
    await goTo('Riwayat');
    await goTo(/Non-ASN/);
    await page.getByPlaceholder(/cari/i).fill(name);
    await page.getByText('1 orang', { exact: true }).waitFor();
    await waiting(2);
    expect(await textOf(name, 'TMT')).toBe('1 Feb 2026');
    await screenshot(padan, 'sheet-2-belum-disimpan');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText(/Perubahan 1 orang disimpan/).waitFor();
    await expect.poll(() => textOf(name, 'Upah')).toBe('2.345.678');

    await goTo('Riwayat');
    await page.getByText('Tabel diubah: 1 orang').waitFor();
    await page.getByRole('button', { name: 'Urungkan' }).first().click();
    await page.getByRole('button', { name: 'Kembalikan data' }).click();
    await page.getByText(/Data 1 orang dikembalikan/).waitFor();
    await screenshot(padan, 'sheet-3-riwayat');
    await goTo(/Non-ASN/);
    await page.getByPlaceholder(/cari/i).fill(name);
    await page.getByText('1 orang', { exact: true }).waitFor();
    // The list as it was is shown until the one after the undo has come.
    await expect.poll(() => textOf(name, 'Upah')).toBe(wage);
    await page.getByRole('button', { name: 'Kosongkan pencarian' }).click();
    await page.getByText('1.750 orang', { exact: true }).waitFor();
    await loaded();
  });

  it('says of a cell what is wrong with it and offers a way out', async () => {
    await (await cellOf(name, 'Upah')).click();
    await page.keyboard.type('2500');
    await press('Enter', 'ArrowUp');
    await page.getByRole('button', { name: 'Pakai 2.500.000' }).waitFor();
    await screenshot(padan, 'sheet-4-temuan');
    await page.getByRole('button', { name: 'Pakai 2.500.000' }).click();
    expect(await textOf(name, 'Upah')).toBe('2.500.000');
    await (await cellOf(name, 'NIK')).click();
    await page.keyboard.type('123');
    await press('Enter');
    await page.getByText(/1 perlu diperbaiki/).waitFor();
    expect(await page.getByRole('button', { name: 'Simpan' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Batalkan' }).click();
    expect(await textOf(name, 'Upah')).toBe(wage);
  });

  it('copies with masked NIK for spreadsheets, and pastes after a look', async () => {
    await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    await page.getByText('2 baris × 2 kolom disalin').waitFor();
    const copied = await clipboard.text();
    expect(copied).toMatch(/^[^\t]+\t3329••••••••\d{4}\r\n/);
    const html = page.evaluate(
      () =>
        new Promise<string>((seen) => {
          const take = (event: ClipboardEvent) =>
            seen(event.clipboardData?.getData('text/html') ?? '');
          document.addEventListener('paste', take, { once: true, capture: true });
        }),
    );
    // Put back where it was taken from it changes nothing.
    await press('Control+v');
    expect(await html).toContain('mso-number-format');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByText(/perubahan belum disimpan/).count()).toBe(0);
    await press('Control+Shift+C');
    await page.waitForFunction(() => document.hasFocus());
    await expect.poll(clipboard.text).toMatch(/^[^\t]+\t\d{16}\r\n/);

    await clipboard.write('2026-03-01\t2400000\tAktif\r\nbesok\t2500000\tAktif');
    await (await cellOf(name, 'TMT')).click();
    await press('Control+v');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/3 sel di 2 baris berubah/).waitFor();
    await dialog.getByText(/isi tidak terbaca/).waitFor();
    await screenshot(padan, 'sheet-5-tempel');
    await dialog.getByRole('button', { name: 'Tempel 3 sel' }).click();
    await waiting(3);
    await screenshot(padan, 'sheet-6-ditempel');
    expect(await textOf(name, 'TMT')).toBe('1 Mar 2026');
    await page.getByRole('button', { name: 'Batalkan' }).click();
  });

  it('gives many a status at once, with the number said first', async () => {
    await page
      .getByRole('row')
      .nth(1)
      .getByRole('gridcell')
      .nth(0)
      .click({ position: { x: 12, y: 12 } });
    await page
      .getByRole('row')
      .nth(8)
      .getByRole('gridcell')
      .nth(0)
      .click({ position: { x: 12, y: 12 }, modifiers: ['Shift'] });
    await page.getByText(/^8 baris × \d+ kolom dipilih/).waitFor();
    await page.getByRole('button', { name: 'Ubah massal' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('8 orang yang dipilih.').waitFor();
    await dialog.getByLabel('Menjadi').selectOption({ label: 'Keluar' });
    await dialog.getByLabel('Karena').selectOption({ label: 'Pindah' });
    await dialog.getByRole('button', { name: 'Lihat dampak' }).click();
    await dialog.getByText(/8 orang berubah/).waitFor();
    await screenshot(padan, 'sheet-7-massal');
    await dialog.getByRole('button', { name: 'Ubah 8 orang' }).click();
    await page.getByText(/Data 8 orang diubah/).waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await goTo('Riwayat');
    await page.getByText('Perubahan massal: status 8 orang menjadi keluar (pindah)').waitFor();
    await page.getByRole('button', { name: 'Urungkan' }).first().click();
    await page.getByRole('button', { name: 'Kembalikan data' }).click();
    await page.getByText(/Data 8 orang dikembalikan/).waitFor();
  });

  it('is walked with the keyboard to the last row, and stands up to the checker', async () => {
    await goTo(/Non-ASN/);
    await page.getByRole('gridcell').first().waitFor();
    await page.getByRole('grid').focus();
    await press('Control+End');
    await page.getByText('Baris 1.750', { exact: true }).waitFor();
    await loaded();
    await screenshot(padan, 'sheet-8-akhir');
    await press('Home');
    const last = await focusedCell();
    expect(last).not.toBe('');
    await press('ArrowDown', 'ArrowUp', 'ArrowDown');
    expect(await focusedCell()).toBe(last);
    await press('Control+a');
    await page.getByText('Semua 1.750 baris dipilih').waitFor();
    await screenshot(padan, 'sheet-9-semua');
    await press('Escape', ' ');
    await page.getByRole('complementary', { name: 'Rincian orang' }).waitFor();
    await press('ArrowUp');
    await screenshot(padan, 'sheet-10-rincian');
    const report = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(report.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
