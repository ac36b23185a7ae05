import { fileURLToPath } from 'node:url';

/** The folder with tariffs, accounts, fonts and templates. */
export const resourcesDir: string = fileURLToPath(new URL('../../resources', import.meta.url));
