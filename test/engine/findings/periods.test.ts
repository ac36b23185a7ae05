import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openTable } from '../../../src/tabular/open-table.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { bring, checkHead, findingsOf, rincianHead, rosterHead } from './fixture.ts';

const roster = [
  rosterHead,
  '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;Sopir;2.000.000',
  '2;Sulastri;3329014502859002;05-02-1985;P;Dinas Kesehatan;Bidan;2.000.000',
];
const sutrisno = '1;25003001591;3329010101809001;SUTRISNO;01-01-1980;2000000;4800;6000;10800';
const sulastri = '2;25003001592;3329014502859002;SULASTRI;05-02-1985;2000000;4800;6000;10800';
const sulastriMore = sulastri.replace('2000000;4800;6000;10800', '2500000;6000;7500;13500');
const stranger = '3;25003001599;3329010909889099;JUMADI;09-09-1988;2000000;4800;6000;10800';

async function stateOf(test: TestEngine, name: string) {
  const { rows } = await test.call('roster.page', {
    filter: { roster: 'non-asn', search: name },
    offset: 0,
    limit: 1,
  });
  return rows[0]?.enrolment;
}

it('the month of a list decides: who is in an old one only was registered and is not active', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  await bring(test, 'non-asn', roster);
  await bring(test, 'bpjs-pu', [...rincianHead('September 2026'), sutrisno, sulastri]);
  await bring(test, 'bpjs-pu', [...rincianHead('Oktober 2026'), sutrisno]);
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  expect(await stateOf(test, 'Sutrisno')).toBe('aktif');
  expect(await stateOf(test, 'Sulastri')).toBe('nonaktif');
  await test.call('reconcile.run', { asOf: '2026-09-15' });
  expect(await stateOf(test, 'Sulastri')).toBe('aktif');
  // Another payer's later list ends nothing here.
  await bring(test, 'bpjs-pu', [
    ...rincianHead('November 2026', '15332902', 'PEMERINTAH DESA'),
    stranger,
  ]);
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  expect(await stateOf(test, 'Sutrisno')).toBe('aktif');
  // Alone, a list speaks for three months more, and says so when it is old.
  await test.call('reconcile.run', { asOf: '2027-01-31' });
  expect(await stateOf(test, 'Sutrisno')).toBe('aktif');
  await test.call('reconcile.run', { asOf: '2027-02-01' });
  expect(await stateOf(test, 'Sutrisno')).toBe('nonaktif');
  const { warnings, sources } = await test.call('finding.summary', {});
  expect(warnings.map(({ code, params }) => `${code} ${params['period']}`)).toContain(
    'export.old 2026-10',
  );
  expect(sources.map(({ period }) => period)).toEqual(['2026-11', '2026-10', '2026-09']);
  expect((await test.call('store.verify', {})).problems).toEqual([]);
});

it('lists who joined, left, lapsed and earns otherwise since the export before', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  await bring(test, 'non-asn', roster);
  await bring(test, 'bpjs-pu', [...rincianHead('September 2026'), sutrisno, sulastri]);
  await bring(test, 'bpjs-pu', [...rincianHead('Oktober 2026'), sulastriMore, stranger]);
  const check = (ended: string) => [
    checkHead,
    `3329010101809001;25003001591;SUTRISNO;01-01-1980;15332901;PEMKAB;01-01-2024;${ended};JKK`,
    `3329010101809001;25003001591;SUTRISNO;01-01-1980;15332901;PEMKAB;01-01-2024;${ended};JKM`,
  ];
  await bring(test, 'bpjs-nik', check(''));
  await bring(test, 'bpjs-nik', check('31-10-2026'));
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  const pairs = await test.call('movement.summary', {});
  expect(pairs).toMatchObject([
    { joined: 0, left: 0, lapsed: 1, wage: 0 },
    {
      now: { period: '2026-10' },
      before: { period: '2026-09' },
      joined: 1,
      left: 1,
      lapsed: 0,
      wage: 1,
    },
  ]);
  const exportId = pairs[1]?.exportId ?? 0;
  const names = async (kind: 'joined' | 'left' | 'wage') =>
    (await test.call('movement.page', { exportId, kind, offset: 0, limit: 10 })).rows;
  expect(await names('joined')).toMatchObject([{ name: 'JUMADI' }]);
  expect(await names('left')).toMatchObject([{ name: 'SUTRISNO' }]);
  expect(await names('wage')).toMatchObject([
    { name: 'SULASTRI', wageBefore: 2_000_000, wageAfter: 2_500_000 },
  ]);
});

