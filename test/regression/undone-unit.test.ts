import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ImportFixture, importFixture } from '../engine/import/import-fixture.ts';

let fixture: ImportFixture;
beforeAll(async () => {
  fixture = await importFixture({ keepReader: true });
});
afterAll(() => fixture[Symbol.dispose]());

const office = 'Dinas Pengelolaan Sampah';
function list(file: string, name: string, nik: string): string {
  const path = join(fixture.dir, file);
  writeFileSync(path, `Nama;NIK;Tgl Lahir;OPD;Jabatan\n${name};${nik};01-02-1990;${office};Staf\n`);
  return path;
}
const offices = () =>
  fixture.read((store) =>
    store.sql.pluck<string>(
      `SELECT u.name FROM roster_entry e JOIN unit u ON u.id = e.unit_id ORDER BY e.id`,
    ),
  );

it('a plan whose office went with the undone import that had brought it brings it again', async () => {
  const first = await fixture.stage({
    path: list('satu.csv', 'Budi Santoso', '3329010102909001'),
    kind: 'non-asn',
  });
  await fixture.commit(first);
  const second = await fixture.stage({
    path: list('dua.csv', 'Joko Susilo', '3329010102909002'),
    kind: 'non-asn',
  });
  expect(fixture.rows(second)[0]?.values['unitId']).toBeTypeOf('number');
  expect(await fixture.undo(first)).toEqual([]);
  expect(offices()).toEqual([]);
  await fixture.commit(second);
  expect(offices()).toEqual([office]);
  expect(await fixture.undo(second)).toEqual([]);
  const left = fixture.read((store) =>
    store.sql.pluck<string>(`SELECT name FROM unit WHERE kind = 'opd'`),
  );
  expect(left).toEqual([]);
});
