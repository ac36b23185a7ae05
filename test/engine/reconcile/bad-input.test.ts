import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refreshTask } from '../../../src/engine/findings/refresh-task.ts';
import { reconcileTask } from '../../../src/engine/reconcile/reconcile-task.ts';
import type { TaskContext } from '../../../src/engine/worker/task.ts';
import {
  bring,
  checkHead,
  findingsOf,
  linesOf,
  rincianHead,
  rosterHead,
} from '../findings/fixture.ts';
import { makeTestEngine, type TestEngine } from '../harness.ts';

const roster = [
  rosterHead,
  '1;Sutrisno;3329010101809001;01-01-1980;L;Dinas Kesehatan;Sopir;2.000.000',
  '2;Sulastri;3329014502859002;05-02-1985;P;Dinas Kesehatan;Bidan;2.000.000',
];
const sutrisno = '3329010101809001;25003001591;SUTRISNO;01-01-1980;15332901;PEMKAB;01-01-2024;;JKK';

const warningsOf = async (test: TestEngine) =>
  (await test.call('finding.summary', {})).warnings.map(({ code }) => code);

describe('an export that does not fit', () => {
  it('of another regency, or all of one name, runs and is named', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', roster);
    const elsewhere = Array.from(
      { length: 30 },
      (_, at) =>
        `32010${1 + (at % 9)}0101809${String(100 + at)};250030${String(20_000 + at)};ORANG LAIN;01-01-1980;15320101;PEMKAB;01-01-2024;;JKK`,
    );
    await bring(test, 'bpjs-nik', [checkHead, ...elsewhere]);
    // Said before a run, too.
    expect(await warningsOf(test)).toEqual(['export.other-regency', 'export.one-name']);
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    expect(await warningsOf(test)).toEqual(['export.other-regency', 'export.one-name']);
    expect((await linesOf(test)).filter((line) => line.startsWith('F01'))).toHaveLength(2);
    expect((await test.call('store.verify', {})).problems).toEqual([]);
  });

  it('without NIK and KPJ is matched by name and date, named, and its people keep their identity', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', roster);
    const nameless = [
      ...rincianHead('Oktober 2026'),
      '1;;;SUTRISNO;01-01-1980;2000000;4800;6000;10800',
      '2;;;JUMADI;09-09-1988;2000000;4800;6000;10800',
    ];
    await bring(test, 'bpjs-pu', nameless);
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    expect(await warningsOf(test)).toEqual(['export.no-numbers']);
    const before = (await findingsOf(test)).find(({ code }) => code === 'F02');
    expect(before).toMatchObject({ name: 'JUMADI', premium: 10_800 });
    await bring(test, 'bpjs-pu', [...nameless, '3;;;KARSO;09-09-1989;2000000;4800;6000;10800']);
    await test.call('reconcile.run', { asOf: '2026-11-23' });
    const after = (await findingsOf(test)).filter(({ code }) => code === 'F02');
    expect(after.map(({ name, turn }) => `${name} ${turn}`).sort()).toEqual([
      'JUMADI open',
      'KARSO new',
    ]);
    expect(after.find(({ name }) => name === 'JUMADI')?.id).toBe(before?.id);
  });

  it('twice is refused; saved anew it takes the place of the first', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await bring(test, 'non-asn', roster);
    await bring(test, 'bpjs-nik', [checkHead, sutrisno]);
    const path = join(test.dir, 'sama.csv');
    writeFileSync(path, `${checkHead}\n${sutrisno}\n`);
    const stage = { file: test.grant(path), kind: 'bpjs-nik' } as const;
    expect(await test.codeOf('import.stage', stage)).toBe('import.already-imported');
    await bring(test, 'bpjs-nik', [checkHead, sutrisno, '']);
    const run = await test.call('reconcile.run', { asOf: '2026-11-23' });
    expect(run.memberships).toBe(1);
  });

  it('that is a roster is refused at the door', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    const path = join(test.dir, 'daftar.csv');
    writeFileSync(path, `${roster.join('\n')}\n`);
    const file = test.grant(path);
    for (const kind of ['bpjs-pu', 'bpjs-bpu', 'bpjs-nik'] as const) {
      expect(await test.codeOf('import.stage', { file, kind })).toBe('import.wrong-slot');
    }
  });
});

describe('a run that does not end', () => {
  it.each(['findings', 'save', 'load'])(
    'stopped while it is at "%s", leaves all as it was',
    async (at) => {
      await using test = makeTestEngine();
      await test.newStore();
      await bring(test, 'non-asn', roster);
      await bring(test, 'bpjs-nik', [checkHead, sutrisno]);
      await test.call('reconcile.run', { asOf: '2026-11-23' });
      const before = {
        latest: await test.call('reconcile.latest', {}),
        found: await findingsOf(test),
      };
      const { session, resourcesDir, now } = test.engine.context;
      const abort = new AbortController();
      let steps = 0;
      const task: TaskContext = {
        access: session.access(),
        resourcesDir,
        now,
        signal: abort.signal,
        progress(stage) {
          // Well inside the findings, not at their start.
          if (stage === at && (at !== 'findings' || ++steps > 16)) abort.abort();
          if (at === 'load') abort.abort();
        },
      };
      const work =
        at === 'findings'
          ? refreshTask({ afterRun: false }, task)
          : reconcileTask({ asOf: '2026-12-31' }, task);
      await expect(work).rejects.toThrow();
      expect(await test.call('reconcile.latest', {})).toEqual(before.latest);
      expect(await findingsOf(test)).toEqual(before.found);
      expect((await test.call('store.verify', {})).problems).toEqual([]);
    },
  );
});

it('a month without a tariff prices nothing and stops no run', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  await bring(test, 'non-asn', roster);
  await bring(test, 'bpjs-nik', [checkHead, sutrisno]);
  await test.call('reconcile.run', { asOf: '2009-01-31' });
  const found = await findingsOf(test);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ code }) => code === 'F01').every(({ premium }) => premium === null)).toBe(
    true,
  );
});
