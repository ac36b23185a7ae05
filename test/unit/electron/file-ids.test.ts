import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileGrants } from '../../../electron/engine/file-grants.ts';
import type { FromEngine } from '../../../electron/engine/messages.ts';
import { createFileRegistry } from '../../../electron/main/file-registry.ts';
import { fileId } from '../../../src/contract/common.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'padan-ids-'));
  writeFileSync(join(folder, 'daftar.csv'), 'nik\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the registry in main', () => {
  it('gives a path one id, and tells the page its name and size only', () => {
    const registry = createFileRegistry();
    const path = join(folder, 'daftar.csv');
    const picked = registry.grant(path);
    expect(picked).toMatchObject({ fileName: 'daftar.csv', bytes: 4 });
    expect(JSON.stringify(picked)).not.toContain(folder);
    expect(fileId.safeParse(picked.file).success).toBe(true);
    expect(registry.grant(path)).toEqual(picked);
    expect(registry.pathOf(picked.file)).toBe(path);
  });

  it('takes a file that is still to be made, and a folder', () => {
    const registry = createFileRegistry();
    expect(registry.grant(join(folder, 'baru.padan'))).toMatchObject({ bytes: 0 });
    expect(registry.grant(folder)).toMatchObject({ bytes: 0 });
  });

  it('knows no other id', () => {
    const registry = createFileRegistry();
    registry.adopt('from-the-engine', '/x/paket.pdf');
    expect(registry.pathOf('from-the-engine')).toBe('/x/paket.pdf');
    expect(registry.pathOf('/x/paket.pdf')).toBeNull();
    expect(registry.pathOf('__proto__')).toBeNull();
  });
});

describe('the ids in the engine process', () => {
  it('are its own at once, told to main, and one a path', async () => {
    const told: FromEngine[] = [];
    const grants = createFileGrants((message) => told.push(message));
    const id = grants.grantFile('/x/paket.pdf');
    expect(grants.grantFile('/x/paket.pdf')).toBe(id);
    expect(told).toEqual([{ t: 'granted', id, path: '/x/paket.pdf' }]);
    await expect(grants.resolveFile(id)).resolves.toBe('/x/paket.pdf');
  });

  it('are asked of main otherwise, each answer to its own question', async () => {
    const told: FromEngine[] = [];
    const grants = createFileGrants((message) => told.push(message));
    const first = grants.resolveFile('id-one-of-main');
    const second = grants.resolveFile('id-not-of-main');
    expect(told).toEqual([
      { t: 'resolve', ask: 1, id: 'id-one-of-main' },
      { t: 'resolve', ask: 2, id: 'id-not-of-main' },
    ]);
    grants.answer(2, null);
    grants.answer(1, '/x/daftar.csv');
    await expect(first).resolves.toBe('/x/daftar.csv');
    await expect(second).rejects.toMatchObject({ code: 'not-found' });
  });
});
