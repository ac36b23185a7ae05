/** `padan import` in its modes, and refused: what is said, what is left behind. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStoreReader } from '../../src/store/open-store.ts';

const dir = mkdtempSync(join(tmpdir(), 'padan-cli-impor-'));
const store = join(dir, 'brebes.padan');
const passphrase = 'kata sandi uji';

function padan(...args: readonly string[]) {
  const env = { ...process.env, PADAN_PASSPHRASE: passphrase };
  const ran = spawnSync(process.execPath, ['src/cli/main.ts', ...args], { encoding: 'utf8', env });
  const asJson = args.includes('--json') && ran.stdout.trim() !== '';
  const json = (asJson ? JSON.parse(ran.stdout) : {}) as {
    readonly committed?: boolean;
    readonly batch?: { readonly counts: Readonly<Record<string, number>> };
    readonly error?: { readonly code: string };
  };
  return { code: ran.status, json, stderr: ran.stderr };
}
const imports = (file: string, ...more: readonly string[]) =>
  padan('import', store, file, '--as', 'desa', '--json', ...more);

function list(name: string, ...lines: readonly string[]): string {
  const path = join(dir, name);
  writeFileSync(path, `Nama;NIK;Tgl Lahir;Desa;Kecamatan;Jabatan\n${lines.join('\n')}\n`);
  return path;
}
const budi = 'Budi;3329010101809001;01-01-1980;Salem;Salem;Kaur';
const siti = 'Siti;3329015505829002;15-05-1982;Salem;Salem;Staf';
const karto = 'Karto;3329010404809004;20-04-1980;Salem;Salem;Staf';

function states(): string[] {
  using reader = openStoreReader({ path: store, passphrase });
  const staged = reader.sql.pluck<number>(
    "SELECT count(*) FROM staged_row WHERE batch_id IN (SELECT id FROM import_batch WHERE state <> 'committed')",
  );
  expect(staged).toEqual([0]);
  return reader.sql.pluck<string>('SELECT state FROM import_batch ORDER BY id');
}

beforeAll(() => {
  expect(padan('new', store, '--regency', '33.29', '--year', '2027', '--json').code).toBe(0);
  expect(imports(list('awal.csv', budi, siti)).json.committed).toBe(true);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('padan import', () => {
  it('--mode add leaves who is known as they are', () => {
    const file = list('tambah.csv', budi.replace('Kaur', 'Kasi'), karto);
    expect(imports(file, '--mode', 'add').json.batch?.counts).toMatchObject({
      add: 1,
      update: 0,
      same: 1,
    });
  });

  it('--mode update is what is usual', () => {
    const file = list('ubah.csv', budi.replace('Kaur', 'Kasi'));
    expect(imports(file).json.batch?.counts).toMatchObject({ add: 0, update: 1 });
  });

  it('--mode replace lets nobody leave unsaid, leaves no plan behind, and says how to go on', () => {
    const file = list('penuh.csv', budi.replace('Kaur', 'Kadus'), karto);
    const before = states();
    const refused = imports(file, '--mode', 'replace');
    expect([refused.code, refused.json.error?.code]).toEqual([3, 'import.leave-unconfirmed']);
    expect(refused.stderr).toContain('--confirm-leave');
    expect(states()).toEqual([...before, 'discarded']);
    const done = imports(file, '--mode', 'replace', '--leave-scope', 'roster', '--confirm-leave');
    expect(done.json.batch?.counts).toMatchObject({ update: 1, leave: 1 });
  });

  it('the same file again is recognised, and so is one with nothing new', () => {
    const file = list('awal.csv', budi, siti);
    const again = imports(file);
    expect(again.json.error?.code).toBe('import.already-imported');
    expect(again.stderr).toContain('--again');
    const same = list('sama.csv', karto);
    expect(imports(same).json.error?.code).toBe('import.nothing-to-commit');
    expect(states().at(-1)).toBe('discarded');
  });

  it.each([
    [['--mode', 'ganti'], 'Nilai ini tidak tersedia: --mode ganti'],
    [['--leave-scope', 'desa'], 'Nilai ini tidak tersedia: --leave-scope desa'],
    [['--modus', 'add'], 'Pilihan tidak dikenali: --modus'],
    [['-x'], 'Pilihan tidak dikenali: -x'],
    [['--mode'], 'Pilihan ini memerlukan nilai, atau tidak menerimanya: --mode'],
    [['--again=ya'], 'Pilihan ini memerlukan nilai, atau tidak menerimanya: --again'],
  ])('%j is a usage error in plain Indonesian', (more, said) => {
    const ran = imports(list('baru.csv', karto), ...more);
    expect([ran.code, ran.json.error?.code]).toEqual([2, 'usage']);
    expect(ran.stderr.split('\n')[0]).toBe(said);
    expect(ran.stderr).not.toMatch(/Unknown|argument|option/i);
  });

  it('--leave-scope without --mode replace is refused', () => {
    const ran = imports(list('lingkup.csv', karto), '--leave-scope', 'units');
    expect([ran.code, ran.json.error?.code]).toEqual([3, 'input.invalid']);
  });
});
