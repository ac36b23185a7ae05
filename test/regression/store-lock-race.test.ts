/** One who opened the lock file just before its holder took it away must not hold a store beside the next one. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const rounds = 150;

/** Claims and frees the store over and over; a marker folder that is there already means two held it at once. */
function program(store: string): string {
  const lock = pathToFileURL(join(import.meta.dirname, '../../src/store/store-lock.ts')).href;
  return `
import { mkdirSync, rmdirSync } from 'node:fs';
import { lockStore } from ${JSON.stringify(lock)};
const marker = ${JSON.stringify(`${store}-marker`)};
let held = 0;
for (let round = 0; held < ${rounds} && round < 100_000; round += 1) {
  let lock;
  try { lock = lockStore(${JSON.stringify(store)}); } catch (error) {
    if (error.code !== 'store.locked') throw error;
    continue;
  }
  mkdirSync(marker);
  held += 1;
  rmdirSync(marker);
  lock[Symbol.dispose]();
}
process.stdout.write(String(held));
`;
}

function run(code: string): Promise<{ held: number; errors: string }> {
  const { promise, resolve } = Promise.withResolvers<{ held: number; errors: string }>();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  let out = '';
  let errors = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    errors += part;
  });
  child.on('close', () => resolve({ held: Number(out), errors }));
  return promise;
}

it('never two at once hold one store, however they come and go', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'padan-lock-'));
  try {
    const code = program(join(dir, 'a.padan'));
    const all = await Promise.all([run(code), run(code), run(code)]);
    for (const { held, errors } of all) {
      expect(errors).toBe('');
      expect(held).toBe(rounds);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
