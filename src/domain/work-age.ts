import type { CivilDate, Month } from './brand.ts';
import { addDays, ageAt, civilDate, datePartsOf } from './civil-date.ts';
import { monthIndexOf, monthOf, monthOfIndex } from './month.ts';
import { pensionAgeIn } from './tariff.ts';
import type { TariffTable } from './tariff-table.ts';

/** The youngest age at which someone may stand in a roster without being asked about. */
export const youngestWorkingAge = 15;

/** The day someone completes an age; born on 29 February: 1 March in a common year. */
export function birthdayAt(birth: CivilDate, age: number): CivilDate {
  const { year, month, day } = datePartsOf(birth);
  const exact = civilDate(year + age, month, day);
  return exact ?? addDays(civilDate(year + age, month, day - 1) ?? birth, 1);
}

/** True when a worker without wages may be registered: not older than 65 on the day, and of working age. */
export function mayRegisterAsBpu(birth: CivilDate, on: CivilDate, table: TariffTable): boolean {
  const age = ageAt(birth, on);
  return age >= youngestWorkingAge && age <= table.bpuAge.maxAtRegistration;
}

/** The last month in which a BPU worker is not yet past the highest age of registration (65 years in full). */
export function lastBpuMonth(birth: CivilDate, table: TariffTable): Month {
  const tooOld = birthdayAt(birth, table.bpuAge.maxAtRegistration + 1);
  return monthOf(addDays(tooOld, -1));
}

/**
 * The month in which someone reaches the JP pension age, which itself rises (56 in 2015, 65 from 2043; PP 45/2015).
 * The first month in which the age completed at its end is at least the pension age then in force.
 */
export function pensionMonth(birth: CivilDate, table: TariffTable): Month {
  const first = monthIndexOf(monthOf(birthdayAt(birth, 56)));
  for (let index = first; ; index += 1) {
    const month = monthOfIndex(index);
    if (month < '2015-07') continue;
    const age = Math.floor((index - monthIndexOf(monthOf(birth))) / 12);
    if (age >= pensionAgeIn(table, month)) return month;
  }
}
