import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { membershipState } from '../../../src/domain/enrolment.ts';
import { rosters } from '../../../src/domain/segments.ts';
import { generateSample, type SampleOptions } from '../../../src/engine/sample/generate-sample.ts';
import { isoOf, type Line, readCells, readTruth } from './sample-reader.ts';

const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url));
const asOf = '2026-11-22';
const folder = mkdtempSync(join(tmpdir(), 'padan-sample-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const generate = (name: string, options: Partial<SampleOptions> = {}) =>
  generateSample({
    dir: join(folder, name),
    resourcesDir,
    year: 2027,
    asOf,
    workers: 2000,
    ...options,
  });

const digest = (dir: string) =>
  Object.fromEntries(
    readdirSync(dir).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(dir, name)))
        .digest('hex'),
    ]),
  );

const dir = join(folder, 'main');
const files = new Map<string, Map<string, Line>>();
let known: ReturnType<typeof readTruth>;

const cellsOf = (file: string, sheet: string, row: string | number): Line => {
  const line = files.get(file)?.get(`${sheet}|${row}`);
  if (line === undefined) throw new Error(`no row ${row} in ${sheet} of ${file}`);
  return line;
};
const nikColumn: Readonly<Record<string, number>> = { 'non-asn': 2, desa: 3, rentan: 2 };
const digits = (text: string | undefined) => (text ?? '').replace(/[^0-9]/g, '');

beforeAll(async () => {
  const sample = await generate('main');
  for (const { path } of sample.files) files.set(path.slice(dir.length + 1), await readCells(path));
  known = readTruth(dir);
});

describe('the same seed', () => {
  test('gives the same bytes, another seed others', async () => {
    const small = { workers: 300 };
    await generate('a', small);
    await generate('b', small);
    await generate('c', { ...small, seed: 2 });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => digest(join(folder, name)));
    expect(a).toEqual(b);
    for (const name of Object.keys(a ?? {})) expect(c?.[name], name).not.toBe(a?.[name]);
  });
});

describe('the files hold what the truth says', () => {
  test('every row of a roster is the person it is said to be', () => {
    const lossless = new Set(['none', 'apostrophe', 'spaced', 'dotted']);
    for (const row of known.rows.filter((one) => one.kind in nikColumn)) {
      const person = known.people[Number(row.person)];
      const line = cellsOf(row.file, row.sheet, row.row);
      const nik = digits(line[nikColumn[row.kind] ?? 0]);
      const where = `${row.file} ${row.sheet} ${row.row} ${row.damage}`;
      if (lossless.has(row.damage)) expect(nik, where).toBe(person?.nik);
      if (row.damage === 'number') expect(nik, where).toBe(`${person?.nik.slice(0, 15)}0`);
      if (row.damage === 'empty') expect(nik, where).toBe('');
      if (['typo', 'short', 'kk', 'scientific'].includes(row.damage))
        expect(nik).not.toBe(person?.nik);
    }
  });

  test('no row of people is left out of the truth', () => {
    for (const [file, { kind, rows }] of Object.entries(known.truth.files)) {
      expect(known.rows.filter((row) => row.file === file)).toHaveLength(rows);
      const lines = [...(files.get(file)?.values() ?? [])];
      const withPerson = lines.filter((line) =>
        line.some((cell) => /\d{15,16}/.test(cell.replace(/[^0-9]/g, ''))),
      );
      expect(withPerson.length, file).toBeLessThanOrEqual(rows);
      expect(withPerson.length, file).toBeGreaterThan(rows * 0.97);
      expect(rows, kind).toBeGreaterThan(100);
    }
  });

  test('offices write as offices do', () => {
    const nonAsn = files.get('non-asn.xlsx');
    expect(nonAsn?.get('Dinas Pendidikan|1')).toEqual(['PEMERINTAH KABUPATEN BREBES']);
    expect(nonAsn?.get('Dinas Pendidikan|6')?.slice(0, 4)).toEqual([
      'No',
      'Nama Lengkap',
      'NIK',
      'Kelahiran',
    ]);
    expect(nonAsn?.get('Dinas Pendidikan|7')?.slice(3, 5)).toEqual([
      'Tempat Lahir',
      'Tanggal Lahir',
    ]);
    expect(nonAsn?.get('Dinas Pendidikan|8')?.slice(0, 3)).toEqual(['1', '2', '3']);
    expect([...(nonAsn?.values() ?? [])].some((line) => line[1] === 'JUMLAH')).toBe(true);
    expect(files.get('bpjs-rincian-iuran.xlsx')?.get('Non ASN|9')?.[14]).toBe('o');
    expect(files.get('bpjs-bpu.xlsx')?.get('BPU|3')?.slice(5, 8)).toEqual(['PROGRAM', '', '']);
    const bytes = readFileSync(join(dir, 'pekerja-rentan.csv'));
    expect(bytes.includes(Buffer.from([0x96]))).toBe(true);
    const villages = known.truth.units
      .filter((unit) => unit.roster === 'desa')
      .map((unit) => unit.unit);
    expect(new Set(villages).size).toBeLessThan(villages.length);
  });
});

