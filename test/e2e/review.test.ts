/** The queue in the real window, worked through by keyboard. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../bench/linkage/generator.ts';
import { cellsOf } from '../unit/linkage/people.ts';
import { askShell, callEngine } from './harness/bridge.ts';
import { answerOpenDialog } from './harness/dialogs.ts';
import { launchPadan, type Padan } from './harness/launch.ts';
import { screenshot, setPageSize } from './harness/screenshot.ts';

let padan: Padan;
let page: Page;
const dir = mkdtempSync(join(tmpdir(), 'padan-periksa-'));

const desk = () => page.getByRole('group', { name: / dan / });
const deskName = async () => (await desk().getAttribute('aria-label')) ?? '';
const key = (name: string) => page.keyboard.press(name);
const choice = (name: RegExp) => page.getByRole('radio', { name });
const said = (text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor();

/** Asks the engine as the page does; throws what it answers with an error. */
async function ask<T>(route: string, input: unknown = {}): Promise<T> {
  const reply = (await callEngine(page, route, input)) as { ok: boolean; value: T; error: unknown };
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}

async function bring(name: string, kind: string, rows: readonly string[]): Promise<void> {
  const path = join(dir, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  await answerOpenDialog(padan.app, [path]);
  const picked = (await askShell(page, 'files.openTables')) as { value: { file: string }[] };
  const staged = await ask<{ id: number }>('import.stage', { file: picked.value[0]?.file, kind });
  await ask('import.commit', { batchId: staged.id });
}

const day = (iso: string) => iso.split('-').reverse().join('-');

const namesakes = [
  ['SITI AMINAH', '01-01-1980'],
  ['NUR HIDAYATI', '17-08-1991'],
  ['SRI WAHYUNI', '05-02-1985'],
] as const;

/** Two lists without NIK on the roster's side, and a few numbers that stand for somebody else. */
async function bringLists(): Promise<void> {
  const scene = generate({ rows: 1500, profile: 'none', seed: 98, places: false });
  const offices = ['Dinas Kesehatan', 'Dinas Pendidikan', 'Dinas Perhubungan'];
  const left = scene.left
    .map(cellsOf)
    .map(
      ({ name, kpj, birthDate, sex }, at) =>
        `${at + 1};${name};;${kpj};${day(birthDate)};${sex};${offices[at % 3]};1.500.000`,
    );
  const right = scene.right
    .map(cellsOf)
    .map(
      ({ nik, kpj, name, birthDate }) =>
        `${nik};${kpj};${name};${day(birthDate)};15070955;PEMKAB;01-01-2024;;JKK`,
    );
  const contested = [
    ['WAHYUDI', '07-03-1990', 'KUSDARYANTI', '19-11-1968', '3329010703909003'],
    ['PAIMAN SUGITO', '30-01-1973', 'RATNA DEWI', '12-05-1980', '3329013001739001'],
  ];
  for (const [at, [name, born, other, otherBorn, nik]] of contested.entries()) {
    left.push(`${9000 + at};${name};${nik};;${born};;Dinas Kesehatan;3.500.000`);
    right.push(`${nik};2600300159${at};${other};${otherBorn};15070955;PEMKAB;01-01-2024;;JKK`);
  }
  // Namesakes without a number, and one membership for two of them: each is the other's rival.
  for (const [at, [name, born]] of namesakes.entries()) {
    left.push(`${9100 + at};${name};;;${born};P;Dinas Kesehatan;1.500.000`);
    left.push(`${9200 + at};${name} S.Pd;;;${born};P;Dinas Pendidikan;1.500.000`);
    right.push(
      `332901410180900${at};2500300159${at};${name};${born};15070955;PEMKAB;01-01-2024;;JKK`,
    );
  }
  await bring('daftar.csv', 'non-asn', [
    'No;Nama;NIK;No KPJ;Tanggal Lahir;L/P;Unit Kerja;Upah',
    ...left,
  ]);
  await bring('cek.csv', 'bpjs-nik', [
    'NOMOR_IDENTITAS;KPJ;NAMA_LENGKAP;TGL_LAHIR;NPP;NAMAPRS;TGL_KEPESERTAAN1;TGL_NA;NM_PRG',
    ...right,
  ]);
  await ask('reconcile.run', { asOf: '2026-11-23' });
}

beforeAll(async () => {
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await page.getByRole('button', { name: 'Buka data contoh' }).click();
  await page.getByRole('heading', { level: 1, name: 'Beranda' }).waitFor({ timeout: 60_000 });
  await bringLists();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Pemadanan/ })
    .click();
  await page.getByRole('link', { name: 'Periksa pasangan' }).click();
  await desk().waitFor();
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  rmSync(dir, { recursive: true, force: true });
});

/** Decides with a key and waits until the next pair lies on the desk. */
async function press(name: string): Promise<void> {
  const before = await deskName();
  await key(name);
  await page.waitForFunction(
    (label) =>
      document.querySelector('[role=group][tabindex="-1"]')?.getAttribute('aria-label') !== label,
    before,
  );
}

