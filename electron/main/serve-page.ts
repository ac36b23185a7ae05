/** Serves the built page on app://padan. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { findAsset, listAssets } from './assets.ts';
import { appScheme } from './origin.ts';
import { securityHeaders } from './policy.ts';

const noncePlaceholder = '__CSP_NONCE__';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Answers every app:// request from the files under `folder`, each document with a nonce of its own. */
export function servePage(folder: string): void {
  const assets = listAssets(folder);
  protocol.handle(appScheme, async (request) => {
    const nonce = randomBytes(18).toString('base64');
    const headers = securityHeaders(nonce);
    const answer = findAsset(assets, request.method, request.url);
    if (answer.status !== 200) return new Response(null, { status: answer.status, headers });
    const { file, mimeType } = answer.asset;
    const body = await readFile(file);
    return new Response(
      mimeType.startsWith('text/html')
        ? body.toString('utf8').replaceAll(noncePlaceholder, nonce)
        : body,
      { headers: { ...headers, 'Content-Type': mimeType } },
    );
  });
}
