/** A list with mistakes put right in the real window, by keyboard where a person would, before it is saved. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOpenDialog } from './harness/dialogs.ts';
import { launchPadan, type Padan } from './harness/launch.ts';
import { screenshot, setPageSize } from './harness/screenshot.ts';

let padan: Padan;
let page: Page;
const dir = mkdtempSync(join(tmpdir(), 'padan-perbaikan-'));
const outDir = join(dir, 'keluar');

const names = [
  'Budi Santoso',
  'Siti Aminah',
  'Karto',
  'Wati',
  'Joko Susilo',
  'Rudi',
  'Sri',
  'Tono',
];
const lines = [
  'No;Nama;NIK;Tgl Lahir;Jenis Pekerjaan;Desa;Kecamatan;Desil',
  ...names.map((name, at) => {
    const nik = at === 2 ? '3.32901E+15' : `332901010180900${at + 1}`;
    const job = at % 2 === 0 ? 'Nelayn' : 'Petani';
    return `${at + 1};${name};${nik};01-01-1980;${job};${at === 3 ? 'Salemm' : 'Salem'};Salem;1`;
  }),
  '9;Budi Santosa;3329010101809001;01-01-1980;Buruh;Salem;Salem;1',
  '10;Ratna;3329014202859010;02-02-1985;Petani;Benttar;Salem;1',
];

beforeAll(async () => {
  mkdirSync(outDir);
  writeFileSync(join(dir, 'rentan-salem.csv'), `${lines.join('\n')}\n`);
  writeFileSync(join(dir, 'lain.csv'), `${lines.slice(0, 4).join('\n')}\n`);
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await page.getByRole('button', { name: 'Buka data contoh' }).click();
  await page.getByRole('heading', { level: 1, name: 'Beranda' }).waitFor({ timeout: 60_000 });
  await page.getByRole('navigation').getByRole('link', { name: 'Impor' }).click();
  await answerOpenDialog(padan.app, [join(dir, 'rentan-salem.csv')]);
  await page.getByRole('button', { name: 'Pilih berkas' }).click();
  await page.getByLabel('Dibaca sebagai').selectOption('rentan');
  await page.getByRole('button', { name: 'Baca berkas' }).click();
  await page.getByRole('button', { name: /^Simpan \d/ }).waitFor();
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  rmSync(dir, { recursive: true, force: true });
});

const cell = (seq: number, field: string) => page.locator(`td[data-cell="${seq} ${field}"]`);

// biome-ignore lint/performance/useDomNodeTextContent: text content runs the two lines of a cell together
const textOf = (seq: number, field: string) => cell(seq, field).innerText();

describe('a plan with mistakes', () => {
  it('opens a cell by Enter, leaves it by Esc, keeps it by Enter', async () => {
    await cell(3, 'nik').focus();
    await page.keyboard.press('Enter');
    const box = page.getByRole('textbox', { name: /^NIK, baris/ });
    await box.fill('x');
    await screenshot(padan, 'perbaikan-01-sel');
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    expect(await textOf(3, 'nik')).toContain('3.32901E+15');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-cell') === '3 nik');
    await page.keyboard.press('Enter');
    await box.fill('3329010101809033');
    await page.keyboard.press('Enter');
    await cell(3, 'nik').getByText('semula').waitFor();
    expect(await textOf(3, 'nik')).toContain('3.32901E+15');
    // Arrows go on from where the box was.
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-cell') === '3 nik');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe(
      '2 nik',
    );
  });

  it('offers to put the same value right everywhere, with how many', async () => {
    await cell(1, 'jobKind').dblclick();
    await page.getByRole('textbox', { name: /^Jenis pekerjaan/ }).fill('Nelayan');
    await page.keyboard.press('Enter');
    const apply = page.getByRole('button', { name: 'Terapkan ke 3 nilai yang sama' });
    await apply.waitFor();
    await screenshot(padan, 'perbaikan-02-nilai-sama');
    await apply.click();
    await page.getByText(/diganti di 3 baris/).waitFor();
    await cell(7, 'jobKind').getByText('semula').waitFor();
    expect(await textOf(7, 'jobKind')).toMatch(/^Nelayan\s+semula Nelayn/);
  });

  it('keeps its filter while rows change, and leaves a row out', async () => {
    await page
      .getByText(/^Bentrok \d/)
      .first()
      .click();
    await page.getByRole('button', { name: 'Pilihan baris 10' }).click();
    await screenshot(padan, 'perbaikan-03-menu-baris');
    await page.getByRole('menuitem', { name: 'Orang lain' }).click();
    await page.getByText('Tidak ada baris dengan saringan ini.').waitFor();
  });

  it('shows what must be put right, says how, and takes a suggestion from the menu of its row', async () => {
    await page
      .getByText(/^Semua$/)
      .first()
      .click();
    await page.getByLabel('Temuan').selectOption('error');
    await page.getByText('Saran: Bentar, Salem?').waitFor();
    await screenshot(padan, 'perbaikan-08-perlu-diperbaiki');
    await page.getByLabel('Temuan').selectOption('village.unknown');
    await page.getByText(/Ketik “Desa, Kecamatan”/).waitFor();
    await page.getByRole('button', { name: 'Pilihan baris 11' }).click();
    await screenshot(padan, 'perbaikan-09-saran');
    await page.getByRole('menuitem', { name: 'Pakai Bentar, Salem' }).click();
    await page.getByText('Saran: Bentar, Salem?').waitFor({ state: 'detached' });
    await page.getByLabel('Temuan').selectOption('');
    await cell(10, 'unit').getByText('semula').waitFor();
    expect(await textOf(10, 'unit')).toMatch(/^Bentar, Salem\s+semula Benttar, Salem/);
  });

  it('shows rows that may be one person together', async () => {
    await page.getByRole('tab', { name: 'Mungkin sama' }).click();
    await page.getByText('Diputuskan: orang lain').waitFor();
    await screenshot(padan, 'perbaikan-04-mungkin-sama');
    await page.getByRole('button', { name: 'Tarik keputusan' }).click();
    await page.getByRole('button', { name: 'Orang yang sama' }).click();
    await page.getByText('Diputuskan: orang yang sama').waitFor();
    await page.getByRole('button', { name: 'Tarik keputusan' }).click();
    await page.getByRole('button', { name: 'Orang yang sama' }).waitFor();
  });

  it('puts a spelling right from the list of values', async () => {
    await page.getByRole('tab', { name: 'Nilai' }).click();
    const row = page.getByRole('row', { name: /Salemm, Salem/ });
    await row.getByRole('button', { name: 'Ganti' }).click();
    await row.getByRole('textbox').fill('Salem, Salem');
    await screenshot(padan, 'perbaikan-05-nilai');
    await row.getByRole('button', { name: 'Terapkan ke 1 baris' }).click();
    await row.waitFor({ state: 'detached' });
  });

  it('writes the rest to a workbook for the sender', async () => {
    await answerOpenDialog(padan.app, [outDir]);
    await page.getByRole('tab', { name: /^Baris/ }).click();
    await screenshot(padan, 'perbaikan-06-sesudah');
    const button = page.getByRole('button', { name: 'Ekspor temuan' });
    expect(await button.isEnabled()).toBe(true);
    await button.click();
    await page.getByText(/baris ditulis/).waitFor();
    await screenshot(padan, 'perbaikan-07-ekspor');
    expect(readdirSync(outDir)).toEqual([
      expect.stringMatching(/^Temuan rentan-salem \(\d+\)\.xlsx$/),
    ]);
  });

  it('is read anew after Padan was closed, from the same file only', async () => {
    await page.reload();
    await page.getByRole('navigation').getByRole('link', { name: 'Impor' }).click();
    await page.getByRole('link', { name: 'rentan-salem.csv' }).click();
    await page.getByRole('tab', { name: /^Kolom/ }).click();
    const choose = page.getByRole('button', { name: 'Pilih berkas yang sama' });
    await answerOpenDialog(padan.app, [join(dir, 'lain.csv')]);
    await choose.click();
    await page.getByText('Ini bukan berkas yang sama').waitFor();
    await screenshot(padan, 'perbaikan-10-berkas-lain');
    await answerOpenDialog(padan.app, [join(dir, 'rentan-salem.csv')]);
    await choose.click();
    await choose.waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: /Desil/ }).selectOption('');
    await page.getByRole('button', { name: 'Baca ulang dengan kolom ini' }).click();
    await page.getByText('Ubah arti kolom bila ada yang keliru').waitFor();
    await screenshot(padan, 'perbaikan-11-kolom');
    // What was put right before stays put right.
    await page.getByRole('tab', { name: /^Baris/ }).click();
    expect(await textOf(3, 'nik')).toMatch(/semula\s+3\.32901E\+15/);
    expect(await textOf(7, 'jobKind')).toMatch(/^Nelayan\s+semula Nelayn/);
    for (const [tab, name] of [
      [/^Disisihkan/, 'perbaikan-12-disisihkan'],
      ['Tentang berkas', 'perbaikan-13-tentang'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await screenshot(padan, name);
    }
  });
});
