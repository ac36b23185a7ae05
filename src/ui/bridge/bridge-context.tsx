/** Hands the engine and the shell to every screen, and asks stale answers again. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { AppError } from '../../domain/app-error.ts';
import type { EngineClient } from './engine-client.ts';
import { staleQueries } from './invalidation.ts';
import type { ShellClient } from './shell-client.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AppError;
  }
}

export interface Bridge {
  readonly engine: EngineClient;
  readonly shell: ShellClient;
}

const BridgeContext = createContext<Bridge | null>(null);

/** The engine and the shell of this window. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (bridge === null) throw new Error('no bridge above this component');
  return bridge;
}

/** Answers stay good until the engine says otherwise; an office PC without a network is not "offline". */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Provides `bridge` and the query cache that follows the engine's `changed` events. */
export function BridgeProvider({ bridge, children }: { bridge: Bridge; children: ReactNode }) {
  const [queries] = useState(createQueryClient);

  useEffect(
    () =>
      bridge.engine.onChanged((areas) => {
        const stale = areas === null ? 'all' : staleQueries(areas);
        queries.invalidateQueries({
          predicate: (query) => stale === 'all' || stale.has(String(query.queryKey[0])),
        });
      }),
    [bridge, queries],
  );

  return (
    <BridgeContext value={bridge}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </BridgeContext>
  );
}
