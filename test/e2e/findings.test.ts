/** Findings in the real window: counts, the list with its follow-up, coverage by programme, movements, corrections. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSample } from '../../src/engine/sample/generate-sample.ts';
import { makeTestEngine, type TestEngine, testPassphrase } from '../engine/harness.ts';
import { answerOpenDialog } from './harness/dialogs.ts';
import { launchPadan, type Padan } from './harness/launch.ts';
import { screenshot, setPageSize } from './harness/screenshot.ts';

let padan: Padan;
let page: Page;
let test: TestEngine;
const outDir = mkdtempSync(join(tmpdir(), 'padan-temuan-'));

const goTo = (name: string | RegExp) =>
  page.getByRole('navigation').getByRole('link', { name }).click();
const tab = (name: string) => page.getByRole('tab', { name }).click();

/** Two months of one regency: the exports of the month before first, then everything of this month. */
async function bringSample(asOf: string, only: RegExp): Promise<void> {
  const dir = join(test.dir, asOf);
  mkdirSync(dir);
  const { files } = await generateSample({
    dir,
    resourcesDir: 'resources',
    workers: 600,
    year: 2027,
    asOf,
  });
  for (const { path, kind } of files.filter((one) => only.test(one.kind))) {
    const staged = await test.call('import.stage', { file: test.grant(path), kind });
    await test.call('import.commit', { batchId: staged.id });
  }
}

beforeAll(async () => {
  test = makeTestEngine();
  await test.newStore();
  await bringSample('2026-10-23', /^bpjs-pu|^bpjs-bpu/);
  await bringSample('2026-11-23', /./);
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  await test.call('store.close', {});
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await answerOpenDialog(padan.app, [join(test.dir, 'uji.padan')]);
  await page.getByRole('button', { name: 'Buka berkas Padan' }).click();
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill(testPassphrase);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Beranda' }).waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  rmSync(outDir, { recursive: true, force: true });
});

describe('findings', () => {
  it('are counted by code, with what is at stake and what to do', async () => {
    await goTo('Temuan');
    await page.getByRole('link', { name: 'Di daftar, belum terdaftar di BPJS' }).waitFor();
    await screenshot(padan, 'temuan-1-ringkasan');
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is hidden
    expect(await page.locator('main').innerText()).not.toMatch(/\d{16}/);
  });

  it('are followed up together, taken back, and opened one by one', async () => {
    await page.getByRole('link', { name: 'Terdaftar, tidak aktif' }).click();
    const boxes = page.getByRole('checkbox', { name: /^Tandai (?!semua)/ });
    await boxes.first().waitFor();
    await screenshot(padan, 'temuan-2-daftar');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByText('2 ditandai').waitFor();
    await page.getByRole('button', { name: 'PIC …' }).click();
    await page.getByLabel('Nama atau jabatan').fill('Bu Rina, BKPSDM');
    await page.keyboard.press('Enter');
    await page.getByText('2 temuan diubah.').waitFor();
    await page.getByText('Bu Rina, BKPSDM').nth(1).waitFor();
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await expect
      .poll(() => page.getByRole('cell', { name: /Bu Rina/ }).count(), { timeout: 15_000 })
      .toBe(0);
    await page.getByRole('row').nth(1).getByRole('button').click();
    await page.getByRole('complementary', { name: 'Temuan' }).waitFor();
    await page.getByRole('complementary').getByRole('button', { name: 'Status' }).click();
    await page.getByRole('menuitem', { name: 'Ditindaklanjuti' }).click();
    await page.getByRole('complementary').getByText('Ditindaklanjuti').waitFor();
    await screenshot(padan, 'temuan-3-satu');
    await page.getByRole('button', { name: 'Lihat data orangnya' }).click();
    await page.getByText('Asal data').or(page.getByText('Sumber')).first().waitFor();
    await screenshot(padan, 'temuan-4-orang');
  });

  it('go into a file as they are seen', async () => {
    await answerOpenDialog(padan.app, [outDir]);
    await page.getByRole('button', { name: 'Ekspor' }).click();
    await page.getByRole('button', { name: 'Pilih folder dan ekspor' }).click();
    await page.getByRole('button', { name: 'Buka berkas' }).waitFor({ timeout: 30_000 });
    expect(readdirSync(outDir)).toEqual([expect.stringMatching(/^temuan-.*\.xlsx$/)]);
    await page.keyboard.press('Escape');
  });

  it('stand beside coverage by programme, movements and differences', async () => {
    await tab('Cakupan program');
    await page.getByRole('button', { name: 'Buka Kepala dan perangkat desa' }).click();
    await page
      .getByRole('button', { name: /^Buka / })
      .nth(2)
      .click();
    await screenshot(padan, 'temuan-5-program');
    await tab('Mutasi');
    await page.getByText('Dicocokkan menurut KPJ', { exact: false }).waitFor();
    await screenshot(padan, 'temuan-6-mutasi');
    await tab('Perbedaan data');
    await page.getByRole('button', { name: 'Ekspor berkas koreksi' }).waitFor();
    await screenshot(padan, 'temuan-7-perbedaan');
    await page.getByRole('button', { name: 'PIC dan tenggat bawaan' }).click();
    await page.getByLabel('PIC F01').waitFor();
    await screenshot(padan, 'temuan-8-bawaan');
    await page.keyboard.press('Escape');
    // The note of what was changed may still stand there; an error may not.
    const alerts = page.getByRole('alert').filter({ hasNotText: 'temuan diubah' });
    expect(await alerts.count()).toBe(0);
  });
});
