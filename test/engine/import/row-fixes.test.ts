import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixableFields } from '../../../src/contract/import-edit-routes.ts';
import { openTable } from '../../../src/tabular/open-table.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';

let test: TestEngine;
beforeEach(async () => {
  test = makeTestEngine();
  await test.newStore();
});
afterEach(() => test[Symbol.asyncDispose]());

const head = 'No;Nama;NIK;Tgl Lahir;Jenis Pekerjaan;Desa;Kecamatan;Desil;Sumber Dana';
const lines = [
  head,
  '1;Budi Santoso;3329010101809001;01-01-1980;Petani;Salem;Salem;1;APBD Kab',
  '2;Siti Aminah;3329015505829002;15-05-1982;Nelayn;Bentar;Salem;2;APBD Kab',
  '3;Karto;3.32901E+15;04-04-1980;Nelayn;Salem;Salem;1;DBHCHT',
  '4;Budi Santosa;3329010101809001;01-01-1980;Buruh;Salem;Salem;1;DBHCHT',
  '5;Joko Susilo;3329010101809001;07-07-1977;Petani;Salem;Salem;1;DBHCHT',
  '6;Wati;3329014707909006;07-07-1990;Nelayn;Salemm;Salem;;DBHCHT',
];

async function staged(content: readonly string[] = lines, name = 'rentan.csv') {
  const path = join(test.dir, name);
  writeFileSync(path, `${content.join('\n')}\n`);
  return test.call('import.stage', { file: test.grant(path), kind: 'rentan' });
}

async function rowOf(batchId: number, seq: number) {
  const { rows } = await test.call('import.rows', { batchId, after: seq - 1, limit: 1 });
  return rows[0]!;
}
const codesOf = (row: { issues: readonly { code: string }[] }) =>
  row.issues.map(({ code }) => code);

/** The whole plan as it stands in the store, figures and all. */
function planText(): string {
  const { sql } = test.engine.context.session.store();
  const rows = sql.all('SELECT * FROM staged_row ORDER BY batch_id, seq');
  const batches = sql.all(
    'SELECT id, state, facts, sheets, counts, issue_counts FROM import_batch',
  );
  return JSON.stringify({ rows, batches });
}

/** Figures must always be those of the rows. */
async function figuresHold(batchId: number): Promise<void> {
  const batch = await test.call('import.batch', { batchId });
  const { rows } = await test.call('import.rows', { batchId, limit: 500 });
  for (const action of ['add', 'update', 'same', 'conflict', 'reject'] as const)
    expect(batch.counts[action], action).toBe(rows.filter((row) => row.action === action).length);
  expect(batch.counts.errors).toBe(rows.filter(({ severity }) => severity === 'error').length);
  expect(batch.counts.warnings).toBe(rows.filter(({ severity }) => severity === 'warning').length);
  const found = rows.flatMap(({ issues }) => issues).length;
  expect(batch.issueCounts.reduce((sum, one) => sum + one.rows, 0)).toBe(found);
}

