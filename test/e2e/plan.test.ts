/** The planner's story in the real window: open, assumptions, compare, target, the RKA on paper. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOpenDialog } from './harness/dialogs.ts';
import { launchPadan, type Padan } from './harness/launch.ts';
import { screenshot, setPageSize } from './harness/screenshot.ts';

let padan: Padan;
let page: Page;
const printDir = mkdtempSync(join(tmpdir(), 'padan-rencana-'));

const goTo = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
const tab = (name: string) => page.getByRole('tab', { name }).click();
const money = /Rp\d{1,3}(\.\d{3})+/;
// biome-ignore lint/performance/useDomNodeTextContent: text content runs neighbouring cells together
const mainText = async () => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');

beforeAll(async () => {
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await page.getByRole('button', { name: 'Buka data contoh' }).click();
  await page.getByRole('heading', { level: 1, name: 'Beranda' }).waitFor({ timeout: 60_000 });
  for (const file of [
    'non-asn.xlsx',
    'perangkat-desa.xlsx',
    'pekerja-rentan.csv',
    'bpjs-rincian-iuran.xlsx',
    'bpjs-cek-nik.xlsx',
  ]) {
    await goTo('Impor');
    await page.getByRole('button', { name: `Impor ${file}` }).click();
    await page.getByRole('button', { name: /^Simpan/ }).click();
    await page.getByText(/Tersimpan: /).waitFor();
  }
  await goTo('Pemadanan');
  await page.getByRole('button', { name: 'Padankan' }).click();
  await page.getByText('Hasil terakhir').waitFor({ timeout: 60_000 });
}, 240_000);
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  rmSync(printDir, { recursive: true, force: true });
});

describe('planning a budget', () => {
  it('starts with three scenarios side by side', async () => {
    await goTo('Anggaran');
    await page.getByRole('heading', { name: 'Per sumber dana' }).waitFor();
    await screenshot(padan, 'anggaran-1');
    await page.getByRole('link', { name: 'Skenario dan target' }).click();
    await page.getByRole('button', { name: 'Buat tiga skenario awal' }).click();
    await page.getByRole('heading', { name: 'Perbandingan' }).waitFor({ timeout: 30_000 });
    await page.getByText('Peserta baru').first().waitFor();
    await screenshot(padan, 'rencana-01-banding');
    await page.getByRole('heading', { name: 'Dari mana selisihnya' }).scrollIntoViewIfNeeded();
    await page.getByText('Asumsi yang berbeda').waitFor();
    await screenshot(padan, 'rencana-02-selisih');
    const text = await mainText();
    expect(text).toContain('Semua yang berhak');
    expect(text).toMatch(money);
  });

  it('recomputes while an assumption is typed, and keeps it', async () => {
    await tab('Asumsi');
    await page.getByText('Kebutuhan setahun').waitFor();
    const before = await mainText();
    await page.getByRole('textbox', { name: 'Cadangan dalam persen' }).fill('5');
    await page.getByText('Kebutuhan dan cadangan setahun').waitFor();
    expect(await mainText()).not.toBe(before);
    await page.getByRole('button', { name: 'Penambahan orang' }).click();
    await page.getByRole('button', { name: 'Pengangkatan PPPK' }).click();
    await page.getByRole('button', { name: 'Atur sendiri Non-ASN' }).click();
    await page.getByText('Perubahan belum disimpan', { exact: false }).waitFor();
    await screenshot(padan, 'rencana-03-asumsi');
    await page.getByRole('heading', { name: 'Rincian kebutuhan' }).scrollIntoViewIfNeeded();
    await page.getByText(/Jumlah \([\d.]+ baris\)/).waitFor();
    await screenshot(padan, 'rencana-10-rincian');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page
      .getByText('Perubahan belum disimpan', { exact: false })
      .waitFor({ state: 'detached' });
  });

  it('plans towards a coverage with a denominator of its own', async () => {
    await tab('Target cakupan');
    await page.getByText('Siapa yang didaftarkan').waitFor({ timeout: 30_000 });
    await screenshot(padan, 'rencana-04-target');
    await page.getByRole('button', { name: /Ubah sumber pekerja Pekerja lain/ }).click();
    await page.getByRole('textbox', { name: 'Pekerja', exact: true }).fill('20000');
    await page.getByRole('textbox', { name: 'Di antaranya aktif' }).fill('4000');
    await page.getByRole('textbox', { name: 'Sumber' }).fill('BPS Sakernas, penduduk bekerja');
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('BPS Sakernas, penduduk bekerja', { exact: false }).first().waitFor();
    await page.getByText('Sesuai dana').click();
    await page.getByText('sisa dana', { exact: false }).waitFor();
    await page.getByText('Unit', { exact: true }).click();
    await screenshot(padan, 'rencana-05-dana');
    await page.getByRole('heading', { name: 'Biaya menurut cakupan' }).scrollIntoViewIfNeeded();
    await screenshot(padan, 'rencana-06-grafik');
    await page.getByRole('button', { name: 'Ekspor daftar orang' }).click();
    await answerOpenDialog(padan.app, [printDir]);
    await page.getByRole('button', { name: 'Pilih folder dan ekspor' }).click();
    await page.getByText('1 berkas selesai ditulis').waitFor({ timeout: 30_000 });
    await screenshot(padan, 'rencana-07-ekspor');
    await page.keyboard.press('Escape');
    expect(readdirSync(printDir)).toEqual(['calon-peserta-2027.xlsx']);
  });

  it('prints the RKA: every line is persons × months × price', async () => {
    await tab('Bandingkan');
    await page.getByRole('button', { name: 'Cetak RKA' }).click();
    await answerOpenDialog(padan.app, [printDir]);
    await page.getByRole('button', { name: 'Pilih folder dan cetak' }).click();
    await page.getByText('berkas selesai ditulis', { exact: false }).waitFor({ timeout: 60_000 });
    await screenshot(padan, 'rencana-08-rka');
    await page.keyboard.press('Escape');
    expect(readdirSync(printDir)).toContain('rka-2027-semua-yang-berhak.pdf');
    const pdf = join(printDir, 'rka-2027-semua-yang-berhak.pdf');
    const paper = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    const lines = [
      ...paper.matchAll(
        /([\d.]+) Orang x ([\d.]+) Bulan\s+Orang \/ Bulan\s+([\d.]+)\s+0\s+([\d.]+)/g,
      ),
    ];
    expect(lines.length).toBeGreaterThan(4);
    const number = (text = '') => Number(text.replaceAll('.', ''));
    for (const [, persons, months, price, amount] of lines)
      expect(number(persons) * number(months) * number(price)).toBe(number(amount));
    const kept = process.env['PADAN_KEEP_PRINTS'];
    if (kept !== undefined) execFileSync('cp', ['-r', `${printDir}/.`, kept]);
  });

  it('shows what protection is worth', async () => {
    await tab('Manfaat');
    await page.getByText('Yang belum terlindungi').waitFor();
    await screenshot(padan, 'rencana-09-manfaat');
    expect(await mainText()).toContain('Rp42.000.000');
  });
});
