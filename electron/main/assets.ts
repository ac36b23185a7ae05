/** The built page as a table of exact addresses: what is not in it does not exist, however it is spelled. */
import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { isAppUrl } from './origin.ts';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

export interface Asset {
  readonly file: string;
  readonly mimeType: string;
}

export type AssetAnswer =
  | { readonly status: 200; readonly asset: Asset }
  | { readonly status: 403 | 404 | 405 };

/** Address (`/assets/index-x.js`) → file, for every file of a kind the page may have. */
export function listAssets(folder: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mimeType = mimeTypes[extname(entry.name)];
    if (!entry.isFile() || mimeType === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    assets.set(`/${relative(folder, file).split(sep).join('/')}`, { file, mimeType });
  }
  const index = assets.get('/index.html');
  if (index !== undefined) assets.set('/', index);
  return assets;
}

/** Never decodes and never joins: `..`, `%2e`, a backslash or a NUL are simply not in the table. */
export function findAsset(
  assets: ReadonlyMap<string, Asset>,
  method: string,
  address: string,
): AssetAnswer {
  if (!isAppUrl(address)) return { status: 403 };
  if (method !== 'GET') return { status: 405 };
  const asset = assets.get(URL.parse(address)?.pathname ?? '');
  return asset === undefined ? { status: 404 } : { status: 200, asset };
}
