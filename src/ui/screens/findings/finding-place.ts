/** The tabs of the findings screen and what its address says. */
import { type FindingCode, findingCodes } from '../../../domain/findings.ts';

export const findingTabs = ['ringkasan', 'daftar', 'program', 'mutasi', 'perbedaan'] as const;
export type FindingTab = (typeof findingTabs)[number];

/** `/temuan/daftar/F01`: a tab, and the code its list is narrowed to. */
export function parseFindingPlace(
  tab: string | undefined,
  code: string | undefined,
): { readonly tab: FindingTab; readonly code: FindingCode | undefined } {
  return {
    tab: findingTabs.find((one) => one === tab) ?? 'ringkasan',
    code: findingCodes.find((one) => one === code),
  };
}
