/** What no page may ever do, whoever wrote it: leave, open, embed, ask for a device, reach the network. */
import { app, type Session, session, type WebContents } from 'electron';
import { isAppPage } from './origin.ts';
import { isAllowedRequest, isPermitted } from './rules.ts';

/** Permissions and requests of a session. Electron approves every permission unless told otherwise. */
export function lockSession(target: Session): void {
  target.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isPermitted(permission, details.requestingUrl)),
  );
  target.setPermissionCheckHandler((_contents, permission, origin) =>
    isPermitted(permission, origin),
  );
  target.setDevicePermissionHandler(() => false);
  target.setUSBProtectedClassesHandler(() => []);
  target.on('will-download', (event) => event.preventDefault());
  target.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isAllowedRequest(details.url, app.isPackaged) }),
  );
}

/** Navigation, windows and embedding of one web contents. */
function lockContents(contents: WebContents): void {
  const stayHere = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isAppPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stayHere);
  contents.on('will-redirect', stayHere);
  contents.on('will-frame-navigate', stayHere);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Applies to every session and every web contents there is or will be. Call it before the app is ready. */
export function lockEverything(): void {
  // Names resolve nowhere: even a request that slipped past every other rule would find no host.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('session-created', lockSession);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
  void app.whenReady().then(() => lockSession(session.defaultSession));
}