describe('the queue', () => {
  it('is worked through by keyboard alone: skip, candidates, note, yes, no, undo', async () => {
    await screenshot(padan, 'review-1-antrean');
    const first = await deskName();
    await press('l');
    await said('Dilewati');
    await press('a');
    expect(await deskName()).toBe(first);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('group');

    // The first pair of the queue that has another candidate beside it.
    for (let skipped = 0; skipped < 40; skipped += 1) {
      if (await page.getByText(/^[1-9] calon lain$/).isVisible()) break;
      await press('l');
    }
    await key('k');
    await page.getByText(/^Calon 2 dari/).waitFor();
    await screenshot(padan, 'review-2-calon');
    await key('ArrowUp');
    const contested = await deskName();
    await key('?');
    await page.getByRole('dialog', { name: 'Tombol papan ketik' }).waitFor();
    await screenshot(padan, 'review-3-tombol');
    await key('y');
    await key('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await deskName()).toBe(contested);

    await key('c');
    await page.keyboard.type('yn dicek ke KK');
    await key('Enter');
    await press('y');
    await said('Diputuskan: orang yang sama');
    await press('n');
    await said('Diputuskan: orang berbeda');
    await screenshot(padan, 'review-4-dua-diputuskan');
    await key('u');
    await said('Keputusan terakhir diurungkan');
    await choice(/^Sudah diputuskan \(2\)/).waitFor({ state: 'attached' });
    await key('Control+z');
    await choice(/^Sudah diputuskan \(0\)/).waitFor({ state: 'attached' });
    await expect.poll(deskName, { timeout: 15_000 }).toBe(contested);
  });

  it('is narrowed, and shows what contradicts', async () => {
    await page.getByLabel('Golongan').selectOption('conflict');
    await page.getByText('Nomor sama, data bertentangan').first().waitFor();
    await screenshot(padan, 'review-5-bertentangan');
    await page.getByLabel('Golongan').selectOption('');
  });

  it('previews thresholds and a bulk before anything changes', async () => {
    await page.getByRole('button', { name: 'Tindakan' }).click();
    await page.getByRole('menuitem', { name: 'Ambang pemadanan…' }).click();
    await page.getByLabel('Ditetapkan otomatis mulai (%)').fill('99');
    await page.getByText(/kembali ke antrean/).waitFor();
    await screenshot(padan, 'review-6-ambang');
    await key('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Tindakan' }).click();
    await page.getByRole('menuitem', { name: 'Terima banyak…' }).click();
    await page.getByLabel(/^Terima semua dengan kemungkinan/).fill('30');
    const accept = page.getByRole('button', { name: /^Terima [1-9]\d* pasangan$/ });
    await accept.waitFor();
    await screenshot(padan, 'review-7-terima-banyak');
    const before = await ask<{ open: number }>('review.page', {
      filter: { state: 'open' },
      limit: 1,
      operator: null,
    });
    await accept.click();
    await page.getByText(/pasangan diterima; tekan U/).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await screenshot(padan, 'review-8-diterima');
    await key('u');
    await choice(new RegExp(`^Belum diputuskan \\(${before.open}\\)`)).waitFor({
      state: 'attached',
    });
  });

  it('writes a list for an office', async () => {
    await page.getByRole('button', { name: 'Tindakan' }).click();
    await page.getByRole('menuitem', { name: 'Kirim ke OPD…' }).click();
    await answerOpenDialog(padan.app, [dir]);
    await page.getByRole('button', { name: 'Pilih folder dan tulis' }).click();
    await page.getByText(/^daftar-periksa-.*xlsx$/).waitFor();
    await screenshot(padan, 'review-11-kirim');
    await key('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(readdirSync(dir).filter((name) => name.startsWith('daftar-periksa'))).toHaveLength(1);
  });

  it('hides what would sway in blind mode', async () => {
    await page.getByRole('button', { name: 'Tindakan' }).click();
    await page.getByRole('menuitem', { name: 'Cara memeriksa…' }).click();
    await page.getByRole('switch', { name: /Sembunyikan hitungan/ }).check({ force: true });
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('bobot tampil setelah diputuskan').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await screenshot(padan, 'review-9-tersembunyi');
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is hidden
    expect(await page.locator('main').innerText()).not.toMatch(/\d\s%|Bobot|Perlu diperiksa/);
  });

  it('labels a sample by keyboard and says how precise the matching is', async () => {
    await page.getByRole('link', { name: 'Uji petik' }).click();
    await page.getByRole('button', { name: 'Ambil contoh acak' }).click();
    await page.getByText('Contoh 1 dari 100').waitFor();
    for (const [at, label] of ['y', 'y', 'n', 't', 'y'].entries()) {
      await key(label);
      await page.getByText(`Contoh ${at + 2} dari 100`).waitFor();
    }
    await page.getByText(/^\d{2}(,\d)?\s% tepat \(selang 95 %: /).waitFor();
    await screenshot(padan, 'review-10-uji-petik');
  });
});
