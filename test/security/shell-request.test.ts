/** Hostile requests to the shell: unknown routes, prototype keys, paths where ids belong. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDroppable, isOpenable, withStoreEnding } from '../../electron/main/file-kinds.ts';
import { isAllowedRequest, isPermitted } from '../../electron/main/rules.ts';
import { dispatchShell, type ShellHandlers } from '../../electron/main/shell-dispatch.ts';

const never = (): never => {
  throw new Error('a refused request reached a handler');
};
const handlers: ShellHandlers<null> = {
  'files.openTables': never,
  'files.openStore': never,
  'files.newStore': ({ suggestedName }) => ({
    file: '12345678',
    fileName: suggestedName,
    bytes: 0,
  }),
  'files.chooseFolder': never,
  'files.adoptDropped': never,
  'files.show': never,
  'files.open': never,
  'app.info': never,
  'app.theme': never,
};
const ask = (data: unknown): Promise<unknown> => dispatchShell(handlers, null, data);

describe('a shell request', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'files', 'openExternal', ''])(
    'to %o is refused as unknown',
    async (name) => {
      await expect(ask({ ask: name, in: {} })).rejects.toMatchObject({
        code: 'bridge.unknown-route',
      });
    },
  );

  it.each([
    ['nothing', undefined],
    ['a text', 'files.openStore'],
    ['an extra key', { ask: 'app.info', in: {}, sender: 1 }],
    ['an over-long route', { ask: 'x'.repeat(65), in: {} }],
    ['an input it does not take', { ask: 'app.info', in: { x: 1 } }],
    ['no input', { ask: 'app.info' }],
    ['a path for a name', { ask: 'files.newStore', in: { suggestedName: '../../etc/cron.d/x' } }],
    ['a drive for a name', { ask: 'files.newStore', in: { suggestedName: 'C:x' } }],
    ['a line break in a name', { ask: 'files.newStore', in: { suggestedName: 'a\nb' } }],
    ['a path for an id', { ask: 'files.show', in: { file: '/etc/passwd', path: '/etc/passwd' } }],
    ['too many files', { ask: 'files.adoptDropped', in: { paths: Array(51).fill('/a.csv') } }],
    ['files that are not paths', { ask: 'files.adoptDropped', in: { paths: [{}] } }],
    ['a theme that is none', { ask: 'app.theme', in: { theme: 'javascript:1' } }],
  ])('with %s is refused', async (_name, data) => {
    await expect(ask(data)).rejects.toMatchObject({ code: 'bridge.bad-request' });
  });

  it('that is well formed reaches its handler with the parsed input', async () => {
    const data = { ask: 'files.newStore', in: { suggestedName: 'Kab. Brebes 2027' } };
    await expect(ask(data)).resolves.toMatchObject({ fileName: 'Kab. Brebes 2027' });
  });
});

describe('files', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'padan-kinds-'));
    for (const name of ['a.csv', 'a.XLSX', 'a.padan', 'a.exe', 'a.pdf', 'a.desktop', 'a.csv.lnk']) {
      writeFileSync(at(name), 'x');
    }
    mkdirSync(at('folder.csv'));
    symlinkSync('/etc', at('link.csv'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are taken when dropped only if Padan reads them', () => {
    const names = [
      'a.csv',
      'a.XLSX',
      'a.padan',
      'a.exe',
      'a.pdf',
      'a.csv.lnk',
      'folder.csv',
      'link.csv',
      'none.csv',
    ];
    expect(names.filter((name) => isDroppable(at(name)))).toEqual(['a.csv', 'a.XLSX', 'a.padan']);
    expect(isDroppable('a.csv')).toBe(false);
  });

  it('are opened by the system only if they are documents', () => {
    const names = [
      'a.csv',
      'a.XLSX',
      'a.pdf',
      'a.exe',
      'a.desktop',
      'a.csv.lnk',
      'a.padan',
      'none.pdf',
    ];
    expect(names.filter((name) => isOpenable(at(name)))).toEqual(['a.csv', 'a.XLSX', 'a.pdf']);
  });

  it('get the store ending once', () => {
    expect(withStoreEnding('/x/kab')).toBe('/x/kab.padan');
    expect(withStoreEnding('/x/kab.PADAN')).toBe('/x/kab.PADAN');
    expect(withStoreEnding('/x/kab.xlsx')).toBe('/x/kab.xlsx.padan');
  });
});

describe('permissions', () => {
  it('are none but copying, and only for our page', () => {
    expect(isPermitted('clipboard-sanitized-write', 'app://padan/')).toBe(true);
    expect(isPermitted('clipboard-sanitized-write', 'app://padan.evil/')).toBe(false);
    for (const name of [
      'clipboard-read',
      'geolocation',
      'media',
      'notifications',
      'midi',
      'openExternal',
      'fileSystem',
      'usb',
    ]) {
      expect(isPermitted(name, 'app://padan/'), name).toBe(false);
    }
  });
});

describe('requests', () => {
  it.each([
    'https://example.com/',
    'http://127.0.0.1:1/',
    'ws://padan/',
    'wss://x/',
    'file:///etc/passwd',
    'ftp://x/',
    'app://padan.evil/',
    'chrome://gpu',
    'x',
  ])('to %s are cancelled', (address) => {
    expect(isAllowedRequest(address, true)).toBe(false);
    expect(isAllowedRequest(address, false)).toBe(false);
  });

  it('to the app pass, to the tools only while developing', () => {
    expect(isAllowedRequest('app://padan/assets/a.js', true)).toBe(true);
    expect(isAllowedRequest('devtools://devtools/x', false)).toBe(true);
    expect(isAllowedRequest('devtools://devtools/x', true)).toBe(false);
  });
});
