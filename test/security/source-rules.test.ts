/** What no source may contain, and how long a file may be. */
import { describe, expect, it } from 'vitest';
import { readSources } from './sources.ts';

const shipped = readSources(['electron', 'src']);

function filesWith(pattern: RegExp): readonly string[] {
  return shipped.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

describe('shipped sources', () => {
  it('were found', () => {
    expect(shipped.length).toBeGreaterThan(40);
    expect(filesWith(/contextBridge/)).toEqual(['electron/preload/index.ts']);
  });

  it.each<[string, RegExp]>([
    ['switch the sandbox off', /no-sandbox|sandbox:\s*false/],
    [
      'weaken the web security',
      /disable-web-security|webSecurity:\s*false|allowRunningInsecureContent/,
    ],
    ['give a page Node', /nodeIntegration\w*:\s*true|contextIsolation:\s*false|webviewTag:\s*true/],
    ['switch on unfinished browser features', /enableBlinkFeatures|experimentalFeatures/],
    ['open an address outside', /openExternal/],
    ['run text as code', /\beval\(|new Function\(|executeJavaScript\(/],
    ['put text into a page as markup', /\.innerHTML\s*=|insertAdjacentHTML|document\.write\(/],
    ['reach the network', /from 'node:(http|https|net|dgram|dns|tls)(\/promises)?'|\bfetch\(/],
    ['use the remote debugging port', /remote-debugging-port/],
  ])('do not %s', (_name, pattern) => {
    expect(filesWith(pattern)).toEqual([]);
  });

  it('hold SQL in the store alone', () => {
    const outside = (pattern: RegExp) =>
      filesWith(pattern).filter((path) => !path.startsWith('src/store/'));
    const asked = /\bsql\s*\.(?:run|prepare|get|all|pluck|iterate\w*)\b|from 'better-sqlite3'/;
    expect(outside(asked)).toEqual([]);
    expect(
      outside(/['"`]\s*(?:SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|WITH \w+ AS)\b/),
    ).toEqual([]);
    expect(filesWith(asked).length).toBeGreaterThan(20);
  });

  it('listen to pages in one place only, behind the sender check', () => {
    expect(filesWith(/ipcMain/)).toEqual(['electron/main/ipc.ts']);
    const ipc = shipped.find(({ path }) => path === 'electron/main/ipc.ts');
    expect(ipc?.text.match(/ipcMain\.(handle|on|once)\(/g)).toHaveLength(1);
    expect(ipc?.text).toContain('isTrustedSender(');
  });

  it('put exactly two functions on the bridge', () => {
    const preload = shipped.find(({ path }) => path === 'electron/preload/index.ts');
    expect(preload?.text.match(/exposeInMainWorld\(/g)).toHaveLength(1);
  });
});

describe('every file', () => {
  it('has at most 400 lines', () => {
    const all = [...shipped, ...readSources(['scripts', 'test'])];
    const long = all
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });
});
