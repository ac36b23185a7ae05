/** Pages, filters and searches of a 1,000,000-row roster, asked over a message port as the window does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { RouteIn, RouteOut } from '../../src/contract/routes.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { servePort } from '../../src/engine/serve-port.ts';
import { createAndOpen } from '../../src/engine/store/open.ts';
import { threadModule } from '../../src/engine/worker/thread-module.ts';
import { suspendIndexes } from '../../src/store/import/bulk-indexes.ts';
import { median, ms, peakRssMb, quantile, row, seconds, timed } from './measure.ts';

const entries = Number(process.argv[2] ?? 1_000_000);
const dir = mkdtempSync(join(tmpdir(), 'padan-grid-'));
const engine = createEngine({
  resourcesDir: resolve('resources'),
  workerUrl: threadModule(),
  dataDir: null,
  now: () => new Date(),
  log: () => undefined,
  resolveFile: async (id) => id,
  grantFile: (path) => path,
});
await createAndOpen(engine.context, {
  path: join(dir, 'besar.padan'),
  passphrase: 'kata sandi bench',
  regencyCode: '33.29',
  fiscalYear: 2027,
});

/** Names from syllables, so that they sort and search like names do. */
const syllables = 'SU RA DI WA TI NO MA HA RI YA TO NI SI KA LA PU JO BA GU EN'.split(' ');
const nameOf = (seed: number): string => {
  let rest = (seed * 2_654_435_761) % 4_294_967_296;
  const word = (length: number): string => {
    let text = '';
    for (let at = 0; at < length; at += 1) {
      text += syllables[rest % syllables.length] ?? '';
      rest = Math.floor(rest / syllables.length) + seed;
    }
    return text;
  };
  return `${word(3)} ${word(2)}`;
};

const fill = await timed(() => {
  engine.context.session.store().transact(['roster'], (sql) => {
    const units = sql.pluck<number>(`SELECT id FROM unit WHERE kind = 'desa' ORDER BY id`);
    const person = sql.prepare(
      `INSERT INTO person (id, nik, name, name_key, birth_date, sex) VALUES (?, ?, ?, ?, '1980-01-01', 'L')`,
    );
    const entry = sql.prepare(
      `INSERT INTO roster_entry (id, person_id, roster, unit_id, segment, employer_group, status, sort_name, sort_birth, wage_sen, sort_position, fund_source)
       VALUES (?, ?, 'rentan', ?, 'bpu', 'rentan', ?, ?, '1980-01-01', ?, ?, ?)`,
    );
    const search = sql.prepare('INSERT INTO entry_search (rowid, name) VALUES (?, ?)');
    const putUp = [
      suspendIndexes(sql, 'person', entries),
      suspendIndexes(sql, 'roster_entry', entries),
    ];
    for (let id = 1; id <= entries; id += 1) {
      const name = nameOf(id);
      const nik = `332901010180${String(id % 10_000).padStart(4, '0')}`;
      person(id, id % 2_000 === 7 ? null : nik, name, name);
      entry(
        id,
        id,
        units[id % units.length] ?? null,
        id % 3 === 0 ? 'aktif' : 'diusulkan',
        name,
        (id % 997) * 100_000,
        `Pekerjaan ${id % 31}`,
        id % 300 === 7 ? 'dbhcht' : id % 30 === 8 ? 'add' : 'apbd-pad',
      );
      search(id, name);
    }
    for (const restore of putUp) restore();
  });
});
row(`store of ${entries} entries made`, seconds(fill));

const channel = new MessageChannel();
servePort(engine, {
  postMessage: (message) => channel.port1.postMessage(message),
  on: (event: string, listener: (message: { data: unknown }) => void) =>
    channel.port1.on(event, (data: unknown) => listener({ data })),
  close: () => channel.port1.close(),
});
let calls = 0;
const waiting = new Map<string, () => void>();
interface Answer {
  readonly t: string;
  readonly id: string;
  readonly ok: boolean;
  readonly error?: unknown;
  readonly value?: Partial<RouteOut<'roster.page'>>;
}
let lastAnswer: Partial<RouteOut<'roster.page'>> = {};
channel.port2.on('message', (message: Answer) => {
  if (message.t !== 'result') return;
  if (!message.ok) throw new Error(JSON.stringify(message.error));
  lastAnswer = message.value ?? {};
  waiting.get(message.id)?.();
});
/** Processor time of the call just answered, the engine's other work of that while included. */
let lastCpu = 0;
const ask = async (input: RouteIn<'roster.page'>): Promise<number> => {
  const before = process.cpuUsage();
  const wall = await timed(
    () =>
      new Promise<void>((answered) => {
        calls += 1;
        waiting.set(`b${calls}`, answered);
        channel.port2.postMessage({ t: 'call', id: `b${calls}`, route: 'roster.page', in: input });
      }),
  );
  const { user, system } = process.cpuUsage(before);
  lastCpu = (user + system) / 1000;
  cpuOf.push(lastCpu);
  return wall;
};
let cpuOf: number[] = [];