describe('one cell put right', () => {
  it('is checked like the file, keeps what the file said, and is what gets committed', async () => {
    const { id: batchId } = await staged();
    expect(codesOf(await rowOf(batchId, 3))).toContain('nik.e-notation');
    const done = await test.call('import.fix', {
      batchId,
      seq: 3,
      field: 'nik',
      value: ' 3329010404809003 ',
    });
    expect(done).toEqual({ rows: 1, others: 0 });
    const row = await rowOf(batchId, 3);
    expect(codesOf(row)).toEqual(['value.fixed']);
    expect(row).toMatchObject({ severity: 'info', original: { nik: '3.32901E+15' } });
    expect(row.values).toMatchObject({
      nik: '3329010404809003',
      status: 'terverifikasi',
      sex: 'L',
    });
    expect(row.values['note']).toBeUndefined();
    await figuresHold(batchId);

    await test.call('import.commit', { batchId });
    const { sql } = test.engine.context.session.store();
    expect(sql.pluck('SELECT nik FROM person WHERE name = ?', 'Karto')).toEqual([
      '3329010404809003',
    ]);
    expect(await test.codeOf('import.fix', { batchId, seq: 1, field: 'name', value: 'X' })).toBe(
      'import.batch-not-staged',
    );
    const history = await test.call('journal.page', { limit: 5 });
    expect(history.find(({ action }) => action === 'import.fix')?.params).toMatchObject({
      field: 'nik',
      rows: 1,
    });
    expect(JSON.stringify(history)).not.toMatch(/\d{16}/);
  });

  it('may still be wrong, and says how', async () => {
    const { id: batchId } = await staged();
    const codesAfter = async (
      field: 'nik' | 'birthDate' | 'name' | 'unit' | 'marital',
      value: string,
    ) => {
      await test.call('import.fix', { batchId, seq: 2, field, value });
      return codesOf(await rowOf(batchId, 2));
    };
    expect(await codesAfter('nik', '12345')).toContain('nik.length');
    expect(await codesAfter('birthDate', '31-02-1990')).toContain('date.impossible');
    expect(await codesAfter('unit', 'Tiada, Salem')).toContain('village.unknown');
    expect(await codesAfter('marital', 'entah')).toContain('marital.unknown');
    expect(await codesAfter('marital', 'Belum kawin')).not.toContain('marital.unknown');
    expect((await rowOf(batchId, 2)).values['marital']).toBe('belum');
    expect(await codesAfter('name', '')).toContain('name.missing');
    expect((await rowOf(batchId, 2)).action).toBe('reject');
    await figuresHold(batchId);
    await test.call('import.unfix', { batchId, seq: 2 });
    expect(codesOf(await rowOf(batchId, 2))).not.toContain('name.missing');
  });

  it('ends and makes likenesses with other rows of the file', async () => {
    const { id: batchId } = await staged();
    expect((await rowOf(batchId, 4)).action).toBe('conflict');
    expect(codesOf(await rowOf(batchId, 5))).toContain('nik.of-two-people');
    const before = planText();
    const done = await test.call('import.fix', {
      batchId,
      seq: 1,
      field: 'nik',
      value: '3329010101809009',
    });
    // Row 4 is now the first of its NIK, and row 5 is held against it.
    expect(done).toEqual({ rows: 1, others: 2 });
    expect((await rowOf(batchId, 4)).action).toBe('add');
    expect(
      (await rowOf(batchId, 5)).issues.find(({ code }) => code === 'nik.of-two-people'),
    ).toMatchObject({ params: { row: 5, seq: 4 } });
    await figuresHold(batchId);
    await test.call('import.unfix', { batchId, seq: 1, field: 'nik' });
    expect(planText()).toBe(before);
  });

  it('brings a row back into its village', async () => {
    const { id: batchId } = await staged();
    expect(codesOf(await rowOf(batchId, 6))).toContain('village.unknown');
    await test.call('import.fix', { batchId, seq: 6, field: 'unit', value: 'Salem, Salem' });
    const row = await rowOf(batchId, 6);
    expect(codesOf(row)).toEqual(['value.fixed']);
    expect(row.values['unitId']).toBeGreaterThan(0);
    expect(row.original).toEqual({ unit: 'Salemm, Salem' });
  });

  it('refuses what it cannot know', async () => {
    const { id: batchId } = await staged();
    const fix = (over: object) =>
      test.codeOf('import.fix', { batchId, seq: 1, field: 'name', value: 'A', ...over } as never);
    expect(await fix({ batchId: 99 })).toBe('not-found');
    expect(await fix({ seq: 99 })).toBe('not-found');
    expect(await fix({ field: 'unitId' })).toBe('bridge.bad-request');
    expect(await fix({ field: '__proto__' })).toBe('bridge.bad-request');
    expect(await fix({ value: 'x'.repeat(301) })).toBe('bridge.bad-request');
    expect(await fix({ value: 7 })).toBe('bridge.bad-request');
    await test.call('import.discard', { batchId });
    expect(await fix({})).toBe('import.batch-not-staged');
  });

  it('leaves what a BPJS branch wrote as it is, yet lets rows be left out', async () => {
    const path = join(test.dir, 'bpu.csv');
    writeFileSync(
      path,
      'No KPJ,NIK,Nama,JKK,JKM,Tgl Kepesertaan\n12345678901,3329010101809001,Budi,1,1,01-01-2025\n',
    );
    const file = test.grant(path);
    const { id: batchId } = await test.call('import.stage', { file, kind: 'bpjs-bpu' });
    const wrong = { batchId, seq: 1, field: 'name', value: 'X' } as const;
    expect(await test.codeOf('import.fix', wrong)).toBe('input.invalid');
    await test.call('import.exclude', { batchId, seq: 1, excluded: true });
    expect(await test.codeOf('import.commit', { batchId })).toBe('import.nothing-to-commit');
  });
});

