import type { Task } from '../worker/task.ts';
import { generateSample, type SampleFile, type SampleOptions } from './generate-sample.ts';

export type SampleTaskInput = Required<
  Pick<SampleOptions, 'dir' | 'seed' | 'workers' | 'regency' | 'year' | 'asOf'>
>;

/** Writes the sample regency's files in a worker thread. */
export const sampleTask: Task<SampleTaskInput, { readonly files: readonly SampleFile[] }> = async (
  input,
  task,
) => {
  const { files } = await generateSample({
    ...input,
    resourcesDir: task.resourcesDir,
    signal: task.signal,
    onProgress: (share) => task.progress('sample', Math.round(share * 100), 100),
  });
  return { files };
};
