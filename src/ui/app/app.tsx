/** The whole app: look, bridge, and either the first screen or the workspace of the open file. */
import { Center, Loader, MantineProvider, Stack, Text } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { type Bridge, BridgeProvider } from '../bridge/bridge-context.tsx';
import { useRoute } from '../bridge/use-engine.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { StartScreen } from '../screens/start/start-screen.tsx';
import classes from './app.module.css';
import { EngineBanner } from './engine-banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { StartIntentProvider } from './start-intent.tsx';
import { cssVariables, theme } from './theme.ts';
import { UnsavedProvider } from './unsaved.tsx';
import { Workspace } from './workspace.tsx';

interface AppProps {
  readonly bridge: Bridge;
  /** Nonce of the page's content security policy, for the few styles made at run time. */
  readonly nonce: string;
}

/** Everything under one roof; a failure inside is shown, not a blank window. */
export function App({ bridge, nonce }: AppProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="light"
      getStyleNonce={() => nonce}
    >
      <Notifications
        position="bottom-right"
        autoClose={6000}
        classNames={{ root: classes.notes ?? '' }}
      />
      <BridgeProvider bridge={bridge}>
        <ModalsProvider labels={{ confirm: 'Lanjutkan', cancel: 'Batal' }}>
          <Router hook={useHashLocation}>
            <EngineBanner />
            <UnsavedProvider>
              <StartIntentProvider>
                <ErrorBoundary>
                  <OpenOrStart />
                </ErrorBoundary>
              </StartIntentProvider>
            </UnsavedProvider>
          </Router>
        </ModalsProvider>
      </BridgeProvider>
    </MantineProvider>
  );
}

function OpenOrStart() {
  const status = useRoute('store.status', {});
  if (status.data?.open === true) return <Workspace status={status.data} />;
  if (status.data !== undefined) return <StartScreen />;
  return (
    <Center h="100%">
      {status.error === null ? (
        <Stack align="center" gap="xs">
          <Loader size="sm" />
          <Text size="sm" c="dimmed">
            Menyiapkan Padan
          </Text>
        </Stack>
      ) : (
        <ErrorNote error={status.error} onRetry={() => void status.refetch()} />
      )}
    </Center>
  );
}
