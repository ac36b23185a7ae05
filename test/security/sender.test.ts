/** Who may use the bridge: every part of the answer must be right at once. */
import { describe, expect, it } from 'vitest';
import { isTrustedSender, type SenderFacts } from '../../electron/main/sender.ts';

const known: ReadonlySet<number> = new Set([7]);
const page: SenderFacts = { contentsId: 7, frame: { url: 'app://padan/#/', isTop: true } };

describe('a sender', () => {
  it('is trusted as the top frame of our own window on our own page', () => {
    expect(isTrustedSender(page, known)).toBe(true);
  });

  it.each<[string, SenderFacts]>([
    ['a frame that has gone', { ...page, frame: null }],
    ['an iframe', { ...page, frame: { url: 'app://padan/', isTop: false } }],
    ['a blank document', { ...page, frame: { url: 'about:blank', isTop: true } }],
    [
      'a host that only begins alike',
      { ...page, frame: { url: 'app://padan.evil/', isTop: true } },
    ],
    [
      'a user name that looks like the host',
      { ...page, frame: { url: 'app://padan@evil/', isTop: true } },
    ],
    ['a remote page', { ...page, frame: { url: 'https://padan/', isTop: true } }],
    ['a local file', { ...page, frame: { url: 'file:///app/index.html', isTop: true } }],
    [
      'an asset opened as a document',
      { ...page, frame: { url: 'app://padan/a.svg', isTop: true } },
    ],
    ['a window we did not make', { ...page, contentsId: 8 }],
    ['a frame without an address', { ...page, frame: { url: '', isTop: true } }],
  ])('is refused as %s', (_name, sender) => {
    expect(isTrustedSender(sender, known)).toBe(false);
  });

  it('is refused once its window is closed', () => {
    expect(isTrustedSender(page, new Set())).toBe(false);
  });
});