describe('taking fixes back', () => {
  it('restores the plan to the letter, whatever was typed in whatever order', async () => {
    const { id: batchId } = await staged();
    const before = planText();
    const text = fc.oneof(
      fc.constantFrom(
        '',
        '3329010101809001',
        '3329015505829002',
        'Budi Santoso',
        '01-01-1980',
        'Salem, Salem',
        'Dinas Baru',
        'L',
        '1.500.000',
      ),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    const step = fc.record({
      seq: fc.integer({ min: 1, max: 6 }),
      field: fc.constantFrom(...fixableFields),
      value: text,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const one of steps) await test.call('import.fix', { batchId, ...one });
        await figuresHold(batchId);
        for (const seq of new Set(steps.map((one) => one.seq)))
          await test.call('import.unfix', { batchId, seq });
        expect(planText()).toBe(before);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('one value put right wherever it stands', () => {
  it('shows how many before, changes those, and can be taken back', async () => {
    const { id: batchId } = await staged();
    const before = planText();
    const facet = await test.call('import.values', { batchId, field: 'jobKind', limit: 10 });
    expect(facet).toEqual({
      total: 3,
      values: [
        { value: 'Buruh', rows: 1 },
        { value: 'Nelayn', rows: 3 },
        { value: 'Petani', rows: 2 },
      ],
    });
    const rest = { batchId, field: 'jobKind', after: 'Buruh', limit: 1 } as const;
    expect((await test.call('import.values', rest)).values).toEqual([{ value: 'Nelayn', rows: 3 }]);
    const same = { batchId, field: 'jobKind', value: 'Nelayn' } as const;
    expect(await test.call('import.sameValues', same)).toEqual({ rows: 3 });

    const all = { batchId, field: 'jobKind', from: 'Nelayn', to: 'Nelayan' } as const;
    expect((await test.call('import.fixAll', all)).rows).toBe(3);
    expect(await test.call('import.sameValues', same)).toEqual({ rows: 0 });
    const now = await test.call('import.values', { batchId, field: 'jobKind', limit: 10 });
    expect(now.values).toContainEqual({ value: 'Nelayan', rows: 3 });
    await figuresHold(batchId);
    expect((await test.call('import.unfixAll', all)).rows).toBe(3);
    expect(planText()).toBe(before);
  });

  it('counts texts that could not be read as values too', async () => {
    const unread = lines.map((line) => line.replace('APBD Kab', 'Sumber Lain'));
    const { id: batchId } = await staged(unread);
    const facet = await test.call('import.values', { batchId, field: 'fundSource', limit: 10 });
    expect(facet.values).toContainEqual({ value: 'Sumber Lain', rows: 2 });
    const all = { batchId, field: 'fundSource', from: 'Sumber Lain', to: 'DBHCHT' } as const;
    expect(await test.call('import.fixAll', all)).toMatchObject({ rows: 2 });
    expect((await rowOf(batchId, 1)).values['fundSource']).toBe('dbhcht');
    expect((await rowOf(batchId, 1)).original).toEqual({ fundSource: 'Sumber Lain' });
  });

  it('refuses unknown batches and columns', async () => {
    const { id: batchId } = await staged();
    const all = { batchId, field: 'position', from: 'a', to: 'b' } as const;
    expect(await test.call('import.fixAll', all)).toEqual({ rows: 0, others: 0 });
    expect(await test.codeOf('import.fixAll', { ...all, batchId: 99 })).toBe('not-found');
    expect(await test.codeOf('import.unfixAll', { ...all, batchId: 99 })).toBe('not-found');
    expect(await test.codeOf('import.values', { batchId: 99, field: 'name', limit: 1 })).toBe(
      'not-found',
    );
    expect(await test.codeOf('import.sameValues', { batchId: 99, field: 'name', value: '' })).toBe(
      'not-found',
    );
    expect(await test.codeOf('import.fixAll', { ...all, to: 'x'.repeat(301) })).toBe(
      'bridge.bad-request',
    );
    expect(
      await test.codeOf('import.values', { batchId, field: 'changed' as never, limit: 1 }),
    ).toBe('bridge.bad-request');
  });
});

describe('a decision about a row', () => {
  it('leaves it out and takes it in again', async () => {
    const { id: batchId } = await staged();
    const before = planText();
    const out = await test.call('import.exclude', { batchId, seq: 1, excluded: true });
    // Nobody is held against a row that is left out.
    expect(out).toEqual({ rows: 1, others: 2 });
    expect(await rowOf(batchId, 1)).toMatchObject({ action: 'reject' });
    expect((await rowOf(batchId, 4)).action).toBe('add');
    await figuresHold(batchId);
    const found = await test.call('import.rows', { batchId, code: 'row.excluded', limit: 5 });
    expect(found.total).toBe(1);
    await test.call('import.exclude', { batchId, seq: 1, excluded: false });
    expect(planText()).toBe(before);
  });

  it('says who is meant inside a file', async () => {
    const { id: batchId } = await staged();
    const before = planText();
    await test.call('import.decide', { batchId, seq: 4, decision: 'same' });
    await test.call('import.decide', { batchId, seq: 5, decision: 'other' });
    expect((await rowOf(batchId, 4)).action).toBe('same');
    const five = await rowOf(batchId, 5);
    expect(five.action).toBe('add');
    expect(five.issues.find(({ code }) => code === 'nik.of-two-people')?.severity).toBe('info');
    await figuresHold(batchId);
    for (const seq of [4, 5]) await test.call('import.decide', { batchId, seq, decision: null });
    expect(planText()).toBe(before);
    expect(await test.codeOf('import.decide', { batchId, seq: 99, decision: 'same' })).toBe(
      'not-found',
    );
    expect(await test.codeOf('import.exclude', { batchId: 99, seq: 1, excluded: true })).toBe(
      'not-found',
    );
  });

  it('says who is meant in the roster, also when the plan is made again', async () => {
    const first = await staged(lines.slice(0, 3));
    await test.call('import.commit', { batchId: first.id });
    const clash = [head, '1;Joko Susilo;3329010101809001;07-07-1977;Petani;Salem;Salem;1;DBHCHT'];
    const { id: batchId, counts } = await staged(clash, 'kedua.csv');
    expect(counts.conflict).toBe(1);
    await test.call('import.decide', { batchId, seq: 1, decision: 'same' });
    expect(await rowOf(batchId, 1)).toMatchObject({ action: 'update' });
    await test.call('import.decide', { batchId, seq: 1, decision: 'other' });
    expect(await rowOf(batchId, 1)).toMatchObject({ action: 'add' });
    // Another import moves the rosters on; the decision stands.
    const third = await staged(
      [head, '1;Lain Lagi;;09-09-1979;Petani;Salem;Salem;1;DBHCHT'],
      'ketiga.csv',
    );
    await test.call('import.commit', { batchId: third.id });
    await test.call('import.commit', { batchId });
    const { sql } = test.engine.context.session.store();
    expect(
      sql.pluck('SELECT name FROM person WHERE nik = ? ORDER BY id', '3329010101809001'),
    ).toEqual(['Budi Santoso', 'Joko Susilo']);
  });
});

describe('clusters', () => {
  it('put rows together that may be one person', async () => {
    const { id: batchId } = await staged();
    const page = await test.call('import.clusters', { batchId, kind: 'in-file', limit: 10 });
    expect(page.total).toBe(1);
    expect(page.clusters[0]).toMatchObject({ seq: 1, total: 3 });
    expect(page.clusters[0]?.rows.map(({ seq }) => seq)).toEqual([1, 4, 5]);
    await test.call('import.commit', { batchId });
    const again = [head, '1;Rudi Hartono;3329015505829002;01-02-1970;Petani;Salem;Salem;1;DBHCHT'];
    const other = await staged(again, 'kedua.csv');
    const store = await test.call('import.clusters', {
      batchId: other.id,
      kind: 'same-roster',
      limit: 10,
    });
    expect(store.clusters[0]?.rows.flatMap(codesOf)).toContain('nik.other-person');
    expect(store.total).toBe(1);
    const elsewhere = { batchId: other.id, kind: 'other-roster', limit: 10 } as const;
    expect(await test.call('import.clusters', elsewhere)).toEqual({ clusters: [], total: 0 });
    expect(await test.codeOf('import.clusters', { ...elsewhere, batchId: 99 })).toBe('not-found');
  });
});

describe('the workbook of findings', () => {
  it('holds the rows that ask for a look, what the file says, and why', async () => {
    const { id: batchId } = await staged();
    await test.call('import.fix', { batchId, seq: 6, field: 'jobKind', value: 'Nelayan' });
    const folder = test.grant(test.dir);
    const out = await test.call('import.exportFindings', { batchId, folder });
    expect(out.fileName).toBe(`Temuan rentan (${batchId}).xlsx`);
    const source = await openTable(test.pathOf(out.file), {});
    const rows: (readonly string[])[] = [];
    for await (const batch of source.rows(0)) rows.push(...batch.map(({ cells }) => cells));
    expect(rows[0]?.slice(0, 5)).toEqual([
      'Lembar',
      'Baris',
      'Yang perlu diperiksa',
      'Saran',
      'Perbaikan (diisi pengirim)',
    ]);
    expect(rows).toHaveLength(out.rows + 1);
    const karto = rows.find((cells) => cells.includes('Karto'));
    expect(karto).toContain('3.32901E+15');
    expect(karto?.[1]).toBe('4');
    expect(karto?.[2]).toMatch(/NIK berbentuk/);
    expect(karto?.[3]).toMatch(/berformat teks/);
    // The office sees its own words, not ours.
    expect(rows.find((cells) => cells.includes('Wati'))).toContain('Nelayn');
    expect(rows.flat()).toContain('3329010101809001');
    const [entry] = await test.call('journal.page', { limit: 1 });
    expect(entry).toMatchObject({ action: 'import.exportFindings', params: { rows: out.rows } });
  });

  it('is not made of nothing', async () => {
    const { id: batchId } = await staged(lines.slice(0, 2));
    const folder = test.grant(test.dir);
    expect(await test.codeOf('import.exportFindings', { batchId, folder })).toBe(
      'import.no-findings',
    );
    expect(await test.codeOf('import.exportFindings', { batchId: 99, folder })).toBe('not-found');
  });
});
