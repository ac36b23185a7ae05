import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pairKeyOf } from '../../../src/domain/pair-key.ts';
import { openTable } from '../../../src/tabular/open-table.ts';
import { writeXlsx } from '../../../src/tabular/write-xlsx.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { asOf, decide, makeQueue, need, pageOf } from './review-fixture.ts';

type Rows = string[][];

/** The list as an office opens it, from the heads on. */
async function readList(path: string): Promise<Rows> {
  const source = await openTable(path);
  const rows: Rows = [];
  for await (const batch of source.rows(0)) for (const { cells } of batch) rows.push([...cells]);
  return rows.slice(rows.findIndex((row) => row.includes('Kunci')));
}

async function sendOut(test: TestEngine): Promise<Rows> {
  const made = await test.call('review.sendOut', {
    folder: test.grant(test.dir),
    filter: { state: 'open' },
  });
  return readList(test.pathOf(made.file));
}

/** Saves rows as the file that comes back; gives what reading it says, and how to apply it. */
async function sendBack(test: TestEngine, rows: Rows, name = 'jawaban.xlsx') {
  const path = join(test.dir, name);
  await writeXlsx(path, [{ name: 'Daftar periksa', rows: [['Dikembalikan OPD'], ...rows] }]);
  const file = test.grant(path);
  const read = await test.call('review.readAnswers', { file });
  const apply = (replace = false, sha256 = read.sha256) =>
    test.call('review.applyAnswers', { file, sha256, operator: 'OPD1', replace });
  return { read, apply, file };
}

/** The rows with answers, by the number in the list. */
function answer(rows: Rows, answers: Readonly<Record<string, string>>): Rows {
  const at = need(rows[0]).indexOf('Jawaban');
  return rows.map((row) => {
    const filled = [...row];
    while (filled.length <= at) filled.push('');
    const given = answers[row[1] ?? ''];
    if (given !== undefined) filled[at] = given;
    return filled;
  });
}

