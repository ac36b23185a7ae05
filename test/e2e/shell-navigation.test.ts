/** A page stays in its one window, at its one address (items 11 to 14 of Electron's security checklist). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchPadan, type Padan } from './harness/launch.ts';
import { type Outside, openOutside } from './harness/outside.ts';
import { navigations, waitForApp, watch } from './harness/watch.ts';

const startPlace = 'app://padan/#/';
let padan: Padan;
let outside: Outside;

beforeAll(async () => {
  outside = await openOutside();
  padan = await launchPadan();
  await watch(padan);
  // The start screen sets its own place once it has been drawn.
  await padan.page.waitForURL(startPlace);
});
afterAll(async () => {
  await padan[Symbol.asyncDispose]();
  outside[Symbol.dispose]();
});

describe('the page stays where it is (13)', () => {
  it.each([
    ['a location', (url: string) => location.assign(url)],
    [
      'a link',
      (url: string) => {
        const link = document.createElement('a');
        link.href = url;
        document.body.append(link);
        link.click();
      },
    ],
    [
      'a refresh',
      (url: string) => {
        const meta = document.createElement('meta');
        meta.httpEquiv = 'refresh';
        meta.content = `0; url=${url}`;
        document.head.append(meta);
      },
    ],
  ])('whatever %s says', async (_way, go) => {
    const { page } = padan;
    const before = page.url();
    await page.evaluate(() => Reflect.set(window, 'e2eStillHere', true));
    const targets = [
      [outside.address, outside.address],
      ['app://padan.evil/', 'app://padan.evil/'],
      ['app://padan@evil/', 'app://evil/'],
      ['app://padan/assets/', 'app://padan/assets/'],
    ] as const;
    for (const [target, asked] of targets) {
      await page.evaluate(go, target);
      await expect.poll(() => navigations(padan)).toContainEqual([asked, true]);
    }
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => Reflect.get(window, 'e2eStillHere'))).toBe(true);
    expect(outside.hits()).toBe(0);
  });

  it('and never on file:, data: or javascript:, nor by a form', async () => {
    const { page } = padan;
    const before = page.url();
    await page.evaluate(async (address) => {
      for (const target of ['file:///etc/passwd', 'data:text/html,x', 'javascript:stop()']) {
        try {
          location.href = target;
        } catch {
          // Refused at once is as good.
        }
      }
      const form = document.createElement('form');
      form.action = address;
      form.method = 'post';
      document.body.append(form);
      form.submit();
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }, outside.address);
    await page.evaluate(() => document.readyState);
    expect(page.url()).toBe(before);
    expect(outside.hits()).toBe(0);
  });

  it('or comes back, from the one address no rule can stop', async () => {
    const { page } = padan;
    await page.evaluate(() => {
      location.href = 'about:blank';
    });
    await page.waitForURL(startPlace);
    await waitForApp(padan);
  });
});

it('no window, frame or webview can be opened (11, 12, 14)', async () => {
  const { page } = padan;
  const result = await page.evaluate(async (address) => {
    const blank = document.createElement('a');
    blank.href = address;
    blank.target = '_blank';
    const view = document.createElement('webview');
    view.setAttribute('src', address);
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(blank, view, frame);
    blank.click();
    blank.dispatchEvent(new MouseEvent('click', { button: 1, bubbles: true, ctrlKey: true }));
    const empty = document.createElement('iframe');
    document.body.append(empty);
    return {
      opened: [window.open(address), window.open('app://padan/'), window.open('about:blank')],
      bridgeInFrame: 'padan' in (empty.contentWindow ?? {}),
    };
  }, outside.address);
  expect(result).toEqual({ opened: [null, null, null], bridgeInFrame: false });
  const count = await padan.app.evaluate(
    ({ webContents }) => webContents.getAllWebContents().length,
  );
  expect(count).toBe(1);
  expect(outside.hits()).toBe(0);
});
