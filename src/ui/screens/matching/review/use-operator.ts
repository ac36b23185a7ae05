/** Who sits at the desk: initials that go with every decision, kept on this PC. */
import { useState } from 'react';

const key = 'padan.initials';

/** Capitals and digits, two to eight of them; anything else is no initials yet. */
export function parseInitials(text: string): string | null {
  const initials = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return /^[A-Z0-9]{2,8}$/.test(initials) ? initials : null;
}

export interface Operator {
  /** As typed. */
  readonly text: string;
  readonly initials: string | null;
  readonly setText: (text: string) => void;
}

/** The initials typed last on this PC, until somebody types others. */
export function useOperator(): Operator {
  const [text, setText] = useState(() => localStorage.getItem(key) ?? '');
  return {
    text,
    initials: parseInitials(text),
    setText(next) {
      const clean = next
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '')
        .slice(0, 8);
      setText(clean);
      localStorage.setItem(key, clean);
    },
  };
}
