/** Exploits against app://padan: only the exact addresses of the built page exist. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asset, findAsset, listAssets } from '../../electron/main/assets.ts';
import { isAppPage, isAppUrl } from '../../electron/main/origin.ts';

let folder = '';
let assets: ReadonlyMap<string, Asset> = new Map();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'padan-assets-'));
  const page = join(folder, 'renderer');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(page, 'index.html'), '<!doctype html>');
  writeFileSync(join(page, 'assets', 'app.js'), '');
  writeFileSync(join(page, 'assets', 'app.js.map'), '');
  assets = listAssets(page);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the table of addresses', () => {
  it('holds the page and its files, and nothing of another kind', () => {
    expect([...assets.keys()].sort()).toEqual(['/', '/assets/app.js', '/index.html']);
  });

  it('answers a file of the page by GET', () => {
    expect(findAsset(assets, 'GET', 'app://padan/assets/app.js')).toMatchObject({
      status: 200,
      asset: { mimeType: 'text/javascript; charset=utf-8' },
    });
    expect(findAsset(assets, 'GET', 'app://padan/').status).toBe(200);
    expect(findAsset(assets, 'GET', 'app://padan/#/daftar').status).toBe(200);
  });

  it.each([
    'app://padan/../secret.json',
    'app://padan/..%2fsecret.json',
    'app://padan/%2e%2e/secret.json',
    'app://padan/%2e%2e%2fsecret.json',
    'app://padan/assets/..%5c..%5csecret.json',
    'app://padan/assets\\..\\..\\secret.json',
    'app://padan/....//secret.json',
    'app://padan//etc/passwd',
    'app://padan/etc/passwd',
    'app://padan/C:/Windows/win.ini',
    'app://padan/assets/app.js%00.html',
    'app://padan/assets/app.js%00',
    'app://padan/assets/app.js/',
    'app://padan/assets/',
    'app://padan/assets/app.js.map',
    'app://padan/%61ssets/app.js',
    'app://padan/__proto__',
    'app://padan/constructor',
  ])('has nothing at %s', (address) => {
    expect(findAsset(assets, 'GET', address).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'get', ''])('refuses %s', (method) => {
    expect(findAsset(assets, method, 'app://padan/').status).toBe(405);
  });

  it('serves no path but those in the table, however it is written', () => {
    fc.assert(
      fc.property(
        fc.webPath(),
        fc.array(fc.constantFrom('..', '%2e', '/', '\\', '%00')),
        (path, noise) => {
          const address = `app://padan/${noise.join('')}${path}`;
          const answer = findAsset(assets, 'GET', address);
          const known = assets.has(URL.parse(address)?.pathname ?? '');
          expect(answer.status).toBe(known ? 200 : 404);
          if (answer.status === 200) expect(answer.asset.file.startsWith(folder)).toBe(true);
        },
      ),
    );
  });
});

const foreign = [
  'app://padan.evil/',
  'app://padan@evil/',
  'app://evil@padan/',
  'app://user:pw@padan/',
  'app://padan:8080/',
  'app://evil/padan',
  'app:padan',
  'app:///padan/',
  'https://padan/',
  'file:///padan',
  'about:blank',
  'javascript:alert(1)',
  'data:text/html,app://padan/',
  'blob:app://padan/1',
  '',
  'app://',
];

describe('the trusted origin', () => {
  it.each(foreign)('is not %s', (address) => {
    expect(isAppUrl(address)).toBe(false);
    expect(isAppPage(address)).toBe(false);
    expect(findAsset(assets, 'GET', address).status).toBe(403);
  });

  it('is app://padan, and its page is the root with any hash', () => {
    expect(isAppUrl('app://padan/assets/app.js')).toBe(true);
    expect(isAppPage('app://padan/')).toBe(true);
    expect(isAppPage('app://padan/#/impor')).toBe(true);
    expect(isAppPage('app://padan/assets/app.js')).toBe(false);
    expect(isAppPage('app://padan/?next=https://evil')).toBe(false);
  });
});
