/** Who may talk to main: the top frame of a window we made, showing our own page. */
import type { IpcMainInvokeEvent } from 'electron';
import { isAppPage } from './origin.ts';

/** What is looked at; a frame that is gone by now is null. */
export interface SenderFacts {
  readonly contentsId: number;
  readonly frame: { readonly url: string; readonly isTop: boolean } | null;
}

/** False for an iframe, a foreign or blank document, an unknown window, a frame that has gone. */
export function isTrustedSender(sender: SenderFacts, known: ReadonlySet<number>): boolean {
  return (
    sender.frame?.isTop === true && isAppPage(sender.frame.url) && known.has(sender.contentsId)
  );
}

/** The facts of an ipc event. */
export function senderFacts(event: IpcMainInvokeEvent): SenderFacts {
  const frame = event.senderFrame;
  return {
    contentsId: event.sender.id,
    frame: frame === null ? null : { url: frame.url, isTop: frame.parent === null },
  };
}
