import { expect, it } from 'vitest';
import { createJobs } from '../../../src/engine/jobs.ts';

it('a cancel that comes after the work was done does not call it undone', async () => {
  const jobs = createJobs(() => new Date('2026-11-23T05:00:00Z'));
  const result = await jobs.run('late', 'import.commit', async ({ signal }) => {
    const committed = Promise.resolve('committed');
    jobs.cancel('late');
    expect(signal.aborted).toBe(true);
    return committed;
  });
  expect(result).toBe('committed');
});

it('a cancel that stops the work is job.cancelled', async () => {
  const jobs = createJobs(() => new Date('2026-11-23T05:00:00Z'));
  const run = jobs.run('early', 'import.commit', async ({ signal }) => {
    jobs.cancel('early');
    signal.throwIfAborted();
  });
  await expect(run).rejects.toMatchObject({ code: 'job.cancelled' });
});
