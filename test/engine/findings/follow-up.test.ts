import { describe, expect, it } from 'vitest';
import type { FindingRow } from '../../../src/contract/finding-routes.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { bring, checkHead, findingsOf, rosterHead } from './fixture.ts';

const roster = [
  rosterHead,
  '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;Sopir;2.000.000',
  '2;Sulastri;3329014502859002;05-02-1985;P;Dinas Kesehatan;Bidan;2.000.000',
  '3;Budi Santoso;3329011204759004;12-04-1975;L;Dinas Pendidikan;Penjaga;2.000.000',
];
const member = (nik: string, kpj: string, name: string, birth: string, ended = '') =>
  `${nik};${kpj};${name};${birth};15332901;PEMKAB;01-01-2024;${ended};JKK`;
const sutrisno = member('3329010101809001', '25003001591', 'SUTRISNO', '01-01-1980');
const sulastri = member('3329014502859002', '25003001592', 'SULASTRI', '05-02-1985');

async function oneOf(test: TestEngine, code: string, name: string): Promise<FindingRow> {
  const found = (await findingsOf(test)).find((row) => row.code === code && row.name === name);
  if (found === undefined) throw new Error(`${code} ${name} was never found`);
  return found;
}

describe('follow-up', () => {
  it('lives on from month to month: new, still open, solved, back', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', roster);
    await bring(test, 'bpjs-nik', [checkHead, sutrisno]);
    await test.call('reconcile.run', { asOf: '2026-09-30' });
    const first = await oneOf(test, 'F01', 'Sulastri');
    expect(first).toMatchObject({ turn: 'new', status: 'baru' });
    const { journalId } = await test.call('finding.update', {
      ids: [first.id],
      status: 'ditindaklanjuti',
      pic: 'Bu Rina',
      deadline: '2026-12-01',
    });
    expect(journalId).not.toBeNull();

    await test.call('reconcile.run', { asOf: '2026-09-30' });
    expect(await oneOf(test, 'F01', 'Sulastri')).toMatchObject({
      id: first.id,
      turn: 'open',
      status: 'ditindaklanjuti',
      pic: 'Bu Rina',
      deadline: '2026-12-01',
    });

    await bring(test, 'bpjs-nik', [checkHead, sutrisno, sulastri]);
    await test.call('reconcile.run', { asOf: '2026-10-31' });
    expect(await oneOf(test, 'F01', 'Sulastri')).toMatchObject({
      turn: 'solved',
      status: 'selesai',
      closedOn: '2026-11-23',
    });
    const { rows } = await test.call('finding.summary', {});
    expect(rows.find(({ code }) => code === 'F01')).toMatchObject({
      present: 1,
      ever: 2,
      solved: 1,
      fresh: 0,
    });

    await bring(test, 'bpjs-nik', [checkHead, sutrisno, '']);
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    expect(await oneOf(test, 'F01', 'Sulastri')).toMatchObject({
      id: first.id,
      turn: 'returned',
      status: 'kembali',
      pic: 'Bu Rina',
    });
    expect((await test.call('store.verify', {})).problems).toEqual([]);
  });

  it('said to be done stays done until newer data show it again; passed over stays passed over', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', roster);
    await bring(test, 'bpjs-nik', [checkHead, sutrisno]);
    await test.call('reconcile.run', { asOf: '2026-09-30' });
    const done = await oneOf(test, 'F01', 'Sulastri');
    const passed = await oneOf(test, 'F01', 'Budi Santoso');
    await test.call('finding.update', { ids: [done.id], status: 'selesai' });
    await test.call('finding.update', {
      ids: [passed.id],
      status: 'diabaikan',
      ignoreReason: 'sudah pindah',
    });
    await test.call('reconcile.run', { asOf: '2026-09-30' });
    expect(await oneOf(test, 'F01', 'Sulastri')).toMatchObject({ status: 'selesai' });
    await bring(test, 'bpjs-nik', [checkHead, sutrisno, '', '']);
    await test.call('reconcile.run', { asOf: '2026-10-31' });
    expect(await oneOf(test, 'F01', 'Sulastri')).toMatchObject({ status: 'kembali' });
    expect(await oneOf(test, 'F01', 'Budi Santoso')).toMatchObject({
      status: 'diabaikan',
      ignoreReason: 'sudah pindah',
    });
    const { rows } = await test.call('finding.summary', {});
    expect(rows.find(({ code }) => code === 'F01')).toMatchObject({ present: 2, open: 1 });
  });

  it('is taken back whole, unless something came after', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', roster);
    await bring(test, 'bpjs-nik', [checkHead, sutrisno]);
    await test.call('reconcile.run', { asOf: '2026-09-30' });
    const before = (await findingsOf(test)).filter(({ code }) => code === 'F01');
    const ids = before.map(({ id }) => id);
    const { journalId, changed } = await test.call('finding.update', {
      ids,
      status: 'diabaikan',
      ignoreReason: 'di luar kewenangan',
      pic: 'Pak Joko',
    });
    expect(changed).toBe(2);
    await test.call('finding.undo', { journalId: journalId ?? 0 });
    expect((await findingsOf(test)).filter(({ code }) => code === 'F01')).toEqual(before);
    const second = await test.call('finding.update', { ids, pic: 'Pak Joko' });
    await test.call('finding.update', { ids: ids.slice(0, 1), pic: 'Bu Rina' });
    expect(await test.codeOf('finding.undo', { journalId: second.journalId ?? 0 })).toBe(
      'finding.changed-meanwhile',
    );
    const { history } = await test.call('roster.entry', { entryId: before[0]?.entryId ?? 0 });
    expect(history.map(({ action }) => action)).toContain('finding.update');
  });

  it('goes to whom the office names for a code, and for a code in one unit', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', roster);
    await bring(test, 'bpjs-nik', [checkHead, sutrisno]);
    await test.call('reconcile.run', { asOf: '2026-09-30' });
    const units = await test.call('unit.list', { kind: 'opd' });
    const unitId = units.find(({ name }) => name === 'Dinas Pendidikan')?.id ?? 0;
    await test.call('finding.setRule', { code: 'F01', unitId, pic: 'Kasubag Disdik', days: null });
    await test.call('finding.setRule', {
      code: 'F01',
      unitId: null,
      pic: 'Tim Jamsostek',
      days: 5,
    });
    expect(await oneOf(test, 'F01', 'Budi Santoso')).toMatchObject({ pic: 'Kasubag Disdik' });
    expect(await oneOf(test, 'F01', 'Sulastri')).toMatchObject({ pic: 'Tim Jamsostek' });
    expect(await test.call('finding.pics', {})).toContain('Kasubag Disdik');
    await bring(test, 'non-asn', [
      rosterHead,
      '1;Wagiman;3329010202809011;02-02-1980;L;Dinas Kesehatan;Sopir;2.000.000',
    ]);
    await test.call('reconcile.run', { asOf: '2026-09-30' });
    expect(await oneOf(test, 'F01', 'Wagiman')).toMatchObject({
      pic: 'Tim Jamsostek',
      deadline: '2026-11-28',
    });
    await test.call('finding.setRule', { code: 'F01', unitId, pic: null, days: null });
    expect(await test.call('finding.rules', {})).toEqual([
      { code: 'F01', unitId: null, pic: 'Tim Jamsostek', days: 5 },
    ]);
  });

  it('refuses what says nothing, what does not fit, and what is not there', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    expect(await test.call('finding.summary', {})).toMatchObject({
      run: null,
      rows: [],
      people: 0,
    });
    expect(await test.codeOf('finding.refresh', {})).toBe('reconcile.not-run');
    await bring(test, 'non-asn', roster);
    await bring(test, 'bpjs-nik', [checkHead, sutrisno]);
    await test.call('reconcile.run', { asOf: '2026-09-30' });
    const ids = [(await oneOf(test, 'F01', 'Sulastri')).id];
    expect(await test.codeOf('finding.update', { ids })).toBe('input.invalid');
    expect(await test.codeOf('finding.update', { ids, status: 'diabaikan' })).toBe('input.invalid');
    expect(
      await test.codeOf('finding.update', { ids, status: 'selesai', ignoreReason: 'begitu saja' }),
    ).toBe('input.invalid');
    expect(await test.codeOf('finding.update', { ids, deadline: '2026-02-30' })).toBe(
      'input.invalid',
    );
    expect(await test.codeOf('finding.update', { ids: [...ids, 99_999], pic: 'X' })).toBe(
      'not-found',
    );
    expect(await test.codeOf('finding.update', { ids: [], pic: 'X' })).toBe('bridge.bad-request');
    expect(await test.codeOf('finding.update', { ids, pic: '   ' })).toBe('bridge.bad-request');
    // Only a run finds that something is back.
    expect(await test.codeOf('finding.update', { ids, status: 'kembali' as never })).toBe(
      'bridge.bad-request',
    );
    expect(await test.codeOf('finding.undo', { journalId: 1 })).toBe('not-found');
    expect(
      await test.codeOf('finding.setRule', { code: 'F01', unitId: 99_999, pic: 'X', days: null }),
    ).toBe('not-found');
    expect(
      await test.codeOf('finding.setRule', { code: 'F01', unitId: null, pic: 'X', days: 0 }),
    ).toBe('bridge.bad-request');
    expect(await test.call('movement.summary', {})).toEqual([]);
    expect(
      await test.call('movement.page', { exportId: 77, kind: 'left', offset: 0, limit: 10 }),
    ).toEqual({ rows: [], total: 0 });
  });
});
