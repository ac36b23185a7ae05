/** Pricing from the command line: what is wrong is named, what is missing is counted, a store's own tariffs hold. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import { call } from '../../src/engine/router.ts';
import { threadModule } from '../../src/engine/worker/thread-module.ts';

const dir = mkdtempSync(join(tmpdir(), 'padan-cli-anggaran-'));
const store = join(dir, 'uji.padan');
const passphrase = 'kata sandi uji';

function padan(...args: readonly string[]) {
  const ran = spawnSync(process.execPath, ['src/cli/main.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, PADAN_PASSPHRASE: passphrase },
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
const premium = (...more: readonly string[]) =>
  padan('premium', '--persons', '100', '--from', '2027-01', '--months', '12', ...more);
const worker = ['--segment', 'non-asn', '--wage', '2400350.47', '--fund', 'apbd'];

/** One own row, as the window would save it. */
async function overrideJkk(): Promise<void> {
  await using engine = createEngine({
    resourcesDir: resolve('resources'),
    workerUrl: threadModule(),
    dataDir: null,
    now: () => new Date('2026-11-23T05:00:00.000Z'),
    fixedClock: true,
    log: () => undefined,
    resolveFile: async () => store,
    grantFile: () => 'file-0001',
  });
  await call(engine, 'store.open', { file: 'file-0001', passphrase }, { id: 'a' });
  const own = { kind: 'rate', programme: 'jkk', payer: 'employer', riskClass: 1 } as const;
  const value = { ...own, withJkp: false, millionths: 3000 };
  const words = { source: 'Perbup 12/2026', reason: 'uji', author: 'Pejabat Contoh' };
  await call(
    engine,
    'tariff.override',
    { value, from: '2027-01', to: null, ...words },
    { id: 'b' },
  );
}

beforeAll(async () => {
  expect(padan('new', store, '--regency', '33.29', '--year', '2027').code).toBe(0);
  const roster = join(dir, 'non-asn.csv');
  writeFileSync(
    roster,
    'No;Nama;NIK;Tanggal Lahir;L/P;Unit Kerja;Upah;Sumber Dana\n' +
      '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;1.000.000;APBD\n' +
      '2;Sulastri;3329014502859002;05-02-1985;P;Dinas Kesehatan;;APBD\n' +
      '3;Suparman;3329010303829003;03-03-1982;L;Dinas Kesehatan;20.000.000;APBD\n',
  );
  expect(padan('import', store, roster, '--as', 'non-asn').code).toBe(0);
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('premium', () => {
  it('rounds where it is told to', () => {
    const total = (...more: string[]) =>
      (JSON.parse(premium(...worker, ...more, '--json').out) as { total: number }).total;
    expect(total()).toBe(12_962 * 1200);
    expect(total('--round-per', 'person', '--round-mode', 'floor')).toBe(12_961 * 1200);
    expect(total('--round-per', 'total')).toBe(15_554_271);
  });

  it.each([
    ['--risk', '6'],
    ['--round-mode', 'acak'],
  ])('refuses %s %s', (option, value) => {
    const { code, out } = premium(...worker, option, value, '--json');
    expect([code, (JSON.parse(out) as { error: { code: string } }).error.code]).toEqual([
      2,
      'usage',
    ]);
  });

  it('names a wage that is none, a programme BPU has not, months before the table', () => {
    const error = (...args: readonly string[]) =>
      (JSON.parse(padan(...args, '--json').out) as { error: { code: string } }).error.code;
    const rest = ['--persons', '1', '--months', '1', '--fund', 'apbd'];
    const from = (month: string) => ['--from', month];
    const of = (...more: readonly string[]) => error('premium', ...rest, ...more);
    expect(of('--segment', 'bpu', '--wage', '0', ...from('2027-01'))).toBe('input.invalid');
    expect(
      of('--segment', 'bpu', '--wage', '1000000', ...from('2027-01'), '--programmes', 'jp'),
    ).toBe('input.invalid');
    expect(of('--segment', 'bpu', '--wage', '1000000', ...from('2015-06'))).toBe('tariff.missing');
  });

  it('says that a ceiling of next year is the last one known', () => {
    const { out } = premium(
      '--segment',
      'non-asn',
      '--wage',
      '20000000',
      '--fund',
      'apbd',
      '--programmes',
      'jp',
    );
    expect(out).toContain('Upah Rp20.000.000, batas Rp11.086.300');
    expect(out).toContain('Batas upah terakhir yang diketahui dipakai');
  });

  it("prices with a store's own rows, and says whose they are", async () => {
    await overrideJkk();
    const { out } = premium(...worker, '--store', store);
    expect(out).toContain(
      '× 0,3 % = Rp7.201,05 → Rp7.201 (Perbup 12/2026, tarif daerah oleh Pejabat Contoh)',
    );
    expect(premium(...worker).out).toContain('× 0,24 % = Rp5.760,84');
    expect(premium(...worker, '--store', join(dir, 'tidak-ada.padan'), '--json').code).toBe(3);
  });
});

describe('budget', () => {
  it('names and counts whom it leaves out, and writes true coefficients only', () => {
    const { out } = padan('budget', store, '--year', '2027', '--scope', 'all');
    expect(out).toContain('Tidak dihitung: 1 orang (Non-ASN), belum ada data upah');
    expect(out).toContain('2 Orang x 12 Bulan');
    expect(out).toMatch(/Catatan: Upah 1 orang di bawah batas terendah menurut Kepgub/);
  });

  it('refuses a year without tariffs', () => {
    const { code, out } = padan('budget', store, '--year', '2015', '--json');
    expect([code, (JSON.parse(out) as { error: { code: string } }).error.code]).toEqual([
      3,
      'tariff.missing',
    ]);
  });
});
