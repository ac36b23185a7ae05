import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { decide, need, pageOf } from '../review/review-fixture.ts';

const rosterHead = 'No;Nama;NIK;Tanggal Lahir;L/P;Unit Kerja;Upah';
const bpjsHead =
  'NOMOR_IDENTITAS;KPJ;NAMA_LENGKAP;TGL_LAHIR;NPP;NAMAPRS;TGL_KEPESERTAAN1;TGL_NA;NM_PRG';

async function load(
  test: TestEngine,
  roster: readonly string[],
  bpjs: readonly string[],
): Promise<void> {
  const bring = async (
    name: string,
    kind: 'non-asn' | 'bpjs-nik',
    head: string,
    rows: readonly string[],
  ) => {
    const path = join(test.dir, name);
    writeFileSync(path, [head, ...rows, ''].join('\n'));
    const staged = await test.call('import.stage', { file: test.grant(path), kind });
    await test.call('import.commit', { batchId: staged.id });
  };
  await bring('daftar.csv', 'non-asn', rosterHead, roster);
  await bring('cek.csv', 'bpjs-nik', bpjsHead, bpjs);
}

const roster = [
  '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;1.000.000',
  '2;Sulastri;3329014502859002;05-02-1985;P;Dinas Kesehatan;1.500.000',
  '3;Wahyudi;3329010703909003;07-03-1990;L;Dinas Pendidikan;1.500.000',
  '4;Budi Santoso;3329011204759004;12-04-1975;L;Dinas Pendidikan;1.500.000',
];
const bpjs = [
  // Active, and a second, ended membership of the same man.
  '3329010101809001;25003001593;SUTRISNO;01-01-1980;15070955;PEMKAB;01-01-2024;;JKK',
  '3329010101809001;24003001594;SUTRISNO;01-01-1980;15070111;PT LAIN;01-01-2019;31-12-2022;JKK',
  // Ended.
  '3329014502859002;25003001595;SULASTRI;05-02-1985;15070955;PEMKAB;01-01-2024;30-06-2026;JKK',
  // The same NIK under another name and birth date: for a person to judge.
  '3329010703909003;25003001596;SRI WAHYUNI;19-11-1968;15070955;PEMKAB;01-01-2024;;JKK',
];

const stateOf = async (test: TestEngine, search: string) => {
  const { rows } = await test.call('roster.page', {
    filter: { roster: 'non-asn', search },
    offset: 0,
    limit: 5,
  });
  return rows[0]?.enrolment;
};

describe('a reconciliation', () => {
  it('tells active, ended, doubtful and missing apart, membership sets included', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await load(test, roster, bpjs);
    const run = await test.call('reconcile.run', { asOf: '2026-11-23' });
    expect(run).toMatchObject({
      asOf: '2026-11-23',
      entries: 4,
      memberships: 4,
      review: 1,
      stale: false,
    });
    expect(await stateOf(test, 'Sutrisno')).toBe('aktif');
    expect(await stateOf(test, 'Sulastri')).toBe('nonaktif');
    expect(await stateOf(test, 'Wahyudi')).toBe('perlu-periksa');
    expect(await stateOf(test, 'Budi')).toBe('belum');
    const { rows } = await test.call('roster.page', {
      filter: { roster: 'non-asn', search: 'Sutrisno' },
      offset: 0,
      limit: 1,
    });
    const detail = await test.call('roster.entry', { entryId: rows[0]?.id ?? 0 });
    expect(detail.memberships.map(({ state }) => state).sort()).toEqual(['aktif', 'nonaktif']);
    expect(detail.link?.why).toContain('NIK sama');
  });

  it('reads the day: who ended in June was active in May', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await load(test, roster, bpjs);
    await test.call('reconcile.run', { asOf: '2026-05-31' });
    expect(await stateOf(test, 'Sulastri')).toBe('aktif');
  });

  it('takes a decision at once, keeps it in the next run, and gives it back', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await load(test, roster, bpjs);
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    const queue = await pageOf(test);
    expect(queue).toMatchObject({ open: 1, decided: 0 });
    const pair = need(queue.pairs[0]);

    await decide(test, pair, 'different', 'AB', 'NIK istri');
    expect(await stateOf(test, 'Wahyudi')).toBe('belum');
    await decide(test, pair, 'open');
    expect(await stateOf(test, 'Wahyudi')).toBe('perlu-periksa');
    await decide(test, pair, 'same');
    expect(await stateOf(test, 'Wahyudi')).toBe('aktif');
    expect(await pageOf(test)).toMatchObject({
      open: 0,
      decided: 1,
    });

    const again = await test.call('reconcile.run', { asOf: '2026-11-23' });
    expect(again).toMatchObject({ review: 0, byClass: { decided: 1 } });
    expect(await stateOf(test, 'Wahyudi')).toBe('aktif');
    expect((await test.call('store.verify', {})).problems).toEqual([]);
  });

  it('says when rosters changed after it, and refuses an empty side', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    expect(await test.codeOf('reconcile.run', {})).toBe('reconcile.nothing-to-match');
    await load(test, roster.slice(0, 2), bpjs);
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    const path = join(test.dir, 'tambahan.csv');
    writeFileSync(path, `${rosterHead}\n${roster[3]}\n`);
    const staged = await test.call('import.stage', { file: test.grant(path), kind: 'non-asn' });
    await test.call('import.commit', { batchId: staged.id });
    expect(await test.call('reconcile.latest', {})).toMatchObject({ stale: true });
  });
});
