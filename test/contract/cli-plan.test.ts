/** `padan plan`: scenarios side by side, a goal, the RKA; what cannot be is named with its exit code. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanView, TargetView } from '../../src/contract/plan-routes.ts';

const dir = mkdtempSync(join(tmpdir(), 'padan-cli-rencana-'));
const store = join(dir, 'uji.padan');

function padan(...args: readonly string[]) {
  const ran = spawnSync(process.execPath, ['src/cli/main.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, PADAN_PASSPHRASE: 'kata sandi uji' },
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
const plan = (...more: readonly string[]) => padan('plan', store, '--year', '2027', ...more);

interface Planned {
  readonly scenarios: readonly (PlanView & { readonly name: string })[];
  readonly target: TargetView | null;
  readonly files: readonly { readonly fileName: string }[];
}
// What the command printed as its one object.
const answer = (ran: { readonly out: string }): Planned => JSON.parse(ran.out);
const errorOf = (ran: { readonly out: string }) => JSON.parse(ran.out).error;

function file(name: string, text: string): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(() => {
  expect(padan('new', store, '--regency', '33.29', '--year', '2027').code).toBe(0);
  const rows = Array.from(
    { length: 10 },
    (_, at) =>
      `${at + 1};Pekerja ${String.fromCharCode(65 + at)};332901010180900${at};01-01-1980;L;Dinas Kesehatan;1.000.000;APBD`,
  );
  const head = 'No;Nama;NIK;Tanggal Lahir;L/P;Unit Kerja;Upah;Sumber Dana';
  const roster = file('non-asn.csv', [head, ...rows].join('\n'));
  expect(padan('import', store, roster, '--as', 'non-asn').code).toBe(0);
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('plan', () => {
  it('puts the usual three side by side, Maros: Rp5.400 a head and month', () => {
    const { scenarios } = answer(plan('--json'));
    expect(scenarios.map(({ name, persons, total }) => [name, persons, total])).toEqual([
      ['Hanya yang aktif', 0, 0],
      ['Semua yang berhak', 10, 10 * 5_400 * 12],
      ['Capai target', 1, 5_400 * 12],
    ]);
  });

  it('reaches a coverage, adds points, and says what an amount buys', () => {
    const reach = (...goal: readonly string[]) =>
      answer(plan('--kind', 'target', '--json', ...goal));
    expect(reach('--target', '60').target).toMatchObject({ persons: 6, cost: 6 * 5_400 * 12 });
    expect(reach('--target', '+12,5').target).toMatchObject({ persons: 2, lacking: 0 });
    const bought = reach('--buys', '200000').target;
    expect(bought).toMatchObject({ persons: 3, spare: 200_000 - 3 * 5_400 * 12 });
  });

  it('takes assumptions from a file; prints what it computed', () => {
    const assumptions = { scope: 'all', bufferBasisPoints: 500, from: '2027-07' };
    const path = file('asumsi.json', JSON.stringify({ name: 'Semester dua', assumptions }));
    const out = join(dir, 'cetak');
    const ran = answer(plan('--assumptions', path, '--out', out, '--paper', 'A4', '--json'));
    expect(ran.scenarios).toMatchObject([
      { name: 'Semester dua', total: 10 * 5_400 * 6, buffer: 10 * 5_400 * 6 * 0.05 },
    ]);
    const names = ['rka-2027-semester-dua.pdf', 'rka-2027-semester-dua.xlsx', 'skenario-2027.xlsx'];
    expect(readdirSync(out).toSorted()).toEqual(names);
    expect(ran.files).toHaveLength(3);
  });

  it('says numerator, denominator and source in words', () => {
    const { out } = plan('--kind', 'all', '--target', '50');
    expect(out).toContain('Semua yang berhak: Rp648.000 untuk 10 orang');
    expect(out).toContain('Cakupan 0,00% (0 dari 10) menjadi 100,00% (10 dari 10)');
    expect(out).toContain('Sasaran cakupan 50,00 %: 5 orang');
    expect(out).toContain('Pekerja Non-ASN: daftar Padan, belum dipadankan');
  });
});

describe('what cannot be', () => {
  it.each([
    ['a kind there is not', ['--kind', 'semua'], 'bad-choice'],
    ['a goal that is no percentage', ['--target', '120'], 'bad-percent'],
    ['a goal in words', ['--target', 'semua'], 'bad-percent'],
    ['an amount that is none', ['--buys', '1e9'], 'bad-money'],
    ['two goals', ['--target', '60', '--buys', '1'], 'surplus-word'],
    ['paper without a folder', ['--paper', 'A4'], 'missing-option'],
    ['more than four', ['--kind', 'active,all,target,own,all'], 'too-many-plans'],
  ] as const)('%s', (_, args, reason) => {
    const ran = plan(...args, '--json');
    expect(ran.code).toBe(2);
    expect(errorOf(ran)).toMatchObject({ code: 'usage', params: { reason } });
    expect(ran.err).not.toContain('undefined');
  });

  it.each([
    ['a scenario nobody kept', ['--scenario', 'Tidak ada'], 'not-found'],
    ['a file that is not there', ['--assumptions', 'tidak-ada.json'], 'file.missing'],
    ['a year without tariffs', ['--kind', 'all', '--year', '2015'], 'tariff.missing'],
  ] as const)('%s', (_, args, code) => {
    const ran = plan(...args, '--json');
    expect([ran.code, errorOf(ran).code]).toEqual([3, code]);
    expect(ran.err).not.toContain('halaman');
  });

  it.each([
    ['no JSON', '{', 'file.damaged', undefined],
    ['a list', '[]', 'plan.invalid', 'assumptions'],
    ['a field nobody knows', '{"assumptions":{"tahun":1}}', 'plan.invalid', 'assumptions'],
    ['a month of another year', '{"assumptions":{"from":"2026-01"}}', 'plan.invalid', 'from'],
    [
      'people below zero',
      '{"assumptions":{"leavings":[{"persons":-1,"from":"2027-01"}]}}',
      'plan.invalid',
      'leavings.0.persons',
    ],
    [
      'recruits of a unit that is not there',
      `{"assumptions":{"recruitments":[{"employerGroup":"rentan","segment":"bpu","fundSource":"dbhcht",
        "unitId":999999,"persons":3,"from":"2027-01","wage":null}]}}`,
      'plan.invalid',
      'recruitments',
    ],
  ] as const)('a file with %s', (_, text, code, field) => {
    const ran = plan('--assumptions', file('salah.json', text), '--json');
    expect(ran.code).toBe(3);
    expect(errorOf(ran)).toMatchObject({ code, at: { ...(field === undefined ? {} : { field }) } });
  });
});
