/** Yes or no, for what a page asks of the browser. Pure, so that every case can be tested. */
import { isAppUrl } from './origin.ts';

const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Granted to our own page only, and only what it needs: copying a table. */
export function isPermitted(permission: string, requester: string): boolean {
  return allowedPermissions.has(permission) && isAppUrl(requester);
}

/** Loads from the app itself, and what a page makes in memory; the tools' own pages while developing. */
export function isAllowedRequest(address: string, packaged: boolean): boolean {
  const protocol = URL.parse(address)?.protocol;
  if (protocol === 'devtools:') return !packaged;
  return isAppUrl(address) || protocol === 'blob:' || protocol === 'data:';
}
