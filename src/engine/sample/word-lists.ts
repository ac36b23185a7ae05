import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const words = z.array(z.string()).min(1);
const wage = z.tuple([z.number(), z.number()]);

const namesShape = z.object({
  male: words,
  female: words,
  maleSecond: words,
  femaleSecond: words,
  titles: z.object({ teacher: words, health: words, office: words }),
  variants: z.array(z.tuple([z.string(), z.string()])),
});

const jobShape = z.object({
  position: z.string(),
  kind: z.string(),
  titles: z.enum(['teacher', 'health', 'office']).nullable(),
  wage,
});

const workShape = z.object({
  offices: z.array(
    z.object({
      name: z.string(),
      full: z.string().optional(),
      head: z.string(),
      weight: z.number(),
      jobs: words,
      places: words,
    }),
  ),
  districtOffice: z.object({ weight: z.number(), jobs: words }),
  jobs: z.record(z.string(), jobShape),
  village: z.object({ first: words, wages: z.record(z.string(), wage) }),
  informal: words,
  funds: words,
  companies: words,
});

export type SampleNames = z.infer<typeof namesShape>;
export type SampleWork = z.infer<typeof workShape>;
export type SampleJob = z.infer<typeof jobShape>;

const read = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, 'sample', name), 'utf8'));

/** The sample's word lists, from `resources/sample`. */
export function readWordLists(resourcesDir: string): { names: SampleNames; work: SampleWork } {
  return {
    names: namesShape.parse(read(resourcesDir, 'names.json')),
    work: workShape.parse(read(resourcesDir, 'work.json')),
  };
}
