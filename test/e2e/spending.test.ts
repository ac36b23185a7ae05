/** The budget year in the real window: a document from a file, payments from a file and by hand, arrears, undo. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOpenDialog } from './harness/dialogs.ts';
import { launchPadan, type Padan } from './harness/launch.ts';
import { screenshot, setPageSize } from './harness/screenshot.ts';

let padan: Padan;
let page: Page;
const dir = mkdtempSync(join(tmpdir(), 'padan-realisasi-'));
const year = new Date().getFullYear();

function file(name: string, lines: readonly string[]): string {
  const path = join(dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
const tab = (name: RegExp) => page.getByRole('tab', { name }).click();
const dialog = () => page.getByRole('dialog');

beforeAll(async () => {
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await page.getByRole('button', { name: 'Buka data contoh' }).click();
  await page.getByRole('heading', { level: 1, name: 'Beranda' }).waitFor({ timeout: 60_000 });
  await page.getByRole('navigation').getByRole('link', { name: 'Realisasi' }).click();
  await page.getByRole('heading', { level: 1, name: 'Realisasi' }).waitFor();
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  rmSync(dir, { recursive: true, force: true });
});

describe('a budget year', () => {
  it('starts empty and leads to its first document', async () => {
    await page.getByText(`Belum ada anggaran dan pembayaran tahun ${year}`).waitFor();
    await screenshot(padan, 'realisasi-1-kosong');
    await page.getByRole('button', { name: 'Catat anggaran' }).click();
    await page.getByRole('button', { name: 'Catat dokumen' }).click();
    const dpa = file('dpa.csv', [
      'Kode Rekening;Uraian;Sumber Dana;Pagu',
      '5.1.02.02.02.0006;Belanja Iuran JKK bagi Non ASN;PAD;120.000.000',
      '5.1.02.02.02.0007;Belanja Iuran JKM bagi Non ASN;PAD;150.000.000',
      '5.1.02.02.02.0006;Belanja Iuran JKK pekerja rentan;DBHCHT;60.000.000',
      '5.1.02.02.02.0007;Belanja Iuran JKM pekerja rentan;DBHCHT;40.800.000',
    ]);
    await answerOpenDialog(padan.app, [dpa]);
    await dialog().getByRole('button', { name: 'Dari berkas' }).click();
    await dialog().getByText('4 baris dari dpa.csv, Rp370.800.000').waitFor();
    await screenshot(padan, 'realisasi-2-dokumen');
    await dialog().getByRole('button', { name: 'Simpan' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await page.getByText('APBD murni').first().waitFor();
  });

  it('takes payments from a file, saying which rows cannot be', async () => {
    await tab(/^Pembayaran/);
    await page.getByRole('button', { name: 'Baca dari berkas' }).click();
    const rows = [1, 2, 3].map(
      (n) => `${n};63230904882${n};0${n}-${year};500;8.400.000;1${n}-12-${year - 1};DBHCHT`,
    );
    await answerOpenDialog(padan.app, [
      file('bayar.csv', [
        'No;Kode Iuran;BLTH;Jumlah TK;Jumlah Iuran;Tgl Bayar;Sumber Dana',
        ...rows,
        `4;632309048829;04-${year};500;8,400;14-12-${year - 1};DBHCHT`,
        ';Jumlah;;;25.200.000;;',
      ]),
    ]);
    await dialog().getByRole('button', { name: 'Pilih berkas' }).click();
    await dialog()
      .getByText(/3 pembayaran baru \(Rp25\.200\.000\)/)
      .waitFor();
    await screenshot(padan, 'realisasi-3-baca');
    await dialog().getByRole('button', { name: 'Simpan 3 pembayaran' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await page.getByText('3 pembayaran, Rp25.200.000').waitFor();
  });

  it('takes one by hand, and gives it back by undo', async () => {
    await page.getByRole('button', { name: 'Catat pembayaran' }).click();
    await dialog().getByLabel('Bulan iuran (BLTH)').selectOption(`${year}-04`);
    await dialog().getByLabel('Kode iuran').fill('632309048830');
    await dialog().getByLabel('Jumlah dibayar (Rp)').fill('8.4000');
    await dialog().getByText('Tulis angka penuh').waitFor();
    await dialog().getByLabel('Jumlah dibayar (Rp)').fill('8.400.000');
    await dialog().getByLabel('Jumlah orang').fill('500');
    await dialog().getByLabel('Sumber dana').selectOption('dbhcht');
    await screenshot(padan, 'realisasi-4-formulir');
    await dialog().getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('4 pembayaran, Rp33.600.000').waitFor();
    await page.getByRole('button', { name: 'Urungkan' }).last().click();
    await page.getByText('3 pembayaran, Rp25.200.000').waitFor();
    await screenshot(padan, 'realisasi-5-pembayaran');
  });

  it('shows what is left of each line, and sums that add up', async () => {
    await tab(/^Ringkasan/);
    const foot = page.locator('tfoot th');
    await foot.first().waitFor();
    expect(await foot.allInnerTexts()).toEqual([
      'Jumlah',
      'Rp370.800.000',
      'Rp25.200.000',
      'Rp345.600.000',
      'Rp100.800.000',
    ]);
    await page.getByText('belum dibayar sejak pembayaran pertama').waitFor();
    await screenshot(padan, 'realisasi-6-ringkasan');
    await tab(/^Tunggakan/);
    await page.getByText('Belum ada peserta terdaftar di daftar ini').waitFor();
    await tab(/^Masa aktif/);
    await page.getByText('Tidak ada masa aktif yang berakhir').waitFor();
  });

  it('compares a later document with the first', async () => {
    await tab(/^Dokumen/);
    await page.getByRole('button', { name: 'Catat dokumen' }).click();
    await dialog().getByRole('button', { name: 'Salin dokumen terakhir' }).click();
    await dialog().getByText('4 baris dari dokumen terakhir').waitFor();
    await dialog().getByLabel('Jumlah 5.1.02.02.02.0006 DBHCHT').fill('90.000.000');
    await dialog().getByText('Rp400.800.000').waitFor();
    await dialog().getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { name: 'Perbandingan' }).waitFor();
    await page.getByText('+Rp30.000.000').first().waitFor();
    await screenshot(padan, 'realisasi-7-dokumen');
  });
});
