import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLog } from '../../../electron/main/log.ts';

const noon = (): Date => new Date('2026-11-23T05:00:00Z');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'padan-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes one JSON line an event', () => {
  const log = openLog(join(folder, 'logs'), noon);
  log({ level: 'info', event: 'window.shown' });
  log({ level: 'error', event: 'engine.exit', code: 5 });
  const lines = readFileSync(join(folder, 'logs/padan.log'), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { at: '2026-11-23T05:00:00.000Z', level: 'info', event: 'window.shown' },
    { at: '2026-11-23T05:00:00.000Z', level: 'error', event: 'engine.exit', code: 5 },
  ]);
});

it('starts a new file when the old one is large, and keeps one old file', () => {
  writeFileSync(join(folder, 'padan.log'), 'x'.repeat(1_000_001));
  openLog(folder, noon)({ level: 'info', event: 'again' });
  expect(statSync(join(folder, 'padan.log')).size).toBeLessThan(200);
  expect(statSync(join(folder, 'padan.log.1')).size).toBe(1_000_001);
});

it('starts a new file also in the middle of a long day', () => {
  const log = openLog(folder, noon);
  for (let n = 0; n < 30; n += 1) log({ level: 'info', event: 'x'.repeat(100_000) });
  expect(statSync(join(folder, 'padan.log')).size).toBeLessThan(1_200_000);
  expect(statSync(join(folder, 'padan.log.1')).size).toBeLessThan(1_200_000);
});

it('does not stop the app where it cannot write', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => openLog(join(folder, 'file'), noon)({ level: 'info', event: 'x' })).not.toThrow();
});
