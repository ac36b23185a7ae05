import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeTestEngine } from '../harness.ts';

it('the list of the unenrolled holds as many as coverage counts, without those who left', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  const path = join(test.dir, 'daftar.csv');
  writeFileSync(
    path,
    [
      'No;Nama;NIK;Tanggal Lahir;L/P;Unit Kerja;Upah',
      '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;1.000.000',
      '2;Sulastri;3329014502859002;05-02-1985;P;Dinas Kesehatan;1.500.000',
      '',
    ].join('\n'),
  );
  const staged = await test.call('import.stage', { file: test.grant(path), kind: 'non-asn' });
  await test.call('import.commit', { batchId: staged.id });
  test.engine.context.session
    .store()
    .transact(['roster'], (sql) =>
      sql.run(`UPDATE roster_entry SET status = 'keluar' WHERE sort_name = 'SULASTRI'`),
    );

  const { rows } = await test.call('coverage.table', { by: 'roster' });
  const listed = await test.call('roster.page', {
    filter: { roster: 'non-asn', enrolment: 'belum' },
    offset: 0,
    limit: 10,
  });
  expect(rows[0]?.missing).toBe(1);
  expect(listed.total).toBe(1);
  expect(listed.rows.map(({ name }) => name)).toEqual(['Sutrisno']);
  const all = { filter: { roster: 'non-asn' as const }, offset: 0, limit: 10 };
  expect((await test.call('roster.page', all)).total).toBe(2);
});
