/** The command line as a script meets it: one JSON object on stdout, the rest on stderr, fixed exit codes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';

const dir = mkdtempSync(join(tmpdir(), 'padan-cli-'));
const store = join(dir, 'brebes.padan');
const passphrase = 'kata sandi uji';

interface Ran {
  readonly code: number | null;
  readonly json: Record<string, unknown>;
  readonly stdout: string;
  readonly stderr: string;
}

function padan(
  args: readonly string[],
  env: Record<string, string> = { PADAN_PASSPHRASE: passphrase },
): Ran {
  const { PADAN_PASSPHRASE: _none, ...rest } = process.env;
  const ran = spawnSync(process.execPath, ['src/cli/main.ts', ...args], {
    encoding: 'utf8',
    env: { ...rest, ...env },
  });
  const asJson = args.includes('--json') && ran.stdout.trim() !== '';
  return {
    code: ran.status,
    json: asJson ? (JSON.parse(ran.stdout) as Record<string, unknown>) : {},
    stdout: ran.stdout,
    stderr: ran.stderr,
  };
}

const errorOf = (ran: Ran) => (ran.json.error as { code: string } | undefined)?.code;

beforeAll(() => {
  expect(padan(['new', store, '--regency', '33.29', '--year', '2027', '--json']).code).toBe(0);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('usage', () => {
  const wrong: readonly (readonly string[])[] = [
    [],
    ['tidak-ada'],
    ['new', 'x.padan'],
    ['new', 'x.padan', '--regency', 'Brebes', '--year', '2027'],
    ['new', 'x.padan', '--regency', '33.29', '--year', '20x7'],
    ['import', 'x.padan'],
    ['import', 'x.padan', 'y.csv', '--as', 'asn'],
    ['reconcile', 'x.padan', '--as-of', '2026-02-30'],
    ['reconcile', 'x.padan', 'lebih'],
    ['findings'],
    ['findings', 'x.padan', 'lebih'],
    ['findings', 'x.padan', '--code', 'F13'],
    ['findings', 'x.padan', '--full-nik'],
    ['match', 'l.csv', 'r.csv'],
    ['premium', '--segment', 'bpu'],
    [
      'premium',
      '--segment',
      'asn',
      '--wage',
      '1',
      '--persons',
      '1',
      '--from',
      '2026-01',
      '--months',
      '1',
      '--fund',
      'csr',
    ],
    [
      'premium',
      '--segment',
      'bpu',
      '--wage',
      '1e6',
      '--persons',
      '1',
      '--from',
      '2026-01',
      '--months',
      '1',
      '--fund',
      'csr',
    ],
    [
      'premium',
      '--segment',
      'bpu',
      '--wage',
      '1000000',
      '--persons',
      '1',
      '--from',
      '2026-13',
      '--months',
      '1',
      '--fund',
      'csr',
    ],
    ['budget', 'x.padan', '--year', '2027', '--scope', 'some'],
    ['packet', 'x.padan', '--out', 'o', '--paper', 'Letter'],
    ['verify', 'x.padan', '--unknown'],
  ];
  for (const args of wrong) {
    it(`exits 2 for: padan ${args.join(' ')}`, () => {
      const ran = padan([...args, '--json']);
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain('padan');
      if (args.length > 0) expect(errorOf(ran)).toBe('usage');
    });
  }

  it('needs the passphrase from the environment and says so', () => {
    const ran = padan(['verify', store], {});
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('PADAN_PASSPHRASE');
  });

  it('prints its usage on stdout when asked', () => {
    const ran = padan(['--help']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('premium --segment');
  });
});

describe('bad input', () => {
  it('a wrong passphrase: exit 3, a sentence, and the store as it was', () => {
    const before = readFileSync(store);
    const ran = padan(['verify', store, '--json'], { PADAN_PASSPHRASE: 'bukan ini' });
    expect([ran.code, errorOf(ran)]).toEqual([3, 'store.wrong-passphrase']);
    expect(ran.stderr).toMatch(/Kata sandi/);
    expect(readFileSync(store).equals(before)).toBe(true);
  });

  it('a missing store, a file that is none, an existing file for a new one', () => {
    const other = join(dir, 'catatan.txt');
    writeFileSync(other, 'bukan store');
    expect(errorOf(padan(['verify', join(dir, 'x.padan'), '--json']))).toBe('store.missing');
    expect(errorOf(padan(['verify', other, '--json']))).toBe('store.not-a-store');
    const again = padan(['new', other, '--regency', '33.29', '--year', '2027', '--json']);
    expect([again.code, errorOf(again)]).toEqual([3, 'store.exists']);
    expect(readFileSync(other, 'utf8')).toBe('bukan store');
  });

  it('an unknown regency leaves no file', () => {
    const path = join(dir, 'baru.padan');
    const ran = padan(['new', path, '--regency', '99.99', '--year', '2027', '--json']);
    expect([ran.code, errorOf(ran)]).toEqual([3, 'not-found']);
    expect(existsSync(path)).toBe(false);
  });

  it('a store that another engine holds', () => {
    using held = openStore({ path: store, passphrase });
    const ran = padan(['verify', store, '--json']);
    expect([ran.code, errorOf(ran), held.path]).toEqual([3, 'store.locked', store]);
  });

  it('files without a header, without rows, or that are not there', () => {
    const file = (name: string, text: string) => {
      writeFileSync(join(dir, name), text);
      return join(dir, name);
    };
    const importing = (path: string) =>
      errorOf(padan(['import', store, path, '--as', 'non-asn', '--json']));
    expect(importing(file('kosong.csv', ''))).toBe('file.empty');
    expect(importing(file('tanpa-judul.csv', 'satu;dua\ntiga;empat\n'))).toBe('import.no-header');
    expect(importing(join(dir, 'tidak-ada.csv'))).toBe('file.missing');
  });

  it('findings before the first run: none to list, none to count anew', () => {
    const listed = padan(['findings', store, '--json']);
    expect(listed.code).toBe(0);
    expect(listed.json).toMatchObject({ total: 0, findings: [], summary: { run: null } });
    const anew = padan(['findings', store, '--refresh', '--json']);
    expect(anew.code).toBe(3);
    expect(errorOf(anew)).toBe('reconcile.not-run');
    const file = join(dir, 'bukan-folder');
    writeFileSync(file, 'x');
    expect(errorOf(padan(['findings', store, '--xlsx', file, '--json']))).toBe('file.unwritable');
  });

  it('nothing to match, nothing to print', () => {
    expect(errorOf(padan(['reconcile', store, '--json']))).toBe('reconcile.nothing-to-match');
    mkdirSync(join(dir, 'paket'));
    expect(errorOf(padan(['packet', store, '--out', join(dir, 'paket'), '--json']))).toBe(
      'packet.nothing-to-print',
    );
  });

  it('premiums that cannot be', () => {
    const premium = (...more: string[]) =>
      padan(['premium', '--persons', '1', '--months', '1', '--fund', 'apbd', '--json', ...more]);
    const zero = premium('--segment', 'desa', '--wage', '0', '--from', '2026-01');
    expect([zero.code, errorOf(zero)]).toEqual([3, 'input.invalid']);
    const pension = premium(
      '--segment',
      'bpu',
      '--wage',
      '1000000',
      '--from',
      '2026-01',
      '--programmes',
      'jp',
    );
    expect(errorOf(pension)).toBe('input.invalid');
    const early = premium('--segment', 'bpu', '--wage', '1000000', '--from', '1999-01');
    expect([early.code, errorOf(early)]).toEqual([3, 'tariff.missing']);
  });
});

describe('answers', () => {
  it('premium explains each step and gives whole rupiah', () => {
    const args = [
      'premium',
      '--segment',
      'non-asn',
      '--wage',
      '2400350.47',
      '--persons',
      '10',
      '--from',
      '2026-01',
      '--months',
      '2',
      '--fund',
      'apbd',
    ];
    const { json, stdout } = padan([...args, '--json']);
    expect(stdout.trim().split('\n').length).toBe(1);
    expect(json.total).toBe((5_761 + 7_201) * 10 * 2);
    expect(json.byPayer).toEqual({ employer: 259_240, worker: 0 });
    const months = json.months as {
      month: string;
      perPerson: number;
      lines: { programme: string; amount: number }[];
    }[];
    expect(months.map(({ month }) => month)).toEqual(['2026-01', '2026-02']);
    expect(months[0]?.lines.map(({ programme, amount }) => [programme, amount])).toEqual([
      ['jkk', 5_761],
      ['jkm', 7_201],
    ]);
    expect(padan(args).stdout).toContain('Rp2.400.350,47 × 0,24 % = Rp5.760,84 → Rp5.761');
  });

  it('import, reconcile, budget and verify work on one store', () => {
    const roster = join(dir, 'non-asn.csv');
    writeFileSync(
      roster,
      'No;Nama;NIK;Tanggal Lahir;L/P;Unit Kerja;Upah\n' +
        '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;1.000.000\n' +
        '2;Sulastri;3329014502859002;05-02-1985;P;Dinas Kesehatan;1.500.000\n',
    );
    const bpjs = join(dir, 'cek.csv');
    writeFileSync(
      bpjs,
      'NOMOR_IDENTITAS;KPJ;NAMA_LENGKAP;TGL_LAHIR;NPP;NAMAPRS;TGL_KEPESERTAAN1;TGL_NA;NM_PRG\n' +
        '3329010101809001;25003001593;SUTRISNO;01-01-1980;15070955;PEMKAB BREBES;01-01-2024;;JKK\n',
    );
    const dry = padan(['import', store, roster, '--as', 'non-asn', '--dry-run', '--json']);
    expect([dry.code, dry.json.committed]).toEqual([0, false]);
    expect(padan(['import', store, roster, '--as', 'non-asn', '--json']).json).toMatchObject({
      committed: true,
      batch: { counts: { add: 2 } },
    });
    const twice = padan(['import', store, roster, '--as', 'non-asn', '--json']);
    expect([twice.code, errorOf(twice)]).toEqual([3, 'import.already-imported']);
    expect(padan(['import', store, bpjs, '--as', 'bpjs-nik', '--json']).code).toBe(0);
    const matched = padan(['reconcile', store, '--as-of', '2026-11-23', '--json']);
    expect(matched.json).toMatchObject({
      coverage: { total: { workers: 2, active: 1, missing: 1 } },
    });
    const need = padan(['budget', store, '--year', '2027', '--json']);
    // 1,500,000 × (0.24 % + 0.30 %) × 12
    expect(need.json).toMatchObject({ persons: 1, total: 8_100 * 12 });
    expect(padan(['verify', store, '--json']).json).toMatchObject({ ok: true });
    const out = join(dir, 'cetak');
    const packet = padan(['packet', store, '--out', out, '--paper', 'A4', '--json']);
    expect(packet.code).toBe(0);
    expect(existsSync(join(out, 'paket-monev.pdf'))).toBe(true);
  }, 120_000);
});
