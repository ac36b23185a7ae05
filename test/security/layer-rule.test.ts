/** The layer rule fires: each planted import is found, and a lawful tree passes. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importedModules } from '../../scripts/lib/import-graph.mjs';
import { projectRoot } from './sources.ts';

let tree = '';

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'padan-layers-'));
  copyFileSync(join(projectRoot, 'package.json'), join(tree, 'package.json'));
  plant('src/domain/money.ts', 'export const one = 1;\n');
  plant(
    'src/store/open.ts',
    "import { one } from '../domain/money.ts';\nexport const open = one;\n",
  );
});
afterEach(() => rmSync(tree, { recursive: true }));

function plant(path: string, text: string): void {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function check(): { readonly code: number | null; readonly out: string } {
  const script = join(projectRoot, 'scripts/layers.mjs');
  const done = spawnSync(process.execPath, [script, '--root', tree], { encoding: 'utf8' });
  return { code: done.status, out: done.stdout + done.stderr };
}

describe('the layer rule', () => {
  it('passes a tree whose arrows point left', () => {
    expect(check()).toEqual({ code: 0, out: '2 files, no layer crossed\n' });
  });

  it.each([
    [
      'domain-is-a-leaf',
      'src/domain/bad.ts',
      "import { open } from '../store/open.ts';\nexport const bad = open;\n",
    ],
    [
      'ui-layer',
      'src/ui/bad.tsx',
      "import type { open } from '../store/open.ts';\nexport const Bad = (p: { v: typeof open }) => <b>{p.v}</b>;\n",
    ],
    [
      'electron-layer',
      'electron/main/bad.ts',
      "export const bad = import('../../src/store/open.ts');\n",
    ],
    ['ui-layer', 'src/ui/type.ts', "export type Bad = import('../store/open.ts').Open;\n"],
    [
      'no-electron-in-src',
      'src/engine/bad.ts',
      "import { app } from 'electron';\nexport const bad = app;\n",
    ],
    [
      'sql-lives-in-the-store',
      'src/engine/bad.ts',
      "import type { Kysely } from 'kysely';\nexport type Bad = Kysely<object>;\n",
    ],
    [
      'no-node-in-pure-layers',
      'src/domain/bad.ts',
      "import { readFileSync } from 'node:fs';\nexport const bad = readFileSync;\n",
    ],
    [
      'production-code-uses-dependencies',
      'src/engine/bad.ts',
      "import { test } from 'vitest';\nexport const bad = test;\n",
    ],
    ['no-circular', 'src/domain/bad.ts', "export * from './worse.ts';\n"],
  ])('%s fires on %s', (rule, path, text) => {
    plant('src/domain/worse.ts', "export * from './bad.ts';\n");
    plant(path, text);
    const { code, out } = check();
    expect(out).toContain(`error ${rule}: ${path}`);
    expect(code).toBe(1);
  });
});

describe('the modules of a source', () => {
  it('are all the ways to name one', () => {
    const text = [
      "import a, { type B } from './a.ts';",
      "import type { C } from './c.ts';",
      "export * from './d.ts';",
      "export { e } from './e.ts';",
      "export type F = import('./f.ts').F;",
      "export const g = import('./g.ts');",
      "import './h.css';",
      'export const text = "import x from \'./not.ts\'";',
      'export const view = <T,>(t: T) => <p>{String(t)}</p>;',
    ].join('\n');
    expect(importedModules('x.tsx', text).sort()).toEqual([
      './a.ts',
      './c.ts',
      './d.ts',
      './e.ts',
      './f.ts',
      './g.ts',
      './h.css',
    ]);
  });
});
