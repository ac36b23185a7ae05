/** Hooks over the contract: a query, a command, a job, and the engine's state. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useState, useSyncExternalStore } from 'react';
import type { JobProgress } from '../../contract/messages.ts';
import type { NamesOf, RouteIn, RouteOut } from '../../contract/routes.ts';
import type { AppError } from '../../domain/app-error.ts';
import { useBridge } from './bridge-context.tsx';
import type { ClientState } from './client-state.ts';

/** Asks a query; `keep` shows the previous answer while a new input loads. */
export function useRoute<N extends NamesOf<'query'>>(
  route: N,
  input: RouteIn<N>,
  options: { readonly enabled?: boolean; readonly keep?: boolean } = {},
) {
  const { engine } = useBridge();
  return useQuery<RouteOut<N>, AppError>({
    queryKey: [route, input],
    queryFn: () => engine.call(route, input),
    enabled: options.enabled ?? true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** A change that answers at once. */
export function useCommand<N extends NamesOf<'command'>>(route: N) {
  const { engine } = useBridge();
  return useMutation<RouteOut<N>, AppError, RouteIn<N>>({
    mutationFn: (input) => engine.call(route, input),
  });
}

/** Long work of one kind, as a button and a progress bar see it. */
export interface JobHandle<N extends NamesOf<'job'>> {
  readonly run: (input: RouteIn<N>) => Promise<RouteOut<N> | null>;
  readonly cancel: () => void;
  readonly running: boolean;
  readonly progress: JobProgress | null;
  readonly error: AppError | null;
  readonly result: RouteOut<N> | null;
  readonly reset: () => void;
}

/** Starts a job; `run` answers `null` when it failed or was cancelled, and `error` then says why. */
export function useJob<N extends NamesOf<'job'>>(route: N): JobHandle<N> {
  const { engine } = useBridge();
  const [jobId, setJobId] = useState<string | null>(null);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const mutation = useMutation<RouteOut<N>, AppError, RouteIn<N>>({
    mutationFn: (input) =>
      engine.call(route, input, { onId: setJobId, onProgress: (next) => setProgress(next) }),
  });
  const { mutateAsync, reset: resetMutation, isPending, error, data } = mutation;

  const run = useCallback(
    async (input: RouteIn<N>) => {
      setProgress(null);
      try {
        return await mutateAsync(input);
      } catch {
        // The mutation keeps the error; the caller only needs to know there is no result.
        return null;
      }
    },
    [mutateAsync],
  );

  const cancel = useCallback(() => {
    // A job that ended in the meantime answers `not-found`, which is what was wanted anyway.
    if (jobId !== null) engine.cancel(jobId).catch(() => undefined);
  }, [engine, jobId]);

  return {
    run,
    cancel,
    running: isPending,
    progress: isPending ? progress : null,
    error: error?.code === 'job.cancelled' ? null : error,
    result: data ?? null,
    reset: resetMutation,
  };
}

/** The engine's connection and the jobs it runs. */
export function useEngineState(): ClientState {
  const { engine } = useBridge();
  return useSyncExternalStore(engine.subscribe, engine.state);
}
