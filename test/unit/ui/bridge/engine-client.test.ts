import { describe, expect, it } from 'vitest';
import type { EngineMessage, JobProgress, Request } from '../../../../src/contract/messages.ts';
import {
  createEngineClient,
  type EnginePort,
  type PortSource,
} from '../../../../src/ui/bridge/engine-client.ts';

/** A port whose other end is the test. */
function fakePort() {
  const sent: Request[] = [];
  let listener: ((data: unknown) => void) | null = null;
  let closed = false;
  const port: EnginePort = {
    listen(next) {
      listener = next;
    },
    postMessage: (message) => sent.push(message as Request),
    close() {
      closed = true;
    },
  };
  return {
    port,
    sent,
    closed: () => closed,
    say: (message: EngineMessage | string) => listener?.(message),
  };
}

function setUp() {
  let handlers: Parameters<PortSource['listen']>[0] | null = null;
  let ids = 0;
  const client = createEngineClient(
    {
      listen(next) {
        handlers = next;
        return () => {
          handlers = null;
        };
      },
    },
    () => `call-${++ids}`,
  );
  return {
    client,
    connect() {
      const fake = fakePort();
      handlers!.connected(fake.port);
      return fake;
    },
    gone: (restarting = true) => handlers!.gone(restarting),
  };
}

const progress = (jobId: string, done: number): JobProgress => ({
  jobId,
  route: 'import.stage',
  stage: 'read',
  done,
  total: 10,
  startedAt: '2026-11-22T00:00:00.000Z',
});
const stageInput = { file: 'file-0001', kind: 'non-asn' } as const;

describe('calls', () => {
  it('sends a call and settles it by its id, whatever the order of answers', async () => {
    const { client, connect } = setUp();
    const fake = connect();
    const first = client.call('roster.counts', {});
    const second = client.call('import.list', {});
    expect(fake.sent.map((one) => [one.id, one.route])).toEqual([
      ['call-1', 'roster.counts'],
      ['call-2', 'import.list'],
    ]);
    fake.say({ t: 'result', id: 'call-2', ok: true, value: ['two'] });
    fake.say({ t: 'result', id: 'call-1', ok: true, value: ['one'] });
    expect(await first).toEqual(['one']);
    expect(await second).toEqual(['two']);
  });

  it('keeps a call asked before there is a port and sends it then', async () => {
    const { client, connect } = setUp();
    const answer = client.call('roster.counts', {});
    const fake = connect();
    expect(fake.sent).toHaveLength(1);
    fake.say({ t: 'result', id: 'call-1', ok: true, value: [] });
    expect(await answer).toEqual([]);
  });

  it('rejects with the error as it was sent: code, place and parameters', async () => {
    const { client, connect } = setUp();
    const fake = connect();
    const answer = client.call('import.stage', stageInput);
    const error = {
      code: 'import.no-header',
      at: { sheet: 'Rekap', row: 7 },
      params: { rows: 3 },
    } as const;
    fake.say({ t: 'result', id: 'call-1', ok: false, error });
    await expect(answer).rejects.toMatchObject(error);
  });

  it('ignores messages of unknown shape and answers to nobody', () => {
    const { client, connect } = setUp();
    const fake = connect();
    fake.say('noise');
    fake.say({ t: 'result', id: 'nobody', ok: true, value: 1 });
    expect(client.state().connection).toBe('ready');
  });
});

describe('jobs', () => {
  it('hands progress to the caller and to the list of jobs, and forgets an ended job', async () => {
    const { client, connect } = setUp();
    const fake = connect();
    const seen: number[] = [];
    const ids: string[] = [];
    const answer = client.call('import.stage', stageInput, {
      onProgress: ({ done }) => seen.push(done),
      onId: (id) => ids.push(id),
    });
    fake.say({ t: 'progress', job: progress('call-1', 1) });
    fake.say({ t: 'progress', job: progress('call-1', 4) });
    expect(seen).toEqual([1, 4]);
    expect(ids).toEqual(['call-1']);
    expect(client.state().jobs).toEqual([progress('call-1', 4)]);
    fake.say({ t: 'result', id: 'call-1', ok: true, value: { id: 5 } });
    expect(await answer).toEqual({ id: 5 });
    expect(client.state().jobs).toEqual([]);
  });

  it('lists jobs started before the page was loaded, until they end', () => {
    const { client, connect } = setUp();
    const fake = connect();
    fake.say({ t: 'progress', job: progress('older', 2) });
    expect(client.state().jobs.map((job) => job.jobId)).toEqual(['older']);
    fake.say({ t: 'job-ended', jobId: 'older' });
    expect(client.state().jobs).toEqual([]);
  });

  it('cancels by the job route', async () => {
    const { client, connect } = setUp();
    const fake = connect();
    const done = client.cancel('call-9');
    expect(fake.sent[0]).toMatchObject({ route: 'job.cancel', in: { jobId: 'call-9' } });
    fake.say({ t: 'result', id: 'call-1', ok: true, value: { ok: true } });
    await done;
  });
});

describe('a lost engine', () => {
  it('asks open queries again of the new engine and gives up on commands and jobs', async () => {
    const { client, connect, gone } = setUp();
    const first = connect();
    const query = client.call('roster.counts', {});
    const command = client.call('store.close', {});
    const job = client.call('import.stage', stageInput);
    first.say({ t: 'progress', job: progress('call-3', 1) });
    gone();
    await expect(command).rejects.toMatchObject({ code: 'bridge.engine-gone' });
    await expect(job).rejects.toMatchObject({ code: 'bridge.engine-gone' });
    expect(client.state()).toMatchObject({ connection: 'gone', jobs: [] });

    const second = connect();
    expect(second.sent.map((one) => one.id)).toEqual(['call-1']);
    second.say({ t: 'result', id: 'call-1', ok: true, value: ['again'] });
    expect(await query).toEqual(['again']);
    expect(client.state()).toMatchObject({ connection: 'ready', restarts: 1 });
  });

  it('tells listeners that everything may have changed once a new engine answers, not at the first', () => {
    const { client, connect, gone } = setUp();
    const heard: unknown[] = [];
    client.onChanged((areas) => heard.push(areas));
    connect();
    expect(heard).toEqual([]);
    gone();
    const second = connect();
    expect(heard).toEqual([null]);
    second.say({ t: 'changed', areas: ['roster'] });
    expect(heard).toEqual([null, ['roster']]);
  });

  it('says when no other engine will come', () => {
    const { client, connect, gone } = setUp();
    connect();
    gone(false);
    expect(client.state().connection).toBe('lost');
  });

  it('takes another port of the same engine without losing or repeating what the first was asked', async () => {
    const { client, connect, gone } = setUp();
    const first = connect();
    const job = client.call('import.stage', stageInput);
    const second = connect();
    expect(second.sent).toEqual([]);
    first.say({ t: 'result', id: 'call-1', ok: true, value: { id: 5 } });
    expect(await job).toEqual({ id: 5 });
    expect(client.state().restarts).toBe(0);
    gone();
    expect([first.closed(), second.closed()]).toEqual([true, true]);
  });
});
