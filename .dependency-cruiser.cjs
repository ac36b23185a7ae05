/**
 * The layer rule: arrows point left only.
 *   domain <- linkage, tabular, contract <- store, reports <- engine <- cli, electron
 *   ui sees contract and domain only; src (ui aside) never imports Electron; SQL drivers live in src/store.
 */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|electron)/', pathNot: [from, ...allowed].join('|') },
});

module.exports = {
  forbidden: [
    only(
      'domain-is-a-leaf',
      '^src/domain/',
      [],
      'domain holds pure rules and imports no other layer',
    ),
    only(
      'linkage-sees-domain',
      '^src/linkage/',
      ['^src/domain/'],
      'linkage is pure and worker-ready',
    ),
    only(
      'tabular-sees-domain',
      '^src/tabular/',
      ['^src/domain/'],
      'tabular knows files, not workers or BPJS',
    ),
    only(
      'contract-sees-domain',
      '^src/contract/',
      ['^src/domain/'],
      'the contract is shared by both sides',
    ),
    only(
      'store-layer',
      '^src/store/',
      ['^src/(domain|contract)/'],
      'the store holds SQL and nothing above it',
    ),
    only(
      'reports-layer',
      '^src/reports/',
      ['^src/(domain|tabular|contract)/'],
      'reports are documents as values',
    ),
    only(
      'engine-layer',
      '^src/engine/',
      ['^src/(domain|linkage|tabular|contract|store|reports)/'],
      'the engine is used by the shells, never the other way round',
    ),
    only(
      'cli-layer',
      '^src/cli/',
      ['^src/(engine|contract|domain|linkage|tabular)/'],
      'the CLI is a shell over the engine',
    ),
    only(
      'ui-layer',
      '^src/ui/',
      ['^src/(contract|domain)/'],
      'the UI sees contract and domain only',
    ),
    only(
      'electron-layer',
      '^electron/',
      ['^src/(engine|contract|domain)/'],
      'the shell holds no SQL and no domain rule',
    ),
    {
      name: 'no-electron-in-src',
      comment: 'the same engine runs in plain Node',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '(^|/)node_modules/electron/|^electron$' },
    },
    {
      name: 'sql-lives-in-the-store',
      severity: 'error',
      from: { path: '^(src|electron)/', pathNot: '^src/store/' },
      to: { path: 'node_modules/(better-sqlite3|kysely)/' },
    },
    {
      name: 'no-node-in-pure-layers',
      comment: 'domain, linkage, contract and ui have no I/O',
      severity: 'error',
      from: { path: '^src/(domain|linkage|contract|ui)/' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(src|electron)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'production-code-uses-dependencies',
      comment: 'what runs in Node must be shipped; the UI is bundled',
      severity: 'error',
      from: { path: '^(src|electron)/', pathNot: '^src/ui/' },
      to: {
        dependencyTypes: ['npm-dev'],
        pathNot: 'node_modules/(electron|@types)/',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
