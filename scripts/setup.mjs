/**
 * Everything a fresh clone needs before `npm start`, `npm test` and the CLI. Runs without node_modules,
 * on Node 18 or newer, and does nothing (in well under a second) when nothing is missing.
 *   --tests  also what the end-to-end tests need     --cli  without Electron
 */
import { hasDisplay } from './lib/display.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { ensureNode } from './lib/node-binary.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { ensureSystemLibraries } from './lib/system-libraries.mjs';

const flags = new Set(process.argv.slice(2));

await ensurePackages();
await ensureNode();
if (flags.has('--tests')) await ensureSystemLibraries();
if (flags.has('--tests') || (hasDisplay() && !flags.has('--cli'))) await ensureElectron();
