/** Ways to take a file, driven in the real window: a full list, dates to be settled, what is remembered. */
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
const dir = mkdtempSync(join(tmpdir(), 'padan-cara-'));
const head = 'Nama;NIK;Lahir Tgl;Desa;Kecamatan;Jabatan';
const people = [
  'Budi Santoso;3329010101809001;01-01-1980;Salem;Salem;Kepala Desa',
  'Siti Aminah;3329014505829002;05-05-1982;Salem;Salem;Staf',
  'Karto Wijoyo;3329010304809003;03-04-1980;Bentar;Salem;Staf',
];

const goTo = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
const main = () => page.locator('main');

/** Chooses a file, says what it is, and reads it. */
async function read(name: string, lines: readonly string[], mode?: string): Promise<void> {
  const path = join(dir, name);
  writeFileSync(path, `${[head, ...lines].join('\n')}\n`);
  await answerOpenDialog(padan.app, [path]);
  await goTo('Impor');
  await page.getByRole('button', { name: 'Pilih berkas' }).click();
  await page.getByText(name).first().waitFor();
  await page.getByLabel('Dibaca sebagai').selectOption('desa');
  if (mode !== undefined) await page.getByLabel('Cara impor').selectOption(mode);
  if (mode !== undefined) await screenshot(padan, 'cara-1-pilih');
  await page.getByRole('button', { name: 'Baca berkas' }).click();
  await page.getByRole('button', { name: /^Simpan/ }).waitFor();
}

beforeAll(async () => {
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await page.getByRole('button', { name: 'Buka data contoh' }).click();
  await page.getByRole('heading', { level: 1, name: 'Beranda' }).waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  rmSync(dir, { recursive: true, force: true });
});

describe('the ways to take a file', () => {
  it('asks once about dates that read either way', async () => {
    await read('desember.csv', people);
    await page.getByRole('button', { name: /^Simpan/ }).click();
    await page.getByText('Urutan hari dan bulan belum pasti').waitFor();
    const save = page.getByRole('dialog').getByRole('button', { name: 'Simpan' });
    expect(await save.isDisabled()).toBe(true);
    await screenshot(padan, 'cara-2-tanggal');
    await page.getByLabel(/Urutan ini benar/).check();
    await save.click();
    await page.getByText(/Tersimpan: 3 baru/).waitFor();
  });

  it('makes those leave whom a full list does not name, after a word', async () => {
    await read('januari.csv', people.slice(0, 1), 'replace-units');
    // The order confirmed for December's list holds for this one.
    await screenshot(padan, 'cara-3-rencana');
    expect(await main().getByText('Tidak ada di berkas').count()).toBeGreaterThan(0);
    await page.getByRole('tab', { name: /^Kolom/ }).click();
    await page.getByText('menurut pilihan Anda').waitFor();
    await screenshot(padan, 'cara-4-kolom');
    await page.getByRole('button', { name: /^Simpan/ }).click();
    await page.getByText('memang sudah keluar').waitFor();
    expect(await page.getByText('Urutan hari dan bulan belum pasti').count()).toBe(0);
    await page.getByText('Hanya unit yang ada di berkas').waitFor();
    const save = page.getByRole('dialog').getByRole('button', { name: /tandai 1 keluar/ });
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel(/memang sudah keluar/).check();
    await screenshot(padan, 'cara-5-keluar');
    await save.click();
    await page.getByText(/1 ditandai keluar/).waitFor();
  });

  it('reads anew with another way, another order, another delimiter', async () => {
    await read('februari.csv', people.slice(0, 2));
    await page.getByLabel('Cara impor').selectOption('replace-roster');
    await main().getByText('Tidak ada di berkas', { exact: true }).waitFor();
    await page.getByRole('tab', { name: /^Kolom/ }).click();
    await page.getByLabel('Cara membaca kolom Lahir Tgl').selectOption('mdy');
    await page.getByRole('button', { name: 'Baca ulang dengan kolom ini' }).click();
    // The file read anew shows the tab on which it was asked for.
    await page.getByText('Dibaca bulan-hari-tahun menurut pilihan Anda').waitFor();
    // What was chosen before the second reading still holds.
    expect(await page.getByLabel('Cara impor').inputValue()).toBe('replace-roster');
    await page.getByRole('tab', { name: 'Tentang berkas' }).click();
    await page.getByLabel('Penyandian huruf').selectOption('windows-1252');
    await screenshot(padan, 'cara-6-berkas');
    await page.getByRole('button', { name: 'Baca ulang', exact: true }).click();
    await page
      .getByRole('definition')
      .or(page.locator('dd'))
      .filter({ hasText: 'windows-1252' })
      .first()
      .waitFor();
  });

  it('shows what it remembers, and forgets it', async () => {
    await goTo('Impor');
    await page.getByText('Cara baca yang diingat').scrollIntoViewIfNeeded();
    await page.getByText('Tanggal lahir: hari-bulan-tahun').waitFor();
    await screenshot(padan, 'cara-7-diingat');
    await page.getByRole('button', { name: /Lupakan cara baca/ }).click();
    await page.getByText('Cara baca yang diingat').waitFor({ state: 'detached' });
  });
});
