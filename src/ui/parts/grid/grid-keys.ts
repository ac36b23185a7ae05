/** What a key means while the cells have the focus, apart from moving. */
import type { KeyboardEvent } from 'react';
import type { GridCommand } from './grid-column.ts';

export type GridKey =
  | { readonly do: 'command'; readonly command: GridCommand }
  /** Begin typing; `typed` replaces what is there. */
  | { readonly do: 'edit'; readonly typed: string | null }
  | { readonly do: 'open' }
  | { readonly do: 'select-all' }
  | { readonly do: 'select-row' }
  | { readonly do: 'collapse' };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Null for a key that means nothing here. */
export function meaningOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): GridKey | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return withControl(key.toLowerCase(), shiftKey);
  switch (key) {
    case 'F2':
    case 'Enter':
      return { do: 'edit', typed: null };
    case 'Delete':
      return { do: 'command', command: 'empty' };
    case 'Backspace':
      return { do: 'edit', typed: '' };
    case ' ':
      return { do: shiftKey ? 'select-row' : 'open' };
    case 'Escape':
      return { do: 'collapse' };
    default:
      return [...key].length === 1 ? { do: 'edit', typed: key } : null;
  }
}

function withControl(key: string, shift: boolean): GridKey | null {
  switch (key) {
    case 'a':
      return { do: 'select-all' };
    case 'z':
      return { do: 'command', command: shift ? 'redo' : 'undo' };
    case 'y':
      return { do: 'command', command: 'redo' };
    case 's':
      return { do: 'command', command: 'save' };
    case 'c':
      return shift ? { do: 'command', command: 'copy-full' } : null;
    case 'enter':
      return { do: 'open' };
    default:
      return null;
  }
}
