/** What officers decide changes the probabilities of the next run, and the run says from how much. */
import { expect, it } from 'vitest';
import { makeTestEngine } from '../harness.ts';
import { asOf, makeQueue, need, pageOf } from './review-fixture.ts';

const names = [
  ...['SITI AMINAH', 'NUR HIDAYATI', 'SRI WAHYUNI', 'DEWI LESTARI', 'ENDANG SUSANTI', 'RATNA SARI'],
  ...['YULI ASTUTI', 'WAHYU NINGSIH', 'TRI UTAMI', 'EKA PUTRI', 'DWI HANDAYANI', 'INDAH PERMATA'],
  ...['LILIS SURYANI', 'KARTINI', 'SUMIATI', 'MARYATI'],
];
const born = (at: number) => `${10 + at}-0${1 + (at % 9)}-19${70 + at}`;

it('a run after thirty decisions is set by them; version and number are kept with it', async () => {
  await using test = makeTestEngine();
  const left = names.flatMap((name, at) => [
    `${at * 2 + 1};${name};;${born(at)};P;Dinas Kesehatan;1.500.000`,
    `${at * 2 + 2};${name};;${born(at)};P;Dinas Pendidikan;1.500.000`,
  ]);
  const right = names.map(
    (name, at) =>
      `33290141018${String(10 + at)}001;250030015${10 + at};${name};${born(at)};15070955;PEMKAB;01-01-2024;;JKK`,
  );
  await makeQueue(test, left, right);
  const before = need(await test.call('reconcile.latest', {}));
  expect(before).toMatchObject({ learnedFrom: 0, review: names.length * 2 });
  const filter = { state: 'open' } as const;
  const done = await test.call('review.bulkAccept', {
    filter,
    from: 0.3,
    pairs: names.length,
    operator: 'AB',
  });
  expect(done).toMatchObject({ pairs: names.length, implied: names.length });
  const after = await test.call('reconcile.run', { asOf });
  expect(after).toMatchObject({ learnedFrom: names.length * 2, review: 0 });
  expect(after.engineVersion).toBe(before.engineVersion);
  const { calibration } = need(
    test.engine.context.session
      .store()
      .sql.all<{ calibration: string }>('SELECT calibration FROM reconcile_run')
      .at(-1),
  );
  expect(JSON.parse(calibration)).toMatchObject({ decisions: names.length * 2 });
  // Taken back, the next run is the matcher's own again.
  await test.call('review.undo', { journalId: done.journalId });
  expect((await pageOf(test)).decided).toBe(0);
  expect(await test.call('reconcile.run', { asOf })).toMatchObject({
    learnedFrom: 0,
    review: names.length * 2,
  });
});
