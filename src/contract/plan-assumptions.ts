/** A scenario's assumptions as they cross the bridge and stand in the store. Months of another year are refused by the engine. */
import * as z from 'zod';
import type { Month, Rupiah, Sen } from '../domain/brand.ts';
import type { GroupRuleKey } from '../domain/budget-types.ts';
import { enrolKeys, planScopes, retirementAgeRange } from '../domain/plan-types.ts';
import { employerGroups, programmes, segments } from '../domain/segments.ts';
import { count, fundSource, roster, rowId, segment } from './common.ts';

const planMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .transform((text) => text as Month); // the pattern is a month's
const wage = z
  .number()
  .int()
  .positive()
  .max(1_000_000_000_000)
  .transform((value) => value as Sen); // whole sen
const persons = count.max(10_000_000);
const employerGroup = z.enum(employerGroups);

const setWageBase = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), wage }).strict(),
  z.object({ kind: z.literal('minimum-wage'), id: z.string().min(1).max(80) }).strict(),
  z.object({ kind: z.literal('umk') }).strict(),
  z.object({ kind: z.literal('ump') }).strict(),
  z.object({ kind: z.literal('siltap') }).strict(),
  z.object({ kind: z.literal('bpu-base') }).strict(),
]);
const wageBaseRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('actual'), ifMissing: setWageBase.optional() }).strict(),
  ...setWageBase.options,
]);

const groupRule = z
  .object({
    programmes: z.array(z.enum(programmes)).min(1).max(programmes.length).readonly(),
    wageBase: wageBaseRule,
    riskClass: z
      .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
      .optional(),
  })
  .strict();

const ruleKeys = employerGroups.flatMap((group) =>
  segments.map((one): GroupRuleKey => `${group}/${one}`),
);

const goal = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('coverage'), basisPoints: z.number().int().min(0).max(10_000) })
    .strict(),
  z
    .object({ kind: z.literal('points'), basisPoints: z.number().int().min(0).max(10_000) })
    .strict(),
  z
    .object({
      kind: z.literal('budget'),
      amount: z
        .number()
        .int()
        .min(0)
        .max(100_000_000_000_000)
        .transform((value) => value as Rupiah), // whole rupiah
    })
    .strict(),
]);

const planTarget = z
  .object({
    goal,
    from: planMonth,
    order: z.array(z.enum(enrolKeys)).min(1).max(enrolKeys.length).readonly(),
    rosters: z.array(roster).min(1).max(3).readonly(),
  })
  .strict();

const age = z.number().int().min(retirementAgeRange.least).max(retirementAgeRange.most);

export const planAssumptions = z
  .object({
    scope: z.enum(planScopes),
    from: planMonth,
    to: planMonth,
    rules: z.partialRecord(z.enum(ruleKeys), groupRule),
    growthBasisPoints: z.number().int().min(-9_999).max(100_000).nullable(),
    bufferBasisPoints: z.number().int().min(0).max(10_000).nullable(),
    recruitments: z
      .array(
        z
          .object({
            employerGroup,
            segment,
            fundSource,
            unitId: rowId.nullable(),
            persons,
            from: planMonth,
            wage: wage.nullable(),
          })
          .strict(),
      )
      .max(200)
      .readonly(),
    leavings: z
      .array(z.object({ persons, from: planMonth }).strict())
      .max(50)
      .readonly(),
    retirementAges: z.partialRecord(employerGroup, age),
    includeCovered: z.boolean(),
    target: planTarget.nullable(),
  })
  .strict();

export type PlanAssumptionsIn = z.input<typeof planAssumptions>;
