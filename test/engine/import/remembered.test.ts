import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RouteIn } from '../../../src/contract/routes.ts';
import { encodeWindows1252 } from '../../../src/tabular/text-encoding.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
});
afterEach(() => test[Symbol.asyncDispose]());

let files = 0;
function given(content: readonly string[] | Buffer): string {
  files += 1;
  const path = join(test.dir, `sumber-${files}.csv`);
  writeFileSync(path, Buffer.isBuffer(content) ? content : `${content.join('\n')}\n`);
  return test.grant(path);
}
type StageIn = Omit<RouteIn<'import.stage'>, 'file' | 'kind'>;
const stage = (file: string, options: StageIn = {}) =>
  test.call('import.stage', { file, kind: 'rentan', ...options });
const commit = (batchId: number, confirmOrders = false) =>
  test.call('import.commit', { batchId, confirmOrders });
type Staged = Awaited<ReturnType<typeof stage>>;
const fieldsOf = (batch: Staged) =>
  batch.sheets[0]?.columns.map(({ field, by }) => `${field}:${by}`);
const lineOf = (batch: Staged, decision: string) =>
  batch.sheets[0]?.decisions.find((one) => one.decision === decision);
const firstValues = async (batch: Staged) =>
  (await test.call('import.rows', { batchId: batch.id, limit: 1 })).rows[0]?.values ?? {};

const oddHead = 'Nama,Tgl Lahir,Nomor A,Nomor B';
const odd = [oddHead, 'Budi,20-01-1980,3329010101809001,01234567890'];
const nextOdd = ['Kop surat,,,', oddHead, 'Siti,15-05-1982,3329015505829002,01234567891'];

describe('what a person says of a source', () => {
  it('is used for its next file, shown, and can be forgotten', async () => {
    const mapping = { 'Nomor A': 'nik', 'Nomor B': 'kpj' };
    const first = await stage(given(odd), { mapping });
    expect(await test.call('import.profiles', {})).toEqual([]);
    await commit(first.id);
    const [profile] = await test.call('import.profiles', {});
    expect(profile).toMatchObject({ kind: 'rentan', fileName: first.fileName, mapping });

    const next = await stage(given(nextOdd));
    expect(fieldsOf(next)).toEqual([
      'name:header',
      'birthDate:header',
      'nik:remembered',
      'kpj:remembered',
    ]);
    expect(next.sheets[0]?.remembered).toEqual({
      profileId: profile?.id,
      fileName: first.fileName,
      savedAt: profile?.savedAt,
    });
    expect(next.choices.mapping).toEqual({});

    await test.call('import.forgetProfile', { profileId: profile?.id ?? 0 });
    expect(fieldsOf(await stage(given(nextOdd)))).not.toContain('kpj:remembered');
    expect(await test.codeOf('import.forgetProfile', { profileId: profile?.id ?? 0 })).toBe(
      'not-found',
    );
  });

  it('is kept by kind and by head', async () => {
    await commit((await stage(given(odd), { mapping: { 'Nomor A': 'nik' } })).id);
    const other = await test.call('import.stage', {
      file: given(nextOdd),
      kind: 'desa',
      mapping: { 'Nomor A': 'nik' },
    });
    expect(other.sheets[0]?.remembered).toBeNull();
    const elsewhere = await stage(given(['Nama,NIK,Nomor C', 'Siti,3329015505829002,1']));
    expect(elsewhere.sheets[0]?.remembered).toBeNull();
  });

  it('gives way to what is said now, and is then remembered anew', async () => {
    await commit((await stage(given(odd), { mapping: { 'Nomor A': 'nik', 'Nomor B': 'kpj' } })).id);
    const next = await stage(given(nextOdd), { mapping: { 'Nomor B': null } });
    expect(fieldsOf(next)).toEqual([
      'name:header',
      'birthDate:header',
      'nik:remembered',
      'null:user',
    ]);
    await commit(next.id);
    expect((await test.call('import.profiles', {})).map(({ mapping }) => mapping)).toEqual([
      { 'Nomor A': 'nik', 'Nomor B': null },
    ]);
  });

  it('is not remembered of a plan that was dropped, or that failed to commit', async () => {
    const mapping = { 'Nomor A': 'nik' };
    const dropped = await stage(given(odd), { mapping });
    await test.call('import.discard', { batchId: dropped.id });
    await commit((await stage(given(odd))).id).catch(() => undefined);
    expect(await test.call('import.profiles', {})).toEqual([]);
  });
});

