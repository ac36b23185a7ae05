/** Makes a store of so many invented wage earners, each with a wage of their own. */
import { checkBudgetConfig, defaultBudgetConfig } from '../../../src/domain/budget-config.ts';
import { emptyProfile } from '../../../src/engine/store/empty-profile.ts';
import { writeBudgetConfig } from '../../../src/store/budget-config.ts';
import { createStore } from '../../../src/store/open-store.ts';
import { writeProfile } from '../../../src/store/profile.ts';
import { benchPassphrase } from './passphrase.ts';

const [path = '', size = '1000'] = process.argv.slice(2);
const people = Number(size);
const config = defaultBudgetConfig();
const group = { ...config.groups['non-asn'], programmes: ['jkk', 'jkm', 'jht', 'jp'] as const };
const four = checkBudgetConfig({
  ...config,
  groups: {
    'non-asn': { ...group, programmes: [...group.programmes] },
    'perangkat-desa': { ...config.groups['perangkat-desa'], programmes: [...group.programmes] },
    bpd: config.groups.bpd,
    'rt-rw': config.groups['rt-rw'],
    'lembaga-desa': config.groups['lembaga-desa'],
    rentan: config.groups.rentan,
  },
});
using store = createStore({ path, passphrase: benchPassphrase });
store.transact(['profile', 'roster'], (sql) => {
  writeProfile(
    sql,
    emptyProfile({ code: '33.29', name: 'Kabupaten Brebes', province: 'Jawa Tengah' }, 2027),
  );
  writeBudgetConfig(sql, {
    year: 2027,
    config: four,
    author: 'bench',
    reason: '',
    savedAt: '2026-11-23T00:00:00.000Z',
  });
  const numbers = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)';
  sql.run(
    `${numbers} INSERT INTO person (id, name, name_key, birth_date)
     SELECT i, 'Orang ' || i, 'ORANG ' || i, '1980-01-01' FROM n`,
    people,
  );
  // Wages from Rp1 to 3.1 million with sen, no two alike up to a million; one in eight begins in the year, one in ten ends.
  sql.run(
    `${numbers} INSERT INTO roster_entry (person_id, roster, segment, employer_group, position, wage_sen, fund_source,
       status, start_date, end_date, sort_name, sort_birth)
     SELECT i, iif(i % 10 < 7, 'non-asn', 'desa'), 'pu', iif(i % 10 < 7, 'non-asn', 'perangkat-desa'),
       iif(i % 10 < 7, 'Staf', 'Kaur Umum'), 100000000 + (i * 7919) % 210000000,
       iif(i % 10 < 7, 'apbd-dau', 'add'), 'aktif',
       iif(i % 8 = 0, '2027-0' || (1 + i % 9) || '-01', '2020-01-01'),
       iif(i % 10 = 3, '2027-1' || (i % 3) || '-15', NULL), 'ORANG ' || i, '1980-01-01' FROM n`,
    people,
  );
});
