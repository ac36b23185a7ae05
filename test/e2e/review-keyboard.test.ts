/** A queue of more than fifty pairs worked to its end by keyboard alone, then lists, two people and saved filters. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable } from '../../src/tabular/open-table.ts';
import { writeXlsx } from '../../src/tabular/write-xlsx.ts';
import { makeTestEngine, type TestEngine, testPassphrase } from '../engine/harness.ts';
import { asOf, bring } from '../engine/review/review-fixture.ts';
import { answerOpenDialog } from './harness/dialogs.ts';
import { launchPadan, type Padan } from './harness/launch.ts';
import { screenshot, setPageSize } from './harness/screenshot.ts';

let padan: Padan;
let page: Page;
let test: TestEngine;

const first = ['SITI', 'NUR', 'SRI', 'DEWI', 'ENDANG', 'RATNA', 'YULI', 'INDAH'];
const second = ['AMINAH', 'HIDAYATI', 'WAHYUNI', 'LESTARI'];

/** Namesakes of one birth date in two offices, and one membership for both; and a NIK that stands for somebody else. */
async function makeStore(): Promise<void> {
  await test.newStore();
  const left: string[] = [];
  const right: string[] = [];
  let number = 0;
  for (const [a, one] of first.entries()) {
    for (const [b, other] of second.entries()) {
      number += 1;
      const born = `${10 + a}-0${1 + b}-19${60 + a * 4 + b}`;
      const name = `${one} ${other}`;
      left.push(`${number * 2};${name};;${born};P;Dinas Kesehatan;1.500.000`);
      left.push(`${number * 2 + 1};${name} S.Pd;;${born};P;Dinas Pendidikan;2.500.000`);
      const nik = `33290141018${10 + number}001`;
      right.push(`${nik};250030015${10 + number};${name};${born};15070955;PEMKAB;01-01-2024;;JKK`);
    }
  }
  left.push('901;WAHYUDI;3329010703909003;07-03-1990;L;Dinas Pendidikan;3.500.000');
  right.push('3329010703909003;26003001590;KUSDARYANTI;19-11-1968;15070955;PEMKAB;01-01-2024;;JKK');
  await bring(test, 'daftar.csv', 'non-asn', left);
  await bring(test, 'cek.csv', 'bpjs-nik', right);
  await test.call('reconcile.run', { asOf });
  await test.call('store.close', {});
}

const desk = () => page.getByRole('group', { name: / dan / });
const key = (name: string) => page.keyboard.press(name);
const choice = (name: RegExp) => page.getByRole('radio', { name });
const counted = (label: string, count: number) =>
  choice(new RegExp(`^${label} \\(${count}\\)`)).waitFor({ state: 'attached' });
const action = async (name: string) => {
  await page.getByRole('button', { name: 'Tindakan' }).click();
  await page.getByRole('menuitem', { name }).click();
};
const dialogGone = () => page.getByRole('dialog').waitFor({ state: 'detached' });

/** Tabs on until the focus is where somebody wants it; fails where a keyboard cannot get to. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await page.evaluate(
      () =>
        document.activeElement?.getAttribute('aria-label') ??
        document.activeElement?.textContent ??
        '',
    );
    if (focused.startsWith(name)) return;
    await key('Tab');
  }
  throw new Error(`no way to ${name} by Tab`);
}

/** What lies on the desk and how much is decided, so that a key's effect can be waited for. */
const deskState = () =>
  page.evaluate(
    () =>
      `${document.querySelector('[role=group][tabindex="-1"]')?.getAttribute('aria-label') ?? 'end'}|${
        document.querySelector('[role=progressbar]')?.getAttribute('aria-label') ?? ''
      }`,
  );

/** Nothing is being written or read: the next key counts. */
const settled = () =>
  expect
    .poll(async () => {
      const text = (await page.locator('main').textContent()) ?? '';
      const ended = /akhir antrean|Tidak ada pasangan/.test(text);
      return ended || (await page.locator('[role=group][aria-busy=false]').count()) > 0;
    })
    .toBe(true);

async function press(name: string): Promise<void> {
  const before = await deskState();
  await key(name);
  await expect.poll(deskState, { timeout: 15_000 }).not.toBe(before);
  await settled();
}

