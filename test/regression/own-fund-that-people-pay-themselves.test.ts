/** Who pays for themselves through a source the regency named (`mandiri:Koperasi`) has no second fund. */
import { expect, it } from 'vitest';
import { bring, checkHead, findingsOf, rosterHead } from '../engine/findings/fixture.ts';
import { makeTestEngine } from '../engine/harness.ts';

const asOf = '2026-11-23';

it.each([
  ['mandiri', 0],
  ['mandiri:Koperasi', 0],
  ['csr:Koperasi', 1],
])('%s beside PAD is %i finding of two funds', async (fund, found) => {
  await using test = makeTestEngine();
  await test.newStore();
  const wahyudi = 'Wahyudi;3329010703909003;07-03-1990;L';
  await bring(test, 'non-asn', [rosterHead, `1;${wahyudi};Dinas Pendidikan;Guru;2.000.000`]);
  await bring(test, 'bpjs-nik', [
    checkHead,
    '3329010703909003;25003001596;WAHYUDI;07-03-1990;15332901;PEMKAB;01-01-2020;;JKK',
  ]);
  test.engine.context.session.store().transact(['roster'], (sql) => {
    sql.run(`UPDATE roster_entry SET fund_source = 'apbd-pad'`);
    sql.run(
      `INSERT INTO roster_entry (person_id, roster, unit_id, segment, employer_group, status, sort_name, fund_source)
       SELECT person_id, 'rentan', unit_id, 'bpu', 'rentan', 'terverifikasi', sort_name, ? FROM roster_entry`,
      fund,
    );
  });
  await test.call('reconcile.run', { asOf });
  const double = (await findingsOf(test)).filter(
    ({ code, reason }) => code === 'F05' && reason === 'two-funds',
  );
  // One for each of the person's entries, or none.
  expect(new Set(double.map(({ name }) => name)).size).toBe(found);
});