const report = (name: string, times: readonly number[]) => {
  row(
    `${name} (goal p95 60 ms)`,
    `median ${ms(median(times))}  p95 ${ms(quantile(times, 0.95))}  max ${ms(Math.max(...times))}`,
  );
  row('  of it processor time', `p95 ${ms(quantile(cpuOf, 0.95))}  max ${ms(Math.max(...cpuOf))}`);
  cpuOf = [];
};
const roster = 'rentan' as const;
const settled = async (input: RouteIn<'roster.page'>): Promise<number> => {
  const from = performance.now();
  do await ask(input);
  while (lastAnswer.counting === true);
  return performance.now() - from;
};
const first = await ask({ filter: { roster }, offset: 0, limit: 100 });
row('first page after opening', ms(first));
row(
  '  and its exact total',
  ms(first + (await settled({ filter: { roster }, offset: 0, limit: 100 }))),
);
row(
  'first jump deep into the list (made from the first page on)',
  ms(await ask({ filter: { roster }, offset: entries / 2, limit: 100 })),
);
cpuOf = [];
const jumps: number[] = [];
for (let n = 0; n < 200; n += 1) {
  const offset = Math.floor((entries * ((n * 37) % 200)) / 200);
  jumps.push(await ask({ filter: { roster }, offset, limit: 100 }));
}
report('page of 100 anywhere, 200 jumps', jumps);
const last = await ask({ filter: { roster }, offset: entries - 50, limit: 100 });
const reached = lastAnswer.rows?.length === 50 && lastAnswer.total === entries;
row('last row', `${ms(last)}${reached ? '' : ': NOT REACHED'}`);
cpuOf = [];
const filters: number[] = [];
for (let unitId = 20; unitId < 60; unitId += 1)
  filters.push(await ask({ filter: { roster, unitId }, offset: 0, limit: 100 }));
for (const status of ['diusulkan', 'aktif', 'keluar'] as const)
  filters.push(await ask({ filter: { roster, status }, offset: 0, limit: 100 }));
report('filter by unit or status, first page', filters);
const columns: number[] = [];
for (const filter of [
  { fundSource: 'add' },
  { fundSource: 'dbhcht' },
  { fundSource: 'csr' },
  { hasNik: true },
  { hasNik: false },
  { position: 'kerjaan 3' },
  { position: 'tukang' },
  { enrolment: 'belum' },
  { status: 'aktif', fundSource: 'dbhcht' },
  { status: 'aktif', position: 'kerjaan 30' },
  { fundSource: 'csr', search: 'SUR' },
  { hasNik: false, search: 'SUR' },
  { status: 'aktif', search: 'TINO' },
] as const) {
  for (const by of ['name', 'wage'] as const) {
    const sort = { by, descending: by === 'wage' };
    columns.push(await ask({ filter: { roster, ...filter }, sort, offset: 0, limit: 100 }));
  }
}
report('filter by any column, with words, in two orders', columns);
const searches: number[] = [];
const searchCpu: number[] = [];
const totals: number[] = [];
for (const search of 'SURADI TINO MAHARI BAGU ENKALA JOBA SUR SURA KALA 3329 2901 9001 33290101801 TIADA'.split(
  ' ',
)) {
  const input = { filter: { roster, search }, offset: 0, limit: 100 };
  searches.push(await ask(input));
  searchCpu.push(lastCpu);
  totals.push((searches.at(-1) ?? 0) + (await settled(input)));
}
cpuOf = searchCpu;
report('search by name or number, first page', searches);
row('  and its exact total', `median ${ms(median(totals))}  max ${ms(Math.max(...totals))}`);
const heads: number[] = [];
const headCpu: number[] = [];
for (const by of ['wage', 'position', 'birthDate', 'status', 'unit', 'enrolment'] as const) {
  for (const descending of [false, true]) {
    const sort = { by, descending };
    heads.push(await ask({ filter: { roster }, sort, offset: 0, limit: 100 }));
    headCpu.push(lastCpu);
    const deep = await ask({ filter: { roster }, sort, offset: entries / 2, limit: 100 });
    const again = await ask({ filter: { roster }, sort, offset: entries - 50, limit: 100 });
    if (descending) row(`sort by ${by}: first jump, next jump`, `${ms(deep)}  ${ms(again)}`);
  }
}
cpuOf = headCpu;
report('first page of a new sort', heads);
row('peak RSS', `${peakRssMb().toFixed(0)} MB`);
channel.port2.close();
channel.port1.close();
await engine[Symbol.asyncDispose]();
rmSync(dir, { recursive: true, force: true });
