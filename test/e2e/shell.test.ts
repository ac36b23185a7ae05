/** The desktop shell: window, menu, dialogs, file ids, engine process, single instance. */
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askShell, callEngine } from './harness/bridge.ts';
import { answerOpenDialog, answerSaveDialog } from './harness/dialogs.ts';
import { launchPadan, type Padan } from './harness/launch.ts';
import { collectShellEvents, shellEvents } from './harness/page-events.ts';
import {
  canRunAsNobody,
  internetSockets,
  pageSeccompModes,
  readLog,
  runAsNobody,
  runPlainly,
} from './harness/plain-process.ts';
import { screenshot } from './harness/screenshot.ts';

let folder = '';
let padan: Padan;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'padan-shell-'));
  padan = await launchPadan();
  await collectShellEvents(padan.page);
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function fileIn(name: string, text = 'nik;nama\n'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('the window', () => {
  it('shows the page, in Indonesian, at no less than its smallest size', async () => {
    const { app, page } = padan;
    const state = await app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      const [window] = windows;
      return { count: windows.length, shown: window?.isVisible(), least: window?.getMinimumSize() };
    });
    expect(state).toEqual({ count: 1, shown: true, least: [1024, 640] });
    expect(page.url()).toMatch(/^app:\/\/padan\/(#.*)?$/);
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
    await screenshot(padan, 'shell-start');
  });

  it('has a menu in Indonesian', async () => {
    const labels = await padan.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')),
    );
    expect(labels).toEqual(['Berkas', 'Ubah', 'Tampilan', 'Bantuan']);
  });

  it('passes a menu command to the page', async () => {
    const { app, page } = padan;
    await answerOpenDialog(app, []);
    await app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items[0];
      file?.submenu?.items.find(({ label }) => label.startsWith('Buka berkas'))?.click();
    });
    await expect.poll(() => shellEvents(page)).toContainEqual({ t: 'menu', command: 'store.open' });
  });
});

describe('dialogs', () => {
  it('hand the page ids, names and sizes, never a path', async () => {
    const { app, page } = padan;
    await answerOpenDialog(app, [fileIn('honorer.csv'), fileIn('perangkat.xlsx', 'PK')]);
    const answer = await askShell(page, 'files.openTables');
    expect(answer).toMatchObject({
      ok: true,
      value: [
        { fileName: 'honorer.csv', bytes: 9 },
        { fileName: 'perangkat.xlsx', bytes: 2 },
      ],
    });
    expect(JSON.stringify(answer)).not.toContain(folder);
  });

  it('give a new store its ending, and a folder an id', async () => {
    const { app, page } = padan;
    await answerSaveDialog(app, join(folder, 'brebes'));
    expect(await askShell(page, 'files.newStore', { suggestedName: 'brebes' })).toMatchObject({
      value: { fileName: 'brebes.padan', bytes: 0 },
    });
    await answerOpenDialog(app, [folder]);
    expect(await askShell(page, 'files.chooseFolder')).toMatchObject({
      ok: true,
      value: { bytes: 0 },
    });
  });

  it('that are cancelled answer nothing', async () => {
    const { app, page } = padan;
    await answerOpenDialog(app, []);
    await answerSaveDialog(app, null);
    expect(await askShell(page, 'files.openTables')).toEqual({ ok: true, value: [] });
    expect(await askShell(page, 'files.openStore')).toEqual({ ok: true, value: null });
    expect(await askShell(page, 'files.chooseFolder')).toEqual({ ok: true, value: null });
    const save = await askShell(page, 'files.newStore', { suggestedName: 'x' });
    expect(save).toEqual({ ok: true, value: null });
  });
});

describe('dropped files', () => {
  async function adopt(
    page: Padan['page'],
    kind: 'real' | 'made up' | 'no file',
  ): Promise<unknown> {
    return page.evaluate(async (which) => {
      const { padan: bridge } = window as unknown as {
        padan: { shell(request: unknown): unknown };
      };
      const chosen = document.querySelector<HTMLInputElement>('#e2e-files')?.files ?? [];
      const files = {
        real: [...chosen],
        'made up': [new File(['x'], '/etc/passwd.csv')],
        'no file': [{ path: '/etc/hosts.csv', name: 'hosts.csv' }],
      }[which];
      return bridge.shell({ ask: 'files.adoptDropped', in: { files, paths: ['/etc/hosts.csv'] } });
    }, kind);
  }

  it('get ids when they are real, and only then', async () => {
    const { page } = padan;
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'e2e-files';
      document.body.append(input);
    });
    await page.setInputFiles('#e2e-files', fileIn('rentan.csv'));
    const answer = await adopt(page, 'real');
    expect(answer).toMatchObject({ ok: true, value: [{ fileName: 'rentan.csv', bytes: 9 }] });
    expect(JSON.stringify(answer)).not.toContain(folder);
    const refused = { ok: false, error: { code: 'bridge.bad-request' } };
    expect(await adopt(page, 'made up')).toMatchObject(refused);
    expect(await adopt(page, 'no file')).toMatchObject(refused);
    await page.evaluate(() => document.querySelector('#e2e-files')?.remove());
  });
});

describe('the engine process', () => {
  it('answers the page over its port', async () => {
    expect(await callEngine(padan.page, 'store.status')).toMatchObject({ ok: true });
  });

  it('that dies is replaced, and the page is told', async () => {
    const { app, page } = padan;
    const engineId = (): Promise<number | undefined> =>
      app.evaluate(
        ({ app: self }) => self.getAppMetrics().find(({ name }) => name === 'Padan Engine')?.pid,
      );
    const before = await engineId();
    if (before === undefined) throw new Error('no engine process');
    process.kill(before, 'SIGKILL');
    await expect
      .poll(() => shellEvents(page))
      .toContainEqual({ t: 'engine-gone', restarting: true });
    expect(await callEngine(page, 'store.status')).toMatchObject({ ok: true });
    expect(await engineId()).not.toBe(before);
    expect(readLog(padan.userDataDir)).toContain('"event":"engine.exit"');
  });
});

describe('the app, started without a debugger', () => {
  const profile = (): string => mkdtempSync(join(folder, 'profile-'));

  it('comes up and ends by itself with --smoke', async () => {
    const { code, stdout } = await runPlainly(profile(), '--smoke').ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ ok: true });
  });

  it('runs once a profile: a second start ends and leaves the first alone', async () => {
    const second = await runPlainly(padan.userDataDir).ended;
    expect(second.code).toBe(0);
    const count = await padan.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect(count).toBe(1);
  });

  it.runIf(process.platform === 'linux')('opens no port of the network', async () => {
    const userDataDir = profile();
    const { child, ended } = runPlainly(userDataDir);
    try {
      await expect.poll(() => readLog(userDataDir), { timeout: 30_000 }).toContain('window.shown');
      const { processes, open } = internetSockets(child.pid ?? 0);
      expect(processes).toBeGreaterThan(3);
      expect(open).toEqual([]);
    } finally {
      child.kill();
      await ended;
    }
  });

  it.runIf(canRunAsNobody())('keeps its pages in the sandbox as an ordinary user', async () => {
    const home = profile();
    chmodSync(folder, 0o755);
    chownSync(home, 65534, 65534);
    const { child, ended } = runAsNobody(home);
    try {
      await expect.poll(() => readLog(home), { timeout: 30_000 }).toContain('window.shown');
      expect(pageSeccompModes(child.pid ?? 0)).toEqual(['2']);
    } finally {
      child.kill();
      await ended;
    }
  });
});
