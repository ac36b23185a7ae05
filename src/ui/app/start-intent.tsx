/** What the window's menu asked for, carried across the closing of a file to the first screen. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useBridge } from '../bridge/bridge-context.tsx';
import { showError } from '../parts/show-error.tsx';
import { asAppError } from '../words/as-app-error.ts';
import { openHelp } from './help.tsx';
import { useUnsaved } from './unsaved.tsx';

export type StartIntent = 'open' | 'new';

interface StartIntentValue {
  readonly intent: StartIntent | null;
  /** Takes the intent, so that it is acted on once. */
  readonly take: () => void;
}

const StartIntentContext = createContext<StartIntentValue>({ intent: null, take: () => undefined });

/** The pending intent, if any. */
export function useStartIntent(): StartIntentValue {
  return useContext(StartIntentContext);
}

/** Listens to the menu: opening or making a file closes the one that is open. */
export function StartIntentProvider({ children }: { readonly children: ReactNode }) {
  const { engine, shell } = useBridge();
  const { guard } = useUnsaved();
  const [intent, setIntent] = useState<StartIntent | null>(null);

  useEffect(
    () =>
      shell.onMenu((command) => {
        if (command === 'help') {
          openHelp();
          return;
        }
        const next = command === 'store.new' ? 'new' : command === 'store.open' ? 'open' : null;
        guard(() => {
          engine.call('store.close', {}).then(
            () => setIntent(next),
            (error) => {
              // Nothing was open: the first screen is there already.
              if (asAppError(error).code === 'store.not-open') setIntent(next);
              else showError(asAppError(error));
            },
          );
        });
      }),
    [engine, shell, guard],
  );

  const value = useMemo(() => ({ intent, take: () => setIntent(null) }), [intent]);
  return <StartIntentContext value={value}>{children}</StartIntentContext>;
}