beforeAll(async () => {
  test = makeTestEngine();
  await makeStore();
  padan = await launchPadan();
  page = padan.page;
  await setPageSize(padan);
  await answerOpenDialog(padan.app, [join(test.dir, 'uji.padan')]);
  await page.getByRole('button', { name: 'Buka berkas Padan' }).click();
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill(testPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Beranda' }).waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
});

describe('a queue of sixty-five', () => {
  it('is reached from the first screen by Tab and Enter, and signed by keyboard', async () => {
    await tabTo('Periksa sekarang');
    await key('Enter');
    await desk().waitFor();
    await counted('Belum diputuskan', 65);
    await key('Shift+Tab');
    await page.keyboard.type('ab');
    expect(await page.getByLabel('Inisial petugas').inputValue()).toBe('AB');
    await screenshot(padan, 'papan-1-antrean');
  });

  it('goes out to an office by its saved filter, and its answers come back', async () => {
    await page.getByRole('combobox', { name: 'Unit' }).click();
    await page.getByRole('option', { name: 'Dinas Pendidikan' }).click();
    await counted('Belum diputuskan', 33);
    await page.getByRole('button', { name: 'Simpan saringan ini' }).click();
    await page.getByLabel('Nama saringan').fill('Untuk Dinas Pendidikan');
    await key('Enter');
    await dialogGone();
    await page.getByLabel('Saringan tersimpan').waitFor();
    await screenshot(padan, 'papan-2-saringan');

    await action('Kirim ke OPD…');
    await answerOpenDialog(padan.app, [test.dir]);
    await page.getByRole('button', { name: 'Pilih folder dan tulis' }).click();
    await page.getByText(/^daftar-periksa-dinas-pendidikan.*xlsx$/).waitFor();
    await key('Escape');
    await dialogGone();

    await action('Baca jawaban OPD…');
    await answerOpenDialog(padan.app, [await fillIn()]);
    await page.getByRole('button', { name: 'Pilih berkas' }).click();
    await page.getByRole('button', { name: 'Terapkan 2 jawaban' }).waitFor();
    await screenshot(padan, 'papan-3-jawaban');
    await page.getByRole('button', { name: 'Terapkan 2 jawaban' }).click();
    await dialogGone();
    await counted('Belum diputuskan', 31);
    await screenshot(padan, 'papan-4-diterapkan');
    await key('u');
    await counted('Belum diputuskan', 33);
    await page.getByLabel('Semua unit').click();
    await counted('Belum diputuskan', 65);
  });

  it('asks two people about a contradicted number', async () => {
    await action('Cara memeriksa…');
    await page.getByRole('switch', { name: /Dua petugas/ }).check({ force: true });
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await dialogGone();
    await page.getByLabel('Golongan').selectOption('conflict');
    await page.getByText('Diperiksa dua orang').waitFor();
    await page.getByText('Bertentangan: nama dan tanggal lahir.').waitFor();
    await screenshot(padan, 'papan-5-dua-petugas');
    await desk().focus();
    await key('n');
    await page.getByRole('status').filter({ hasText: 'Menunggu petugas kedua' }).waitFor();
    await page.getByLabel('Inisial petugas').fill('CD');
    await page.getByText('Sudah diperiksa AB').waitFor();
    await screenshot(padan, 'papan-6-petugas-kedua');
    await desk().focus();
    await key('n');
    await counted('Sudah diputuskan', 1);
    await page.getByLabel('Golongan').selectOption('');
    await counted('Belum diputuskan', 64);
  });

  it('is worked to its end by Y, N, L, K, C and U alone', async () => {
    await desk().waitFor();
    await page.mouse.move(0, 0);
    await desk().focus();
    let decided = 0;
    for (let turn = 0; (await deskState()).startsWith('end') === false; turn += 1) {
      expect(turn).toBeLessThan(90);
      if (turn === 3) await takeBack();
      if (turn === 5) await press('l');
      if (turn === 7) {
        await key('c');
        await page.keyboard.type('yn dicek ke KK');
        await key('Enter');
      }
      if (turn === 11) {
        await rejectRival();
        decided += 1;
      }
      if (turn === 9) {
        await key('k');
        await page.getByText(/^Calon 2 dari/).waitFor();
        await screenshot(padan, 'papan-7-calon');
      }
      await press(turn === 9 || turn % 5 === 4 ? 'y' : 'n');
      decided += 1;
    }
    expect(decided).toBeGreaterThanOrEqual(50);
    // The one that was skipped.
    await page.getByText('Sampai di akhir antrean').waitFor();
    await key('a');
    await desk().waitFor();
    await press('n');
    await page.getByText('Tidak ada pasangan yang perlu diperiksa').waitFor();
    await screenshot(padan, 'papan-8-selesai');
    await counted('Belum diputuskan', 0);
    await counted('Sudah diputuskan', 65);
  });

  it('keeps what was given to one person from being given to another in passing', async () => {
    await page.getByText('Sudah diputuskan (65)').click();
    await desk().waitFor();
    await expect
      .poll(async () => {
        if ((await page.getByText(/\(sudah diputuskan sama\)/).count()) > 0) return true;
        await key('l');
        return false;
      })
      .toBe(true);
    await key('y');
    await page.getByText('Kepesertaan ini sudah diputuskan milik orang lain').waitFor();
    await screenshot(padan, 'papan-9-sudah-milik');
    await counted('Sudah diputuskan', 65);
  });
});

/** Rejects the second candidate: the pair beside which it lies stays on the desk. */
async function rejectRival(): Promise<void> {
  const [pair] = (await deskState()).split('|');
  await key('k');
  await page.getByText(/^Calon 2 dari/).waitFor();
  await press('n');
  await page.getByRole('status').filter({ hasText: 'orang berbeda' }).waitFor();
  await expect.poll(async () => (await deskState()).split('|')[0]).toBe(pair);
}

/** Undoes the last decision and decides again. */
async function takeBack(): Promise<void> {
  await press('u');
  await page.getByRole('status').filter({ hasText: 'Keputusan terakhir diurungkan' }).waitFor();
  await press('n');
}

/** The list as it comes back: two answers among its rows. */
async function fillIn(): Promise<string> {
  const name = readdirSync(test.dir).find((one) => one.startsWith('daftar-periksa')) ?? '';
  const source = await openTable(join(test.dir, name));
  const rows: string[][] = [];
  for await (const batch of source.rows(0)) for (const { cells } of batch) rows.push([...cells]);
  const head = rows.findIndex((row) => row.includes('Kunci'));
  const at = rows[head]?.indexOf('Jawaban') ?? -1;
  for (const [row, word] of [
    [head + 1, 'BEDA'],
    [head + 2, 'Sama'],
    [head + 3, 'entahlah'],
  ] as const) {
    const cells = rows[row] ?? [];
    while (cells.length <= at) cells.push('');
    cells[at] = word;
  }
  const path = join(test.dir, 'jawaban.xlsx');
  await writeXlsx(path, [{ name: 'Daftar periksa', rows }]);
  return path;
}
