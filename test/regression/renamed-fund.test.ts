/** A fund source given another name goes by it in undo and in plans that wait, not only where it stands. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { usualAssumptions } from '../../src/domain/plan-types.ts';
import { areaVersion } from '../../src/store/meta.ts';
import { makeTestEngine, type TestEngine } from '../engine/harness.ts';
import { payment } from '../engine/spending/spending-fixture.ts';

let engine: TestEngine;
const author = 'Uji';
const old = 'csr:Baznas "Jaya"';
const given = 'apbd:Dana Kabupaten';

beforeEach(async () => {
  engine = makeTestEngine();
  await engine.newStore();
  await engine.call('fund.add', { name: 'Baznas "Jaya"', kind: 'csr', author });
});
afterEach(() => engine[Symbol.asyncDispose]());

const rename = () =>
  engine.call('fund.change', { id: old, name: 'Dana Kabupaten', kind: 'apbd', author });

/** Last digits of the NIK, kind of work, fund source. */
type Line = readonly [string, string, string];

async function stage(...people: readonly Line[]): Promise<number> {
  const path = join(engine.dir, `daftar-${people.flat().join('-').replace(/\W/g, '')}.csv`);
  const lines = people.map(
    ([digits, job, fund]) =>
      `Pekerja ${digits};332901010180${digits};01-01-1980;L;${job};${JSON.stringify(fund).replaceAll('\\"', '""')}`,
  );
  writeFileSync(path, ['Nama;NIK;Tgl Lahir;JK;Pekerjaan;Sumber Dana', ...lines, ''].join('\n'));
  const staged = await engine.call('import.stage', { file: engine.grant(path), kind: 'rentan' });
  return staged.id;
}
async function bring(...people: readonly Line[]): Promise<number> {
  const batchId = await stage(...people);
  await engine.call('import.commit', { batchId });
  return batchId;
}
interface Stored {
  readonly id: number;
  readonly version: number;
  readonly work: string;
  readonly fund: string;
}
const rows = () =>
  engine.engine.context.session
    .store()
    .sql.all<Stored>(
      'SELECT id, version, job_kind AS work, fund_source AS fund FROM roster_entry ORDER BY id',
    );
const shown = () => rows().map(({ work, fund }) => `${work} ${fund}`);
async function only(): Promise<Stored> {
  await bring(['9001', 'Nelayan', 'Baznas "Jaya"']);
  const [row] = rows();
  if (row === undefined) throw new Error('the worker was just brought in');
  expect(row.fund).toBe(old);
  return row;
}

it('an import taken back later puts the worker under the new name', async () => {
  await only();
  const batchId = await bring(['9001', 'Petani', 'Baznas "Jaya"']);
  await rename();
  expect((await engine.call('import.undo', { batchId })).conflicts).toEqual([]);
  expect(shown()).toEqual([`Nelayan ${given}`]);
});

it('a change by hand that has nothing to do with it can be taken back', async () => {
  const { id: entryId, version } = await only();
  const done = await engine.call('roster.update', { entryId, version, changes: { note: 'baru' } });
  await rename();
  await engine.call('roster.undoEdit', { journalId: done.journalId ?? 0 });
  expect(shown()).toEqual([`Nelayan ${given}`]);
});

it('a change of the source itself is taken back to the new name, one row or many', async () => {
  const { id: entryId, version } = await only();
  const one = await engine.call('roster.update', {
    entryId,
    version,
    changes: { fundSource: 'csr' },
  });
  await rename();
  await engine.call('roster.undoEdit', { journalId: one.journalId ?? 0 });
  expect(shown()).toEqual([`Nelayan ${given}`]);
  await engine.call('fund.change', { id: given, name: 'Baznas "Jaya"', kind: 'csr', author });
  const many = await engine.call('roster.bulkEdit', {
    roster: 'rentan',
    target: { kind: 'rows', entryIds: [entryId] },
    change: { field: 'fundSource', value: 'csr' },
    expected: 1,
  });
  await rename();
  await engine.call('roster.undoDeed', { journalId: many.journalId ?? 0 });
  expect(shown()).toEqual([`Nelayan ${given}`]);
});

it('a scenario that was deleted comes back with its recruits under the new name', async () => {
  const year = 2027;
  const recruit = {
    employerGroup: 'rentan',
    segment: 'bpu',
    fundSource: old,
    unitId: null,
    persons: 2,
    from: `${year}-01`,
    wage: null,
  } as const;
  const assumptions = { ...usualAssumptions('own', year), recruitments: [recruit] };
  const { id } = await engine.call('plan.create', {
    year,
    name: 'Tambah',
    kind: 'own',
    assumptions,
  });
  const { journalId } = await engine.call('plan.delete', { id });
  await rename();
  await engine.call('plan.undoDelete', { journalId });
  const { scenarios } = await engine.call('plan.list', { year });
  expect(scenarios.map((one) => one.assumptions.recruitments)).toEqual([
    [{ ...recruit, fundSource: given }],
  ]);
});

it('a list narrowed to it is another one at once, and the matching is as good as before', async () => {
  await only();
  const under = async (fundSource: typeof old | typeof given) =>
    (
      await engine.call('roster.page', {
        filter: { roster: 'rentan', fundSource },
        sort: { by: 'name', descending: false },
        offset: 0,
        limit: 10,
      })
    ).rows.map((row) => row.fundSource);
  expect([await under(old), await under(given)]).toEqual([[old], []]);
  const matched = () => areaVersion(engine.engine.context.session.store(), 'roster');
  const before = matched();
  await rename();
  expect([await under(old), await under(given)]).toEqual([[], [given]]);
  expect(matched()).toBe(before);
});

it('a payment that was removed comes back under the new name', async () => {
  await engine.call('spending.addPayments', { payments: [payment({ fundSource: old })] });
  const page = { year: 2026, offset: 0, limit: 10 };
  const ids = (await engine.call('spending.payments', page)).rows.map(({ id }) => id);
  const { deed } = await engine.call('spending.removePayments', { ids });
  await rename();
  await engine.call('spending.undo', { deed });
  const { rows: back } = await engine.call('spending.payments', page);
  expect(back.map(({ fundSource }) => fundSource)).toEqual([given]);
});

it('a plan that waits brings its workers in under the new name, put right by hand or not', async () => {
  await only();
  const batchId = await stage(
    ['9001', 'Petani', 'Baznas "Jaya"'],
    ['9002', 'Nelayan', 'Baznas "Jaya"'],
    ['9003', 'Nelayan', 'Entah'],
    ['9004', 'Nelayan', 'Baznas "Jaya"'],
  );
  const cell = { batchId, field: 'fundSource' } as const;
  await engine.call('import.fix', { ...cell, seq: 3, value: 'baznas jaya' });
  await engine.call('import.fix', { ...cell, seq: 4, value: 'CSR' });
  await rename();
  // Read again, by what was typed and by what the file said.
  await engine.call('import.fix', { batchId, field: 'phone', seq: 3, value: '0811111111' });
  await engine.call('import.unfix', { ...cell, seq: 4 });
  await engine.call('import.commit', { batchId });
  expect(shown()).toEqual([
    `Petani ${given}`,
    `Nelayan ${given}`,
    `Nelayan ${given}`,
    `Nelayan ${given}`,
  ]);
});
