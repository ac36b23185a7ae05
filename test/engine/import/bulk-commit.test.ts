/** What a commit writes of each added row, and a commit so large that the tables' indexes are built anew. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitTask } from '../../../src/engine/import/commit-task.ts';
import { personKey } from '../../../src/store/unit-key.ts';
import { verifyStore } from '../../../src/store/verify.ts';
import { type ImportFixture, importFixture } from './import-fixture.ts';

let fixture: ImportFixture;
beforeAll(async () => {
  fixture = await importFixture({ keepReader: true });
});
afterAll(() => fixture[Symbol.dispose]());

function csv(name: string, lines: readonly string[]): string {
  const path = join(fixture.dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
const two = (value: number) => String(value).padStart(2, '0');

describe('a row that is added', () => {
  it('stands in its tables as the plan has it, whatever its name is made of', async () => {
    const names = [
      'BUDI SANTOSO',
      "Ma'ruf Amín, S.Pd",
      'siti  aminah',
      'H. KARTO \\"ALIT\\" 😀',
      'Üna · Ñandú',
    ];
    const lines = names.map(
      (name, at) =>
        `"${name.replaceAll('"', '""')}";332901010290900${at};"Brebes, 01-02-1990";Salem;Salem;Buruh, tani;1.500.000;"RT 1\\2 ""A"""`,
    );
    const batchId = await fixture.stage({
      path: csv('nama.csv', [
        'Nama;NIK;Tempat/Tgl Lahir;Desa;Kecamatan;Jenis Pekerjaan;Penghasilan;Alamat',
        ...lines,
      ]),
      kind: 'rentan',
    });
    const planned = fixture.rows(batchId);
    await fixture.commit(batchId);
    const added = fixture.read((store) =>
      store.sql.all<Record<string, string | number | null>>(
        `SELECT p.name, p.name_key, p.nik, p.address, p.birth_date, p.birth_place, p.deceased, p.phone, e.sort_name,
           e.sort_birth, e.job_kind, e.sort_position, e.unit_id, e.wage_sen, e.fund_source, e.batch_id, e.source_row
         FROM roster_entry e JOIN person p ON p.id = e.person_id ORDER BY e.id`,
      ),
    );
    expect(added).toEqual(
      planned.map(({ row, values }) => ({
        name: values['name'],
        name_key: personKey(String(values['name'])),
        nik: values['nik'],
        address: 'RT 1\\2 "A"',
        birth_date: '1990-02-01',
        birth_place: 'Brebes',
        deceased: 0,
        phone: null,
        sort_name: personKey(String(values['name'])),
        sort_birth: '1990-02-01',
        job_kind: 'Buruh, tani',
        sort_position: 'Buruh, tani',
        unit_id: values['unitId'],
        wage_sen: 150_000_000,
        fund_source: 'apbd-pad',
        batch_id: batchId,
        source_row: row,
      })),
    );
    expect(added).toHaveLength(names.length);
  });
});

describe('a commit of 50,000 rows', () => {
  const rows = 50_200;
  const indexes = () =>
    fixture.read((store) =>
      store.sql.all(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name`),
    );

  it('is cancelled while indexes are built, and leaves them and everything as it was', async () => {
    const line = (at: number) =>
      `Orang ${at};332901${two(1 + (at % 28))}${two(1 + (Math.floor(at / 28) % 12))}${two(60 + (Math.floor(at / 336) % 40))}${9000 + Math.floor(at / 13_440)};Salem;Salem`;
    const path = csv('banyak.csv', [
      'Nama;NIK;Desa;Kecamatan',
      ...Array.from({ length: rows }, (_, at) => line(at)),
    ]);
    const batchId = await fixture.stage({ path, kind: 'desa' });
    const before = { indexes: indexes(), rows: fixture.batch(batchId).counts };
    expect(before.rows.add).toBeGreaterThanOrEqual(50_000);
    const abort = new AbortController();
    let whole = 0;
    const progress = (_stage: string, done: number, total: number | null) => {
      if (done !== total) return;
      whole += 1;
      // The first is said when all rows are in; those after it as each index is up.
      if (whole === 4) abort.abort();
    };
    const cancelled = commitTask({ batchId }, { ...fixture.task, signal: abort.signal, progress });
    await expect(cancelled).rejects.toMatchObject({ code: 'job.cancelled' });
    expect({ indexes: indexes(), rows: fixture.batch(batchId).counts }).toEqual(before);
    const people = () =>
      fixture.read((store) => store.sql.pluck<number>('SELECT count(*) FROM roster_entry')[0]);
    const known = people() ?? 0;
    await fixture.commit(batchId);
    expect(people()).toBe(known + before.rows.add);
    expect(indexes()).toEqual(before.indexes);
    expect(fixture.read((store) => verifyStore(store, () => undefined)).problems).toEqual([]);
  });
});
