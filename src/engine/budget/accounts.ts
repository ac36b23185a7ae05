/** Where each premium of a year is booked, and what is unusual about the regency's own codes. */
import type { AccountRowView, OwnAccountView } from '../../contract/tariff-routes.ts';
import {
  type AccountTable,
  accountFor,
  normalizeAccountCode,
  type OwnAccount,
} from '../../domain/account-codes.ts';
import { AppError } from '../../domain/app-error.ts';
import { employerGroups, type FundSource, type Programme } from '../../domain/segments.ts';
import { type SiltapPosition, siltapPositions } from '../../domain/siltap-position.ts';

/** One fund source stands for its kind. */
const fundOfKind = { apbd: 'apbd-pad', dbhcht: 'dbhcht', apbdes: 'add' } as const satisfies Record<
  OwnAccount['fundKind'],
  FundSource
>;
/** A position as rosters write it. */
const positionWords: Readonly<Record<SiltapPosition, string>> = {
  'kepala-desa': 'Kepala Desa',
  'sekretaris-desa': 'Sekretaris Desa',
  'perangkat-desa': 'Perangkat Desa',
};

/** Every account a budget of the year would use: fund, group (village officials by office), each of the programmes. */
export function accountRows(
  table: AccountTable,
  year: number,
  programmes: readonly Programme[],
): AccountRowView[] {
  return (['apbd', 'dbhcht', 'apbdes'] as const).flatMap((fundKind) =>
    employerGroups.flatMap((employerGroup) => {
      const byOffice = fundKind === 'apbdes' && employerGroup === 'perangkat-desa';
      const positions: readonly (SiltapPosition | null)[] = byOffice ? siltapPositions : [null];
      return positions.flatMap((position) =>
        programmes.map((programme): AccountRowView => {
          const choice = accountFor(table, {
            employerGroup,
            programme,
            fundSource: fundOfKind[fundKind],
            year,
            position: position === null ? null : positionWords[position],
          });
          return {
            fundKind,
            employerGroup,
            position,
            programme,
            code: choice.code ?? '',
            name: choice.name ?? '',
            origin: choice.status === 'off-budget' ? 'unknown' : choice.status,
            verified: choice.confidence === 'verified',
            note: choice.note,
          };
        }),
      );
    }),
  );
}

export interface AccountWarning {
  readonly row: number;
  readonly code: 'notation' | 'unknown-code' | 'other-scope';
  readonly given: string;
  readonly standard: string;
}

/** Notations that differ from the standard, codes the table does not hold, APBD codes for villages and the reverse. */
export function accountWarnings(
  accounts: readonly OwnAccountView[],
  table: AccountTable,
): AccountWarning[] {
  return accounts.flatMap(({ code: given, fundKind }, index): AccountWarning[] => {
    const { code: standard, scope, changed } = normalizeAccountCode(given);
    const wanted = fundKind === 'apbdes' ? 'apbdes' : 'apbd';
    const code =
      changed || scope === 'unknown'
        ? 'notation'
        : scope !== wanted
          ? 'other-scope'
          : table.codes.every((known) => known.code !== standard)
            ? 'unknown-code'
            : null;
    return code === null ? [] : [{ row: index + 1, code, given, standard }];
  });
}

/** Two accounts for one premium contradict each other: `input.invalid`, reason `duplicate`, naming the row. */
export function refuseTwice(accounts: readonly OwnAccountView[]): void {
  const seen = new Map<string, number>();
  accounts.forEach(({ fundKind, employerGroup, position, programme, code }, index) => {
    const key = [fundKind, employerGroup, position, programme].join(' ');
    const before = seen.get(key);
    if (before !== undefined) {
      throw new AppError('input.invalid', {
        at: { field: 'accounts', row: index + 1 },
        params: { reason: 'duplicate', code, other: before },
      });
    }
    seen.set(key, index + 1);
  });
}