it('lists the fields in which linked pairs differ and writes them for the branch', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  await bring(test, 'non-asn', [
    rosterHead,
    '1;Drs. Sutrisno, S.Pd;3329010101809001;01-01-1980;L;Dinas Kesehatan;Sopir;2.000.000',
    '2;Sulastrie;3329014502859002;05-02-1985;P;Dinas Kesehatan;Bidan;2.000.000',
  ]);
  await bring(test, 'bpjs-pu', [
    ...rincianHead('Oktober 2026'),
    sutrisno.replace('2000000;4800;6000;10800', '1000000;2400;3000;5400'),
    sulastri.replace('05-02-1985', '06-02-1985'),
  ]);
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  // A title and capitals are no difference.
  const { rows, total } = await test.call('difference.page', { offset: 0, limit: 10 });
  expect(total).toBe(3);
  expect(rows).toMatchObject([
    { field: 'name', rosterValue: 'Sulastrie', bpjsValue: 'SULASTRI', cost: null },
    { field: 'birthDate', rosterValue: '1985-02-05', bpjsValue: '1985-02-06' },
    { field: 'wage', rosterValue: '2000000', bpjsValue: '1000000', cost: 5_400 },
  ]);
  expect(await test.call('difference.summary', {})).toContainEqual({
    field: 'wage',
    count: 1,
    cost: 5_400,
  });
  const made = await test.call('finding.export', {
    what: 'differences',
    folder: test.grant(test.dir),
    format: 'xlsx',
    fullNik: false,
    field: 'wage',
  });
  expect(made.rows).toBe(1);
  const cells = await cellsOf(test.pathOf(made.file));
  expect(cells[0]?.slice(3, 8)).toEqual([
    'Nama di daftar',
    'Isian',
    'Tercatat di BPJS',
    'Seharusnya (menurut daftar)',
    'Tambahan iuran per bulan',
  ]);
  expect(cells[1]?.slice(1, 8)).toEqual([
    '25003001591',
    '3329••••••••9001',
    'Drs. Sutrisno, S.Pd',
    'Upah',
    '1000000',
    '2000000',
    '5400',
  ]);
});

it('writes findings, masked or in full, and coverage with its definition', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  const folder = test.grant(test.dir);
  expect(await test.codeOf('finding.export', { what: 'coverage', folder })).toBe(
    'reconcile.not-run',
  );
  await bring(test, 'non-asn', roster);
  await bring(test, 'bpjs-pu', [...rincianHead('Oktober 2026'), sutrisno]);
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  const csv = async (fullNik: boolean) => {
    const made = await test.call('finding.export', {
      what: 'findings',
      folder,
      format: 'csv',
      fullNik,
      filter: { code: 'F01' },
      sort: { by: 'name', descending: false },
    });
    return readFileSync(test.pathOf(made.file), 'utf8');
  };
  expect(await csv(false)).toContain('3329••••••••9002');
  expect(await csv(false)).not.toMatch(/\d{16}/);
  expect(await csv(true)).toContain('3329014502859002');
  const { rows } = await test.call('coverage.programme', { programme: 'jkk' });
  expect(rows).toMatchObject([
    {
      group: 'non-asn',
      unitName: 'Dinas Kesehatan',
      workers: 2,
      registered: 1,
      active: 1,
      paid: 1,
    },
  ]);
  expect((await test.call('coverage.programme', { programme: 'jht' })).rows).toMatchObject([
    { workers: 2, registered: 0, active: 0, paid: 0 },
  ]);
  const made = await test.call('finding.export', { what: 'coverage', folder });
  const text = (await cellsOf(test.pathOf(made.file))).flat().join('\n');
  expect(text).toContain('Aktif dibayar pemda');
  expect(text).toContain('Posisi 23 November 2026');
  expect(text).toContain('(periode 2026-10)');
  const journal = await test.call('journal.page', { limit: 20 });
  expect(journal.map(({ action }) => action)).toContain('finding.exportFullNik');
  expect(test.log.map((line) => JSON.stringify(line)).join()).not.toMatch(/\d{16}/);
});

it('a person with memberships here and elsewhere counts once, as active whoever pays', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  await bring(test, 'non-asn', roster);
  await bring(test, 'bpjs-nik', [
    checkHead,
    '3329014502859002;25003001592;SULASTRI;05-02-1985;19000001;PT SEPATU;01-01-2024;;JKK',
    '3329014502859002;25003001592;SULASTRI;05-02-1985;19000001;PT SEPATU;01-01-2024;;JHT',
    '3329014502859002;24003001592;SULASTRI;05-02-1985;15332901;PEMKAB BREBES;01-01-2020;31-12-2022;JKM',
  ]);
  await test.call('reconcile.run', { asOf: '2026-11-23' });
  const of = async (programme: 'jkk' | 'jkm' | 'jht') => {
    const [row] = (await test.call('coverage.programme', { programme })).rows;
    return [row?.registered, row?.active, row?.paid];
  };
  expect(await of('jkk')).toEqual([1, 1, 0]);
  expect(await of('jht')).toEqual([1, 1, 0]);
  expect(await of('jkm')).toEqual([1, 0, 0]);
  expect((await findingsOf(test)).map(({ code, reason }) => `${code} ${reason}`)).toContain(
    'F06 other-employer-only',
  );
});

async function cellsOf(path: string): Promise<string[][]> {
  const source = await openTable(path);
  const rows: string[][] = [];
  for await (const batch of source.rows(0)) for (const { cells } of batch) rows.push([...cells]);
  return rows;
}
