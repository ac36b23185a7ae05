/** Two months through the front door: the second run matches what changed, and the store holds together. */
import { describe, expect, it } from 'vitest';
import { bring, checkHead, rosterHead } from '../findings/fixture.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';
import { decide, need, pageOf } from '../review/review-fixture.ts';

const first = ['Budi', 'Siti', 'Agus', 'Dewi', 'Slamet', 'Wahyu', 'Ratna', 'Eko', 'Yuni', 'Joko'];
const last = ['Santoso', 'Wibowo', 'Lestari', 'Prasetyo', 'Handayani', 'Saputra', 'Nugroho'];
const people = 200;
const asOf = '2026-11-23';

const two = (n: number): string => String(n).padStart(2, '0');

/** An invented person by number: all have NIKs of their own, every birth date is another. */
function person(at: number) {
  const [day, month] = [(at % 28) + 1, (Math.floor(at / 28) % 12) + 1];
  const year = 60 + (at % 40);
  return {
    name: `${first[at % first.length]} ${last[at % last.length]} ${first[(at * 7 + 3) % first.length]}`,
    nik: `332901${two(day)}${two(month)}${year}9${String(at).padStart(3, '0')}`,
    date: `${two(day)}-${two(month)}-19${year}`,
    kpj: `2500300${String(1000 + at)}`,
  };
}

const rosterLine = (at: number) => {
  const { name, nik, date } = person(at);
  return `${at};${name};${nik};${date};L;Dinas Kesehatan;Sopir;2.000.000`;
};
const checkLine = (at: number, change: Partial<ReturnType<typeof person>> = {}) => {
  const { name, nik, date, kpj } = { ...person(at), ...change };
  return `${nik};${kpj};${name.toUpperCase()};${date};15332901;PEMKAB;01-01-2024;;JKK`;
};
const upTo = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1);

/** All rosters, and a first month in which the last ten are missing and one has a namesake's number. */
async function withFirstMonth(): Promise<TestEngine> {
  const test = makeTestEngine();
  await test.newStore();
  await bring(test, 'non-asn', [rosterHead, ...upTo(people).map(rosterLine)]);
  await bring(test, 'bpjs-nik', [
    checkHead,
    ...upTo(people - 10).map((at) => checkLine(at)),
    checkLine(191, { name: 'Tri Rahmawati', date: '19-11-1968' }),
  ]);
  return test;
}

const nextMonth = (test: TestEngine) =>
  bring(test, 'bpjs-nik', [
    checkHead,
    // Another order, one who left, two who joined.
    ...upTo(people - 10)
      .filter((at) => at !== 77)
      .reverse()
      .map((at) => checkLine(at)),
    checkLine(191, { name: 'Tri Rahmawati', date: '19-11-1968' }),
    checkLine(195),
    checkLine(196, { nik: '' }),
  ]);

const linksOf = (test: TestEngine) =>
  test.engine.context.session.store().sql.all(
    `SELECT l.person_id, m.nik, m.kpj, m.name, l.class FROM link l
       JOIN membership m ON m.id = l.membership_id ORDER BY 1, 3, 2`,
  );
const queueOf = (test: TestEngine) =>
  test.engine.context.session
    .store()
    .sql.all(
      'SELECT person_id, pair_key, base_class, hex(waterfall) AS bars FROM link_review ORDER BY 1, 2',
    );

describe('the next month', { timeout: 120_000 }, () => {
  it('is matched where it differs, and ends as if all had been matched', async () => {
    await using test = await withFirstMonth();
    const before = await test.call('reconcile.run', { asOf });
    expect(before).toMatchObject({ rescored: people + people - 9, unchanged: 0, review: 1 });
    const queue = queueOf(test);
    await nextMonth(test);
    const part = await test.call('reconcile.run', { asOf });
    const rows = people + people - 8;
    expect(part.rescored).toBeGreaterThanOrEqual(5);
    expect(part.rescored).toBeLessThanOrEqual(30);
    expect(part.rescored + part.unchanged).toBe(rows);
    expect(part).toMatchObject({ entries: people, memberships: people - 8, review: 1 });
    // The pair that waits keeps its place and its bars.
    expect(queueOf(test)).toEqual(queue);
    const found = linksOf(test);
    const states = await test.call('coverage.table', { by: 'roster' });
    expect((await test.call('store.verify', {})).problems).toEqual([]);

    const all = await test.call('reconcile.run', { asOf, full: true });
    expect(all).toMatchObject({ rescored: rows, unchanged: 0, byClass: part.byClass });
    expect(linksOf(test)).toEqual(found);
    expect(await test.call('coverage.table', { by: 'roster' })).toEqual(states);
  });

  it('that brings nothing new says so, and asks no decided pair again', async () => {
    await using test = await withFirstMonth();
    await test.call('reconcile.run', { asOf });
    await decide(test, need((await pageOf(test)).pairs[0]), 'different');
    const decided = await test.call('reconcile.run', { asOf });
    expect(decided).toMatchObject({ review: 0 });
    expect(decided.rescored).toBeGreaterThan(0);
    expect(decided.rescored).toBeLessThanOrEqual(10);
    const again = await test.call('reconcile.run', { asOf: '2026-12-01' });
    expect(again).toMatchObject({ rescored: 0, unchanged: people + people - 9, review: 0 });
    expect(again.byClass).toEqual(decided.byClass);
    expect((await test.call('store.verify', {})).problems).toEqual([]);
  });
});
