/** The queue in the real window, worked through by keyboard. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

describe('the queue', () => {
  it('shows', async () => {
    await screenshot(padan, 'review-1-antrean');
    for (let i = 0; i < 8; i += 1) {
      await key('l');
      await page.waitForTimeout(400);
      await screenshot(padan, `review-x-${i}`);
    }
    expect(await deskName()).toContain('dan');
    void choice;
    void said;
  });
});
