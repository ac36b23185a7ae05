/** How dangerous a kind of work is, from the shipped table: 1 slight, 2 middle, 3 high; 0 where the work is not known. */
import * as z from 'zod';
import { parseResource, rowIdentity } from '../../domain/resource-schema.ts';
import { readJson } from '../budget/read-tables.ts';

const schema = z.strictObject({
  format: z.literal(1),
  checkedOn: z.iso.date(),
  note: z.string(),
  levels: z.array(
    z.strictObject({ ...rowIdentity, level: z.int().min(1).max(3), words: z.array(z.string()) }),
  ),
});

/** Reads `resources/plan/job-risk.json`; each distinct job is looked up once. */
export function jobRiskTable(resourcesDir: string): (job: string) => number {
  const { levels } = parseResource(schema, readJson(resourcesDir, 'plan/job-risk.json'), 'jobRisk');
  const patterns = levels
    .toSorted((a, b) => b.level - a.level)
    .map(({ level, words }) => ({ level, pattern: new RegExp(`\\b(?:${words.join('|')})`) }));
  const known = new Map<string, number>();
  return (job) => {
    const found = known.get(job);
    if (found !== undefined) return found;
    const words = job.toLowerCase().replace(/[^a-z]+/g, ' ');
    const level = patterns.find(({ pattern }) => pattern.test(words))?.level ?? 0;
    known.set(job, level);
    return level;
  };
}
