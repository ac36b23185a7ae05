import { describe, expect, it } from 'vitest';
import { bring, checkHead, rosterHead } from '../findings/fixture.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { decide, need, pageOf } from '../review/review-fixture.ts';
import { problemsOf } from '../roster/roster-fixture.ts';

const storeOf = (test: TestEngine) => test.engine.context.session.store();

async function statesOf(test: TestEngine): Promise<Record<string, string | null>> {
  const { rows } = await test.call('roster.page', {
    filter: { roster: 'non-asn' },
    offset: 0,
    limit: 20,
  });
  return Object.fromEntries(rows.map(({ id, name, enrolment }) => [`${name} ${id}`, enrolment]));
}

describe('a decision', () => {
  it('takes the whole set: one card may have ended while another of the same person runs', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', [
      rosterHead,
      '1;Wahyudi;3329010703909003;07-03-1990;L;Dinas Pendidikan;Guru;2.000.000',
    ]);
    const wahyuni = (kpj: string, ended: string) =>
      `3329010703909003;${kpj};SRI WAHYUNI;19-11-1968;15332901;PEMKAB;01-01-2020;${ended};JKK`;
    await bring(test, 'bpjs-nik', [
      checkHead,
      wahyuni('25003001596', '31-12-2022'),
      wahyuni('25003001597', ''),
    ]);
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    const pair = need((await pageOf(test)).pairs[0]);
    await decide(test, pair, 'same');
    expect(Object.values(await statesOf(test))).toEqual(['aktif']);
    // A decision after the run waits to be counted.
    expect((await test.call('finding.summary', {})).run?.stale).toBe(true);
    const { run } = await test.call('finding.refresh', {});
    expect(run?.stale).toBe(false);
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    expect(Object.values(await statesOf(test))).toEqual(['aktif']);
    expect(problemsOf(test)).toEqual([]);
  });

  it('leaves a duplicate where the other row of the same person stands', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', [
      rosterHead,
      '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;Sopir;2.000.000',
      '2;Wahyudi;3329010703909003;07-03-1990;L;Dinas Pendidikan;Guru;2.000.000',
    ]);
    await bring(test, 'bpjs-nik', [
      checkHead,
      '3329010101809001;25003001591;SUTRISNO;01-01-1980;15332901;PEMKAB;01-01-2024;;JKK',
      '3329010703909003;25003001596;SRI WAHYUNI;19-11-1968;15332901;PEMKAB;01-01-2020;;JKK',
    ]);
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    // As the run leaves them when it takes the second row for another of the first person.
    storeOf(test).transact(['links'], (sql) => {
      sql.run('INSERT INTO duplicate_of (person_id, owner_id) VALUES (2, 1)');
      sql.run(
        `UPDATE entry_state SET enrolment = 'aktif', link_class = 'duplicate', membership_id = 1 WHERE entry_id = 2`,
      );
    });
    await decide(test, need((await pageOf(test)).pairs[0]), 'different');
    expect(await statesOf(test)).toEqual({ 'Sutrisno 1': 'aktif', 'Wahyudi 2': 'aktif' });
    const { link } = await test.call('roster.entry', { entryId: 2 });
    expect(link?.class).not.toBe('nik');
  });

  it('moves every row of a worker who is written twice, and taking it back moves them again', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', [
      'No;Nama;NIK;No KPJ;Tanggal Lahir;L/P;Unit Kerja;Jabatan;Upah',
      '1;Wahyudi;3329010703909003;24003004827;07-03-1990;L;Dinas Pendidikan;Guru;2.000.000',
      '2;Wahyudi;;24003004827;07-03-1990;L;Dinas Kesehatan;Guru;2.000.000',
    ]);
    await bring(test, 'bpjs-nik', [
      checkHead,
      '3329010703909003;25003001596;KUSDARYANTI;19-11-1968;15332901;PEMKAB;01-01-2020;;JKK',
    ]);
    const run = await test.call('reconcile.run', { asOf: '2026-11-23' });
    expect(run.byClass).toMatchObject({ conflict: 1 });
    const states = async () => Object.values(await statesOf(test));
    expect(await states()).toEqual(['perlu-periksa', 'perlu-periksa']);
    const pair = need((await pageOf(test)).pairs[0]);
    const same = await decide(test, pair, 'same');
    expect(await states()).toEqual(['aktif', 'aktif']);
    await test.call('review.undo', { journalId: same.journalId });
    expect(await states()).toEqual(['perlu-periksa', 'perlu-periksa']);
    await decide(test, pair, 'different');
    const decided = await states();
    expect(decided).toEqual(['belum', 'belum']);
    // As the next run has it.
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    expect(await states()).toEqual(decided);
    expect(problemsOf(test)).toEqual([]);
  });
});
