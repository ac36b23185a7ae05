/** What protection is worth: the benefits of the shipped table beside the people who do not have them. */
import * as z from 'zod';
import type { BenefitsView } from '../../contract/plan-routes.ts';
import { parseResource, rowIdentity } from '../../domain/resource-schema.ts';
import { memberProgrammes, rosters } from '../../domain/segments.ts';
import { countEnrolment } from '../../store/coverage.ts';
import { latestRun } from '../../store/links.ts';
import type { ReadStore } from '../../store/store.ts';
import { readJson } from '../budget/read-tables.ts';

const text = z.string().min(1);
const schema = z.strictObject({
  format: z.literal(1),
  checkedOn: z.iso.date(),
  note: z.string(),
  benefits: z.array(
    z.strictObject({
      ...rowIdentity,
      programme: z.enum(memberProgrammes),
      title: text,
      amount: text,
      condition: text,
    }),
  ),
});

/** Reads `resources/plan/benefits.json` (domain: PP 82/2019, PP 46/2015, PP 45/2015). */
export function readBenefits(resourcesDir: string): BenefitsView['rows'] {
  const raw = readJson(resourcesDir, 'plan/benefits.json');
  return parseResource(schema, raw, 'benefits').benefits.map(({ confidence, ...row }) => ({
    ...row,
    verified: confidence === 'verified',
  }));
}

/** Benefits and, by roster, the workers who are not active members. */
export function benefitsView(store: ReadStore, resourcesDir: string): BenefitsView {
  const counts = countEnrolment(store);
  return {
    rows: readBenefits(resourcesDir),
    uncovered: rosters.map((roster) => {
      const own = counts.filter((row) => row.roster === roster);
      const sum = (rows: typeof own) => rows.reduce((total, row) => total + row.entries, 0);
      return {
        roster,
        workers: sum(own),
        uncovered: sum(own.filter(({ enrolment }) => enrolment !== 'aktif')),
      };
    }),
    asOf: latestRun(store)?.asOf ?? null,
  };
}
