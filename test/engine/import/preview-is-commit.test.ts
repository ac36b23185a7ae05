/** What a plan shows is what its commit leaves in the roster, whatever the file holds. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StagedRow } from '../../../src/contract/import-routes.ts';
import type { RosterRow } from '../../../src/contract/roster-routes.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';

let test: TestEngine;
beforeAll(async () => {
  test = makeTestEngine();
  await test.newStore();
});
afterAll(() => test[Symbol.asyncDispose]());

const few = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const two = (value: number) => String(value).padStart(2, '0');
const person = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 60, max: 99 }),
  serial: fc.integer({ min: 9000, max: 9004 }),
  nik: few('sound', 'sound', 'sound', 'none', 'short', 'e'),
  name: few('Budi Santoso', 'Siti Aminah, S.Pd', "Ma'ruf", 'H. Karto', 'Alm. Joko', ''),
  date: few('dash', 'name', 'short', 'none', 'wrong'),
  kpj: few('', '01234567890', '1234567890'),
  village: few('Salem;Salem', 'Bentar;Salem', 'Tiada;Salem', 'Limbangan;', ';'),
  job: few('Petani', 'Nelayan', '=1+1', 'Buruh; tani', ''),
  wage: few('1.500.000', 'Rp 2.000.000,-', '0', 'dua juta', ''),
  desil: few('1', '12', ''),
});
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
function lineOf({ day, month, year, ...one }: Person): string {
  const nik = {
    sound: `332901${two(day)}${two(month)}${two(year)}${one.serial}`,
    none: '',
    short: '12345',
    e: '3,32901E+15',
  }[one.nik];
  const date = {
    dash: `${two(day)}-${two(month)}-19${year}`,
    name: `${day} ${months[month - 1]} 19${year}`,
    short: `${day}/${month}/${year}`,
    none: '',
    wrong: `31-02-19${year}`,
  }[one.date];
  return [
    `"${one.name}"`,
    nik,
    one.kpj,
    date,
    one.village,
    `"${one.job}"`,
    one.wage,
    one.desil,
  ].join(';');
}

async function everyone(): Promise<Map<number, RosterRow>> {
  const { rows } = await test.call('roster.page', {
    filter: { roster: 'rentan' },
    offset: 0,
    limit: 500,
  });
  return new Map(rows.map((row) => [row.id, row]));
}
/** A row of the grid as far as a plan's row speaks of it. */
const inGrid = ({
  name,
  kpj,
  birthDate,
  sex,
  unitId,
  position,
  wage,
  status,
  segment,
}: RosterRow) => ({
  name,
  kpj,
  birthDate,
  sex,
  unitId,
  // The rentan grid shows the kind of work where there is no post.
  work: position,
  wage,
  status,
  segment,
});
const inPlan = ({ values }: StagedRow) => ({
  name: values['name'],
  kpj: values['kpj'] ?? null,
  birthDate: values['birthDate'] ?? null,
  sex: values['sex'] ?? null,
  unitId: values['unitId'] ?? null,
  work: values['position'] ?? values['jobKind'] ?? null,
  wage: values['wageSen'] === undefined ? null : Math.trunc(Number(values['wageSen']) / 100),
  status: values['status'],
  segment: values['segment'],
});
const planText = (row: StagedRow) => `${row.seq} ${JSON.stringify(inPlan(row))}`;

let files = 0;
describe('the preview', () => {
  it('equals the commit: each added and changed row in the grid as it was shown, nothing else touched', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 5, maxLength: 40 }), async (people) => {
        files += 1;
        const path = join(test.dir, `acak-${files}.csv`);
        const head = 'Nama;NIK;No KPJ;Tgl Lahir;Desa;Kecamatan;Jenis Pekerjaan;Upah;Desil';
        writeFileSync(path, `${[head, ...people.map(lineOf)].join('\n')}\n`);
        const before = await everyone();
        const file = test.grant(path);
        const batch = await test
          .call('import.stage', { file, kind: 'rentan', again: true })
          .catch((error) => {
            expect(error).toMatchObject({ code: 'file.empty' });
            return null;
          });
        if (batch === null) return;
        const { rows } = await test.call('import.rows', { batchId: batch.id, limit: 500 });
        const told = rows.map(planText);
        if (batch.counts.add + batch.counts.update === 0) {
          expect(await test.codeOf('import.commit', { batchId: batch.id })).toBe(
            'import.nothing-to-commit',
          );
          await test.call('import.discard', { batchId: batch.id });
          expect(await everyone()).toEqual(before);
          return;
        }
        await test.call('import.commit', { batchId: batch.id });
        const after = await everyone();
        const added = [...after.values()]
          .filter(({ id }) => !before.has(id))
          .sort((a, b) => a.id - b.id);
        const toAdd = rows.filter(({ action }) => action === 'add');
        expect(added.map(inGrid)).toEqual(toAdd.map(inPlan));
        const changed = [...before.values()].filter(
          (row) => JSON.stringify(after.get(row.id)) !== JSON.stringify(row),
        );
        expect(changed.length).toBeLessThanOrEqual(
          rows.filter(({ action }) => action === 'update').length,
        );
        for (const { action, values } of rows.filter((row) => row.action === 'update')) {
          const now = [...after.values()].filter(({ name }) => name === values['name']);
          expect(now.length, `${action} ${values['name']}`).toBeGreaterThan(0);
        }
        // The plan itself still says what it said.
        const again = await test.call('import.rows', { batchId: batch.id, limit: 500 });
        expect(again.rows.map(planText)).toEqual(told);
      }),
      // Few runs of many rows: each stages and commits in threads of their own.
      { numRuns: 8 },
    );
  }, 180_000);
});
