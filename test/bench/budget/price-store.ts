/** One measured run: the year's budget of everybody in the store. */
import { resolve } from 'node:path';
import { computeNeed } from '../../../src/engine/budget/compute-need.ts';
import { openStoreReader } from '../../../src/store/open-store.ts';
import { peakRssMb } from '../measure.ts';
import { benchPassphrase } from './passphrase.ts';

const [path = '', per = 'component'] = process.argv.slice(2);
using store = openStoreReader({ path, passphrase: benchPassphrase });
const from = performance.now();
const before = process.cpuUsage();
const view = computeNeed(store, resolve(import.meta.dirname, '../../../resources'), {
  year: 2027,
  scope: 'all',
  rounding:
    per === 'component'
      ? undefined
      : { per: per === 'person' ? 'person' : 'total', mode: 'half-up' },
});
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    ms: performance.now() - from,
    cpuMs: (user + system) / 1000,
    rssMb: peakRssMb(),
    persons: view.persons,
    total: view.total,
  }),
);