describe('the truth adds up', () => {
  test('rosters are the sum of their units, statuses the sum of people', () => {
    const { truth, people } = known;
    for (const roster of rosters) {
      const total = truth.totals.rosters[roster];
      const units = truth.units.filter((unit) => unit.roster === roster);
      for (const key of ['persons', 'rows', 'aktif', 'grace', 'nonaktif', 'belum'] as const) {
        expect(
          units.reduce((sum, unit) => sum + unit[key], 0),
          `${roster} ${key}`,
        ).toBe(total[key]);
      }
      expect(total.aktif + total.grace + total.nonaktif + total.belum).toBe(total.persons);
      const members = people.filter((one) => one.roster === roster || one.also_in === roster);
      expect(total.persons).toBe(members.length);
      expect(total.aktif).toBe(members.filter((one) => one.status === 'aktif').length);
    }
    expect(truth.totals.persons).toBe(2000);
    expect(people.filter((one) => one.roster === '')).toHaveLength(truth.totals.bpjsOnly);
  });

  test('people are invented and told apart: sequence 9xxx, no NIK twice', () => {
    const niks = known.people.map((one) => one.nik);
    expect(niks.every((nik) => /^\d{12}9\d{3}$/.test(nik))).toBe(true);
    expect(new Set(niks).size).toBe(niks.length);
  });

  test('proportions are those of a regency', () => {
    const all = Object.values(known.truth.totals.rosters);
    const sum = (key: 'persons' | 'aktif' | 'nonaktif' | 'grace') =>
      all.reduce((total, roster) => total + roster[key], 0);
    const persons = sum('persons');
    expect(sum('aktif') / persons).toBeGreaterThan(0.35);
    expect(sum('aktif') / persons).toBeLessThan(0.55);
    expect((sum('nonaktif') + sum('grace')) / persons).toBeGreaterThan(0.04);
    expect(known.truth.totals.deceased).toBeGreaterThan(0);
    expect(known.truth.totals.inTwoRosters).toBeGreaterThan(0);
    expect(known.people.some((one) => Number(one.reported_wage) < Number(one.wage))).toBe(true);
    expect(Object.keys(known.truth.totals.nikDamage)).toEqual(
      expect.arrayContaining(['none', 'number', 'scientific', 'apostrophe', 'empty']),
    );
  });
});

describe('the files alone lead to the truth', () => {
  interface Membership {
    readonly name: string;
    readonly birth: string;
    readonly endedOn: string | null;
    readonly graceUntil: string | null;
  }

  /** All memberships of the three exports, read without the truth's help. */
  function memberships(): Map<string, Membership[]> {
    const byNik = new Map<string, Membership[]>();
    const add = (nik: string | undefined, membership: Membership) => {
      if (nik === undefined || !/^\d{16}$/.test(nik)) return;
      byNik.set(nik, [...(byNik.get(nik) ?? []), membership]);
    };
    for (const line of files.get('bpjs-rincian-iuran.xlsx')?.values() ?? []) {
      add(line[2], {
        name: line[3] ?? '',
        birth: isoOf(line[4]) ?? '',
        endedOn: null,
        graceUntil: null,
      });
    }
    for (const line of files.get('bpjs-bpu.xlsx')?.values() ?? []) {
      const dates = { endedOn: isoOf(line[10]), graceUntil: isoOf(line[11]) };
      add(line[0], { name: line[2] ?? '', birth: isoOf(line[3]) ?? '', ...dates });
    }
    for (const line of files.get('bpjs-cek-nik.xlsx')?.values() ?? []) {
      add(line[1], {
        name: line[3] ?? '',
        birth: isoOf(line[4]) ?? '',
        endedOn: isoOf(line[8]),
        graceUntil: null,
      });
    }
    return byNik;
  }

  test('by NIK, and by name and birth date where the NIK was lost', () => {
    const byNik = memberships();
    const byName = new Map(
      [...byNik].flatMap(([nik, list]) => list.map((one) => [`${one.name} ${one.birth}`, nik])),
    );
    for (const row of known.rows.filter((one) => one.kind in nikColumn)) {
      const person = known.people[Number(row.person)]!;
      const cell = cellsOf(row.file, row.sheet, row.row)[nikColumn[row.kind] ?? 0];
      const own = byNik.get(digits(cell)) ?? [];
      const nik = byName.get(`${person.name.toUpperCase()} ${person.birth_date}`) ?? '';
      const states = (own.length > 0 ? own : (byNik.get(nik) ?? [])).map((one) =>
        membershipState({ ...one, joinedOn: null }, asOf),
      );
      const status =
        (['aktif', 'grace', 'nonaktif'] as const).find((state) => states.includes(state)) ??
        'belum';
      expect(status, `${row.file} ${row.sheet} ${row.row} ${row.damage}`).toBe(person.status);
    }
  });
});

describe('sizes and places', () => {
  test('one worker is enough, two million are too many', async () => {
    const sample = await generate('one', { workers: 1 });
    expect(sample.counts.persons).toBe(1);
    for (const { path } of sample.files) await readCells(path);
    await expect(generate('no', { workers: 2_000_000 })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(generate('no', { asOf: '22-11-2026' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(generate('no', { regency: '99.99' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('another regency, a town without villages of its own kind', async () => {
    const sample = await generate('town', { regency: '33.72', workers: 200 });
    expect(sample.counts.persons).toBe(200);
    expect(sample.counts.rosters.desa.persons).toBe(0);
    expect(sample.files.map((file) => file.kind)).not.toContain('desa');
  });

  test('cancelled', async () => {
    await expect(generate('stop', { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