describe('how a text file is read', () => {
  const text = ['Nama#NIK#Tgl Lahir#Alamat', 'Budi#3329010101809001#20-01-1980#Jalan “Mawar”'];

  it('is told once for a source: the delimiter', async () => {
    const first = await stage(given(text), { delimiter: '#' });
    expect(first.choices.delimiter).toBe('#');
    await commit(first.id);
    const next = await stage(given([...text, 'Siti#3329015505829002#15-05-1982#Salem']));
    expect(next.facts).toMatchObject({ delimiter: '#' });
    expect(next.counts.read).toBe(2);
    expect(next.sheets[0]?.remembered).not.toBeNull();
  });

  it('is told once for a source: the encoding', async () => {
    const bytes = (name: string) =>
      encodeWindows1252(`Nama;NIK;Alamat\n${name};3329010101809001;Jalan Café\n`);
    const first = await stage(given(bytes('Budi')), { encoding: 'windows-1252' });
    await commit(first.id);
    // Valid as UTF-8 too, so that only the memory can say otherwise.
    const next = await stage(given(Buffer.from('Nama;NIK;Alamat\nSiti;3329015505829002;CafÃ©\n')));
    expect(next.facts['encoding']).toBe('windows-1252');
  });

  it.each(['a', '7', '"', '\n'])('is never parted by %j', async (delimiter) => {
    expect(
      await test.codeOf('import.stage', { file: given(text), kind: 'rentan', delimiter }),
    ).toBe('input.invalid');
  });
});

describe('a column that reads either way', () => {
  const either = (name: string) => [
    'Nama;NIK;Tgl Lahir;Upah',
    `${name};;03-04-1980;1.500`,
    'Ani;;05-06-1981;2.000',
  ];

  it('is read as is usual, with a warning, until a person says otherwise', async () => {
    const file = given(either('Budi'));
    const usual = await stage(file);
    expect(await firstValues(usual)).toMatchObject({ birthDate: '1980-04-03' });
    expect(lineOf(usual, 'date.ambiguous')?.params).toEqual({ eitherWay: 2 });

    const asked = await stage(file, { decisions: { birthDate: 'mdy' } });
    expect(await firstValues(asked)).toMatchObject({ birthDate: '1980-03-04' });
    expect(lineOf(asked, 'date.ambiguous')).toBeUndefined();
    expect(lineOf(asked, 'date.mdy')?.params).toMatchObject({ by: 'user', eitherWay: 2 });
    await commit(asked.id);

    const next = await stage(given(either('Siti')));
    expect(await firstValues(next)).toMatchObject({ birthDate: '1980-03-04' });
    expect(lineOf(next, 'date.ambiguous')).toBeUndefined();
  });

  it('is asked about once: an assumed order that was confirmed holds for the next file', async () => {
    await commit((await stage(given(either('Budi')))).id);
    expect(lineOf(await stage(given(either('Siti'))), 'date.ambiguous')).toBeDefined();
    await commit((await stage(given(either('Rini')))).id, true);
    const next = await stage(given(either('Tuti')));
    expect(lineOf(next, 'date.ambiguous')).toBeUndefined();
    expect(await firstValues(next)).toMatchObject({ birthDate: '1980-04-03' });
  });

  it('keeps its evidence against what a person chose', async () => {
    const file = given(['Nama;NIK;Tgl Lahir', 'Budi;;20-04-1980', 'Ani;;05-06-1981']);
    const batch = await stage(file, { decisions: { birthDate: 'mdy' } });
    expect(lineOf(batch, 'date.mdy')?.params).toMatchObject({ evidence: 0, against: 1 });
    expect(batch.issueCounts).toContainEqual(
      expect.objectContaining({ code: 'date.against-order', rows: 1 }),
    );
  });

  it('takes the decimal mark a person gives, where amounts contradict one another', async () => {
    const head = 'Nama;NIK;Tgl Lahir;Upah';
    const file = given([head, 'A;;15-02-1980;1,500,000.50', 'B;;13-02-1980;2.500.000,50']);
    const torn = await stage(file);
    expect(lineOf(torn, 'money.ambiguous')?.params).toMatchObject({
      commaDecimal: 1,
      dotDecimal: 1,
    });
    const asked = await stage(file, { decisions: { wage: 'dot' } });
    expect(await firstValues(asked)).toMatchObject({ wageSen: 150_000_050 });
    expect(asked.issueCounts).toContainEqual(
      expect.objectContaining({ code: 'wage.invalid', rows: 1 }),
    );
    expect(lineOf(asked, 'money.decimal-dot')?.params).toMatchObject({ by: 'user' });
  });

  it.each([
    [{ nik: 'dmy' }],
    [{ wage: 'dmy' }],
    [{ birthDate: 'comma' }],
    [{ joinedOn: 'dmy' }],
    [{ __proto__x: 'dmy' }],
    [{ entah: 'dot' }],
  ] as const)('refuses a decision that fits no column: %j', async (decisions) => {
    expect(
      await test.codeOf('import.stage', { file: given(either('A')), kind: 'rentan', decisions }),
    ).toBe('input.invalid');
  });

  it('refuses a decision of a kind that does not exist', async () => {
    const decisions = { birthDate: 'ymd' } as unknown as { birthDate: 'dmy' };
    expect(
      await test.codeOf('import.stage', { file: given(either('A')), kind: 'rentan', decisions }),
    ).toBe('bridge.bad-request');
  });
});
