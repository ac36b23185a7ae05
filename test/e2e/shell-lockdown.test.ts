/** Electron's security checklist in the real window; the numbers are the checklist's own. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchPadan, type Padan, projectRoot } from './harness/launch.ts';
import { type Outside, openOutside } from './harness/outside.ts';
import { requests, violations, watch } from './harness/watch.ts';

let padan: Padan;
let outside: Outside;

beforeAll(async () => {
  outside = await openOutside();
  padan = await launchPadan();
  await watch(padan);
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  outside[Symbol.dispose]();
});

it('the page itself breaks no rule of its policy (7)', async () => {
  expect(await violations(padan)).toEqual([]);
});

it('every request goes to app://padan (1)', async () => {
  const seen = await requests(padan);
  expect(seen.length).toBeGreaterThan(2);
  for (const url of seen) expect(url).toMatch(/^app:\/\/padan\//);
});

it('each web contents has the safe preferences (2, 3, 4, 6, 8, 9, 10, 11)', async () => {
  const all = await padan.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has it, its types leave it out.
      const { getLastWebPreferences } = contents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return getLastWebPreferences.call(contents);
    }),
  );
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
  });
});

it('the page has no Node, and no worker that could (2)', async () => {
  const found = await padan.page.evaluate(async () => {
    const names = ['process', 'require', 'module', 'Buffer', 'global', '__dirname', 'electron'];
    const worker = await new Promise((resolve) => {
      try {
        const made = new Worker(URL.createObjectURL(new Blob(['postMessage(typeof process)'])));
        made.onerror = () => resolve('blocked');
        made.onmessage = ({ data }) => resolve(data);
      } catch {
        resolve('blocked');
      }
    });
    return { worker, names: names.filter((name) => name in window) };
  });
  expect(found).toEqual({ worker: 'blocked', names: [] });
});

it('the bridge is two functions, out of reach of a page that bends the language (3, 20)', async () => {
  const result = await padan.page.evaluate(async () => {
    const { padan: bridge } = window as unknown as {
      padan: Record<string, (request: unknown) => unknown>;
    };
    const caught: string[] = [];
    const { push } = Array.prototype;
    const { call } = Function.prototype;
    Array.prototype.push = function (...items) {
      caught.push = push;
      caught.push(...items.map(String));
      return push.apply(this, items);
    };
    Function.prototype.call = function (...args) {
      caught.push = push;
      caught.push(...args.map((arg) => String(arg)));
      return Reflect.apply(this, args[0], args.slice(1));
    };
    const answer = await bridge['shell']?.({ ask: 'app.info', in: {} });
    Array.prototype.push = push;
    Function.prototype.call = call;
    let replaced = false;
    try {
      bridge['shell'] = () => 'mine';
      replaced = (await bridge['shell']({ ask: 'app.info', in: {} })) === 'mine';
    } catch {
      replaced = false;
    }
    return {
      keys: Object.keys(bridge).sort(),
      ok: Object(answer).ok,
      replaced,
      caught: caught.filter((one) => one.includes('padan:')),
    };
  });
  expect(result).toEqual({ keys: ['connect', 'shell'], ok: true, replaced: false, caught: [] });
});

it('permissions are refused (5)', async () => {
  const answers = await padan.page.evaluate(async () => {
    const failed = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'granted',
        (error: Error) => error.name,
      );
    return {
      geolocation: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(code),
        ),
      ),
      notifications: await Notification.requestPermission(),
      // Asked as a state: a test machine has no camera to be refused.
      camera: (await navigator.permissions.query({ name: 'camera' })).state,
      microphone: (await navigator.permissions.query({ name: 'microphone' })).state,
      midi: await failed(navigator.requestMIDIAccess()),
      read: await failed(navigator.clipboard.readText()),
    };
  });
  expect(answers).toEqual({
    geolocation: 1,
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    midi: expect.stringMatching(/^(NotAllowed|Security)Error$/),
    read: 'NotAllowedError',
  });
});

it('inline script and eval are blocked (7)', async () => {
  const { page } = padan;
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.e2eInline = true';
    document.head.append(script);
    // In a task of its own: what the debugger itself calls is let through.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          resolve(Reflect.get(window, 'eval')('1 + 1'));
        } catch (error) {
          resolve((error as Error).name);
        }
      }),
    );
    return { inline: 'e2eInline' in window, evaluated };
  });
  expect(ran).toEqual({ inline: false, evaluated: 'EvalError' });
  expect(await violations(padan)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^script-src/)]),
  );
});

it('nothing reaches an address outside, by any way a page has (1, 7)', async () => {
  await padan.page.evaluate(async (address) => {
    await Promise.allSettled([
      fetch(address),
      fetch(address, { mode: 'no-cors' }),
      new Promise((resolve) => {
        const image = new Image();
        image.onload = image.onerror = resolve;
        image.src = address;
      }),
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.onload = script.onerror = resolve;
        script.src = address;
        document.head.append(script);
      }),
      new Promise((resolve) => {
        try {
          const socket = new WebSocket(address.replace('http', 'ws'));
          socket.onopen = socket.onerror = resolve;
        } catch (error) {
          resolve(error);
        }
      }),
    ]);
    navigator.sendBeacon(address, 'x');
  }, outside.address);
  // Also with the page's own policy out of the way: the session refuses too.
  const direct = await padan.app.evaluate(async ({ net, session }, address) => {
    const answers = await Promise.allSettled([
      session.defaultSession.fetch(address),
      net.fetch(address),
    ]);
    return answers.map(({ status }) => status);
  }, outside.address);
  expect(direct).toEqual(['rejected', 'rejected']);
  expect(outside.hits()).toBe(0);
});

it('the bridge answers no window but ours, and no page but ours (17)', async () => {
  const preload = join(projectRoot, 'out/preload/index.cjs');
  const answers = await padan.app.evaluate(async ({ BrowserWindow }, path) => {
    const ask = "padan.shell({ ask: 'app.info', in: {} })";
    const found: unknown[] = [];
    for (const address of ['app://padan/', 'about:blank']) {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload: path, sandbox: true, contextIsolation: true },
      });
      await window.loadURL(address);
      found.push(await window.webContents.executeJavaScript(ask));
      found.push(await window.webContents.executeJavaScript('padan.connect()'));
      window.destroy();
    }
    return found;
  }, preload);
  const refused = { ok: false, error: { code: 'bridge.untrusted-sender', params: {} } };
  expect(answers).toEqual([refused, refused, refused, refused]);
});

it('app:// serves the page, and only by GET, and only from our host (18)', async () => {
  const fromPage = await padan.page.evaluate(async () => {
    const status = async (address: string, method = 'GET'): Promise<number> =>
      (await fetch(address, { method })).status;
    return {
      page: await status('app://padan/'),
      policy: (await fetch('app://padan/')).headers.get('content-security-policy'),
      traversal: await status('app://padan/%2e%2e/%2e%2e/package.json'),
      encoded: await status('app://padan/..%2f..%2fpackage.json'),
      absolute: await status('app://padan//etc/passwd'),
      post: await status('app://padan/', 'POST'),
    };
  });
  expect(fromPage).toEqual({
    page: 200,
    policy: expect.stringContaining("default-src 'none'"),
    traversal: 404,
    encoded: 404,
    absolute: 404,
    post: 405,
  });
  const nonces = await padan.page.evaluate(async () => {
    const policy = async (): Promise<string> =>
      /'nonce-([^']+)'/.exec(
        (await fetch('/')).headers.get('content-security-policy') ?? '',
      )?.[1] ?? '';
    return [await policy(), await policy()];
  });
  expect(nonces[0]).toMatch(/^.{24}$/);
  expect(nonces[0]).not.toBe(nonces[1]);
});
