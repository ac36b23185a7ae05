/** A membership stands on a row a programme, a spell and a payer, and a person at times on two: a decision holds for all. */
import { describe, expect, it } from 'vitest';
import { fingerprintsOf } from '../../src/engine/reconcile/fingerprints.ts';
import { matchAll, rematch } from '../../src/engine/reconcile/rematch.ts';
import { whatChanged } from '../../src/engine/reconcile/what-changed.ts';
import { memoryAfter, thresholds } from '../bench/linkage/two-months.ts';
import { bring, checkHead, rosterHead } from '../engine/findings/fixture.ts';
import { makeTestEngine } from '../engine/harness.ts';
import { decide, need, pageOf } from '../engine/review/review-fixture.ts';
import { crowd, pairsOf, sideOf } from '../unit/linkage/people.ts';

const asOf = '2026-11-23';
const wahyudi = '3329010703909003;07-03-1990;L;Dinas Pendidikan;Guru;2.000.000';
const wahyuni = '3329010703909003;25003001596;SRI WAHYUNI;19-11-1968';

const rightRows = {
  'two programmes': ['15332901;PEMKAB;01-01-2020;;JKK', '15332901;PEMKAB;01-01-2020;;JKM'],
  'two spells': ['15332901;PEMKAB;01-01-2020;31-12-2022;JKK', '15332901;PEMKAB;01-02-2024;;JKK'],
  'two payers': ['15332901;PEMKAB;01-01-2020;;JKK', '25332901;CV MAJU;01-02-2024;;JKK'],
};

/** Decides `different` about whatever waits, then runs twice: what changed, and all. */
async function expectApart(
  left: readonly string[],
  right: readonly string[],
  correct: string | null = null,
): Promise<void> {
  await using test = makeTestEngine();
  await test.newStore();
  await bring(test, 'non-asn', [rosterHead, ...left]);
  await bring(test, 'bpjs-nik', [checkHead, ...right]);
  if (correct !== null)
    test.engine.context.session.store().transact(['roster'], (sql) => sql.run(correct));
  await test.call('reconcile.run', { asOf });
  let open = (await pageOf(test)).pairs;
  expect(open.length).toBeGreaterThan(0);
  for (let turn = 0; open.length > 0 && turn < 9; turn += 1) {
    await decide(test, need(open[0]), 'different');
    open = (await pageOf(test)).pairs;
  }
  const { sql } = test.engine.context.session.store();
  for (const full of [false, true]) {
    await test.call('reconcile.run', { asOf, full });
    expect(await pageOf(test)).toMatchObject({ open: 0 });
    expect(sql.all('SELECT class, decision FROM link')).toEqual([]);
    expect(new Set(sql.pluck('SELECT enrolment FROM entry_state'))).toEqual(new Set(['belum']));
  }
}

describe('"somebody else" holds in the next run', () => {
  it.each(Object.entries(rightRows))('for a membership of %s', async (_name, rows) => {
    await expectApart(
      [`1;Wahyudi;${wahyudi}`],
      rows.map((row) => `${wahyuni};${row}`),
    );
  });

  it('for a worker who is two people of the store, by a correction of one', async () => {
    const other = '2;Marwoto;3329010101809009;01-01-1980;L;Dinas Kesehatan;Guru;2.000.000';
    const [row = ''] = rightRows['two programmes'];
    await expectApart(
      [`1;Wahyudi;${wahyudi}`, other],
      [`${wahyuni};${row}`],
      `UPDATE person SET (nik, name, birth_date) = (SELECT nik, name, birth_date FROM person WHERE name = 'Wahyudi')`,
    );
  });
});

describe('twin rows in a run over what changed', () => {
  const base = crowd(600, 9);
  const nik = '3329010703909003';
  const man = { nik, name: 'Wahyudi', birthDate: '1990-03-07', sex: 'L' as const };
  const woman = { nik, kpj: '25003001596', name: 'Sri Wahyuni', birthDate: '1968-11-19' };
  const sides = {
    left: sideOf([...base.left, man]),
    right: sideOf([...base.right, woman, woman]),
  };
  const l = base.left.length;
  const r = base.right.length;
  const prints = { left: fingerprintsOf(sides.left), right: fingerprintsOf(sides.right) };
  const first = matchAll(sides, { thresholds }).result;

  it('are both kept apart, as in a run over all', () => {
    const memory = memoryAfter(first, prints);
    const decided = { same: [], different: [[l, r]], twins: [[l, r + 1]] } as const;
    const changes = need(whatChanged(memory, { sides, prints, decided, thresholds }));
    const options = { thresholds, cannotLink: decided.different, barredTwins: decided.twins };
    for (const { result } of [rematch(sides, memory, changes, options), matchAll(sides, options)]) {
      const found = [...pairsOf(result.links), ...pairsOf(result.candidates)];
      expect(found.filter(({ left }) => left === l)).toEqual([]);
    }
  });

  it('are one decision: their number and their order teach nothing', () => {
    // Thirty decisions are enough to learn from; each here has a second row.
    const pairs = Array.from({ length: 20 }, (_, at) => [at, at + 40] as const);
    const twins = pairs.map(([left, right]) => [left, right + 40] as const);
    const one = { same: [], different: pairs, twins };
    const turned = { same: [], different: twins, twins: pairs };
    const options = { thresholds, cannotLink: pairs, barredTwins: twins };
    expect(matchAll(sides, options).result.model.calibration.decisions).toBe(0);
    const many = { ...options, cannotLink: [...pairs, ...twins], barredTwins: [] };
    expect(matchAll(sides, many).result.model.calibration.decisions).toBe(40);
    const memory = { ...memoryAfter(first, prints), ...one };
    const again = whatChanged(memory, { sides, prints, decided: turned, thresholds });
    expect(need(again).earlier.changed.left.includes(1)).toBe(false);
  });
});
