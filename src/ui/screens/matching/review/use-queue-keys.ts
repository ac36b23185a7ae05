/** The keys of the queue; they rest while something is typed or a dialog is open. */
import { type RefObject, useEffect, useRef } from 'react';
import type { ReviewQueue } from './use-queue.ts';

interface KeyTargets {
  readonly noteRef: RefObject<HTMLInputElement | null>;
  readonly onHelp: () => void;
  readonly enabled: boolean;
}

const typingIn = 'input, textarea, select, [contenteditable], [role="listbox"], [role="dialog"]';

/** A key does one thing; on a focused button, Space stays the button's own. */
export function useQueueKeys(queue: ReviewQueue, targets: KeyTargets): void {
  const latest = useRef({ queue, targets });
  latest.current = { queue, targets };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const now = latest.current;
      if (!now.targets.enabled || event.defaultPrevented || event.repeat) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(typingIn) != null) return;
      if (event.key === ' ' && target?.closest('button, a') != null) return;
      const action = actionOf(event, now.queue, now.targets);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function actionOf(
  event: KeyboardEvent,
  queue: ReviewQueue,
  { noteRef, onHelp }: KeyTargets,
): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    return key === 'z' && !event.altKey && !event.shiftKey ? queue.undo : undefined;
  }
  if (event.altKey) return undefined;
  switch (key) {
    case 'y':
      return () => queue.decide('same');
    case 'n':
      return () => queue.decide('different');
    case 'l':
    case ' ':
      return queue.skip;
    case 'k':
    case 'arrowdown':
      return () => queue.choose(queue.chosen + 1);
    case 'arrowup':
      return () => queue.choose(queue.chosen - 1);
    case 'c':
      return () => noteRef.current?.focus();
    case 't':
      return queue.shown?.decision === 'open' ? undefined : () => queue.decide('open');
    case 'u':
      return queue.undo;
    case 'a':
      return queue.again;
    case '?':
      return onHelp;
    default:
      return undefined;
  }
}