describe('a list for an OPD', () => {
  it('goes out with stable keys and masked numbers, and its answers come back as one deed', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const rows = await sendOut(test);
    expect(rows).toHaveLength(4);
    expect(rows.flat().join('\n')).not.toMatch(/\d{16}|%/);
    const keys = rows.slice(1).map(([key]) => key);
    const { pairs } = await pageOf(test);
    expect(keys).toEqual(pairs.map(({ pairKey }) => pairKey));
    await test.call('reconcile.run', { asOf });
    expect((await sendOut(test)).slice(1).map(([key]) => key)).toEqual(keys);

    const { read, apply } = await sendBack(
      test,
      answer(rows, { 1: 'sama', 2: 'Tidak tahu', 3: 'BEDA' }),
    );
    expect(read).toMatchObject({
      rows: 3,
      same: 1,
      different: 1,
      unknown: 1,
      blank: 0,
      listed: [],
    });
    expect(await pageOf(test)).toMatchObject({ decided: 0 });
    const done = await apply();
    expect(done).toMatchObject({ applied: 2, implied: 1 });
    expect(await pageOf(test)).toMatchObject({ open: 0, decided: 3 });
    const [line] = await test.call('journal.page', { limit: 1 });
    expect(line).toMatchObject({
      action: 'review.applyAnswers',
      params: { rows: 2, operator: 'OPD1' },
    });
    await test.call('review.undo', { journalId: need(done.journalId) });
    expect(await pageOf(test)).toMatchObject({ open: 3, decided: 0 });
  });

  it('tells apart what it cannot take', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const rows = await sendOut(test);
    const { pairs } = await pageOf(test);
    await decide(test, need(pairs[2]), 'same');
    const key = need(rows[1])[0] ?? '';
    const last = key.slice(-3, -2);
    const edited = `${key.slice(0, -3)}${last === 'A' ? 'B' : 'A'}${key.slice(-2)}`;
    const filled = answer(rows, { 1: 'entahlah', 2: 'SAMA', 3: 'BEDA' });
    const twice = [...need(filled[2])];
    twice[13] = 'BEDA';
    const changed = [...need(filled[2])];
    changed[0] = edited;
    const nobody = [...need(filled[2])];
    nobody[0] = pairKeyOf('nobody', 'else');
    const { read, apply } = await sendBack(test, [
      ...filled,
      twice,
      changed,
      nobody,
      ['', '', 'Mengetahui'],
    ]);
    expect(read.problems).toMatchObject({
      unreadable: 1,
      'two-answers': 2,
      contradicts: 1,
      'edited-key': 1,
      'unknown-key': 1,
      'other-run': 0,
    });
    expect(read).toMatchObject({ same: 0, different: 0 });
    expect(read.listed.map(({ problem }) => problem)).toContain('two-answers');
    expect(await apply()).toEqual({ applied: 0, implied: 0, journalId: null });
    expect(await apply(true)).toMatchObject({ applied: 1 });
    const decided = await pageOf(test, { state: 'decided' });
    expect(decided.pairs.map(({ decision }) => decision)).toEqual(['different']);
  });

  it('gives a membership to one person only, whoever else is answered SAMA', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const rows = await sendOut(test);
    const both = await sendBack(test, answer(rows, { 1: 'SAMA', 2: 'SAMA' }), 'dua.xlsx');
    expect(both.read).toMatchObject({ same: 0, problems: { 'two-owners': 2 } });
    expect(await both.apply(true)).toMatchObject({ applied: 0 });

    const { pairs } = await pageOf(test);
    await decide(test, need(pairs[0]), 'same');
    const other = await sendBack(test, answer(rows, { 2: 'SAMA' }), 'lain.xlsx');
    expect(other.read).toMatchObject({ same: 0, problems: { contradicts: 1 } });
    expect(await other.apply()).toMatchObject({ applied: 0 });
    expect(await other.apply(true)).toMatchObject({ applied: 1, implied: 1 });
    const decided = (await pageOf(test, { state: 'decided' })).pairs;
    expect(decided.map(({ pairKey, decision }) => [pairKey, decision])).toEqual([
      [pairs[0]?.pairKey, 'different'],
      [pairs[1]?.pairKey, 'same'],
    ]);
  });

  it('counts a row that repeats another, and answers to pairs that wait no more', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const rows = await sendOut(test);
    const filled = answer(rows, { 1: 'SAMA', 3: 'BEDA' });
    const { pairs } = await pageOf(test);
    await decide(test, need(pairs[2]), 'different');
    await test.call('reconcile.run', { asOf });
    // The rejected pair is no candidate any more; its answer says what is known.
    const again = await sendBack(test, [...filled, need(filled[1])]);
    expect(again.read).toMatchObject({ same: 1, different: 0, repeated: 2, blank: 1 });
    const contrary = await sendBack(test, answer(rows, { 3: 'SAMA' }), 'sebaliknya.xlsx');
    expect(contrary.read.problems).toMatchObject({ 'other-run': 1 });
  });

  it('is refused when it is no list, not the one that was read, or there is nothing to send', async () => {
    await using test = makeTestEngine();
    await makeQueue(test);
    const wrong = join(test.dir, 'lain.csv');
    writeFileSync(wrong, 'No;Nama\n1;Budi\n');
    expect(await test.codeOf('review.readAnswers', { file: test.grant(wrong) })).toBe(
      'review.not-answers',
    );
    const empty = join(test.dir, 'kosong.xlsx');
    writeFileSync(empty, '');
    expect(await test.codeOf('review.readAnswers', { file: test.grant(empty) })).toBe('file.empty');
    const broken = join(test.dir, 'rusak.xlsx');
    writeFileSync(broken, Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9]));
    expect(await test.codeOf('review.readAnswers', { file: test.grant(broken) })).toBe(
      'file.damaged',
    );
    const rows = answer(await sendOut(test), { 1: 'SAMA' });
    const { file } = await sendBack(test, rows);
    expect(
      await test.codeOf('review.applyAnswers', {
        file,
        sha256: 'x',
        operator: null,
        replace: false,
      }),
    ).toBe('review.answers-changed');
    expect(
      await test.codeOf('review.sendOut', {
        folder: test.grant(test.dir),
        filter: { state: 'open', roster: 'desa' },
      }),
    ).toBe('review.nothing-to-send');
    expect(await pageOf(test)).toMatchObject({ decided: 0 });
  });
});
