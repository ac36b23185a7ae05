/** An office that an undone import had brought stays while an undo or a scenario may yet put somebody there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RouteIn } from '../../src/contract/routes.ts';
import { usualAssumptions } from '../../src/domain/plan-types.ts';
import { makeTestEngine, type TestEngine } from '../engine/harness.ts';

let engine: TestEngine;
const year = 2027;
const office = 'Dinas Kelautan';
const other = 'Dinas Pertanian';

beforeEach(async () => {
  engine = makeTestEngine();
  await engine.newStore();
});
afterEach(() => engine[Symbol.asyncDispose]());

const sql = () => engine.engine.context.session.store().sql;
const offices = () =>
  sql().pluck<string>(
    `SELECT name FROM unit WHERE kind = 'opd' AND name IN (?, ?) ORDER BY id`,
    office,
    other,
  );
const idOf = (name: string) =>
  sql().pluck<number>('SELECT id FROM unit WHERE name = ?', name)[0] ?? 0;
const places = () =>
  sql().pluck<string>(
    'SELECT u.name FROM roster_entry e JOIN unit u ON u.id = e.unit_id ORDER BY e.id',
  );

async function bring(name: string, nik: string, at: string): Promise<number> {
  const path = join(engine.dir, `${nik}-${at}.csv`);
  writeFileSync(
    path,
    `Nama;NIK;Tgl Lahir;JK;OPD;Jabatan\n${name};${nik};01-01-1980;L;${at};Satpam\n`,
  );
  const staged = await engine.call('import.stage', { file: engine.grant(path), kind: 'non-asn' });
  await engine.call('import.commit', { batchId: staged.id });
  return staged.id;
}
const undo = (batchId: number) => engine.call('import.undo', { batchId });
const withRecruits = (unitId: number): RouteIn<'plan.create'>['assumptions'] => ({
  ...usualAssumptions('own', year),
  recruitments: [
    {
      employerGroup: 'non-asn',
      segment: 'pu',
      fundSource: 'apbd-pad',
      unitId,
      persons: 3,
      from: `${year}-02`,
      wage: 2_500_000,
    },
  ],
});

it('while a later import had moved somebody away from it', async () => {
  const first = await bring('Sutrisno', '3329010101809001', office);
  const second = await bring('Sutrisno', '3329010101809001', other);
  expect((await undo(first)).conflicts).toHaveLength(1);
  expect(offices()).toEqual([office, other]);
  expect((await undo(second)).conflicts).toEqual([]);
  expect(places()).toEqual([office]);
  expect(offices()).toEqual([office]);
});

it('while somebody was moved away from it by hand, until that is taken back too', async () => {
  await bring('Wagiman', '3329010101809002', other);
  const first = await bring('Sutrisno', '3329010101809001', office);
  const [entry] = sql().all<{ id: number; version: number }>(
    'SELECT id, version FROM roster_entry WHERE unit_id = ?',
    idOf(office),
  );
  if (entry === undefined) throw new Error('the worker was just brought in');
  const move = await engine.call('roster.update', {
    entryId: entry.id,
    version: entry.version,
    changes: { unitId: idOf(other) },
  });
  await undo(first);
  await engine.call('roster.undoEdit', { journalId: move.journalId ?? 0 });
  expect(places()).toEqual([other, office]);
});

it('while a scenario has recruits there', async () => {
  const first = await bring('Sutrisno', '3329010101809001', office);
  const assumptions = withRecruits(idOf(office));
  const { id } = await engine.call('plan.create', { year, name: 'Tiga', kind: 'own', assumptions });
  await undo(first);
  expect(offices()).toEqual([office]);
  const next = { ...assumptions, bufferBasisPoints: 500 };
  await engine.call('plan.save', { id, version: 1, name: 'Tiga', assumptions: next });
});

it('while a scenario that was deleted may come back with recruits there', async () => {
  const first = await bring('Sutrisno', '3329010101809001', office);
  const assumptions = withRecruits(idOf(office));
  const { id } = await engine.call('plan.create', { year, name: 'Tiga', kind: 'own', assumptions });
  const { journalId } = await engine.call('plan.delete', { id });
  await undo(first);
  expect(offices()).toEqual([office]);
  await engine.call('plan.undoDelete', { journalId });
  const [scenario] = (await engine.call('plan.list', { year })).scenarios;
  expect(scenario?.assumptions.recruitments[0]?.unitId).toBe(idOf(office));
});

it('and goes when the deeds that speak of it were all taken back', async () => {
  await bring('Wagiman', '3329010101809002', other);
  const first = await bring('Sutrisno', '3329010101809001', office);
  const update = async (version: number, changes: RouteIn<'roster.update'>['changes']) =>
    (await engine.call('roster.update', { entryId: 1, version, changes })).journalId ?? 0;
  const move = await update(1, { unitId: idOf(office) });
  const noted = await update(2, { note: 'baru' });
  for (const journalId of [noted, move]) await engine.call('roster.undoEdit', { journalId });
  await undo(first);
  expect(places()).toEqual([other]);
  expect(offices()).toEqual([other]);
});

it('and goes when what an undo left in the journal is all that speaks of it', async () => {
  await bring('Sutrisno', '3329010101809001', other);
  const second = await bring('Sutrisno', '3329010101809001', office);
  await undo(second);
  expect(places()).toEqual([other]);
  expect(offices()).toEqual([other]);
});
