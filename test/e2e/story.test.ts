/** The whole job in the real window, as a person does it on the first day, held against the sample's truth. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleTruth } from '../../src/engine/sample/truth.ts';
import { readTruth } from '../engine/demo/truth.ts';
import { answerOpenDialog } from './harness/dialogs.ts';
import { launchPadan, type Padan } from './harness/launch.ts';
import { screenshot, setPageSize } from './harness/screenshot.ts';

let padan: Padan;
let page: Page;
let truth: SampleTruth;
const printDir = mkdtempSync(join(tmpdir(), 'padan-cetak-'));

/** As the app writes whole numbers. */
const dots = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
/** Menus and links of the left side. */
const goTo = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
const heading = (name: string) => page.getByRole('heading', { level: 1, name });
// biome-ignore lint/performance/useDomNodeTextContent: text content runs neighbouring cells together
const bodyText = async () => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');

const sampleFiles = [
  'non-asn.xlsx',
  'perangkat-desa.xlsx',
  'pekerja-rentan.csv',
  'bpjs-rincian-iuran.xlsx',
  'bpjs-bpu.xlsx',
  'bpjs-cek-nik.xlsx',
];

async function importSampleFile(fileName: string): Promise<void> {
  await goTo('Impor');
  await page.getByRole('button', { name: `Impor ${fileName}` }).click();
  const save = page.getByRole('button', { name: /^Simpan/ });
  await save.waitFor();
  if (fileName === 'non-asn.xlsx') await screenshot(padan, '03-rencana-impor');
  await save.click();
  await page.getByText(/Tersimpan: /).waitFor();
}

function totalsOf(counted: SampleTruth): { workers: number; active: number; missing: number } {
  const rows = Object.values(counted.totals.rosters);
  return {
    workers: rows.reduce((sum, row) => sum + row.persons, 0),
    active: rows.reduce((sum, row) => sum + row.aktif, 0),
    missing: rows.reduce((sum, row) => sum + row.belum, 0),
  };
}

beforeAll(async () => {
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { broken: string[] }).broken ??= [];
      (window as unknown as { broken: string[] }).broken.push(event.violatedDirective);
    });
  });
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  rmSync(printDir, { recursive: true, force: true });
});

describe('the first day', () => {
  it('opens the sample regency with one press', async () => {
    await page.getByRole('button', { name: 'Buka data contoh' }).waitFor();
    await screenshot(padan, '01-mulai');
    await page.getByRole('button', { name: 'Buka data contoh' }).click();
    await heading('Beranda').waitFor({ timeout: 60_000 });
    await page.getByText('Kabupaten Brebes').first().waitFor();
    await goTo('Impor');
    await page.getByRole('button', { name: 'Impor non-asn.xlsx' }).waitFor();
    await screenshot(padan, '02-impor');
    const { userDataDir } = padan;
    const found = readdirSync(userDataDir, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith('truth.json'),
    );
    truth = readTruth(join(userDataDir, found ?? '', '..'));
    expect(truth.workers).toBe(5000);
  });

  it('imports the three rosters and the BPJS exports', async () => {
    for (const fileName of sampleFiles) await importSampleFile(fileName);
    await goTo('Impor');
    await screenshot(padan, '04-impor-selesai');
    expect(await page.getByText('Sudah diimpor').count()).toBe(sampleFiles.length);
  }, 180_000);

  it('shows a roster that can be searched, with masked NIK and a person in full', async () => {
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Non-ASN/ })
      .click();
    await heading('Non-ASN').waitFor();
    const rows = page.getByRole('row');
    await page.getByText(dots(truth.totals.rosters['non-asn'].persons)).first().waitFor();
    expect(await bodyText()).not.toMatch(/\d{16}/);
    await screenshot(padan, '05-daftar');
    await page.getByRole('searchbox').or(page.getByPlaceholder(/cari/i)).first().fill('siti');
    await page.waitForFunction(() =>
      /siti/i.test(document.querySelector('[role=grid]')?.textContent ?? ''),
    );
    await rows
      .nth(1)
      .getByRole('button', { name: /Buka rincian/ })
      .click();
    await page.getByText('Asal data').or(page.getByText('Sumber')).first().waitFor();
    await page.getByText(/Belum ada pembayaran tahun/).waitFor();
    await screenshot(padan, '06-orang');
    await page.keyboard.press('Escape');
  });

  it('matches, and finds who the truth says is active and missing', async () => {
    await goTo('Pemadanan');
    await page.getByRole('button', { name: 'Padankan' }).click();
    await page.getByText('Hasil terakhir').waitFor({ timeout: 60_000 });
    await page.getByText('Belum').first().waitFor();
    await screenshot(padan, '07-pemadanan');
    const text = await bodyText();
    const expected = totalsOf(truth);
    expect(text).toContain(dots(expected.workers));
    expect(text).toContain(dots(expected.active));
    for (const roster of Object.values(truth.totals.rosters))
      expect(text).toContain(dots(roster.aktif));
  });

  it('shows coverage with its parts on the first screen, per unit', async () => {
    await goTo('Beranda');
    await heading('Beranda').waitFor();
    await page
      .getByText(dots(totalsOf(truth).active))
      .first()
      .waitFor();
    await screenshot(padan, '08-beranda');
    const text = await bodyText();
    expect(text).toContain(dots(totalsOf(truth).workers));
    expect(text).toMatch(/\d+,\d\d %/);
  });

  it('prices the missing', async () => {
    await goTo('Anggaran');
    await page.getByText('5.1.02.02.02.0006').first().waitFor();
    await screenshot(padan, '09-anggaran');
    expect(await bodyText()).toMatch(/Rp\d{1,3}(\.\d{3})+/);
  });

  it('reviews the doubtful pairs by keyboard', async () => {
    await goTo('Pemadanan');
    const review = page.getByRole('link', { name: 'Periksa pasangan' });
    if ((await review.count()) > 0) {
      await review.click();
      await page
        .getByRole('button', { name: /orang yang sama/i })
        .first()
        .waitFor();
      await screenshot(padan, '10-periksa');
    }
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('prints the packet into the chosen folder', async () => {
    await goTo('Paket Monev');
    await answerOpenDialog(padan.app, [printDir]);
    await page.getByRole('button', { name: 'Pilih folder dan cetak' }).click();
    await page.getByText('Paket selesai dicetak').waitFor({ timeout: 60_000 });
    await screenshot(padan, '11-paket');
    expect(readdirSync(printDir).sort()).toEqual([
      'daftar-belum-terdaftar.pdf',
      'daftar-belum-terdaftar.xlsx',
      'paket-monev.pdf',
      'tabel-monev.xlsx',
    ]);
    const paper = execFileSync('pdftotext', ['-layout', join(printDir, 'paket-monev.pdf'), '-'], {
      encoding: 'utf8',
    });
    expect(paper).toContain(dots(totalsOf(truth).active));
    expect(paper).toContain(dots(totalsOf(truth).workers));
  });

  it('keeps the history in words, and the settings', async () => {
    await goTo('Riwayat');
    await page.getByText('Paket Monev dicetak', { exact: false }).first().waitFor();
    await screenshot(padan, '12-riwayat');
    await goTo('Pengaturan');
    await heading('Pengaturan').waitFor();
    await screenshot(padan, '13-pengaturan');
  });

  it('never broke its own content policy', async () => {
    const broken = await page.evaluate(
      () => (window as unknown as { broken?: string[] }).broken ?? [],
    );
    expect(broken).toEqual([]);
  });
});
