/** `npm run build`: a complete build, whether or not something changed. */
import { ensureBuild } from './lib/build.mjs';

process.exitCode = await ensureBuild({ force: true, stdio: 'inherit' });
