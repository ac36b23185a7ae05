/** A fund source that is not on the list comes in by no way; one that stands there already may stay. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RouteIn } from '../../../src/contract/routes.ts';
import { errorWords } from '../../../src/contract/words/error-words.ts';
import { AppError } from '../../../src/domain/app-error.ts';
import { removeOwnFund } from '../../../src/store/own-funds.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';

let engine: TestEngine;
const author = 'Uji';
const own = 'csr:Baznas' as const;
const never = 'apbdes:Entah Apa' as const;

beforeEach(async () => {
  engine = makeTestEngine();
  await engine.newStore();
  await engine.call('fund.add', { name: 'Baznas', kind: 'csr', author });
});
afterEach(() => engine[Symbol.asyncDispose]());

const store = () => engine.engine.context.session.store();
async function stage(nik: string, job: string, fund: string): Promise<number> {
  const path = join(engine.dir, `${nik}-${job}.csv`);
  writeFileSync(
    path,
    `Nama;NIK;Tgl Lahir;JK;Pekerjaan;Sumber Dana\nSutrisno;${nik};01-01-1980;L;${job};${fund}\n`,
  );
  const staged = await engine.call('import.stage', { file: engine.grant(path), kind: 'rentan' });
  return staged.id;
}
const commit = (batchId: number) => engine.codeOf('import.commit', { batchId });
const nik = '3329010101809001';
const shown = () =>
  store().sql.pluck<string>(`SELECT job_kind || ' ' || fund_source FROM roster_entry ORDER BY id`);
const emptyFields = {
  name: '',
  nik: null,
  kpj: null,
  birthDate: null,
  sex: null,
  marital: null,
  unitId: null,
  position: null,
  jobKind: null,
  nip: null,
  decree: null,
  startDate: null,
  wage: null,
  fundSource: null,
  desil: null,
  dtsenId: null,
  phone: null,
  note: null,
} as const;
const errorOf = async (asked: Promise<unknown>): Promise<AppError> => {
  const error: unknown = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error('refused was expected', { cause: error });
};

describe('by hand', () => {
  const update = (entryId: number, version: number, changes: RouteIn<'roster.update'>['changes']) =>
    engine.call('roster.update', { entryId, version, changes });
  beforeEach(async () => {
    expect(await commit(await stage(nik, 'Nelayan', 'Baznas'))).toBe('ok');
  });

  it('one that nobody added is refused in the form, the grid and for many, with its name', async () => {
    const error = await errorOf(update(1, 1, { fundSource: never }));
    expect(error).toMatchObject({
      code: 'fund.unknown',
      at: { field: 'fundSource' },
      params: { name: 'Entah Apa' },
    });
    const rows = [{ entryId: 1, version: 1, changes: { fundSource: never } }] as const;
    const [checked] = await engine.call('roster.checkCells', { roster: 'rentan', rows: [...rows] });
    expect(checked?.findings).toMatchObject([
      { field: 'fundSource', code: 'fund.unknown', severity: 'error' },
    ]);
    const saved = await engine.call('roster.saveCells', { roster: 'rentan', rows: [...rows] });
    expect(saved).toMatchObject({ saved: 0, invalid: [{ entryId: 1, fields: ['fundSource'] }] });
    const many: RouteIn<'roster.bulkPreview'> = {
      roster: 'rentan',
      target: { kind: 'rows', entryIds: [1] },
      change: { field: 'fundSource', value: never },
    };
    expect(await engine.codeOf('roster.bulkPreview', many)).toBe('fund.unknown');
    expect(await engine.codeOf('roster.bulkEdit', { ...many, expected: 1 })).toBe('fund.unknown');
    expect(shown()).toEqual([`Nelayan ${own}`]);
  });

  it('nobody is added with it', async () => {
    const added = await engine.codeOf('roster.add', {
      roster: 'rentan',
      sameAs: null,
      seen: [],
      fields: { ...emptyFields, name: 'Wagiman', fundSource: never },
    });
    expect(added).toBe('fund.unknown');
    expect(shown()).toHaveLength(1);
  });

  it('one that was taken off the list and stands there still keeps no other field from being saved', async () => {
    store().transact([], (sql) => removeOwnFund(sql, own));
    const { version } = await update(1, 1, { note: 'tetap', fundSource: own });
    const rows = [{ entryId: 1, version, changes: { note: 'lain', fundSource: own } as const }];
    expect(await engine.call('roster.saveCells', { roster: 'rentan', rows })).toMatchObject({
      saved: 1,
    });
    await update(1, version + 1, { fundSource: 'csr' });
    expect(
      await engine.codeOf('roster.update', {
        entryId: 1,
        version: version + 2,
        changes: { fundSource: own },
      }),
    ).toBe('fund.unknown');
  });
});

describe('by an import', () => {
  it('a plan that waits is a use: of what its rows say, and of what they said before they were put right', async () => {
    const batchId = await stage(nik, 'Nelayan', 'Baznas');
    const remove = () => engine.call('fund.remove', { id: own, author });
    const refused = { code: 'fund.in-use', params: { name: 'Baznas', workers: 0, waiting: 1 } };
    const error = await errorOf(remove());
    expect(error).toMatchObject(refused);
    expect(errorWords(error).advice).toContain('1 baris impor yang menunggu');
    await engine.call('import.fix', { batchId, seq: 1, field: 'fundSource', value: 'CSR' });
    expect(await errorOf(remove())).toMatchObject(refused);
    await engine.call('import.discard', { batchId });
    expect(await remove()).toEqual({ ok: true });
  });

  it('a plan made by another list is not committed, be it somebody new or a change', async () => {
    const adding = await stage(nik, 'Nelayan', 'Baznas');
    const takeOff = () => store().transact([], (sql) => removeOwnFund(sql, own));
    takeOff();
    expect(await commit(adding)).toBe('fund.unknown');
    expect(shown()).toEqual([]);
    await engine.call('fund.add', { name: 'Baznas', kind: 'csr', author });
    expect(await commit(adding)).toBe('ok');
    expect(await commit(await stage(nik, 'Petani', 'CSR'))).toBe('ok');
    const changing = await stage(nik, 'Ojek', 'Baznas');
    takeOff();
    expect(await commit(changing)).toBe('fund.unknown');
    expect(shown()).toEqual(['Petani csr']);
  });
});
