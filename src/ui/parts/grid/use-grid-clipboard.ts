/** The clipboard's own events while the cells have the focus; they need no permission. */
import { useEffect, useRef } from 'react';

interface ClipboardOptions {
  readonly element: { readonly current: HTMLElement | null };
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (text: string) => void;
}

/**
 * Without a caret these events go to the body, so they are caught on the document and taken only when the grid itself
 * has the focus: in a field of a cell they mean the field.
 */
export function useGridClipboard({ element, ...handlers }: ClipboardOptions): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const isOurs = () => element.current !== null && document.activeElement === element.current;
    const copy = (event: ClipboardEvent) => {
      if (isOurs()) latest.current.onCopy(event);
    };
    const paste = (event: ClipboardEvent) => {
      if (!isOurs()) return;
      event.preventDefault();
      latest.current.onPaste(event.clipboardData?.getData('text/plain') ?? '');
    };
    // The menu offers copying and pasting only where somebody says they are possible.
    const offer = (event: Event) => {
      if (isOurs()) event.preventDefault();
    };
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    document.addEventListener('beforecopy', offer);
    document.addEventListener('beforepaste', offer);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
      document.removeEventListener('beforecopy', offer);
      document.removeEventListener('beforepaste', offer);
    };
  }, [element]);
}
