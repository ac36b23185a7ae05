/** Where the page starts: connect the bridge, draw the app. */
import './no-eval.ts';
import './app/global.css';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createEngineClient } from './bridge/engine-client.ts';
import { windowPorts, windowShell } from './bridge/window-bridge.ts';

declare global {
  /** Read by `get-nonce`, which names the style tag that keeps the page still behind a dialog. */
  var __webpack_nonce__: string | undefined;
}

const nonce =
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
globalThis.__webpack_nonce__ = nonce;

const bridge = { engine: createEngineClient(windowPorts()), shell: windowShell() };
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App bridge={bridge} nonce={nonce} />
    </StrictMode>,
  );
}
