/** The one origin this app trusts, decided by parsing and never by comparing the start of a string. */

export const appScheme = 'app';
export const appHost = 'padan';
export const appOrigin = `${appScheme}://${appHost}`;
export const appPage = `${appOrigin}/`;

/** True for an address inside the app: right scheme, exact host, no user, no port. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  );
}

/** True for the app's one page, whatever its hash. */
export function isAppPage(address: string): boolean {
  return isAppUrl(address) && URL.parse(address)?.pathname === '/' && !address.includes('?');
}
