import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { EngineMessage } from '../../src/contract/messages.ts';
import { routes } from '../../src/contract/routes.ts';
import { createJobs } from '../../src/engine/jobs.ts';
import { redact } from '../../src/engine/redact.ts';
import { callRoute } from '../../src/engine/router.ts';
import { type PortLike, servePort } from '../../src/engine/serve-port.ts';
import { makeTestEngine } from '../engine/harness.ts';

const codeOf = (result: Awaited<ReturnType<typeof callRoute>>) =>
  result.ok ? 'ok' : result.error.code;

describe('the router', () => {
  it('refuses names that are not its own keys', async () => {
    await using test = makeTestEngine();
    for (const name of ['__proto__', 'constructor', 'toString', 'store', '', 'store.status ']) {
      expect(codeOf(await callRoute(test.engine, name, {}, { id: 'a' })), name).toBe(
        'bridge.unknown-route',
      );
    }
  });

  it('refuses input that the schema does not know, for every route', async () => {
    await using test = makeTestEngine();
    for (const name of Object.keys(routes)) {
      for (const input of [null, 'x', 7, [], { unknownField: 1 }]) {
        const result = await callRoute(test.engine, name, input, { id: `bad-${name}` });
        expect(codeOf(result), `${name} ${JSON.stringify(input)}`).toBe('bridge.bad-request');
      }
    }
  });

  it('turns an unknown error into `internal` with a log id, and logs no long number', async () => {
    await using test = makeTestEngine();
    const broken = {
      ...test.engine,
      handlers: {
        ...test.engine.handlers,
        'store.status': () => {
          throw new Error('row 3329010101909001 is odd');
        },
      },
    };
    const result = await callRoute(broken, 'store.status', {}, { id: 'a' });
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('odd');
    expect(JSON.stringify(test.log)).not.toMatch(/\d{16}/);
    expect(redact('NIK 3329010101909001.')).toBe('NIK •.');
  });
});

describe('jobs', () => {
  it('report progress at most ten times a second and always the last of a stage', async () => {
    let now = 0;
    const jobs = createJobs(() => new Date(now));
    const seen: number[] = [];
    jobs.onProgress(({ stage, done }) => stage === 'rows' && seen.push(done));
    await jobs.run('j', 'import.stage', async ({ progress }) => {
      for (let row = 1; row <= 100; row += 1) {
        now += 10;
        progress('rows', row, 100);
      }
    });
    expect(seen.length).toBeLessThanOrEqual(12);
    expect(seen.at(-1)).toBe(100);
  });

  it('end as job.cancelled when cancelled, and free their id', async () => {
    const jobs = createJobs(() => new Date(0));
    const ended: string[] = [];
    jobs.onEnded((id) => ended.push(id));
    const running = jobs.run(
      'j',
      'import.stage',
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')));
        }),
    );
    await expect(jobs.run('j', 'x', async () => 1)).rejects.toMatchObject({
      code: 'bridge.bad-request',
    });
    expect(jobs.cancel('j')).toBe(true);
    await expect(running).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(ended).toEqual(['j']);
    expect(jobs.cancel('j')).toBe(false);
  });
});

describe('a served port', () => {
  it('answers calls, also malformed ones, ignores noise and tells every page what changed', async () => {
    await using test = makeTestEngine();
    const [one, two] = [new MessageChannel(), new MessageChannel()];
    const asPort = (port: MessageChannel['port1']): PortLike => ({
      postMessage: (message) => port.postMessage(message),
      on: (event: string, listener: (message: { data: unknown }) => void) =>
        port.on(event, (data: unknown) => listener({ data })),
      close: () => port.close(),
    });
    using first = servePort(test.engine, asPort(one.port1));
    using second = servePort(test.engine, asPort(two.port1));
    expect(first).not.toBe(second);
    const told: EngineMessage[] = [];
    const changed = new Promise<void>((resolve) => {
      two.port2.on('message', (message: EngineMessage) => {
        told.push(message);
        if (message.t === 'changed') resolve();
      });
    });
    const answer = new Promise<EngineMessage>((resolve) => {
      one.port2.on(
        'message',
        (message: EngineMessage) => message.t === 'result' && resolve(message),
      );
    });
    one.port2.postMessage('noise');
    one.port2.postMessage({ t: 'call', id: 'c1', route: 'store.close', in: {} });
    expect(await answer).toEqual({ t: 'result', id: 'c1', ok: true, value: { ok: true } });
    const refused = new Promise<EngineMessage>((resolve) => {
      one.port2.once('message', resolve);
    });
    one.port2.postMessage({ t: 'call', id: 'c2', route: 7 });
    expect(await refused).toMatchObject({ id: 'c2', error: { code: 'bridge.bad-request' } });
    await changed;
    expect(told.at(-1)).toEqual({ t: 'changed', areas: ['store'] });
    for (const channel of [one, two]) channel.port2.close();
  });
});
