/** Tariffs in the real window: a figure confirmed, one replaced, and the price that follows; settings and accounts. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchPadan, type Padan } from './harness/launch.ts';
import { openSampleWith } from './harness/sample.ts';
import { screenshot, setPageSize } from './harness/screenshot.ts';

let padan: Padan;
let page: Page;

const goTo = (name: string | RegExp) =>
  page.getByRole('navigation').getByRole('link', { name }).click();
const section = (name: string) =>
  page.locator('[class*=Paper]').filter({ has: page.getByRole('heading', { name, exact: true }) });
const need = async (): Promise<string> => {
  await goTo('Anggaran');
  const total = page.getByRole('rowheader', { name: 'Jumlah' }).or(page.locator('tfoot th')).last();
  await total.waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-label="Menghitung"]') === null);
  return (await total.textContent()) ?? '';
};

beforeAll(async () => {
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await openSampleWith(page, 'non-asn.xlsx');
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
});

describe('tariffs', () => {
  it('shows what is in force, with source and doubt, and takes the word of who compared it', async () => {
    await goTo('Tarif');
    await page.getByRole('heading', { name: 'JKK dan JKM, penerima upah' }).waitFor();
    await screenshot(padan, 'tarif-1');
    const bpu = section('Bukan penerima upah (BPU)');
    await bpu.getByRole('button', { name: /^Tandai 31 baris cocok/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Dibaca di').fill('PP 44/2015 Lampiran II');
    await dialog.getByLabel('Nama petugas').fill('Pejabat Contoh');
    await screenshot(padan, 'tarif-2-cocok');
    await dialog.getByRole('button', { name: 'Tandai cocok' }).click();
    await bpu
      .getByText(/Dicocokkan Pejabat Contoh/)
      .first()
      .waitFor();
    expect(await bpu.getByRole('button', { name: /^Tandai/ }).count()).toBe(0);
  });

  it('a row of its own changes the price, keeps the shipped one, and can be taken back', async () => {
    const before = await need();
    await page.getByRole('button', { name: /^Rp/ }).first().click();
    await page
      .getByRole('dialog')
      .getByText(/0,24 %/)
      .first()
      .waitFor();
    await screenshot(padan, 'tarif-3-rincian-baris');
    await page.keyboard.press('Escape');
    await goTo('Tarif');
    await page.getByRole('button', { name: 'Ubah: JKK kelas risiko I', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Besaran').fill('25,5');
    await dialog.getByLabel('Dasar hukum').fill('Perbup 12/2026');
    await dialog.getByLabel('Alasan').fill('uji batas wajar');
    await dialog.getByRole('button', { name: 'Simpan tarif daerah' }).click();
    await dialog.getByText('Angka tarif di luar kewajaran').waitFor();
    await screenshot(padan, 'tarif-4-di-luar-kewajaran');
    await dialog.getByLabel('Besaran').fill('0,30');
    await dialog.getByRole('button', { name: 'Simpan tarif daerah' }).click();
    await section('Tarif daerah').getByText('Perbup 12/2026').waitFor();
    await screenshot(padan, 'tarif-5-tarif-daerah');
    // The old answer stays on screen until the new one comes.
    await expect.poll(need, { timeout: 15_000 }).not.toBe(before);
    await goTo('Tarif');
    await section('Tarif daerah').getByRole('button', { name: 'Tarik' }).click();
    await page.getByRole('dialog').getByLabel('Alasan').fill('keliru');
    await page.getByRole('dialog').getByRole('button', { name: 'Tarik' }).click();
    await section('Tarif daerah').getByText('Ditarik').waitFor();
    await expect.poll(need, { timeout: 15_000 }).toBe(before);
  });

  it('settings per group change the price; accounts warn and do not block', async () => {
    const before = await need();
    await goTo('Tarif');
    await page.getByRole('tab', { name: 'Ketentuan per kelompok' }).click();
    await page.getByLabel('JHT Non-ASN', { exact: true }).check();
    await screenshot(padan, 'tarif-6-ketentuan');
    await page.getByLabel('Nama petugas').fill('Pejabat Contoh');
    await page.getByRole('button', { name: 'Simpan ketentuan' }).click();
    await page.getByText('Ketentuan 2027 tersimpan').waitFor();
    await expect.poll(need, { timeout: 15_000 }).not.toBe(before);
    await goTo('Tarif');
    await page.getByRole('tab', { name: 'Kode rekening' }).click();
    await page.getByLabel('Kode JKK Non-ASN', { exact: true }).fill('5.1.2.2.2.6');
    await screenshot(padan, 'tarif-7-rekening');
    await page.getByRole('button', { name: 'Simpan kode' }).click();
    await page.getByText(/bentuk bakunya 5\.1\.02\.02\.02\.0006/).waitFor();
    await goTo(/Non-ASN/);
    await page.getByRole('gridcell').first().click();
    await page.keyboard.press('Space');
    await page.getByText(/Tahun 2027, dasar/).scrollIntoViewIfNeeded();
    await page.getByText(/× 3,7 %/).waitFor();
    await screenshot(padan, 'tarif-8-iuran-seorang');
  });

  it('a fund source of its own is offered wherever one is picked, and stays while it is used', async () => {
    await goTo('Tarif');
    await page.getByRole('tab', { name: 'Sumber dana' }).click();
    await page.getByRole('button', { name: 'Sumber dana daerah' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama', { exact: true }).fill('Dana Desa');
    await dialog.getByLabel('Nama petugas').fill('Pejabat Contoh');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.getByText(/Di daftar sudah ada Dana Desa/).waitFor();
    await dialog.getByLabel('Nama', { exact: true }).fill('Baznas Kab. Contoh');
    await dialog.getByLabel('Jenis').selectOption({ label: 'CSR, donasi, zakat' });
    await screenshot(padan, 'tarif-9-sumber-baru');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('row', { name: /Baznas Kab\. Contoh/ }).waitFor();
    await screenshot(padan, 'tarif-10-sumber-dana');
    await goTo(/Non-ASN/);
    await page.getByRole('gridcell').first().click();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Ubah data' }).click();
    await page
      .getByLabel('Sumber dana', { exact: true })
      .selectOption({ label: 'Baznas Kab. Contoh' });
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await goTo('Anggaran');
    await page.getByRole('cell', { name: 'Baznas Kab. Contoh' }).first().waitFor();
    await page.getByRole('heading', { name: 'Per sumber dana' }).scrollIntoViewIfNeeded();
    await screenshot(padan, 'anggaran-2-sumber');
    await goTo('Tarif');
    await page.getByRole('tab', { name: 'Sumber dana' }).click();
    await page.getByRole('button', { name: 'Ubah Baznas Kab. Contoh' }).click();
    await dialog.getByLabel('Nama', { exact: true }).fill('Dana Desa');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.getByText(/Di daftar sudah ada Dana Desa/).waitFor();
    // What is said is said of the last try, not of the one before.
    await dialog.getByRole('button', { name: 'Hapus' }).click();
    await dialog.getByText(/dipakai 1 pekerja/).waitFor();
    await screenshot(padan, 'tarif-11-masih-dipakai');
  });
});
