/** The engine's own process: makes the engine and serves every port that main hands over. */
import { pathToFileURL } from 'node:url';
import { createEngine } from '../../src/engine/create-engine.ts';
import { redact } from '../../src/engine/redact.ts';
import { servePort } from '../../src/engine/serve-port.ts';
import { createFileGrants } from './file-grants.ts';
import { engineSettings, type FromEngine, toEngine } from './messages.ts';

const { parentPort } = process;
const settings = engineSettings.parse(JSON.parse(process.argv.at(-1) ?? ''));
const tell = (message: FromEngine): void => parentPort.postMessage(message);
const grants = createFileGrants(tell);

const engine = createEngine({
  resourcesDir: settings.resourcesDir,
  dataDir: settings.dataDir,
  workerUrl: pathToFileURL(settings.workerFile),
  now: () => new Date(),
  log: (line) => tell({ t: 'log', line }),
  resolveFile: grants.resolveFile,
  grantFile: grants.grantFile,
});

// A bug that nobody caught ends the process: main starts a fresh one, and no transaction is half done.
process.on('uncaughtException', (error) => {
  const detail = redact(error.stack ?? error.message);
  tell({ t: 'log', line: { level: 'error', event: 'engine.crashed', detail } });
  process.exit(70);
});

parentPort.on('message', ({ data, ports }) => {
  const parsed = toEngine.safeParse(data);
  if (!parsed.success) return;
  const message = parsed.data;
  if (message.t === 'resolved') grants.answer(message.ask, message.path);
  else if (message.t === 'port') for (const port of ports) servePort(engine, port);
  else void stop();
});

async function stop(): Promise<void> {
  try {
    await engine[Symbol.asyncDispose]();
  } finally {
    process.exit(0);
  }
}

tell({ t: 'ready' });
