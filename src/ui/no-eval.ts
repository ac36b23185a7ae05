/** Loaded first: the page's content security policy forbids `eval`, so zod must not even try it. */
import * as z from 'zod';

z.config({ jitless: true });
